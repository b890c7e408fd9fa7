// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/accountmodel.h"

#include "models/lens.h"
#include "models/shownbytes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString timeOf(qint64 microseconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(microseconds / 1000),
                              QLocale::ShortFormat);
}

int alignment(AccountModel::Column column)
{
    const bool number
        = column == AccountModel::Column::Webhooks || column == AccountModel::Column::Problems;
    return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

// The nearest whole percents, but never none where there are some, nor all where some are not.
int share(const Account &account)
{
    if (account.troubled == 0)
        return 0;
    const auto percent = int((account.troubled * 200 / account.webhooks + 1) / 2);
    return std::clamp(percent, 1, account.troubled < account.webhooks ? 99 : 100);
}

bool less(const Account &a, const Account &b, AccountModel::Column column)
{
    switch (column) {
    case AccountModel::Column::Name:
        break;
    case AccountModel::Column::Webhooks:
        return a.webhooks < b.webhooks;
    case AccountModel::Column::Problems: // as fractions, without rounding
        return a.troubled * b.webhooks < b.troubled * a.webhooks;
    case AccountModel::Column::LastSeen:
        return a.lastAt < b.lastAt;
    case AccountModel::Column::Topics:
        return a.topics < b.topics;
    }
    return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name;
}

} // namespace

void AccountModel::setAccounts(const QList<Account> &accounts)
{
    beginResetModel();
    m_accounts = accounts;
    order();
    endResetModel();
}

int AccountModel::rowOf(const QString &name) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&name](const Account &one) { return one.name == name; });
    return found == m_accounts.end() ? -1 : int(found - m_accounts.begin());
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accounts.size());
}

int AccountModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Account &account = m_accounts[index.row()];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(account, column);
    case Qt::ToolTipRole:
        return accountText(account);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case WantsAttentionRole:
        return (column == Column::Problems && account.troubled > 0)
            || (column == Column::LastSeen && account.stopped);
    default:
        return {};
    }
}

QString AccountModel::text(const Account &account, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::Name:
        return shownText(account.name);
    case Column::Webhooks:
        return locale.toString(account.webhooks);
    case Column::Problems:
        return account.troubled == 0
            ? tr("none")
            : tr("%1 · %2 %").arg(locale.toString(account.troubled)).arg(share(account));
    case Column::LastSeen:
        return account.stopped ? tr("%1 · stopped").arg(timeOf(account.lastAt))
                               : timeOf(account.lastAt);
    case Column::Topics:
        return shownText(account.topics.join(u", "_s));
    }
    return {};
}

QVariant AccountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) // read by screen readers, though it is hidden
        return role == Qt::DisplayRole ? QVariant(shownText(m_accounts.value(section).name))
                                       : QVariant();
    if (role == Qt::TextAlignmentRole)
        return alignment(Column(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Account");
    case Column::Webhooks:
        return tr("Webhooks");
    case Column::Problems:
        return tr("With problems");
    case Column::LastSeen:
        return tr("Last seen");
    case Column::Topics:
        return tr("Topics");
    }
    return {};
}

void AccountModel::sort(int column, Qt::SortOrder sorted)
{
    if (column < 0 || column >= columns)
        return;
    Q_EMIT layoutAboutToBeChanged();
    QStringList names;
    const QModelIndexList before = persistentIndexList();
    for (const QModelIndex &index : before)
        names.append(m_accounts[index.row()].name);
    m_column = Column(column);
    m_order = sorted;
    order();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(names[i]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void AccountModel::order()
{
    std::stable_sort(
        m_accounts.begin(), m_accounts.end(), [this](const Account &a, const Account &b) {
            return m_order == Qt::AscendingOrder ? less(a, b, m_column) : less(b, a, m_column);
        });
}

// What is not verified anybody may have sent: it says nothing of what an account has granted.
static QString permissionSentence(const Account &account, const LensTopic &topic)
{
    const QString sentence = account.verifiedTopics.contains(topic.name)
        ? AccountModel::tr("%1 needs the permission %2, which it has granted.")
        : account.topics.contains(topic.name)
        ? AccountModel::tr("%1 needs the permission %2. None of those that came is verified, so "
                           "whether it has granted it is not known.")
        : AccountModel::tr("%1 has not come yet; it needs the permission %2 of this account.");
    return sentence.arg(topic.name, topic.permission);
}

QString accountText(const Account &account)
{
    const auto say = [](const char *text) {
        return QCoreApplication::translate("models::AccountModel", text);
    };
    QStringList sentences{
        say("First seen %1, last seen %2.").arg(timeOf(account.firstAt), timeOf(account.lastAt))};
    if (account.verified == 0)
        sentences.append(say("None of its webhooks is verified: anybody may have sent them."));
    if (account.stopped)
        sentences.append(say("It has stopped: other accounts have webhooks since, and by its own "
                             "pace it should have had some. Has it removed the app, or taken a "
                             "permission back?"));
    const LensPtr lens = lensOf(account.scheme);
    const QList<LensTopic> topics = lens ? lens->topics : QList<LensTopic>();
    for (const LensTopic &topic : topics) {
        if (!topic.permission.isEmpty())
            sentences.append(permissionSentence(account, topic));
    }
    return sentences.join(u' ');
}

} // namespace models
