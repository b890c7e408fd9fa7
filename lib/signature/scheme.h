// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace signature
{

// How a sender signs, as data. Only what an HMAC over the time, a full stop and the body needs.
struct Scheme {
    QString id;
    QString name;
    QByteArray signatureField;
    QByteArray timestampField; // whole seconds since the epoch
    qint64 toleranceSeconds = 300; // an age of exactly this is no longer fresh
    QByteArray topicPointer; // JSON pointers into the body; empty: has none
    QByteArray accountPointer;
    QByteArray eventIdPointer;
};

} // namespace signature
