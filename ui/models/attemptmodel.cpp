// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attemptmodel.h"

#include "capture/outcome.h"
#include "models/attemptchanges.h"
#include "models/attempttime.h"
#include "models/localtimes.h"
#include "models/rowtext.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using capture::Attempt;

QString signingText(const QString &word)
{
    static const QHash<QString, const char *> texts{
        {u"as-received"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "As received")},
        {u"kept"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "Kept original")},
        {u"now"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "Signed now")},
        {u"signed"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "Signed again")},
        {u"stale"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "Signed, stale")},
        {u"future"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "Signed, in the future")},
        {u"wrong"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "Wrong on purpose")},
        {u"none"_s, QT_TRANSLATE_NOOP("models::AttemptModel", "No signature")}};
    const char *text = texts.value(word, nullptr);
    return text ? AttemptModel::tr(text) : word;
}

static QString firstSentence(const QString &text)
{
    const qsizetype end = text.indexOf(". "_L1);
    return end >= 0 ? text.first(end) : text.endsWith(u'.') ? text.chopped(1) : text;
}

QString resultText(const Attempt &attempt)
{
    if (!attempt.response && attempt.times.firstByte >= 0)
        return AttemptModel::tr("No whole answer");
    if (!attempt.response)
        return AttemptModel::tr("No answer");
    return u"%1 %2"_s.arg(attempt.response->status)
        .arg(QString::fromUtf8(attempt.response->reason))
        .trimmed();
}

// In a list nobody says more of it.
static QString resultWithReason(const Attempt &attempt)
{
    if (attempt.response || !attempt.error || attempt.error->why.isEmpty())
        return resultText(attempt);
    return AttemptModel::tr("%1: %2").arg(resultText(attempt),
                                          withLocalTimes(firstSentence(attempt.error->why)));
}

static const QString casePrefix = u"case:"_s; // as resend::caseSource() writes it

QString caseOf(const Attempt &attempt)
{
    return attempt.source.startsWith(casePrefix) ? attempt.source.sliced(casePrefix.size())
                                                 : QString();
}

void AttemptModel::setAttempts(const QList<Attempt> &attempts)
{
    beginResetModel();
    m_attempts = attempts;
    forgetTold();
    endResetModel();
}

void AttemptModel::setReceived(const capture::DeliveryPtr &received,
                               const signature::Scheme &scheme, const Unsaid &unsaid)
{
    m_received = received;
    m_scheme = scheme;
    m_unsaid = unsaid;
    forgetTold();
    if (!m_attempts.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

void AttemptModel::setJudge(const Judge &judge)
{
    m_judge = judge;
    if (m_attempts.isEmpty())
        return;
    const int column = int(Column::Result);
    Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void AttemptModel::setCaseTitles(const std::function<QString(const QString &)> &titles)
{
    m_caseTitles = titles;
}

void AttemptModel::forgetTold()
{
    m_changes = QStringList(m_attempts.size());
    m_timestamps = QStringList(m_attempts.size());
}

// What tells cases apart stands near the beginning, where a narrow column shows it.
QString AttemptModel::kind(const Attempt &sent, bool whole) const
{
    if (sent.source == "forward"_L1)
        return tr("Forwarded");
    if (sent.source == "ping"_L1)
        return tr("Test ping");
    const QString id = caseOf(sent);
    if (id.isEmpty())
        return tr("Re-sent");
    const QString title = m_caseTitles ? m_caseTitles(id) : QString();
    return (whole ? tr("Test case: %1") : tr("Test: %1")).arg(title.isEmpty() ? id : title);
}

QString AttemptModel::result(const Attempt &sent) const
{
    QString text = resultWithReason(sent);
    if (const auto judged = m_judge ? m_judge(sent) : std::nullopt)
        text = tr("%1, %2").arg(text, judged->words);
    return sent.certificateChecked ? text : tr("%1 · not checked").arg(text);
}

// What is refused rightly is no failure.
bool AttemptModel::succeeded(const Attempt &sent) const
{
    const auto judged = m_judge ? m_judge(sent) : std::nullopt;
    return judged ? judged->met : capture::succeeded(sent);
}

static QString shortDigest(const QByteArray &digest)
{
    return QString::fromLatin1(digest.first(std::min<qsizetype>(digest.size(), 6)).toHex()) + u'…';
}

// It takes reading the request, so only for the rows that are looked at.
QString AttemptModel::timestamp(int row) const
{
    QString &kept = m_timestamps[m_timestamps.size() - 1 - row];
    if (kept.isEmpty() && m_received)
        kept = timestampChoice(*m_received, m_scheme, attempt(row));
    return kept;
}

// Two bodies are compared for it, so only for the rows that are looked at.
QString AttemptModel::changes(int row) const
{
    QString &kept = m_changes[m_changes.size() - 1 - row];
    if (kept.isEmpty() && m_received)
        kept = changesText(*m_received, m_unsaid ? m_unsaid(attempt(row)) : QByteArrayList(),
                           attempt(row));
    return kept;
}

const Attempt &AttemptModel::attempt(int row) const
{
    return m_attempts[m_attempts.size() - 1 - row];
}

int AttemptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_attempts.size());
}

int AttemptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString AttemptModel::text(int row, Column column) const
{
    const Attempt &sent = attempt(row);
    switch (column) {
    case Column::Number:
        return QString::number(m_attempts.size() - row);
    case Column::Sent:
        return QDateTime::fromMSecsSinceEpoch(sent.sentAt / 1000).toString(u"HH:mm:ss.zzz"_s);
    case Column::Kind:
        return kind(sent, false);
    case Column::Target:
        return sent.target;
    case Column::Signing:
        return sent.secret.isEmpty() ? signingText(sent.signing)
                                     : tr("%1, %2").arg(signingText(sent.signing), sent.secret);
    case Column::Timestamp:
        return timestamp(row);
    case Column::Result:
        return result(sent);
    case Column::Time:
        return tr("%L1 ms").arg(sent.times.total);
    case Column::Changes:
        return changes(row);
    }
    return {};
}

QVariant AttemptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Attempt &sent = attempt(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), column);
    case Qt::ToolTipRole:
        if (column == Column::Sent)
            return fullTimeText(sent.sentAt);
        if (column == Column::Target && !sent.proxy.isEmpty())
            return tr("%1, through the proxy %2").arg(sent.target, sent.proxy);
        if (column == Column::Kind)
            return sent.bodyDigest.isEmpty()
                ? kind(sent, true)
                : tr("%1\nBody that went out, SHA-256: %2")
                      .arg(kind(sent, true), shortDigest(sent.bodyDigest));
        if (column == Column::Result && sent.error)
            return withLocalTimes(core::describe(*sent.error));
        if (column == Column::Result && !sent.certificateChecked)
            return tr("The target's certificate was not checked.");
        return text(index.row(), column);
    case Qt::TextAlignmentRole:
        return column == Column::Time ? int(Qt::AlignRight | Qt::AlignVCenter)
                                      : int(Qt::AlignLeft | Qt::AlignVCenter);
    case SucceededRole:
        return succeeded(sent);
    default:
        return {};
    }
}

QVariant AttemptModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount()
            ? tr("Send %1, %2").arg(text(section, Column::Number), text(section, Column::Result))
            : QVariant();
    switch (Column(section)) {
    case Column::Number:
        return tr("Send");
    case Column::Sent:
        return tr("Sent");
    case Column::Kind:
        return tr("Kind");
    case Column::Target:
        return tr("Target");
    case Column::Signing:
        return tr("Signature");
    case Column::Timestamp:
        return tr("Timestamp");
    case Column::Result:
        return tr("Result");
    case Column::Time:
        return tr("Time");
    case Column::Changes:
        return m_received ? tr("Changes against #%1").arg(m_received->id) : tr("Changes");
    }
    return {};
}

} // namespace models
