// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

class QObject;

namespace inspector
{

enum class Keyring {
    NoService, // of this kind; there may be another one
    Missing, // a service without a default collection: somebody declined to create it
    Unlocked,
    Locked,
};

// Calls `told` with the state of the desktop's Secret Service. Needed because a lookup whose
// unlocking was declined looks like "not found", and a declined creation like no service at all.
// Returns at once; `told` is dropped with `context`.
// https://specifications.freedesktop.org/secret-service-spec/latest/, "Collection"
void askForKeyring(QObject *context, const std::function<void(Keyring keyring)> &told);

} // namespace inspector
