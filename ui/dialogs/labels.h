// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>

namespace ui
{

// Labels of the dialogs and pages. Plain text; colours and sizes follow the application.
QLabel *headingLabel(const QString &text, qreal scale = 1.0); // semibold
QLabel *wrappedLabel(const QString &text);
QLabel *mutedLabel(const QString &text); // wraps as well
// The same, under a field of a form; always as high as so many lines, 0: as high as its text. What
// does not fit is in its tool tip.
QLabel *formNote(int lines = 0);
QLabel *fixedLabel(const QString &text); // fixed pitch, selectable

// Says what is wrong with the field above it. While there is nothing to say it takes no room, or
// always that of so many lines.
QLabel *problemLabel(int lines = 0);
void setProblem(QLabel *label, const QString &sentence);

QFrame *separator();
QFrame *verticalSeparator();

} // namespace ui
