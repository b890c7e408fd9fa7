// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/accounts.h"

#include <QDeadlineTimer>
#include <QHash>

#include <algorithm>

namespace models
{

namespace
{

constexpr int mostMilliseconds = 30;
constexpr qsizetype askedAtOnce = 4096; // rows between two looks at the clock
constexpr qsizetype mostAccounts = 5000; // that are told apart
constexpr qsizetype mostTopics = 20; // of one account

// It has stopped when ten of its gaps have passed, and an hour: fewer say nothing.
constexpr qint64 leastSilence = 3'600'000'000; // microseconds
constexpr qint64 gapsOfSilence = 10;
constexpr qint64 leastWebhooks = 5; // that make a pace

struct Tally {
    QList<quint32> topics;
    QList<quint32> verifiedTopics;
    quint32 scheme = 0;
    qint64 webhooks = 0;
    qint64 verified = 0;
    qint64 troubled = 0;
    qint64 firstAt = std::numeric_limits<qint64>::max();
    qint64 lastAt = std::numeric_limits<qint64>::min();

    void add(const PackedRow &row)
    {
        if (webhooks == 0) // rows are asked from the latest on
            scheme = row.scheme;
        ++webhooks;
        troubled += row.troubled();
        firstAt = std::min(firstAt, row.receivedAt);
        lastAt = std::max(lastAt, row.receivedAt);
        addTopic(topics, row.topic);
        if (row.signatureVerdict() != signature::Signature::Verified)
            return;
        ++verified;
        addTopic(verifiedTopics, row.topic);
    }

    static void addTopic(QList<quint32> &topics, quint32 topic)
    {
        if (topic != 0 && topics.size() < mostTopics && !topics.contains(topic))
            topics.append(topic);
    }

    bool silentAt(qint64 latest) const
    {
        if (webhooks < leastWebhooks)
            return false;
        const qint64 gap = (lastAt - firstAt) / (webhooks - 1);
        return latest - lastAt > std::max(leastSilence, gapsOfSilence * gap);
    }
};

Account accountOf(const DeliveryRows &rows, quint32 name, const Tally &tally, qint64 latest)
{
    Account account{.name = rows.text(name),
                    .scheme = rows.text(tally.scheme),
                    .webhooks = tally.webhooks,
                    .verified = tally.verified,
                    .troubled = tally.troubled,
                    .firstAt = tally.firstAt,
                    .lastAt = tally.lastAt,
                    .stopped = tally.silentAt(latest)};
    for (const quint32 topic : tally.topics)
        account.topics.append(rows.text(topic));
    for (const quint32 topic : tally.verifiedTopics)
        account.verifiedTopics.append(rows.text(topic));
    account.topics.sort();
    account.verifiedTopics.sort();
    return account;
}

} // namespace

Accounts accountsOf(const DeliveryRows &rows)
{
    Accounts found;
    QHash<quint32, Tally> tallies;
    qint64 latest = std::numeric_limits<qint64>::min();
    const QDeadlineTimer until(mostMilliseconds);
    for (qsizetype row = rows.size() - 1; row >= 0; --row) {
        if (row % askedAtOnce == 0 && row > 0 && until.hasExpired()) {
            found.whole = false;
            break;
        }
        const PackedRow &packed = rows[row];
        if (packed.rejected() || packed.test)
            continue;
        latest = std::max(latest, packed.receivedAt);
        if (packed.account == 0)
            ++found.nameless;
        else if (tallies.size() < mostAccounts || tallies.contains(packed.account))
            tallies[packed.account].add(packed);
        else
            found.whole = false;
    }
    for (const auto &[name, tally] : tallies.asKeyValueRange())
        found.accounts.append(accountOf(rows, name, tally, latest));
    std::sort(found.accounts.begin(), found.accounts.end(), [](const Account &a, const Account &b) {
        return a.lastAt != b.lastAt ? a.lastAt > b.lastAt : a.name < b.name;
    });
    return found;
}

} // namespace models
