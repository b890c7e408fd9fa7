// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QWidget;

namespace ui
{

// Asks for a certificate's file. Its pin, as resend::pinOf() gives it; empty: no file was chosen,
// or it holds no certificate, which is told.
QString askForPin(QWidget *window);

} // namespace ui
