// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/messagebar.h"
#include "ui/notices.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using core::ErrorKind;
using inspector::Inspector;
using Kind = Message::Kind;

constexpr qint64 nearlyFull = 1024 * 1024; // bytes free

void Notices::connectStore()
{
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
    connect(&m_inspector, &Inspector::failed, this, &Notices::tellFailed);
    connect(&m_inspector, &Inspector::forwardFailed, this,
            [this](const QString &target, const core::Error &error) {
                m_bar.show({.key = u"forward "_s + target,
                            .kind = Kind::Warning,
                            .title = error.what,
                            .text = tr("%1 What came of each is under Sends.").arg(error.why)});
            });
    connect(&m_inspector, &Inspector::forwardRecovered, this,
            [this](const QString &target) { m_bar.dismiss(u"forward "_s + target); });
}

void Notices::tellFailed(const core::Error &error)
{
    if (error.kind == ErrorKind::Damaged)
        return m_bar.show(damaged(error));
    m_bar.show({.key = u"failed"_s, .kind = Kind::Error, .title = error.what, .text = error.why});
}

void Notices::tellOpenFailed(const core::Error &error)
{
    if (error.kind == ErrorKind::Damaged)
        return m_bar.show(damaged(error));
    Message message{.key = u"open"_s, .kind = Kind::Error, .title = error.what, .text = error.why};
    message.choices.append({tr("Open another…"), [this] { Q_EMIT openWanted(); }});
    if (error.kind == ErrorKind::Newer) {
        message.choices.append({tr("Open read-only"), [this] { Q_EMIT reopenWanted(true); }, true});
    } else if (error.kind == ErrorKind::InUse) {
        message.choices.append({tr("Open read-only"), [this] { Q_EMIT reopenWanted(true); }});
        message.choices.append({tr("Retry"), [this] { Q_EMIT reopenWanted(false); }, true});
    } else {
        message.choices.append({tr("New store…"), [this] { Q_EMIT newStoreWanted(); }});
        message.choices.append({tr("Retry"), [this] { Q_EMIT reopenWanted(false); }, true});
    }
    m_bar.show(message);
}

Message Notices::damaged(const core::Error &error)
{
    return {.key = u"open"_s,
            .kind = Kind::Error,
            .title = tr("The store is damaged"),
            .text = tr("What is readable can be put into a new store in its place. The damaged "
                       "file is kept."),
            .details = core::describe(error),
            .choices = {{tr("Open another…"), [this] { Q_EMIT openWanted(); }},
                        {tr("Open what is readable"), [this] { Q_EMIT rescueWanted(); }, true}}};
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
                .choices = {{tr("Save elsewhere…"), [this] { Q_EMIT newStoreWanted(); }},
                            {tr("Try again"), [this] { m_inspector.retryStore(); }, true}},
                .closable = false});
}

// Locked or not there at all: either way secrets are kept in memory, but only the first can be
// mended from here.
void Notices::tellKeychain(const QString &why, bool locked)
{
    Message message{.key = u"keychain"_s,
                    .kind = Kind::Warning,
                    .title = QString(why).chopped(1),
                    .text = tr("Secrets are kept until you close the app.")};
    if (locked) {
        message.text = tr("Secrets that it remembers are not available until it is unlocked.");
        message.choices = {{tr("Use until closed"), [] {}},
                           {tr("Unlock…"), [this] { Q_EMIT recallWanted(); }, true}};
    }
    m_bar.show(message);
}

} // namespace ui
