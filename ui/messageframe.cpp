// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/messageframe.h"

#include "ui/buttontext.h"
#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Look {
    QString icon;
    Ink ink;
    Ink panel;
    Ink edge;
};

Look lookOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return {u"info"_s, &Tokens::accent, &Tokens::infoPanel, &Tokens::infoEdge};
    case Message::Kind::Success:
        return {u"success"_s, &Tokens::verified, &Tokens::goodPanel, &Tokens::goodEdge};
    case Message::Kind::Warning:
        return {u"warning"_s, &Tokens::stale, &Tokens::warningPanel, &Tokens::warningEdge};
    case Message::Kind::Error:
        return {u"error"_s, &Tokens::invalid, &Tokens::badPanel, &Tokens::badEdge};
    }
    return {};
}

// Follows the palette in force each time it is painted.
class Sign : public QWidget
{
public:
    Sign(QIcon icon, QWidget *parent)
        : QWidget(parent)
        , m_icon(std::move(icon))
    {
        setFixedSize(18, 20);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, QRect(0, 1, 18, 18));
    }

private:
    QIcon m_icon;
};

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    label->setWordWrap(true);
    return label;
}

} // namespace

MessageFrame::MessageFrame(Message message, QWidget *parent)
    : QFrame(parent)
    , m_message(std::move(message))
{
    setAccessibleName(m_message.title);
    const Look look = lookOf(m_message.kind);
    auto *title = plainLabel(m_message.title, this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    m_text = plainLabel({}, this); // behind the title, as screen readers go through them
    setText(m_message.text);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new Sign(icon(look.icon, look.ink), this), 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->addLayout(row);
    addDetails(*column, *row);
    addChoices(*row);
    if (m_message.closable)
        addClose(*row);
    if (m_message.seconds > 0)
        QTimer::singleShot(m_message.seconds * 1000, this, &MessageFrame::settled);
}

void MessageFrame::setText(const QString &text)
{
    m_message.text = text;
    setAccessibleDescription(text);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void MessageFrame::addChoices(QBoxLayout &row)
{
    for (const Message::Choice &choice : std::as_const(m_message.choices)) {
        auto *button = new QPushButton(buttonText(choice.label), this);
        button->setAutoDefault(false);
        button->setDefault(choice.main);
        row.addWidget(button, 0, Qt::AlignVCenter);
        connect(button, &QPushButton::clicked, this, [this, run = choice.run] {
            Q_EMIT settled();
            run();
        });
    }
}

void MessageFrame::addDetails(QBoxLayout &column, QBoxLayout &row)
{
    if (m_message.details.isEmpty())
        return;
    auto *details = plainLabel(m_message.details, this);
    details->setFont(codeFont(*this));
    details->setIndent(26);
    details->hide();
    column.addWidget(details);
    auto *fold = new QToolButton(this);
    fold->setText(tr("Details"));
    fold->setCheckable(true);
    fold->setAutoRaise(true);
    row.addWidget(fold, 0, Qt::AlignVCenter);
    connect(fold, &QToolButton::toggled, details, &QWidget::setVisible);
}

void MessageFrame::addClose(QBoxLayout &row)
{
    auto *close = new QToolButton(this);
    close->setIcon(icon(u"close"_s, &Tokens::muted));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    row.addWidget(close, 0, Qt::AlignVCenter);
    connect(close, &QToolButton::clicked, this, &MessageFrame::settled);
}

void MessageFrame::paintEvent(QPaintEvent *)
{
    const Tokens &colours = tokens(palette());
    const Look look = lookOf(m_message.kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.*look.edge);
    painter.setBrush(colours.*look.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace ui
