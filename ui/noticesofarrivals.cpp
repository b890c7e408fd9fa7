// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/rowtext.h"
#include "signature/catalogue.h"
#include "ui/dialogs/arrivalchecks.h"
#include "ui/messagebar.h"
#include "ui/notices.h"
#include "ui/timesettings.h"

#include <QProcess>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using Kind = Message::Kind;

void Notices::watchArrivals(const QList<capture::Summary> &rows)
{
    for (const capture::Summary &row : rows) {
        m_newest = std::max(m_newest, row.id);
        if (row.rejection == capture::Reason::TlsHandshake)
            tellFailedHandshake(row);
        if (row.rejection == capture::Reason::PlainHttp && !m_toldPlainHttp)
            tellPlainHttp(row);
        if (row.rejection == capture::Reason::BodyTooLarge)
            tellTooLarge(row);
    }
    watchClock(rows);
}

// A scan of the port must not hide that a sender does not trust the certificate.
void Notices::tellFailedHandshake(const capture::Summary &row)
{
    if (m_toldHandshakes.contains(row.text))
        return;
    m_toldHandshakes.insert(row.text);
    const bool refused = refusesCertificate(row.text);
    Message message{.key = refused ? u"certificate"_s : u"handshake"_s,
                    .kind = Kind::Warning,
                    .title = tr("A TLS handshake failed"),
                    .text = tr("%1 Nothing was received.").arg(row.text)};
    if (refused)
        message.choices = {{tr("Public address…"), [this] { Q_EMIT reachWanted(); }},
                           {tr("Trust local CA…"), [this] { Q_EMIT trustWanted(); }, true}};
    else
        message.choices = {{tr("Show"), [this, id = row.id] { Q_EMIT rowWanted(id); }}};
    m_bar.show(message);
}

void Notices::tellPlainHttp(const capture::Summary &row)
{
    m_toldPlainHttp = true;
    m_bar.show({.key = u"plain"_s,
                .kind = Kind::Warning,
                .title = tr("A sender used http:// instead of https://"),
                .text = tr("%1 was answered with a hint; no webhook was recorded.").arg(row.peer),
                .choices = {{tr("Copy correct URL"), [this] { Q_EMIT copyUrlWanted(); }, true}}});
}

void Notices::tellTooLarge(const capture::Summary &row)
{
    if (m_bar.has(u"large"_s))
        return;
    m_bar.show(
        {.key = u"large"_s,
         .kind = Kind::Warning,
         .title = tr("A request was larger than allowed"),
         .text = tr("%1 It was answered with 413, and no webhook was recorded.").arg(row.text),
         .choices = {{tr("Show"), [this, id = row.id] { Q_EMIT rowWanted(id); }},
                     {tr("Raise limit…"), [this] { Q_EMIT limitsWanted(); }, true}}});
}

// Freshness is judged with this computer's clock, so a wrong one makes it worthless.
void Notices::watchClock(const QList<capture::Summary> &rows)
{
    m_clock.take(rows);
    const std::optional<qint64> offset = m_clock.offset();
    if (!offset) {
        m_toldOffset.reset();
        return m_bar.dismiss(u"clock"_s);
    }
    if (m_toldOffset && *m_toldOffset / 60 == *offset / 60)
        return;
    m_toldOffset = offset;
    const bool behind = *offset < 0;
    const QString span = models::spanText(std::abs(*offset));
    Message message{
        .key = u"clock"_s,
        .kind = Kind::Warning,
        .title = behind ? tr("This computer's clock is about %1 behind the sender's").arg(span)
                        : tr("Webhooks arrive about %1 after they were signed").arg(span),
        .text = behind ? tr("Freshness is judged with this clock.")
                       : tr("This computer's clock is ahead, or webhooks are held up on the way. "
                            "Freshness is judged with this clock.")};
    const QStringList command = timeSettingsCommand();
    if (!command.isEmpty())
        message.choices.append({tr("Open time settings"), [command] {
                                    QProcess::startDetached(command.first(), command.sliced(1));
                                }});
    m_bar.show(message);
}

// Anybody can send a ping: whether it is Smile's, its signature tells.
static Message doubtfulPing(const capture::Summary &row, int status)
{
    const bool none = row.signature == signature::Signature::Unsigned;
    const QString text = none
        ? Notices::tr("It has no Smile-Signature, so it is probably not Smile's. It was answered "
                      "with %1.")
        : Notices::tr("It is probably not Smile's, or the secret is that of another app. It was "
                      "answered with %1.");
    return {.key = u"first"_s,
            .kind = Kind::Warning,
            .title = none ? Notices::tr("A ping arrived that is not signed")
                          : Notices::tr("A ping arrived whose signature is wrong"),
            .text = text.arg(status)};
}

void Notices::greetFirst(const capture::Summary &row)
{
    using signature::Signature;
    const bool ping = row.topic == "ping"_L1 && row.scheme == signature::smile().id;
    int status = capture::ResponseProfile().status;
    for (const capture::Endpoint &endpoint : m_inspector.endpoints()) {
        if (endpoint.path == row.endpoint)
            status = endpoint.profile.status;
    }
    if (ping && !row.test && row.signature != Signature::Verified
        && row.signature != Signature::NoSecret)
        return m_bar.show(doubtfulPing(row, status));
    const QString came = row.test ? tr("The test ping arrived and was answered with %1.")
        : ping                    ? tr("Smile's ping arrived and was answered with %1.")
                                  : tr("The first webhook arrived and was answered with %1.");
    Message message{.key = u"first"_s, .kind = Kind::Success, .title = came.arg(status)};
    if (ping && !row.test)
        message.text = tr("Next: subscribe to customer/updated.");
    if (row.signature == Signature::NoSecret) {
        message.text = tr("Its signature cannot be checked yet.");
        message.choices.append({tr("Add secret…"), [this] { Q_EMIT secretsWanted(); }, true});
    }
    m_bar.show(message);
}

} // namespace ui
