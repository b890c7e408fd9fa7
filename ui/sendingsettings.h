// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>

class QSettings;

namespace ui
{

// How webhooks are sent again, unless it is said otherwise where they are sent.
struct SendingSettings {
    std::chrono::seconds timeout{30}; // without an answer so long, nothing is waited for
    bool marks = true; // what was changed or signed anew says so in a header
    double pace = 0; // of many, as ui::Pace has it
    double rate = 10; // of many a second, where none of the usual paces is wanted
    int atOnce = 1; // of many

    bool operator==(const SendingSettings &) const = default;
};

constexpr std::chrono::seconds longestTimeout{3600};
constexpr int mostSentAtOnce = 8;
constexpr double slowestRate = 0.1;
constexpr double fastestRate = 1000;

// What is missing or makes no sense is the default.
SendingSettings loadSending(const QSettings &settings);
void save(const SendingSettings &sending, QSettings &settings);
// Each leaves the others.
void savePace(double pace, QSettings &settings);
void saveRate(double rate, QSettings &settings);
void saveAtOnce(int atOnce, QSettings &settings);

} // namespace ui
