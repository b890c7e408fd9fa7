// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// What the filter bar says of the filter: how much it matches, or what is wrong with it.

#include "ui/icons.h"
#include "ui/views/filterbar.h"
#include "ui/views/filterfield.h"
#include "ui/views/linkbutton.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QToolButton>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

constexpr int glyphSide = 16;

void FilterBar::tell()
{
    const auto &fault = m_parsed.fault;
    const bool empty = m_field->text().isEmpty();
    m_clear->setVisible(!empty);
    m_save->setEnabled(!fault && !m_filter.isEmpty());
    m_stop->setVisible(!fault && !empty && m_search.percent >= 0);
    m_stop->setText(m_search.stopped ? tr("Go on") : tr("Stop"));
    m_stop->setToolTip(m_search.stopped ? tr("Search the rest") : tr("Search no further"));
    if (fault && fault->unfinished)
        say(fault->text);
    else if (fault || empty || m_filter.isEmpty())
        say({});
    else if (m_search.percent < 0)
        say(tr("%L1 of %L2 match").arg(m_matching).arg(m_all), true);
    else if (m_search.stopped)
        say(tr("Stopped at %1 % · %L2 match").arg(m_search.percent).arg(m_matching));
    else
        say(tr("Searching… %1 % · %L2 match").arg(m_search.percent).arg(m_matching));
    tellFault();
}

void FilterBar::tellFault()
{
    const auto &fault = m_parsed.fault;
    const bool wrong = fault && !fault->unfinished;
    m_field->setAccessibleDescription(fault ? fault->text : QString());
    m_faultGlyph->setVisible(wrong);
    m_fault->setVisible(wrong);
    m_suggestion->setVisible(wrong && !fault->suggestion.isEmpty());
    if (!wrong) {
        m_indent->changeSize(0, 0);
        return layout()->invalidate();
    }
    const QColor ink = tokens(palette()).invalid;
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, ink);
    m_fault->setPalette(inked);
    m_fault->setText(fault->text);
    m_faultGlyph->setPixmap(
        drawing(u"error"_s, glyphSide, devicePixelRatioF(), ink, palette().window().color()));
    const QString suggestion = QString(fault->suggestion).replace(u'&', "&&"_L1);
    m_suggestion->setText(suggestion.startsWith(u'"') ? tr("Look for the text %1").arg(suggestion)
                                                      : tr("Did you mean %1?").arg(suggestion));
    const int needed = m_fault->sizeHint().width() + m_suggestion->sizeHint().width() + 40;
    const int place = m_field->mapTo(this, QPoint(m_field->placeOf(fault->position), 0)).x() - 8;
    m_indent->changeSize(std::clamp(place, 0, std::max(0, width() - needed)), 0);
    layout()->invalidate();
}

// What is typed has more of the room.
void FilterBar::say(const QString &text, bool good)
{
    const Tokens &look = tokens(palette());
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, good ? look.verified : look.muted);
    m_state->setPalette(inked);
    m_state->setText(
        m_state->fontMetrics().elidedText(text, Qt::ElideRight, m_frame->width() * 2 / 5));
    m_state->setToolTip(m_state->text() == text ? QString() : text);
    m_state->setVisible(!text.isEmpty());
    m_glyph->setVisible(good);
    if (good)
        m_glyph->setPixmap(drawing(u"check"_s, glyphSide, devicePixelRatioF(), look.verified,
                                   palette().base().color()));
}

void FilterBar::takeSuggestion()
{
    if (const auto fault = m_parsed.fault) // a copy: what is replaced is read anew
        m_field->replace(fault->position, fault->length, fault->suggestion);
    apply();
    m_field->setFocus();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tell();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    tell();
}

} // namespace ui
