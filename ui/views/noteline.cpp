// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/noteline.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui
{

NoteLine::NoteLine(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_icon->setAlignment(Qt::AlignTop);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    showIcon();
    hide();
}

void NoteLine::showIcon()
{
    m_icon->setPixmap(icon(QStringLiteral("status/malformed"), &Tokens::stale)
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
}

void NoteLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void NoteLine::setNotes(const QStringList &notes)
{
    m_text->setText(notes.join(u'\n'));
    m_text->setAccessibleName(notes.join(u' '));
    setVisible(!notes.isEmpty());
}

QString NoteLine::text() const { return m_text->text(); }

void NoteLine::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look.warningPanel);
    painter.setPen(look.warningEdge);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace ui
