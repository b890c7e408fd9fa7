// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"
#include "models/localtimes.h"
#include "ui/messagebar.h"
#include "ui/notices.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QUrl>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using core::ErrorKind;
using inspector::Inspector;
using Kind = Message::Kind;

constexpr qint64 nearlyFull = 1024 * 1024; // bytes free
constexpr qsizetype mostTargets = 3; // that are offered

void Notices::connectStore()
{
    connect(&m_inspector, &Inspector::opened, this, [this](const auto &facts) {
        m_bar.dismiss(u"open"_s);
        m_bar.dismiss(u"store"_s);
        m_bar.dismiss(u"failed"_s);
        forgetStoreLimit();
        m_newest = 0;
        if (facts.readOnly)
            m_bar.show({.key = u"open"_s,
                        .kind = Kind::Warning,
                        .title = tr("The store is open read-only"),
                        .text = tr("Nothing can be received, marked or changed in it.")});
    });
    connect(&m_inspector, &Inspector::openFailed, this, &Notices::tellOpenFailed);
    connect(&m_inspector, &Inspector::storeFailed, this, &Notices::tellStoreFailed);
    connect(&m_inspector, &Inspector::storeRecovered, this, [this] {
        m_bar.dismiss(u"failed"_s);
        if (!m_bar.has(u"store"_s)) // No webhook was refused.
            return;
        m_bar.show({.key = u"store"_s,
                    .kind = Kind::Success,
                    .title = tr("Webhooks are stored again"),
                    .text = tr("What was refused in the meantime, senders try again."),
                    .seconds = 15});
    });
    connect(&m_inspector, &Inspector::failed, this, &Notices::tellFailed);
    connect(&m_inspector, &Inspector::forwardFailed, this, &Notices::tellForwardFailed);
    connect(&m_inspector, &Inspector::forwardRecovered, this,
            [this](const QString &target) { m_bar.dismiss(u"forward "_s + target); });
    connect(&m_inspector, &Inspector::trimmed, this, &Notices::tellStoreLimit);
    connect(&m_inspector, &Inspector::retentionChanged, this, &Notices::forgetStoreLimit);
    connect(&m_inspector, &Inspector::waitingForwardsChanged, this, &Notices::tellStranded);
    connect(&m_inspector, &Inspector::endpointsChanged, this, &Notices::tellStranded);
}

void Notices::forgetStoreLimit()
{
    m_toldStoreLimit = StoreLimit::Kept;
    m_bar.dismiss(u"limit"_s);
}

// Who limits the age or the number expects it; the size fills up unnoticed. The oldest go first and
// no more than must, so that the newest goes only where what stays in any case is too much alone.
void Notices::tellStoreLimit(const QList<qint64> &gone, capture::Excess why)
{
    const auto store = m_inspector.store();
    if (why != capture::Excess::Size || !store || gone.isEmpty())
        return;
    const bool newest = m_newest != 0 && gone.last() >= m_newest;
    const StoreLimit now = newest ? StoreLimit::NewestGo : StoreLimit::OldestGo;
    const StoreLimit told = std::exchange(m_toldStoreLimit, now);
    if (told == now)
        return;
    if (told == StoreLimit::NewestGo)
        return m_bar.dismiss(u"limit"_s); // there is room for new ones again
    m_bar.show(storeLimit(store->retention.bytes));
}

Message Notices::storeLimit(qint64 bytes)
{
    Message message{.key = u"limit"_s,
                    .kind = Kind::Warning,
                    .title = tr("The store reached %1").arg(core::byteSize(bytes)),
                    .text = tr("Listening goes on; the oldest unmarked webhooks are removed."),
                    .choices = {{tr("New store…"), [this] { Q_EMIT newStoreWanted(); }},
                                {tr("Raise limit…"), [this] { Q_EMIT storageWanted(); }, true}}};
    if (m_toldStoreLimit != StoreLimit::NewestGo)
        return message;
    message.title = tr("New webhooks are removed at once");
    message.text = tr("What stays in any case, as marked webhooks do, takes more than the limit of "
                      "%1 alone.")
                       .arg(core::byteSize(bytes));
    return message;
}

static QString keyOf(const capture::ForwardQueue &queue)
{
    return u"stranded "_s + queue.endpoint + u' ' + queue.target;
}

// Who switched a target off did not take it away; what waits for it is shown at the target.
static bool isTarget(const QList<capture::Endpoint> &endpoints, const capture::ForwardQueue &queue)
{
    return std::ranges::any_of(endpoints, [&queue](const capture::Endpoint &endpoint) {
        return endpoint.path == queue.endpoint
            && std::ranges::any_of(endpoint.rules.forwards, [&queue](const auto &rule) {
                   return rule.target == queue.target;
               });
    });
}

static QString shortTarget(const QString &target)
{
    constexpr qsizetype longest = 40;
    const QUrl url(target);
    const QString text = url.authority() + url.path();
    return text.size() <= longest ? text : text.first(24) + u'…' + text.last(15);
}

// What is set wrongly has to be set otherwise; of what was never sent nothing is under Sends.
void Notices::tellForwardFailed(const QString &target, const core::Error &error)
{
    Message message{.key = u"forward "_s + target,
                    .kind = Kind::Warning,
                    .title = error.what,
                    .text = models::withLocalTimes(error.why)};
    if (error.kind != ErrorKind::Unusable) {
        message.text = tr("%1 What came of each is under Sends.").arg(message.text);
        return m_bar.show(message);
    }
    for (const capture::Endpoint &endpoint : m_inspector.endpoints()) {
        if (std::ranges::any_of(endpoint.rules.forwards, [&target](const auto &rule) {
                return rule.enabled && rule.target == target;
            })) {
            message.choices.append(
                {tr("Send on to…"), [this, path = endpoint.path] { Q_EMIT forwardsWanted(path); }});
            break;
        }
    }
    m_bar.show(message);
}

// Each once, until it is settled or changes.
void Notices::tellStranded()
{
    QList<capture::ForwardQueue> queues = m_inspector.strandedForwards();
    queues.removeIf([this](const auto &queue) { return isTarget(m_inspector.endpoints(), queue); });
    const QList<capture::ForwardQueue> told = std::exchange(m_toldStranded, queues);
    for (const capture::ForwardQueue &queue : told) {
        if (!queues.contains(queue))
            m_bar.dismiss(keyOf(queue));
    }
    for (const capture::ForwardQueue &queue : std::as_const(queues)) {
        if (!told.contains(queue))
            m_bar.show(stranded(queue));
    }
}

Message Notices::stranded(const capture::ForwardQueue &queue)
{
    const bool one = queue.waiting == 1;
    Message message{
        .key = keyOf(queue),
        .kind = Kind::Warning,
        .title = one ? tr("A webhook waits for a target that is gone")
                     : tr("%L1 webhooks wait for a target that is gone").arg(queue.waiting),
        .text = tr("Nothing is sent on from %1 to %2 any more. What waits is kept for a day.")
                    .arg(queue.endpoint, queue.target)};
    message.choices.append({one ? tr("Drop it") : tr("Drop them"),
                            [this, queue] { m_inspector.dropForwards(queue); }});
    const capture::Endpoint *now = capture::match(m_inspector.endpoints(), queue.endpoint.toUtf8());
    if (!now || !now->enabled)
        return message;
    for (const capture::ForwardRule &rule : now->rules.forwards) {
        if (!rule.enabled || message.choices.size() > mostTargets)
            continue;
        const capture::ForwardQueue to{.endpoint = now->path, .target = rule.target};
        message.choices.append({tr("Send to %1").arg(shortTarget(rule.target)),
                                [this, queue, to] { m_inspector.redirectForwards(queue, to); },
                                message.choices.size() == 1});
    }
    return message;
}

void Notices::tellFailed(const core::Error &error)
{
    const auto store = m_inspector.store();
    if (error.kind == ErrorKind::Damaged)
        return m_bar.show(damaged(error, store ? store->path : QString()));
    m_bar.show({.key = u"failed"_s, .kind = Kind::Error, .title = error.what, .text = error.why});
}

void Notices::tellOpenFailed(const core::Error &error)
{
    if (error.kind == ErrorKind::Damaged)
        return m_bar.show(damaged(error, m_storeFile));
    Message message{.key = u"open"_s, .kind = Kind::Error, .title = error.what, .text = error.why};
    message.choices.append({tr("Open another…"), [this] { Q_EMIT openWanted(); }});
    if (error.kind == ErrorKind::Newer || error.kind == ErrorKind::Forbidden) {
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

// Which one it is stands in the sentence: another store may be open meanwhile.
Message Notices::damaged(const core::Error &error, const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    return {.key = u"open"_s,
            .kind = Kind::Error,
            .title
            = name.isEmpty() ? tr("The store is damaged") : tr("The store %1 is damaged").arg(name),
            .text = tr("What is readable can be put into a new store in its place. The damaged "
                       "file is kept."),
            .details = core::describe(error),
            .choices
            = {{tr("Open another…"), [this] { Q_EMIT openWanted(); }},
               {tr("Open what is readable"), [this, file] { Q_EMIT rescueWanted(file); }, true}}};
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
