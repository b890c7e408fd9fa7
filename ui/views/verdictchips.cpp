// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/verdictchips.h"

#include "models/rowtext.h"
#include "ui/icons.h"
#include "ui/views/chip.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using models::RowCounts;
using models::RowFilter;
using signature::Freshness;
using signature::Signature;

namespace
{

constexpr int margin = 8;
constexpr int gap = 6;
constexpr int groupGap = 17;
constexpr size_t keptChips = 3; // all, verified and invalid go under "More" last

} // namespace

VerdictChips::VerdictChips(QWidget *parent)
    : QWidget(parent)
    , m_more(new QToolButton(this))
{
    using Group = Kind::Group;
    add({Group::All}, true, tr("All"), {});
    m_items.front().chip->setWordBold(true);
    for (const Signature verdict : {Signature::Verified, Signature::Invalid, Signature::NoSecret,
                                    Signature::Unsigned, Signature::Malformed})
        add({Group::Signature, size_t(verdict)}, true, models::signatureWord(verdict),
            icon(verdict));
    add({Group::Signature, size_t(Signature::NotApplicable)}, false,
        models::signatureWord(Signature::NotApplicable), icon(Signature::NotApplicable));
    add({Group::Rejected}, false, tr("Rejected"), icon(u"status/rejected"_s, &Tokens::muted));
    for (const Freshness verdict : {Freshness::Fresh, Freshness::Stale, Freshness::Future})
        add({Group::Freshness, size_t(verdict)}, true, models::freshnessWord(verdict),
            icon(verdict));
    add({Group::Freshness, size_t(Freshness::Missing)}, true, tr("No time"),
        icon(Freshness::Missing));
    add({Group::Freshness, size_t(Freshness::Malformed)}, false, tr("Malformed time"),
        icon(Freshness::Malformed));
    m_more->setText(tr("More"));
    m_more->setIcon(icon(u"chevron-down"_s));
    m_more->setIconSize({12, 12});
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setLayoutDirection(Qt::RightToLeft); // the arrow behind the word
    m_more->setFocusPolicy(Qt::TabFocus);
    setTabOrder(m_items.back().chip, m_more);
    m_more->setAccessibleName(tr("More verdicts"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->menu()->setLayoutDirection(Qt::LeftToRight); // the button's is for its arrow alone
    connect(m_more->menu(), &QMenu::aboutToShow, this, &VerdictChips::fillMore);
    setAccessibleName(tr("Verdicts"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTerms({});
}

void VerdictChips::add(Kind kind, bool always, const QString &word, const QIcon &glyph)
{
    auto *chip = new Chip(word, glyph, this);
    m_items.push_back({chip, kind, always});
    connect(chip, &QAbstractButton::clicked, this, [this, kind](bool on) { toggle(kind, on); });
}

void VerdictChips::setCorner(QWidget *corner)
{
    m_corner = corner;
    corner->setParent(this);
    arrange();
}

QSize VerdictChips::sizeHint() const
{
    int width = 2 * margin;
    for (const Item &item : m_items)
        width += item.always ? item.chip->sizeHint().width() + gap : 0;
    return {width + groupGap, m_items.front().chip->sizeHint().height() + 14};
}

QSize VerdictChips::minimumSizeHint() const
{
    return {2 * margin + m_items.front().chip->sizeHint().width() + gap
                + m_more->sizeHint().width(),
            sizeHint().height()};
}

void VerdictChips::setCounts(const RowCounts &counts)
{
    for (const Item &item : m_items)
        item.chip->setCount(countOf(counts, item.kind));
    arrange();
}

void VerdictChips::setTerms(const models::VerdictTerms &terms)
{
    m_terms = terms;
    for (const Item &item : m_items)
        item.chip->setChecked(holds(item.kind));
    arrange();
}

bool VerdictChips::holds(Kind kind) const
{
    return kind.group == Kind::Group::All ? m_terms.isEmpty() : has(m_terms.shown, kind);
}

bool VerdictChips::has(const RowFilter &filter, Kind kind)
{
    switch (kind.group) {
    case Kind::Group::All:
        return false;
    case Kind::Group::Signature:
        return filter.signatures[kind.word];
    case Kind::Group::Freshness:
        return filter.freshness[kind.word];
    case Kind::Group::Rejected:
        return filter.rejected;
    }
    return false;
}

void VerdictChips::put(RowFilter &filter, Kind kind, bool on)
{
    switch (kind.group) {
    case Kind::Group::All:
        break;
    case Kind::Group::Signature:
        filter.signatures[kind.word] = on;
        break;
    case Kind::Group::Freshness:
        filter.freshness[kind.word] = on;
        break;
    case Kind::Group::Rejected:
        filter.rejected = on;
        break;
    }
}

qint64 VerdictChips::countOf(const RowCounts &counts, Kind kind) const
{
    switch (kind.group) {
    case Kind::Group::All:
        return counts.all;
    case Kind::Group::Signature:
        return counts.signatures[kind.word];
    case Kind::Group::Freshness:
        return counts.freshness[kind.word];
    case Kind::Group::Rejected:
        return counts.rejected;
    }
    return 0;
}

void VerdictChips::toggle(Kind kind, bool on)
{
    if (kind.group == Kind::Group::All)
        return choose({});
    models::VerdictTerms terms = m_terms;
    put(terms.shown, kind, on);
    put(terms.excluded, kind, false);
    choose(terms);
}

void VerdictChips::choose(const models::VerdictTerms &terms)
{
    const bool changed = terms != m_terms;
    setTerms(terms);
    if (changed)
        Q_EMIT termsWanted(terms);
}

void VerdictChips::resizeEvent(QResizeEvent *) { arrange(); }

bool VerdictChips::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange) {
        arrange();
        updateGeometry();
    }
    return QWidget::event(event);
}

// Left to right; from the first that does not fit, the rest goes under "More".
void VerdictChips::arrange()
{
    const int height = m_items.front().chip->sizeHint().height();
    const int more = m_more->sizeHint().width() + gap;
    const int needed = neededWidth();
    const int corner = cornerWidth(needed);
    const int right = width() - margin - (corner > 0 ? corner + groupGap : 0);
    const bool fits = margin + needed <= right;
    placeCorner(corner);
    int left = margin;
    bool full = false;
    m_divider = -1;
    m_shown = 0;
    for (const Item &item : m_items) {
        const bool wanted = isWanted(item);
        const bool opensGroup = item.kind.group == Kind::Group::Freshness && m_divider < 0;
        const int start = left + (opensGroup ? groupGap - gap : 0);
        const int chipWidth = item.chip->sizeHint().width();
        full = full || (wanted && !fits && start + chipWidth + gap + more > right);
        item.chip->setVisible(wanted && !full);
        m_shown += full ? 0 : 1;
        if (!wanted || full)
            continue;
        if (opensGroup)
            m_divider = left + (groupGap - gap) / 2 - gap / 2;
        item.chip->setGeometry(start, 7, chipWidth, height);
        left = start + chipWidth + gap;
    }
    m_more->setVisible(full);
    m_more->setGeometry(left, 7, m_more->sizeHint().width(), height);
    update();
}

bool VerdictChips::isWanted(const Item &item) const
{
    return item.always || item.chip->count() > 0 || holds(item.kind);
}

// By all chips in a row, with the gap between the groups.
int VerdictChips::neededWidth() const
{
    int needed = groupGap;
    for (const Item &item : m_items)
        needed += isWanted(item) ? item.chip->sizeHint().width() + gap : 0;
    return needed;
}

// The corner has what the chips leave, but its least before any but the first chips; 0: no room.
int VerdictChips::cornerWidth(int needed) const
{
    if (!m_corner)
        return 0;
    const int least = m_corner->minimumSizeHint().width();
    const int room = width() - 2 * margin - groupGap;
    if (room - needed >= least)
        return std::min(room - needed, m_corner->sizeHint().width());
    int kept = m_more->sizeHint().width() + gap;
    for (size_t i = 0; i < keptChips; ++i)
        kept += m_items[i].chip->sizeHint().width() + gap;
    return room - kept >= least ? least : 0;
}

void VerdictChips::placeCorner(int wide)
{
    if (!m_corner)
        return;
    m_corner->setVisible(wide > 0);
    m_corner->setGeometry(width() - margin - wide, 3, wide, height() - 7);
}

void VerdictChips::fillMore()
{
    QMenu &menu = *m_more->menu();
    menu.clear();
    for (size_t i = m_shown; i < m_items.size(); ++i) {
        const Item &item = m_items[i];
        if (!item.always && item.chip->count() == 0)
            continue;
        QAction *action = menu.addAction(
            item.chip->icon(), tr("%1\t%L2").arg(item.chip->text()).arg(item.chip->count()));
        action->setCheckable(true);
        action->setChecked(holds(item.kind));
        connect(action, &QAction::triggered, this,
                [this, kind = item.kind](bool on) { toggle(kind, on); });
    }
}

void VerdictChips::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    if (m_divider >= 0)
        painter.fillRect(m_divider, 10, 1, height() - 20, look.line);
    painter.fillRect(0, height() - 1, width(), 1, look.line);
}

void VerdictChips::contextMenuEvent(QContextMenuEvent *event)
{
    const auto at = std::find_if(m_items.begin(), m_items.end(), [event](const Item &item) {
        return item.chip->isVisible() && item.chip->geometry().contains(event->pos());
    });
    if (at == m_items.end())
        return;
    QMenu menu(this);
    fillMenu(menu, *at);
    menu.exec(event->globalPos());
}

void VerdictChips::fillMenu(QMenu &menu, const Item &item)
{
    const QString word = item.chip->text();
    const Kind kind = item.kind;
    if (kind.group != Kind::Group::All) {
        const bool on = holds(kind);
        menu.addAction(tr("&Show only “%1”").arg(word), this, [this, kind] { chooseOnly(kind); });
        if (has(m_terms.excluded, kind))
            menu.addAction(tr("No longer &exclude “%1”").arg(word), this,
                           [this, kind] { exclude(kind, false); });
        else
            menu.addAction(tr("&Exclude “%1”").arg(word), this,
                           [this, kind] { exclude(kind, true); });
        menu.addAction(on ? tr("&Take “%1” out").arg(word) : tr("&Add “%1”").arg(word), this,
                       [this, kind, on] { toggle(kind, !on); });
        menu.addSeparator();
    }
    menu.addAction(tr("Show &all"), this, [this] { choose({}); });
}

void VerdictChips::chooseOnly(Kind kind)
{
    models::VerdictTerms terms;
    put(terms.shown, kind, true);
    choose(terms);
}

void VerdictChips::exclude(Kind kind, bool on)
{
    models::VerdictTerms terms = m_terms;
    put(terms.excluded, kind, on);
    if (on)
        put(terms.shown, kind, false);
    choose(terms);
}

} // namespace ui
