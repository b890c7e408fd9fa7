// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QUrl;

namespace inspector
{

// A webhook that is sent on to where it came in would come in again, and so on without end.

// Why what comes in at that address and port cannot be sent on to the target: it is the same place.
// Empty: it is another one, or only a name server could tell.
QString loopObjection(const QUrl &target, const QString &address, quint16 port);

} // namespace inspector
