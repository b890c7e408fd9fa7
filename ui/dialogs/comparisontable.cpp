// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/comparisontable.h"

#include "ui/dialogs/comparisondelegate.h"
#include "ui/views/codefont.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace ui
{

using models::CompareMode;

ComparisonTable::ComparisonTable(QWidget *parent)
    : QTableView(parent)
{
    setModel(&m_model);
    setItemDelegate(new ComparisonDelegate(this));
    setAccessibleName(tr("Differences"));
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ComparisonTable::setComparison(const models::Comparison &comparison, const QString &left,
                                    const QString &right)
{
    m_model.setComparison(comparison, left, right);
    sizeColumns();
}

// Beside a vertical scroll bar, whether or not it is there: fewer bytes make more rows, which
// would call it.
int ComparisonTable::fittingBytes() const
{
    constexpr int charactersOfByte = 4; // two digits, a space and the byte as text
    const QString wide(charactersOfByte * models::wideRow + 1, u'0');
    const int cell = QFontMetrics(codeFont(*this)).horizontalAdvance(wide)
        + 2 * ComparisonDelegate::padding + 1;
    const int room = maximumViewportSize().width() - verticalScrollBar()->sizeHint().width();
    return 2 * (offsetWidth() + cell) <= room ? models::wideRow : models::narrowRow;
}

int ComparisonTable::offsetWidth() const
{
    return 10 * fontMetrics().averageCharWidth() + 2 * ComparisonDelegate::padding;
}

void ComparisonTable::sizeColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(false);
    const int letter = fontMetrics().averageCharWidth();
    const int number = 5 * letter + 2 * ComparisonDelegate::padding; // of a line
    const int room = viewport()->width();
    switch (m_model.comparison().mode) {
    case CompareMode::Fields: {
        const int kind = std::max({room / 10, 12 * letter, header->minimumSectionSize()});
        const int rest
            = std::max(room - kind, 0); // of which the place gets what it needs, up to a half
        setColumnWidth(0, std::clamp(sizeHintForColumn(0) + letter, rest / 5, rest / 2));
        for (int column = 1; column < 3; ++column)
            setColumnWidth(column, (rest - columnWidth(0)) / 2);
        setColumnWidth(3, kind); // Stretching never makes it narrower than it was.
        break;
    }
    case CompareMode::Lines:
        setColumnWidth(0, number + 2 * letter);
        setColumnWidth(1, number + 2 * letter);
        break;
    case CompareMode::SideBySide:
        setColumnWidth(0, number);
        setColumnWidth(1, room / 2 - number);
        setColumnWidth(2, number);
        break;
    case CompareMode::Bytes: { // Where both do not fit they are scrolled: each has all its bytes.
        const int whole = std::max(sizeHintForColumn(1), sizeHintForColumn(3));
        const int offset = offsetWidth();
        for (const int column : {0, 2}) {
            setColumnWidth(column, offset);
            setColumnWidth(column + 1, std::max(room / 2 - offset, whole));
        }
        return;
    }
    }
    header->setStretchLastSection(true);
}

void ComparisonTable::goToChange(int step)
{
    const int current = currentIndex().row();
    int row = m_model.nextChange(current < 0 && step < 0 ? m_model.rowCount() : current, step);
    if (row < 0)
        row = m_model.nextChange(step > 0 ? -1 : m_model.rowCount(), step);
    if (row >= 0)
        goToRow(row);
}

void ComparisonTable::goToRow(int row)
{
    setCurrentIndex(m_model.index(row, 0));
    scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
}

void ComparisonTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        sizeColumns();
    if (m_fittingBytes != fittingBytes()) {
        m_fittingBytes = fittingBytes();
        Q_EMIT fittingBytesChanged();
    }
}

} // namespace ui
