// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/statusline.h"
#include "ui/tokens.h"
#include "ui/views/linkbutton.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

constexpr int noticeSeconds = 10;
constexpr auto whole = "whole"; // of a notice, which is cut where there is no room

namespace
{

// The whole stands in the tooltip of what is cut, which wraps its lines as a paragraph.
void cut(QLabel *label, const QString &text, int room)
{
    const QString shown = label->fontMetrics().elidedText(text, Qt::ElideRight, room);
    label->setText(shown);
    label->setToolTip(shown == text ? QString() : u"<p>%1</p>"_s.arg(text.toHtmlEscaped()));
    label->setAccessibleName(shown == text ? QString() : text);
}

} // namespace

void StatusLine::notify(const QString &text, const std::function<void()> &undo)
{
    m_undoNotice = undo;
    standIn(text);
    m_undo->setVisible(bool(undo));
    m_noticeTime.start(noticeSeconds * 1000);
}

void StatusLine::takeBack(const QString &text)
{
    if (m_noticeTime.isActive() && notice() == text)
        endNotice();
}

void StatusLine::setTip(const QString &tip)
{
    if (m_noticeTime.isActive())
        return;
    tip.isEmpty() ? endNotice() : standIn(tip);
}

void StatusLine::standIn(const QString &text)
{
    for (QWidget *item : std::as_const(m_left))
        item->hide();
    m_notice->setProperty(whole, text);
    m_notice->show();
    fold();
}

QString StatusLine::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->property(whole).toString();
}

void StatusLine::endNotice()
{
    m_noticeTime.stop();
    m_notice->hide();
    m_undo->hide();
    for (QWidget *item : std::as_const(m_left))
        item->setVisible(!item->property("silent").toBool());
    fold();
}

int StatusLine::wanted() const
{
    constexpr int gap = 8; // between two items
    int width = 2 * gap;
    const QList<QWidget *> items
        = m_left + QList<QWidget *>{m_notice,   m_undo,    m_resendingBar, m_resending,
                                    m_forwards, m_secrets, m_trust,        m_store};
    for (const QWidget *item : items)
        width += item->isHidden() ? 0 : qMin(item->sizeHint().width(), item->maximumWidth()) + gap;
    return width;
}

// Where there is no room for every word, what seldom changes shows its icon alone, and then what is
// told elsewhere goes.
void StatusLine::fold()
{
    m_notice->setText(notice());
    const QList<QLabel *> spare{m_rate, m_shown};
    for (QToolButton *settled : {m_trust, m_secrets})
        settled->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QLabel *label : spare)
        label->setVisible(m_notice->isHidden() && !label->property("silent").toBool());
    m_resendingBar->setVisible(!m_resendingBar->property("silent").toBool());
    if (wanted() > width())
        m_resendingBar->hide(); // beside it stands what it shows
    for (QToolButton *settled : {m_trust, m_secrets}) {
        if (wanted() > width())
            settled->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    for (QLabel *label : spare) {
        if (wanted() > width())
            label->hide();
    }
    const int advance = m_notice->fontMetrics().horizontalAdvance(notice()) + 1;
    cut(m_notice, notice(), advance - qMax(wanted() - width(), 0));
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    fold();
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setTrust(m_trustState);
    if (event->type() == QEvent::FontChange)
        setFixedHeight(fontMetrics().height() + 11);
}

// A thin line above, and one between two items of the left part.
void StatusLine::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look.window);
    painter.fillRect(0, 0, width(), 1, look.line);
    const auto divide = [&](const QWidget *item) {
        if (item->isVisible())
            painter.fillRect(item->x() - 2, 7, 1, height() - 13, look.line);
    };
    for (qsizetype i = 1; i < m_left.size(); ++i)
        divide(m_left[i]);
    for (const QWidget *item : {m_secrets, m_trust, m_store})
        divide(item);
}

} // namespace ui
