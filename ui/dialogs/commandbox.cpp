// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/commandbox.h"

#include "ui/icons.h"
#include "ui/views/codefont.h"
#include "ui/views/elidedlabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{

CommandBox::CommandBox(const QString &what, QWidget *parent)
    : QFrame(parent)
    , m_text(new ElidedLabel)
    , m_copy(new QToolButton)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(codeFont(*m_text));
    m_text->setAccessibleName(what);
    m_copy->setAutoRaise(true);
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setIcon(icon(u"copy"_s, &Tokens::accent));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(what));
    colour();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(9, 3, 4, 3);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy);
    connect(m_copy, &QToolButton::clicked, this, &CommandBox::copy);
}

void CommandBox::setCommand(const QString &command)
{
    m_text->setFullText(command, Qt::ElideMiddle);
    m_text->setToolTip(command);
    m_text->setAccessibleDescription(command);
}

QString CommandBox::command() const { return m_text->fullText(); }

void CommandBox::copy()
{
    QGuiApplication::clipboard()->setText(command());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(2s, m_copy, [this] { m_copy->setText(tr("Copy")); });
}

void CommandBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void CommandBox::colour()
{
    QPalette own;
    own.setColor(QPalette::ButtonText, tokens(palette()).accent);
    m_copy->setPalette(own);
}

void CommandBox::paintEvent(QPaintEvent *)
{
    const auto &look = tokens(palette());
    QPainter painter(this);
    painter.setPen(look.line);
    painter.setBrush(look.base);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace ui
