// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"
#include "models/deliverymodel.h"
#include "models/localtimes.h"
#include "models/shownbytes.h"
#include "signature/catalogue.h"

#include <QLocale>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

namespace
{

constexpr QStringView separator = u" · ";

bool alignsRight(Column column)
{
    return column == Column::Number || column == Column::Size || column == Column::Reply
        || column == Column::Duration || column == Column::Age;
}

// Versions are told as numbers too, so that they stand without quotes.
bool isNumber(const std::optional<json::ShortValue> *value)
{
    return value && *value && (*value)->kind == json::Kind::Number
        && QByteArrayView("-0123456789").contains((*value)->text.left(1));
}

QString spokenRow(const PackedRow &row)
{
    if (row.rejected())
        return DeliveryModel::tr("Rejected request %1, %2")
            .arg(row.id)
            .arg(capture::title(capture::Reason(row.rejection)));
    const Signature verdict = row.signatureVerdict();
    const bool bare = verdict != Signature::Invalid && verdict != Signature::Malformed;
    return (bare ? DeliveryModel::tr("Webhook %1, %2")
                 : DeliveryModel::tr("Webhook %1, %2 signature"))
        .arg(row.id)
        .arg(signatureWord(verdict));
}

} // namespace

QStringList DeliveryModel::tags(const PackedRow &row) const
{
    QStringList tags;
    if (row.imported())
        tags.append(row.copied ? tr("Imported copy") : tr("Imported"));
    if (hasDraft(row.id))
        tags.append(tr("Draft"));
    if (row.test)
        tags.append(tr("Test"));
    if (row.replayed)
        tags.append(tr("Replayed"));
    else if (row.repeated())
        tags.append(tr("Attempt %L1").arg(row.attempt));
    if (row.overtaken)
        tags.append(tr("Overtaken"));
    if (row.drifted)
        tags.append(tr("Drift"));
    if (row.note != 0)
        tags.append(tr("Note"));
    return tags;
}

QVariant DeliveryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint32 row = m_visible[size_t(index.row())];
    const PackedRow &packed = m_rows[row];
    const auto column = Column(index.column());
    if (index.column() >= models::columnCount
        && (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return addedData(packed, index.column() - models::columnCount, role);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::ToolTipRole:
        return tip(row, column);
    case Qt::AccessibleTextRole:
        if (column == Column::Mark)
            return packed.marked ? tr("Marked") : tr("Not marked");
        if (column == Column::Summary)
            return (QStringList(displayText(row, column)) + tags(packed)).join(u", "_s);
        return displayText(row, column);
    case Qt::TextAlignmentRole: {
        const qsizetype added = index.column() - models::columnCount;
        const bool right
            = added < 0 ? alignsRight(column) : isNumber(m_added.value(packed.id, added));
        return int(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    case IdRole:
        return packed.id;
    case SignatureRole:
        return int(packed.signature);
    case FreshnessRole:
        return int(packed.freshness);
    case RejectedRole:
        return packed.rejected();
    case TroubledRole:
        return packed.troubled();
    case StatusRole:
        return int(packed.status);
    case MarkedRole:
        return packed.marked != 0;
    case MutedFromRole:
        return mutedFrom(row, column);
    case UnusualRole:
        return !packed.rejected() && hasStrangeTopic(packed);
    case TagsRole:
        return tags(packed);
    default:
        return {};
    }
}

QString DeliveryModel::displayText(quint32 row, Column column) const
{
    const PackedRow &packed = m_rows[row];
    const auto shown = [this](quint32 number) { return shownBytes(m_rows.string(number)); };
    switch (column) {
    case Column::Mark:
        return {};
    case Column::Number:
        return QString::number(packed.id);
    case Column::Received:
        return received(row);
    case Column::Signature:
        return signatureText(m_rows.summary(row));
    case Column::Freshness:
        return freshnessText(m_rows.summary(row));
    case Column::Topic:
        return shown(packed.topic);
    case Column::Summary:
        return summaryText(m_rows.summary(row));
    case Column::Size:
        return core::byteSize(packed.size);
    case Column::Reply:
        if (packed.status == 0)
            return packed.latency < 0 ? QString() : tr("none");
        return QString::number(packed.status);
    case Column::Account:
        return shown(packed.account);
    case Column::From:
        return shown(packed.peer);
    case Column::Secret:
        return shown(packed.secret);
    case Column::Endpoint:
        return shown(packed.endpoint);
    case Column::Method:
    case Column::Path:
        return shownBytes(sortText(m_rows, packed, column));
    case Column::Duration:
        return latencyText(packed.latency);
    case Column::Age:
        return packed.ageSeconds() ? tr("%1 s").arg(QLocale().toString(*packed.ageSeconds()))
                                   : QString();
    case Column::Note:
        return shown(packed.note);
    case Column::EventId:
        return shown(packed.eventId);
    case Column::Scheme:
        return schemeName(packed);
    }
    return {};
}

// Smile alone says which topics there are.
bool DeliveryModel::hasStrangeTopic(const PackedRow &row) const
{
    return row.topic != 0 && m_rows.text(row.scheme) == signature::smile().id
        && !documentedTopic(m_rows.text(row.topic));
}

QString DeliveryModel::schemeName(const PackedRow &row) const
{
    const auto scheme = m_schemes.find(m_rows.text(row.scheme));
    return scheme ? shownText(scheme->name) : shownBytes(m_rows.string(row.scheme));
}

QString DeliveryModel::received(quint32 row) const
{
    const qint64 time = m_rows[row].receivedAt;
    if (m_timeForm == TimeForm::Clock)
        return datedTime(time);
    if (m_timeForm == TimeForm::Utc)
        return datedTime(time, QDateTime::currentDateTimeUtc());
    const quint32 reference = m_timeForm == TimeForm::SincePrevious && row > 0 ? row - 1 : 0;
    const bool first = m_timeForm == TimeForm::SincePrevious && row == 0;
    return timeText(time, m_timeForm, first ? time : m_rows[reference].receivedAt);
}

QString DeliveryModel::tip(quint32 row, Column column) const
{
    const PackedRow &packed = m_rows[row];
    switch (column) {
    case Column::Mark:
        return packed.marked ? tr("Marked; kept when the list is cleared")
                             : tr("Not marked; a click marks it");
    case Column::Received:
        return fullTimeText(packed.receivedAt);
    case Column::Signature:
    case Column::Freshness:
        if (packed.judgedLater)
            return tr("%1, judged again after it arrived").arg(displayText(row, column));
        return displayText(row, column);
    case Column::Topic:
        if (hasStrangeTopic(packed))
            return tr("%1: not a documented Smile topic").arg(displayText(row, column));
        return displayText(row, column);
    case Column::Size:
        return tr("%n byte(s) of body", nullptr, int(packed.size));
    case Column::Reply:
        if (packed.status == 0)
            return packed.latency < 0 ? tr("Not answered yet, or not known")
                                      : tr("The connection ended without an answer");
        return displayText(row, column);
    case Column::Summary:
        return summaryTip(row);
    case Column::Number:
    case Column::Account:
    case Column::From:
    case Column::Secret:
    case Column::Endpoint:
    case Column::Method:
    case Column::Path:
    case Column::Duration:
    case Column::Age:
    case Column::Note:
    case Column::EventId:
    case Column::Scheme:
        break;
    }
    return displayText(row, column);
}

QString DeliveryModel::summaryTip(quint32 row) const
{
    QStringList lines{displayText(row, Column::Summary)};
    const QStringList all = tags(m_rows[row]); // of which a narrow column names only the first
    if (all.size() > 1)
        lines += all.join(separator.toString());
    if (m_rows[row].imported() && m_rows[row].copied == 0)
        lines += tr("It comes from a file, and did not arrive here.");
    if (const auto repeat = m_rows.repeat(row); repeat && (repeat->attempt > 1 || repeat->copied))
        lines += repeatTitle(*repeat) + u". "_s + repeatSentence(*repeat);
    if (hasDraft(m_rows[row].id))
        lines += tr("A draft of it is kept: Edit & Re-send goes on with it.");
    if (m_rows[row].overtaken)
        lines += tr("A newer state of the same came before.");
    if (m_rows[row].drifted)
        lines += tr("Its body is otherwise than those before it in this topic.");
    if (m_rows[row].note != 0)
        lines += tr("Note: %1").arg(displayText(row, Column::Note));
    return lines.join(u'\n');
}

QVariant DeliveryModel::mutedFrom(quint32 row, Column column) const
{
    const PackedRow &packed = m_rows[row];
    if (column == Column::Number)
        return 0;
    const bool fresh = !packed.rejected() && packed.freshnessVerdict() == Freshness::Fresh;
    if (column == Column::Summary && packed.text == 0 && !packed.rejected())
        return 0;
    if (column == Column::Summary || (column == Column::Freshness && fresh))
        return int(displayText(row, column).indexOf(separator));
    return -1;
}

QVariant DeliveryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (section < 0 || section >= rowCount()
            || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
            return {};
        return spokenRow(packed(section));
    }
    if (section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter
                   | (alignsRight(Column(section)) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return section < models::columnCount ? columnTitle(Column(section))
                                             : addedTitle(section - models::columnCount, role);
    return {};
}

} // namespace models
