// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/arrivalstrip.h"

#include "models/deliverymodel.h"
#include "ui/tokens.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using models::RecentArrivals;

namespace
{

constexpr int usualPitch = 3; // of the bars, with the gap
constexpr int leastPitch = 2;
constexpr int gap = 8; // between the words and the bars
constexpr int markHeight = 2; // of what marks a problem, under the base line
constexpr int foot = markHeight + 2;

QString clockText(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).toString(u"HH:mm:ss"_s);
}

int heightOf(quint32 count, quint32 most, int room)
{
    return count == 0 ? 0 : std::max(2, int(qint64(room) * count / most));
}

} // namespace

ArrivalStrip::ArrivalStrip(const models::DeliveryModel &model, QWidget *parent, core::Clock clock)
    : QWidget(parent)
    , m_model(model)
    , m_clock(std::move(clock))
{
    setAccessibleName(tr("Arrivals of the last ten minutes"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (m_outdated || m_arrivals.start != RecentArrivals::startAt(m_clock()))
            look();
    });
    const auto outdate = [this] { m_outdated = true; };
    connect(&model, &models::DeliveryModel::counted, this, outdate);
    connect(&model, &QAbstractItemModel::dataChanged, this, outdate);
    look();
}

void ArrivalStrip::look()
{
    m_outdated = false;
    m_arrivals = models::recentArrivals(m_model.rows(), m_clock());
    describe();
    update();
}

void ArrivalStrip::describe()
{
    const RecentArrivals::Step total = m_arrivals.total();
    QString text = total.troubled == 0
        ? tr("%n webhook(s), none with problems.", nullptr, int(total.all))
        : tr("%n webhook(s), %L1 with problems.", nullptr, int(total.all)).arg(total.troubled);
    if (m_stretch && hasFocus())
        text = barText(stepOf(m_stretch->head)) + u'\n' + text;
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

QString ArrivalStrip::barText(int step) const
{
    const RecentArrivals::Step &bar = m_arrivals.steps[size_t(step)];
    const qint64 from = timeOf(step);
    const QString time
        = tr("%1 – %2").arg(clockText(from), clockText(from + RecentArrivals::stepSpan - 1));
    if (bar.all == 0)
        return tr("%1: nothing").arg(time);
    if (bar.troubled == 0)
        return tr("%1: %n webhook(s)", nullptr, int(bar.all)).arg(time);
    return tr("%1: %n webhook(s), %2 with problems", nullptr, int(bar.all))
        .arg(time, QLocale().toString(bar.troubled));
}

int ArrivalStrip::labelWidth() const { return fontMetrics().horizontalAdvance(tr("10 min")); }

QSize ArrivalStrip::sizeFor(int pitch) const
{
    return {labelWidth() + gap + pitch * RecentArrivals::stepCount,
            fontMetrics().height() + foot + 6};
}

QSize ArrivalStrip::sizeHint() const { return sizeFor(usualPitch); }

QSize ArrivalStrip::minimumSizeHint() const { return sizeFor(leastPitch); }

int ArrivalStrip::pitch() const
{
    return std::clamp((width() - labelWidth() - gap) / RecentArrivals::stepCount, leastPitch,
                      usualPitch);
}

int ArrivalStrip::barsWidth() const { return pitch() * RecentArrivals::stepCount; }

QRect ArrivalStrip::barRect(int step) const
{
    return {width() - barsWidth() + step * pitch(), 0, pitch(), height()};
}

int ArrivalStrip::stepAt(int x) const
{
    const int place = x - (width() - barsWidth());
    return std::clamp(place < 0 ? 0 : place / pitch(), 0, RecentArrivals::stepCount - 1);
}

int ArrivalStrip::stepOf(qint64 time) const
{
    const qint64 step = (time - m_arrivals.start) / RecentArrivals::stepSpan;
    return int(std::clamp<qint64>(step, 0, RecentArrivals::stepCount - 1));
}

qint64 ArrivalStrip::timeOf(int step) const
{
    return m_arrivals.start + step * RecentArrivals::stepSpan;
}

void ArrivalStrip::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    const QRect words(0, 0, width() - barsWidth() - gap, height());
    painter.setPen(look.muted);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, tr("10 min"));
    if (m_stretch) {
        const auto [first, last]
            = std::minmax({stepOf(m_stretch->anchor), stepOf(m_stretch->head)});
        painter.fillRect(barRect(first).united(barRect(last)), look.selection);
    }
    drawBars(painter);
    if (hasFocus()) {
        painter.setPen(look.accent);
        painter.drawRect(width() - barsWidth() - 2, 0, barsWidth() + 1, height() - 1);
    }
}

// Problems have their colour in the bar, and a mark under it that shows without colours.
void ArrivalStrip::drawBars(QPainter &painter) const
{
    const Tokens &look = tokens(palette());
    const quint32 most = std::max<quint32>(m_arrivals.highest().all, 1);
    const int base = height() - foot;
    const int room = base - 3;
    painter.fillRect(width() - barsWidth(), base, barsWidth(), 1, look.line);
    for (int step = 0; step < RecentArrivals::stepCount; ++step) {
        const RecentArrivals::Step &bar = m_arrivals.steps[size_t(step)];
        const int left = barRect(step).left();
        const int wide = pitch() - 1;
        const int high = heightOf(bar.all, most, room);
        const int troubled = std::min(high, heightOf(bar.troubled, most, room));
        painter.fillRect(left, base - high, wide, high, look.verified);
        painter.fillRect(left, base - troubled, wide, troubled, look.invalid);
        if (bar.troubled > 0)
            painter.fillRect(left, base + 2, wide, markHeight, look.invalid);
    }
}

bool ArrivalStrip::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString how = tr("Drag over a stretch to see only what arrived then.");
        const bool onBars = help->pos().x() >= width() - barsWidth();
        const QString text
            = onBars ? barText(stepAt(help->pos().x())) + u'\n' + how : accessibleDescription();
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    case QEvent::FocusIn:
        update();
        break;
    case QEvent::FocusOut:
        if (!m_dragging)
            drop();
        break;
    case QEvent::FontChange:
        updateGeometry();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void ArrivalStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_second.start();
    look();
}

void ArrivalStrip::hideEvent(QHideEvent *event)
{
    m_second.stop();
    drop();
    QWidget::hideEvent(event);
}

void ArrivalStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || event->position().x() < width() - barsWidth())
        return QWidget::mousePressEvent(event);
    const qint64 time = timeOf(stepAt(int(event->position().x())));
    m_stretch = Stretch{.anchor = time, .head = time};
    m_dragging = true;
    update();
}

void ArrivalStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragging || !m_stretch)
        return;
    m_stretch->head = timeOf(stepAt(int(event->position().x())));
    update();
}

void ArrivalStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_dragging)
        choose();
}

void ArrivalStrip::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const int last = RecentArrivals::stepCount - 1;
    const int at = m_stretch ? stepOf(m_stretch->head) : last + 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return walk(at - 1, extend);
    case Qt::Key_Right:
        return walk(at + 1, extend);
    case Qt::Key_Home:
        return walk(0, extend);
    case Qt::Key_End:
        return walk(last, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_stretch ? choose() : QWidget::keyPressEvent(event);
    case Qt::Key_Escape:
        return m_stretch ? drop() : QWidget::keyPressEvent(event);
    default:
        return QWidget::keyPressEvent(event);
    }
}

void ArrivalStrip::walk(int step, bool extend)
{
    const qint64 time = timeOf(std::clamp(step, 0, RecentArrivals::stepCount - 1));
    m_stretch = Stretch{.anchor = extend && m_stretch ? m_stretch->anchor : time, .head = time};
    describe();
    update();
}

// Where nothing arrived there is nothing to show, and everything else would be hidden.
void ArrivalStrip::choose()
{
    if (m_outdated)
        look();
    const auto [from, to] = std::minmax({m_stretch->anchor, m_stretch->head});
    const auto first = m_arrivals.steps.begin() + stepOf(from);
    const auto behind = m_arrivals.steps.begin() + stepOf(to) + 1;
    const bool any
        = std::any_of(first, behind, [](const RecentArrivals::Step &bar) { return bar.all > 0; });
    drop();
    if (any)
        Q_EMIT rangeChosen(from, to + RecentArrivals::stepSpan - 1);
}

void ArrivalStrip::drop()
{
    m_stretch.reset();
    m_dragging = false;
    describe();
    update();
}

} // namespace ui
