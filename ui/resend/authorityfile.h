// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QWidget;

namespace ui
{

// Asks for the file of a target's authority, first beside that other one. Its name; empty: none was
// chosen, or it cannot be trusted, which is told.
QString askForAuthority(QWidget *window, const QString &other = {});

// Why the certificates in that file cannot be trusted; empty: they can, or no file is named.
QString authorityProblem(const QString &file);

} // namespace ui
