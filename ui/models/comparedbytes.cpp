// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/comparedbytes.h"

#include "core/shortestedit.h"

#include <algorithm>
#include <array>
#include <utility>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype shortest = 4; // the same bytes between replaced ones that are no accident
constexpr qsizetype leadingBytes = 16 * wideRow; // shown before the first difference of long bodies
constexpr core::EditLimits limits{.edits = 4000, .comparisons = 100'000'000};

// One place of a row: offsets in both bodies; -1: a gap.
using Pair = std::array<qsizetype, 2>;

// Of bytes that are replaced, one or two are often the same by accident. To align those would tear
// the others apart.
QList<core::EditRun> withoutAccidents(const QList<core::EditRun> &runs)
{
    QList<core::EditRun> kept;
    for (qsizetype i = 0; i < runs.size(); ++i) {
        const core::EditRun &run = runs[i];
        const bool between = run.same && i > 0 && i + 1 < runs.size();
        if (between && run.left < shortest) {
            core::EditRun &last = kept.last();
            const core::EditRun &next = runs[i + 1];
            if (last.left + next.left > 0 && last.right + next.right > 0) {
                last.left += run.left + next.left;
                last.right += run.right + next.right;
                ++i;
                continue;
            }
        }
        kept.append(run);
    }
    return kept;
}

class ByteRows
{
public:
    ByteRows(const QByteArray &left, const QByteArray &right, int width)
        : made{.mode = CompareMode::Bytes, .bytesOfRow = width}
        , m_bodies{&left, &right}
        , m_width(width)
        , m_textAt(3 * m_width + 1)
    {
    }

    void skip(qsizetype bytes) { m_at = {bytes, bytes}; }

    void add(const core::EditRun &run)
    {
        for (qsizetype i = 0; i < std::max(run.left, run.right) && !full(); ++i) {
            m_row.append({i < run.left ? m_at[0] + i : -1, i < run.right ? m_at[1] + i : -1});
            if (m_row.size() == m_width)
                finish();
        }
        m_at = {m_at[0] + run.left, m_at[1] + run.right};
    }

    void finish()
    {
        if (m_row.isEmpty())
            return;
        const RowChange change = changeOf();
        made.differences += change != RowChange::Same && !m_differs ? 1 : 0;
        m_differs = change != RowChange::Same;
        const std::array<bool, 2> has{hasAny(0), hasAny(1)};
        ComparedRow row{.change = change};
        for (const size_t side : {0, 1}) {
            row.cells += {has[side] ? offset(side) : QString(), has[side] ? cell(side) : QString()};
            row.marks += {{}, has[0] && has[1] ? marks(side) : QList<core::Run>()};
        }
        made.rows.append(row);
        m_row.clear();
    }

    Comparison made;

private:
    bool full() const { return made.rows.size() * m_width >= mostComparedBytes; }

    char byte(const Pair &pair, size_t side) const { return (*m_bodies[side])[pair[side]]; }

    bool same(const Pair &pair) const
    {
        return pair[0] >= 0 && pair[1] >= 0 && byte(pair, 0) == byte(pair, 1);
    }

    bool hasAny(size_t side) const
    {
        return std::any_of(m_row.begin(), m_row.end(),
                           [side](const Pair &pair) { return pair[side] >= 0; });
    }

    RowChange changeOf() const
    {
        const auto otherwise = [this](size_t side) {
            return std::any_of(m_row.begin(), m_row.end(), [this, side](const Pair &pair) {
                return pair[side] >= 0 && !same(pair);
            });
        };
        const bool removed = otherwise(0);
        const bool added = otherwise(1);
        return removed && added ? RowChange::Changed
            : removed           ? RowChange::Removed
            : added             ? RowChange::Added
                                : RowChange::Same;
    }

    QString offset(size_t side) const
    {
        const auto first = std::find_if(m_row.begin(), m_row.end(),
                                        [side](const Pair &pair) { return pair[side] >= 0; });
        return QString::number((*first)[side], 16).rightJustified(8, u'0');
    }

    QString cell(size_t side) const
    {
        QString hex;
        QString text;
        for (const Pair &pair : m_row) {
            if (pair[side] < 0) {
                hex += u"   "_s;
                text += u' ';
                continue;
            }
            const char c = byte(pair, side);
            hex += QString::number(uchar(c), 16).rightJustified(2, u'0') + u' ';
            text += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        }
        return hex.leftJustified(m_textAt, u' ') + text;
    }

    QList<core::Run> marks(size_t side) const
    {
        QList<core::Run> hex;
        QList<core::Run> text;
        for (qsizetype i = 0; i < m_row.size(); ++i) {
            if (m_row[i][side] < 0 || same(m_row[i]))
                continue;
            hex.append({.from = 3 * i, .size = 2});
            text.append({.from = m_textAt + i, .size = 1});
        }
        return hex + text;
    }

    std::array<const QByteArray *, 2> m_bodies;
    qsizetype m_width; // of a row, in bytes
    qsizetype m_textAt; // where in a cell the bytes stand as text
    Pair m_at{}; // where the next run begins
    QList<Pair> m_row;
    bool m_differs = false; // the row before does
};

} // namespace

Comparison compareBytes(const QByteArray &left, const QByteArray &right, int bytesOfRow)
{
    const auto same = [&](qsizetype x, qsizetype y) { return left[x] == right[y]; };
    const core::Edits edits = core::shortestEdit(left.size(), right.size(), same, limits);
    QList<core::EditRun> runs = withoutAccidents(edits.runs);
    qsizetype places = 0;
    for (const core::EditRun &run : std::as_const(runs))
        places += std::max(run.left, run.right);
    ByteRows rows(left, right, bytesOfRow);
    const bool differs = left != right;
    if (differs && places > mostComparedBytes && runs.constFirst().same) {
        const qsizetype before = runs.constFirst().left - leadingBytes;
        const qsizetype skipped = std::max(before, qsizetype(0)) / wideRow * wideRow;
        runs.first().left -= skipped;
        runs.first().right -= skipped;
        rows.skip(skipped);
    }
    for (const core::EditRun &run : std::as_const(runs))
        rows.add(run);
    rows.finish();
    rows.made.cut = differs && places > mostComparedBytes;
    rows.made.aligned = edits.matched;
    return std::move(rows.made);
}

} // namespace models
