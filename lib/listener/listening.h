// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>
#include <QtGlobal>

namespace listener
{

// Where the listener can be reached.
struct Listening {
    QString address;
    quint16 port = 0;
    QStringList urls; // "https://localhost:8443/"
    QString warning; // a sentence, such as a missing IPv6; usually empty
};

} // namespace listener
