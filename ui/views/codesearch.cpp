// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/tokens.h"
#include "ui/views/codefolding.h"
#include "ui/views/codeview.h"

#include <QTextBlock>

#include <algorithm>

namespace ui
{

qsizetype CodeView::setNeedle(const QString &needle)
{
    m_hits.clear();
    m_currentHit = -1;
    m_needleSize = needle.size();
    if (!needle.isEmpty()) {
        const QStringMatcher matcher(needle, Qt::CaseInsensitive);
        qsizetype at = matcher.indexIn(m_code.text);
        while (at >= 0 && hitCount() < hitLimit) {
            m_hits.push_back(at);
            at = matcher.indexIn(m_code.text, at + needle.size());
        }
    }
    markVisibleHits();
    return hitCount();
}

void CodeView::stepHit(int step)
{
    if (m_hits.empty())
        return;
    const qsizetype count = hitCount();
    const qsizetype from = m_currentHit < 0 && step < 0 ? 0 : m_currentHit;
    m_currentHit = (from + step + count) % count;
    showCurrentHit();
}

int CodeView::documentPosition(qsizetype position) const
{
    const auto breaks = std::upper_bound(m_code.breaks.begin(), m_code.breaks.end(), position)
        - m_code.breaks.begin();
    return int(position + breaks);
}

// Waits for the slice that holds it.
void CodeView::showCurrentHit()
{
    if (m_currentHit < 0)
        return;
    const qsizetype start = m_hits[size_t(m_currentHit)];
    if (start + m_needleSize > m_loaded)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(documentPosition(start));
    unfoldAround(cursor.block());
    cursor.setPosition(documentPosition(start + m_needleSize - 1) + 1, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    markVisibleHits();
}

void CodeView::markVisibleHits()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QPair<int, int> range = visibleRange();
    const int from = document()->findBlockByNumber(range.first).position();
    const QTextBlock last = document()->findBlockByNumber(range.second);
    const int to = last.position() + last.length();
    const auto first
        = std::lower_bound(m_hits.begin(), m_hits.end(), from, [this](qsizetype hit, int place) {
              return documentPosition(hit) < place;
          });
    const QColor ground = tokens(palette()).warningEdge;
    for (auto hit = first; hit != m_hits.end() && documentPosition(*hit) < to; ++hit) {
        if (*hit + m_needleSize > m_loaded)
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(documentPosition(*hit));
        mark.cursor.setPosition(documentPosition(*hit + m_needleSize - 1) + 1,
                                QTextCursor::KeepAnchor);
        mark.format.setBackground(QColor(ground.red(), ground.green(), ground.blue(), 110));
        marks += mark;
    }
    setExtraSelections(marks);
}

} // namespace ui
