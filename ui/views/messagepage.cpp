// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/messagepage.h"

#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{

namespace
{

constexpr int iconSize = 40;
constexpr int roomyLines = 11;
constexpr int wideEdge = 24;
constexpr int narrowEdge = 6;
constexpr qreal titleScale = 1.25;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignHCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

MessagePage::MessagePage(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(plainLabel(this))
    , m_text(plainLabel(this))
    , m_buttons(new QHBoxLayout)
{
    keepScaledFont(m_title, titleScale, QFont::DemiBold);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_icon->setAlignment(Qt::AlignHCenter);
    m_buttons->setAlignment(Qt::AlignHCenter);
    m_buttons->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(wideEdge, wideEdge, wideEdge, wideEdge);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(6);
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void MessagePage::setMessage(const QString &icon, const QString &title, const QString &text)
{
    m_iconName = icon;
    showIcon();
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void MessagePage::showIcon()
{
    m_icon->setPixmap(
        icon(m_iconName, &Tokens::muted).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
}

void MessagePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

// Words and buttons are worth more than the picture where room is short.
void MessagePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool roomy = height() >= roomyLines * fontMetrics().height();
    const int edge = roomy ? wideEdge : narrowEdge;
    m_icon->setVisible(roomy);
    layout()->setContentsMargins(wideEdge, edge, wideEdge, edge);
}

QPushButton *MessagePage::addButton(const QString &label)
{
    auto *button = new QPushButton(label, this);
    if (m_buttons->isEmpty())
        setFocusProxy(button);
    m_buttons->addWidget(button);
    return button;
}

QString MessagePage::title() const { return m_title->text(); }

QString MessagePage::text() const { return m_text->text(); }

} // namespace ui
