// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"

namespace capture
{

// Why something never became a request. Numbers stand in stores: never renumber.
enum class Reason : quint8 {
    TlsHandshake = 0,
    PlainHttp = 1,
    MalformedHttp = 2,
    HeadTooLarge = 3,
    TargetTooLong = 4,
    BodyTooLarge = 5,
    Timeout = 6,
    CutOff = 7,
    MethodRefused = 8,
    VersionRefused = 9,
    TooManyConnections = 10,
    NotStored = 11,
    Paused = 12,
};

// "tls-handshake", "plain-http"; the reason ids of the files.
QString word(Reason reason);
std::optional<Reason> reasonFromWord(QStringView word);

// The table's words: "TLS handshake failed", "Plain HTTP on the HTTPS port".
QString title(Reason reason);

struct Rejection {
    qint64 id = 0; // from the same sequence as deliveries
    qint64 receivedAt = 0;
    Peer peer;
    Reason reason = Reason::MalformedHttp;
    QString detail; // a sentence
    QByteArray bytes; // what was received, at most 64 KiB
    int status = 0; // what it was answered; 0: nothing
    qint64 count = 1; // more than one: folded
    bool marked = false; // said of it afterwards, and kept beside it
    QString note; // likewise

    bool operator==(const Rejection &) const = default;
};

} // namespace capture
