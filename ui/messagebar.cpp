// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/messagebar.h"

#include "ui/messageframe.h"

#include <QAccessible>
#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(8, 7, 8, 7);
    m_column->setSpacing(6);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    hide();
}

void MessageBar::show(const Message &message)
{
    if (!message.key.isEmpty())
        dismiss(message.key);
    auto *frame = new MessageFrame(message, this);
    m_frames.prepend(frame);
    m_column->insertWidget(0, frame);
    connect(frame, &MessageFrame::settled, this, [this, frame] {
        m_frames.removeOne(frame);
        if (frame->isAncestorOf(QApplication::focusWidget()))
            Q_EMIT left();
        frame->hide();
        frame->deleteLater();
        setVisible(!m_frames.isEmpty());
    });
    limit();
    setVisible(true);
    QAccessibleEvent alert(frame, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT shown(message);
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

// The oldest that is no error makes room; errors stay until they are settled, however many.
void MessageBar::limit()
{
    if (m_frames.size() <= most)
        return;
    const auto newest = m_frames.crend() - 1;
    const auto oldest = std::find_if(m_frames.crbegin(), newest, [](const auto *frame) {
        return frame->message().kind != Message::Kind::Error;
    });
    if (oldest != newest)
        Q_EMIT(*oldest)->settled();
}

} // namespace ui
