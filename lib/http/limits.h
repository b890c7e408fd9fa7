// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <chrono>

namespace http
{

// What one peer may ask of us. Sizes in bytes.
struct Limits {
    qsizetype head = 64 * 1024;
    qsizetype fields = 256;
    qsizetype target = 16 * 1024;
    qsizetype chunkExtensions = 4 * 1024; // of one message
    qsizetype trailers = 8 * 1024;
    qsizetype body = 32 * 1024 * 1024;
    std::chrono::milliseconds handshakeTime{10'000};
    std::chrono::milliseconds headTime{30'000};
    std::chrono::milliseconds bodyTime{300'000};
    std::chrono::milliseconds progressTime{30'000};
    std::chrono::milliseconds idleTime{60'000};
    int connections = 512;

    bool operator==(const Limits &) const = default;
};

} // namespace http
