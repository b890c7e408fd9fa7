// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"
#include "listener/listening.h"
#include "models/deliveryrows.h"
#include "ui/statusline.h"

#include <QDateTime>

namespace ui
{

// One thing that has to be so before a webhook can arrive, and how it stands.
struct ArrivalCheck {
    enum class Outcome { Good, Trouble, Open }; // Open: it cannot be told from here
    Outcome outcome = Outcome::Open;
    QString title;
    QString text; // sentences
};

// What is known here of the way of a webhook.
struct ArrivalFacts {
    std::optional<listener::Listening> listening;
    bool paused = false;
    TrustState trust = TrustState::Unknown;
    QString certificateName; // whom it is for
    QDateTime certificateEnd; // null: there is no certificate yet
    std::optional<capture::Summary> delivery; // the last one that somebody else sent here
    std::optional<capture::Summary> handshake; // the last one that failed
    std::optional<capture::Summary> refusal; // the last one of any other reason
    QString refusedLine; // what that one asked for: "POST /hook HTTP/1.1"; empty: not known
    QString publicUrl; // empty: not known
    bool reached = false; // the public URL has been tried, and leads here
    qint64 now = 0; // microseconds since the epoch
};

// Whether a failed handshake's sentence says that the sender does not trust our certificate.
bool refusesCertificate(const QString &sentence);

// The latest rows of the three kinds; of a great many rows the latest alone are looked at.
void findLatest(const models::DeliveryRows &rows, ArrivalFacts &facts);

// The beginning of the first line of what a sender sent, as text; empty where it is no line of
// HTTP.
QString requestLine(const QByteArray &bytes);

ArrivalCheck checkListener(const ArrivalFacts &facts);
ArrivalCheck checkCertificate(const ArrivalFacts &facts);
ArrivalCheck checkHandshakes(const ArrivalFacts &facts);
ArrivalCheck checkRefusals(const ArrivalFacts &facts);
ArrivalCheck checkLastWebhook(const ArrivalFacts &facts);
ArrivalCheck checkPublicUrl(const ArrivalFacts &facts);
ArrivalCheck checkSmile(const ArrivalFacts &facts); // what only the user can see

} // namespace ui
