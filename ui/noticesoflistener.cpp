// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/portowner.h"
#include "models/localtimes.h"
#include "ui/messagebar.h"
#include "ui/notices.h"
#include "ui/stilllistening.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using core::ErrorKind;
using inspector::Inspector;
using Kind = Message::Kind;

namespace
{

constexpr int expiryWarningDays = 14;

bool isLoopback(const QString &address)
{
    return address == "localhost"_L1 || QHostAddress(address).isLoopback();
}

QString joined(const QString &first, const QString &second)
{
    return u"%1 %2"_s.arg(first, second).trimmed();
}

// What was tried now, whatever is in use when it is pressed.
Message::Choice retry(Notices &notices, const inspector::Settings &tried, bool main = false)
{
    return {Notices::tr("Retry"), [&notices, tried] { Q_EMIT notices.listenWanted(tried); }, main};
}

Message pauseMessage(Inspector &inspector)
{
    return {
        .key = u"paused"_s,
        .kind = Kind::Warning,
        .title = Notices::tr("Paused: every sender is answered 503"),
        .text = Notices::tr("What comes is kept as rejected, and most senders try again later. A "
                            "sender may disable a webhook that fails for long: Smile does after "
                            "24 hours, for the whole app."),
        .choices = {{Notices::tr("Resume"), [&inspector] { inspector.setPaused(false); }, true}},
        .closable = false};
}

} // namespace

void Notices::connectListener()
{
    connect(&m_inspector, &Inspector::listeningStarted, this, &Notices::tellListening);
    connect(&m_inspector, &Inspector::listeningStopped, this, [this] {
        m_bar.dismiss(u"public"_s);
        m_bar.dismiss(u"expiry"_s);
    });
    connect(&m_inspector, &Inspector::pausedChanged, this, [this](bool paused) {
        paused ? m_bar.show(pauseMessage(m_inspector)) : m_bar.dismiss(u"paused"_s);
    });
    connect(&m_inspector, &Inspector::listenFailed, this,
            [this](const core::Error &error, quint16 freePort) {
                freePort != 0 ? tellPortTaken(error, freePort) : tellListenFailed(error);
                m_settings = workingSettings(m_settings, m_inspector.listening());
            });
}

// Another address on the port that is listened on may be taken, and then it is not we who hold it.
QString Notices::holderOfPort() const
{
    const std::optional<listener::Listening> listening = m_inspector.listening();
    if (listening && listening->port == m_settings.port)
        return tr("Another program holds the port there.");
    return listener::holderOfPort(m_settings.port);
}

void Notices::tellPortTaken(const core::Error &error, quint16 freePort)
{
    const std::optional<listener::Listening> listening = m_inspector.listening();
    const QString so
        = listening ? stillListening(listening, m_settings) : tr("Listening did not start.");
    inspector::Settings elsewhere = m_settings;
    elsewhere.port = freePort;
    m_bar.show({.key = u"listen"_s,
                .kind = Kind::Error,
                .title = tr("Port %1 is used by another program").arg(m_settings.port),
                .text = tr("%1 %2 Captured webhooks are not affected.").arg(so, holderOfPort()),
                .details = core::describe(error),
                .choices = {retry(*this, m_settings),
                            {tr("Listen on %1").arg(freePort),
                             [this, elsewhere] { Q_EMIT listenWanted(elsewhere); }, true}}});
}

void Notices::tellListenFailed(const core::Error &error)
{
    switch (error.kind) {
    case ErrorKind::Forbidden:
        if (m_settings.port < 1024)
            return m_bar.show(portReserved(error));
        break;
    case ErrorKind::NoSuchAddress:
        return m_bar.show(noSuchAddress(m_settings.address));
    case ErrorKind::PasswordNeeded:
    case ErrorKind::Expired:
    case ErrorKind::Unusable:
        return m_bar.show(certificateTrouble(error));
    default:
        break;
    }
    m_bar.show({.key = u"listen"_s,
                .kind = Kind::Error,
                .title = error.what,
                .text = joined(error.why, stillListening(m_inspector.listening(), m_settings)),
                .choices = {{tr("Settings…"), [this] { Q_EMIT settingsWanted(); }},
                            retry(*this, m_settings, true)}});
}

Message Notices::portReserved(const core::Error &error)
{
    inspector::Settings usual = m_settings;
    usual.port = inspector::Settings().port;
    return {
        .key = u"listen"_s,
        .kind = Kind::Error,
        .title = tr("Port %1 needs administrator rights").arg(m_settings.port),
        .text = joined(tr("Use a port above 1023, or let a proxy forward %1.").arg(m_settings.port),
                       stillListening(m_inspector.listening(), m_settings)),
        .details = core::describe(error),
        .choices
        = {{tr("Settings…"), [this] { Q_EMIT settingsWanted(); }},
           {tr("Use %1").arg(usual.port), [this, usual] { Q_EMIT listenWanted(usual); }, true}}};
}

Message Notices::noSuchAddress(const QString &address)
{
    inspector::Settings here = m_settings;
    here.address = inspector::Settings().address;
    const QString still = stillListening(m_inspector.listening(), m_settings);
    return {.key = u"listen"_s,
            .kind = Kind::Error,
            .title = tr("The address %1 is not available").arg(address),
            .text = joined(tr("This computer has no such address now."),
                           still.isEmpty() ? tr("Nothing is received.") : still),
            .choices
            = {retry(*this, m_settings),
               {tr("Listen on localhost"), [this, here] { Q_EMIT listenWanted(here); }, true}}};
}

void Notices::tellAddressGone(const QString &address)
{
    Message message = noSuchAddress(address);
    message.title = tr("The address %1 is no longer available").arg(address);
    message.text = tr("The network changed; listening stopped.");
    m_bar.show(message);
}

// The running certificate, if there is one, stays.
Message Notices::certificateTrouble(const core::Error &error)
{
    const bool own = !m_settings.certificateFile.isEmpty();
    inspector::Settings local = m_settings;
    local.certificateFile.clear();
    local.keyFile.clear();
    const QString why = models::withLocalTimes(error.why);
    Message message{.key = u"listen"_s, .kind = Kind::Error, .title = error.what, .text = why};
    if (own)
        message.choices.append(
            {tr("Use the local one"), [this, local] { Q_EMIT listenWanted(local); }});
    if (error.kind == ErrorKind::PasswordNeeded && own) {
        message.kind = Kind::Warning;
        const QString still = stillListening(m_inspector.listening(), m_settings);
        message.title = tr("The certificate's key is locked");
        message.text
            = tr("%1 %2 The password is never stored, so it is asked for at each start.")
                  .arg(why,
                       still.isEmpty() ? tr("Nothing is received until you enter it.") : still);
        message.details = core::describe(error);
        message.choices.append({tr("Enter password…"),
                                [this, own = m_settings] { Q_EMIT passwordWanted(own); }, true});
    } else if (own) {
        if (error.kind == ErrorKind::Expired) {
            message.title = tr("The certificate has expired");
            message.text = tr("%1 Senders would refuse the connection.").arg(why);
        }
        message.choices.append(
            {tr("Choose another…"), [this] { Q_EMIT certificateWanted(); }, true});
    } else {
        message.choices.append(retry(*this, m_settings));
        message.choices.append(
            {tr("Make a new one"), [this] { Q_EMIT newCertificateWanted(); }, true});
    }
    return message;
}

void Notices::tellNewAuthority()
{
    m_bar.show({.key = u"authority"_s,
                .kind = Kind::Success,
                .title = tr("A new local CA was made"),
                .text = tr("Programs that trusted the one before refuse the connection until they "
                           "trust the new one."),
                .choices = {{tr("Trust local CA…"), [this] { Q_EMIT trustWanted(); }, true}}});
}

void Notices::tellListening(const listener::Listening &listening)
{
    m_bar.dismiss(u"listen"_s);
    m_bar.dismiss(u"public"_s);
    m_bar.dismiss(u"expiry"_s);
    if (!listening.warning.isEmpty())
        m_bar.show({.key = u"listen"_s,
                    .kind = Kind::Warning,
                    .title = tr("Listening with a restriction"),
                    .text = listening.warning});
    if (!isLoopback(listening.address))
        m_bar.show(
            {.key = u"public"_s,
             .kind = Kind::Warning,
             .title = tr("Other computers can reach this listener"),
             .text = tr("It listens on %1, not only on this computer.").arg(listening.address),
             .choices = {{tr("Settings…"), [this] { Q_EMIT settingsWanted(); }}}});
    tellExpiry();
}

void Notices::tellExpiry()
{
    const std::optional<tls::Identity> identity = m_inspector.identity();
    if (!identity || identity->chain.isEmpty())
        return;
    const QDateTime expiry = identity->chain.first().expiryDate();
    if (QDateTime::currentDateTimeUtc().daysTo(expiry) > expiryWarningDays)
        return;
    m_bar.show(
        {.key = u"expiry"_s,
         .kind = Kind::Warning,
         .title = tr("The certificate expires on %1")
                      .arg(QLocale().toString(expiry.toLocalTime().date(), QLocale::ShortFormat)),
         .text = tr("From then on senders refuse the connection."),
         .choices = {{tr("Choose another…"), [this] { Q_EMIT certificateWanted(); }}}});
}

} // namespace ui
