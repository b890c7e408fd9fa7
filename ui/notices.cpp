// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/notices.h"

#include "ui/messagebar.h"
#include "ui/portowner.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHostAddress>
#include <QLocale>
#include <QStorageInfo>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using Kind = Message::Kind;

namespace
{

constexpr qint64 nearlyFull = 1024 * 1024; // bytes free
constexpr int expiryWarningDays = 14;

bool isLoopback(const QString &address)
{
    return address == "localhost"_L1 || QHostAddress(address).isLoopback();
}

} // namespace

Notices::Notices(inspector::Inspector &inspector, MessageBar &bar)
    : QObject(&bar)
    , m_inspector(inspector)
    , m_bar(bar)
{
    connectListener();
    connectStore();
    connectFiles();
}

void Notices::connectListener()
{
    using inspector::Inspector;
    connect(&m_inspector, &Inspector::listeningStarted, this, &Notices::tellListening);
    connect(&m_inspector, &Inspector::listeningStopped, this,
            [this] { m_bar.dismiss(u"public"_s); });
    connect(&m_inspector, &Inspector::listenFailed, this,
            [this](const core::Error &error, quint16 freePort) {
                freePort != 0 ? tellPortTaken(error, freePort) : tellListenFailed(error);
            });
}

void Notices::connectStore()
{
    using inspector::Inspector;
    connect(&m_inspector, &Inspector::opened, this, [this](const auto &facts) {
        m_bar.dismiss(u"open"_s);
        m_bar.dismiss(u"store"_s);
        if (facts.readOnly)
            m_bar.show({.key = u"open"_s,
                        .kind = Kind::Warning,
                        .title = tr("The store is open read-only"),
                        .text = tr("Nothing can be received, marked or changed in it.")});
    });
    connect(&m_inspector, &Inspector::openFailed, this, &Notices::tellOpenFailed);
    connect(&m_inspector, &Inspector::storeFailed, this, &Notices::tellStoreFailed);
    connect(&m_inspector, &Inspector::storeRecovered, this, [this] {
        m_bar.show({.key = u"store"_s,
                    .kind = Kind::Success,
                    .title = tr("Webhooks are stored again"),
                    .text = tr("What was refused in the meantime, senders try again."),
                    .seconds = 15});
    });
    connect(&m_inspector, &Inspector::failed, this, [this](const core::Error &error) {
        m_bar.show(
            {.key = u"failed"_s, .kind = Kind::Error, .title = error.what, .text = error.why});
    });
}

void Notices::connectFiles()
{
    using inspector::Inspector;
    connect(&m_inspector, &Inspector::keychainUnavailable, this, &Notices::tellKeychain);
    connect(&m_inspector, &Inspector::secretsChanged, this, [this] {
        if (!m_inspector.secretFacts().isEmpty())
            m_bar.dismiss(u"first"_s); // it may ask for one
    });
    connect(&m_inspector, &Inspector::exported, this, [this](const QString &file, qint64 count) {
        m_bar.show(
            {.key = u"export"_s,
             .kind = Kind::Success,
             .title = tr("%n webhook(s) exported", nullptr, int(count)),
             .text = tr("Secrets are never exported. %1").arg(file),
             .choices = {{tr("Show in folder"), [this, file] { Q_EMIT folderWanted(file); }}},
             .seconds = 30});
    });
    connect(&m_inspector, &Inspector::exportFailed, this, [this](const core::Error &error) {
        m_bar.show(
            {.key = u"export"_s, .kind = Kind::Error, .title = error.what, .text = error.why});
    });
}

void Notices::tellPortTaken(const core::Error &error, quint16 freePort)
{
    const std::optional<PortOwner> owner = portOwner(m_settings.port);
    const QString holder = owner
        ? tr("“%1” (process %2) holds the port.").arg(owner->name).arg(owner->process)
        : tr("A program of another user holds the port.");
    inspector::Settings elsewhere = m_settings;
    elsewhere.port = freePort;
    m_bar.show(
        {.key = u"listen"_s,
         .kind = Kind::Error,
         .title = tr("Port %1 is used by another program").arg(m_settings.port),
         .text = tr("Listening did not start. %1 Captured webhooks are not affected.").arg(holder),
         .details = core::describe(error),
         .choices = {{tr("Retry"), [this] { Q_EMIT listenWanted(m_settings); }},
                     {tr("Listen on %1").arg(freePort),
                      [this, elsewhere] { Q_EMIT listenWanted(elsewhere); }, true}}});
}

void Notices::tellListenFailed(const core::Error &error)
{
    const bool reserved = m_settings.port > 0 && m_settings.port < 1024;
    Message message{.key = u"listen"_s, .kind = Kind::Error};
    message.choices.append({tr("Settings…"), [this] { Q_EMIT settingsWanted(); }});
    if (reserved) {
        inspector::Settings usual = m_settings;
        usual.port = inspector::Settings().port;
        message.title = tr("Port %1 needs administrator rights").arg(m_settings.port);
        message.text = tr("Use a port above 1023, or let a proxy forward %1.").arg(m_settings.port);
        message.details = core::describe(error);
        message.choices.append(
            {tr("Use %1").arg(usual.port), [this, usual] { Q_EMIT listenWanted(usual); }, true});
    } else {
        message.title = error.what;
        message.text = error.why;
        message.choices.append({tr("Retry"), [this] { Q_EMIT listenWanted(m_settings); }, true});
    }
    m_bar.show(message);
}

void Notices::tellListening(const listener::Listening &listening)
{
    m_bar.dismiss(u"listen"_s);
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
    const std::optional<tls::Identity> identity = m_inspector.identity();
    if (!identity || identity->chain.isEmpty())
        return;
    const QDateTime expiry = identity->chain.first().expiryDate();
    if (QDateTime::currentDateTimeUtc().daysTo(expiry) > expiryWarningDays)
        return;
    m_bar.show({.key = u"expiry"_s,
                .kind = Kind::Warning,
                .title = tr("The certificate expires on %1")
                             .arg(QLocale().toString(expiry.date(), QLocale::ShortFormat)),
                .text = tr("From then on senders refuse the connection."),
                .choices = {{tr("Choose another…"), [this] { Q_EMIT settingsWanted(); }}}});
}

void Notices::tellOpenFailed(const core::Error &error)
{
    m_bar.show({.key = u"open"_s,
                .kind = Kind::Error,
                .title = error.what,
                .text = error.why,
                .choices = {{tr("Open read-only"), [this] { Q_EMIT reopenWanted(true); }},
                            {tr("Retry"), [this] { Q_EMIT reopenWanted(false); }},
                            {tr("New store…"), [this] { Q_EMIT newStoreWanted(); }},
                            {tr("Open another…"), [this] { Q_EMIT openWanted(); }, true}}});
}

void Notices::tellStoreFailed(const core::Error &error)
{
    const auto store = m_inspector.store();
    const QStorageInfo disk(store ? QFileInfo(store->path).absolutePath() : QString());
    const bool full = disk.isValid() && disk.bytesAvailable() < nearlyFull;
    m_bar.show({.key = u"store"_s,
                .kind = Kind::Error,
                .title = full ? tr("The disk is full; webhooks are refused with 503")
                              : tr("Webhooks are refused with 503"),
                .text = full ? tr("Senders will try again. Nothing answered with 2xx is lost. "
                                  "Storing goes on by itself when there is space.")
                             : tr("%1 Senders will try again. Nothing answered with 2xx is lost.")
                                   .arg(core::describe(error)),
                .details = core::describe(error),
                .closable = false});
}

void Notices::tellKeychain(const QString &why)
{
    m_bar.show({.key = u"keychain"_s,
                .kind = Kind::Warning,
                .title = tr("No keyring service found"),
                .text = tr("Secrets are kept until you close the app."),
                .details = why});
}

void Notices::watchArrivals(const QList<capture::Summary> &rows)
{
    for (const capture::Summary &row : rows) {
        if (row.rejection == capture::Reason::TlsHandshake && !m_toldCertificate)
            tellRefusedCertificate(row);
        if (row.rejection == capture::Reason::PlainHttp && !m_toldPlainHttp)
            tellPlainHttp(row);
    }
}

void Notices::tellRefusedCertificate(const capture::Summary &row)
{
    m_toldCertificate = true;
    m_bar.show({.key = u"certificate"_s,
                .kind = Kind::Warning,
                .title = tr("A TLS handshake failed"),
                .text = tr("%1 Nothing was received.").arg(row.text),
                .choices = {{tr("Public address…"), [this] { Q_EMIT reachWanted(); }},
                            {tr("Trust local CA…"), [this] { Q_EMIT trustWanted(); }, true}}});
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

void Notices::greetFirst(const capture::Summary &row)
{
    const bool ping = row.topic == "ping"_L1;
    int status = capture::ResponseProfile().status;
    for (const capture::Endpoint &endpoint : m_inspector.endpoints()) {
        if (endpoint.path == row.endpoint)
            status = endpoint.profile.status;
    }
    const QString came = row.test ? tr("The test ping arrived and was answered with %1.")
        : ping                    ? tr("Smile's ping arrived and was answered with %1.")
                                  : tr("The first webhook arrived and was answered with %1.");
    Message message{.key = u"first"_s, .kind = Kind::Success, .title = came.arg(status)};
    if (ping && !row.test)
        message.text = tr("Next: subscribe to customer/updated.");
    if (row.signature == signature::Signature::NoSecret) {
        message.text = tr("Its signature cannot be checked yet.");
        message.choices.append({tr("Add secret…"), [this] { Q_EMIT secretsWanted(); }, true});
    }
    m_bar.show(message);
}

void Notices::setOverloaded(bool overloaded)
{
    if (!overloaded)
        return m_bar.dismiss(u"overload"_s);
    m_bar.show({.key = u"overload"_s,
                .kind = Kind::Info,
                .title = tr("Webhooks arrive faster than they can be shown"),
                .text = tr("All are stored. The list updates twice a second."),
                .closable = false});
}

} // namespace ui
