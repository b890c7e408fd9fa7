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
QLabel *formNote(); // the same, under a field of a form
QLabel *fixedLabel(const QString &text); // fixed pitch, selectable

// Says what is wrong with the field above it; takes no room while there is nothing to say.
QLabel *problemLabel();
void setProblem(QLabel *label, const QString &sentence);

QFrame *separator();
QFrame *verticalSeparator();

} // namespace ui
