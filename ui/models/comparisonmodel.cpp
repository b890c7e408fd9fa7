// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/comparisonmodel.h"

namespace models
{

using namespace Qt::Literals::StringLiterals;

ComparisonModel::ComparisonModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ComparisonModel::setComparison(const Comparison &comparison, const QString &left,
                                    const QString &right)
{
    beginResetModel();
    m_comparison = comparison;
    switch (comparison.mode) {
    case CompareMode::Fields:
        m_titles = {tr("What"), left, right, tr("Change")};
        break;
    case CompareMode::Lines:
        m_titles = {left, right, tr("Line")};
        break;
    case CompareMode::SideBySide:
        m_titles = {u""_s, left, u""_s, right};
        break;
    case CompareMode::Bytes:
        m_titles = {tr("Offset"), left, tr("Offset"), right};
        break;
    }
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_comparison.rows.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

bool ComparisonModel::changed(int row) const
{
    return m_comparison.rows[row].change != RowChange::Same;
}

bool ComparisonModel::counts(int row) const
{
    return changed(row) && !m_comparison.rows[row].ignored;
}

// With nothing but what is ignored between it and where the run begins.
bool ComparisonModel::beginsRun(int row) const
{
    int before = row - 1;
    while (before >= 0 && changed(before) && !counts(before))
        --before;
    return before < 0 || !changed(before);
}

int ComparisonModel::nextChange(int row, int step) const
{
    const bool fields = m_comparison.mode == CompareMode::Fields;
    const int end = rowCount();
    for (int at = row + step; at >= 0 && at < end; at += step) {
        if (counts(at) && (fields || beginsRun(at)))
            return at;
    }
    return -1;
}

static QString word(RowChange change)
{
    switch (change) {
    case RowChange::Same:
        return {};
    case RowChange::Added:
        return ComparisonModel::tr("added");
    case RowChange::Removed:
        return ComparisonModel::tr("removed");
    case RowChange::Changed:
        return ComparisonModel::tr("changed");
    case RowChange::OtherKind:
        return ComparisonModel::tr("other type");
    }
    return {};
}

// The sign that unified differences put in front of a line.
static QChar sign(RowChange change)
{
    return change == RowChange::Added ? u'+' : change == RowChange::Removed ? u'−' : u' ';
}

QString ComparisonModel::shown(int row, int column) const
{
    const ComparedRow &compared = m_comparison.rows[row];
    if (m_comparison.mode == CompareMode::Fields && column == 3)
        return word(compared.change);
    const QString cell = compared.cells.value(column);
    if (m_comparison.mode == CompareMode::Lines && column == 2)
        return sign(compared.change) + u' ' + cell;
    return cell;
}

QList<core::Run> ComparisonModel::marks(const QModelIndex &index) const
{
    QList<core::Run> marks = m_comparison.rows[index.row()].marks.value(index.column());
    for (core::Run &mark : marks)
        mark.from += m_comparison.mode == CompareMode::Lines ? 2 : 0; // behind its sign
    return marks;
}

// Of a line, or an offset.
static bool isNumber(CompareMode mode, int column)
{
    return (mode == CompareMode::Lines && column < 2)
        || ((mode == CompareMode::SideBySide || mode == CompareMode::Bytes) && column % 2 == 0);
}

static QVariant alignment(bool number)
{
    return QVariant::fromValue(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    const int column = index.column();
    const bool ignored = m_comparison.rows[index.row()].ignored;
    const bool number = isNumber(m_comparison.mode, column);
    switch (role) {
    case Qt::DisplayRole:
        return shown(index.row(), column);
    case Qt::ToolTipRole:
        if (ignored)
            return tr("Ignored: does not count as a difference");
        return number ? QVariant() : QVariant(shown(index.row(), column));
    case Qt::AccessibleTextRole: {
        const QString change
            = ignored ? tr("ignored") : word(m_comparison.rows[index.row()].change);
        const QString text = shown(index.row(), column);
        return change.isEmpty() || text == change ? text : tr("%1, %2").arg(text, change);
    }
    case Qt::TextAlignmentRole:
        return alignment(number);
    case ChangeRole:
        return int(m_comparison.rows[index.row()].change);
    case NumberRole:
        return number;
    case IgnoredRole:
        return ignored;
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(isNumber(m_comparison.mode, section));
    return role == Qt::DisplayRole ? m_titles.value(section) : QVariant();
}

} // namespace models
