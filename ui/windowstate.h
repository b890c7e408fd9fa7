// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/windowactions.h"

#include <QByteArray>

class QSettings;

namespace ui
{

// What the window looked like when it was closed.
struct WindowState {
    QByteArray geometry;
    QByteArray columns;
    QByteArray details; // the details pane's own
    QList<int> split; // sizes of table and details
    bool splitBeside = true; // they were widths: the details stood beside the table
    DetailsPlace place = DetailsPlace::Fitting;
    Look look = Look::System;
    int textStep = 0;
    models::TimeForm timeForm = models::TimeForm::Clock;
    bool follow = true; // unless the user said otherwise
    bool setUpDone = false; // the first-run page has served
    bool deleteAsked = false; // the user knows that Delete can be undone
    bool trayExplained = false; // and that closing only hides

    bool operator==(const WindowState &) const = default;
};

// What another version of this program wrote, or nobody, is the default.
WindowState loadWindowState(const QSettings &settings);
void save(const WindowState &state, QSettings &settings);
void saveLook(Look look, QSettings &settings);

// What code is written in; empty: the desktop's fixed-pitch font.
QString loadCodeFamily(const QSettings &settings);
void saveCodeFamily(const QString &family, QSettings &settings);

} // namespace ui
