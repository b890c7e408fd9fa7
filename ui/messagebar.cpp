// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/messagebar.h"

#include "ui/messageframe.h"
#include "ui/views/linkbutton.h"

#include <QAccessible>
#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_others(new LinkButton({}, this))
{
    m_column->setContentsMargins(8, 7, 8, 7);
    m_column->setSpacing(6);
    m_column->addWidget(m_others, 0, Qt::AlignLeft);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_others, &LinkButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        arrange();
    });
    hide();
}

void MessageBar::show(const Message &message)
{
    if (!message.key.isEmpty())
        dismiss(message.key);
    auto *frame = new MessageFrame(message, this);
    m_frames.prepend(frame);
    connect(frame, &MessageFrame::settled, this, [this, frame] { settle(frame); });
    limit();
    arrange();
    QAccessibleEvent alert(frame, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT shown(message);
}

void MessageBar::settle(MessageFrame *frame)
{
    const bool focused = frame->isAncestorOf(QApplication::focusWidget())
        || (m_others->hasFocus() && m_frames.size() <= 2); // which leaves no others
    m_frames.removeOne(frame);
    m_column->removeWidget(frame);
    if (focused)
        Q_EMIT left();
    frame->hide();
    frame->deleteLater();
    arrange();
}

// Errors stand first. What can't be closed tells of a state that lasts, so it is not folded; nor is
// a message that has the focus: what is pressed next would go elsewhere.
void MessageBar::arrange()
{
    QList<MessageFrame *> order = m_frames;
    std::stable_partition(order.begin(), order.end(), [](const MessageFrame *frame) {
        return frame->message().kind == Message::Kind::Error;
    });
    m_unfolded = m_unfolded && order.size() > 1;
    int folded = 0;
    for (qsizetype place = 0; place < order.size(); ++place) {
        MessageFrame *frame = order[place];
        m_column->removeWidget(frame);
        m_column->insertWidget(int(place), frame);
        const bool shown = m_unfolded || place == 0 || !frame->message().closable
            || frame->isAncestorOf(QApplication::focusWidget());
        frame->setVisible(shown);
        folded += shown ? 0 : 1;
    }
    m_others->setText(m_unfolded ? tr("Show one message only")
                                 : tr("%n more message(s)", nullptr, folded));
    m_others->setVisible(m_unfolded || folded > 0);
    setVisible(!order.isEmpty());
}

void MessageBar::dismiss(const QString &key)
{
    const QList<MessageFrame *> frames = m_frames;
    for (MessageFrame *frame : frames) {
        if (frame->message().key == key)
            Q_EMIT frame->settled();
    }
}

void MessageBar::setText(const QString &key, const QString &text)
{
    for (MessageFrame *frame : std::as_const(m_frames)) {
        if (frame->message().key == key)
            frame->setText(text);
    }
}

bool MessageBar::has(const QString &key) const { return keys().contains(key); }

QStringList MessageBar::keys() const
{
    QStringList keys;
    for (const MessageFrame *frame : m_frames)
        keys.append(frame->message().key);
    return keys;
}

// The oldest makes room, but errors and what tells of a state that lasts stay until they are
// settled, however many.
void MessageBar::limit()
{
    if (m_frames.size() <= most)
        return;
    const auto newest = m_frames.crend() - 1;
    const auto oldest = std::find_if(m_frames.crbegin(), newest, [](const auto *frame) {
        return frame->message().kind != Message::Kind::Error && frame->message().closable;
    });
    if (oldest != newest)
        Q_EMIT(*oldest)->settled();
}

} // namespace ui
