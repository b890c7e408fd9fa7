// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/targetnote.h"

#include "ui/tokens.h"

#include <QApplication>
#include <QEvent>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

TargetNote::TargetNote(Room room, QWidget *parent)
    : ElidedLabel(parent)
    , m_room(room)
{
    setForegroundRole(QPalette::PlaceholderText);
}

void TargetNote::say(const QString &sentence, bool refuses)
{
    m_refuses = refuses;
    colour();
    setFullText(refuses ? u"✗ "_s + sentence : sentence);
    setAccessibleName(sentence);
    setVisible(m_room == Room::Kept || !sentence.isEmpty());
}

void TargetNote::changeEvent(QEvent *event)
{
    ElidedLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

void TargetNote::colour()
{
    QPalette own;
    if (m_refuses)
        own.setColor(QPalette::PlaceholderText, tokens(QApplication::palette()).invalid);
    setPalette(own);
}

} // namespace ui
