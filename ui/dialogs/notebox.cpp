// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/notebox.h"

#include "ui/buttontext.h"
#include "ui/icons.h"
#include "ui/views/linkbutton.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr int iconSide = 16;
constexpr int inset = 10;

struct Look {
    QString icon;
    Ink ink;
    Ink panel;
    Ink edge;
};

Look lookOf(NoteBox::Kind kind)
{
    switch (kind) {
    case NoteBox::Kind::Info:
        return {u"info"_s, &Tokens::accent, &Tokens::infoPanel, &Tokens::infoEdge};
    case NoteBox::Kind::Good:
        return {u"success"_s, &Tokens::verified, &Tokens::goodPanel, &Tokens::goodEdge};
    case NoteBox::Kind::Warning:
        return {u"shield-warning"_s, &Tokens::stale, &Tokens::warningPanel, &Tokens::warningEdge};
    case NoteBox::Kind::Bad:
        return {u"error"_s, &Tokens::invalid, &Tokens::badPanel, &Tokens::badEdge};
    }
    return {};
}

} // namespace

NoteBox::NoteBox(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel)
    , m_action(new LinkButton({}))
{
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(inset + iconSide + inset, 7, inset, 8);
    row->addWidget(m_label, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QAbstractButton::clicked, this, &NoteBox::actionTriggered);
    setAction({});
    hide();
}

void NoteBox::setNote(Kind kind, const QString &title, const QString &text)
{
    if (isVisibleTo(parentWidget()) && kind == m_kind && title == m_title && text == m_text)
        return;
    m_kind = kind;
    m_title = title;
    m_text = text;
    const auto bold = m_title.isEmpty() ? QString() : u"<b>%1</b> "_s.arg(m_title.toHtmlEscaped());
    m_label->setText(bold + m_text.toHtmlEscaped());
    setAccessibleName(note());
    QAccessibleEvent changed(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&changed);
    show();
    update();
}

void NoteBox::setAction(const QString &label)
{
    m_action->setText(buttonText(label));
    m_action->setVisible(!label.isEmpty());
    m_action->updateGeometry();
}

void NoteBox::clear()
{
    m_title.clear();
    m_text.clear();
    hide();
}

QString NoteBox::note() const { return QString(m_title + u' ' + m_text).trimmed(); }

void NoteBox::paintEvent(QPaintEvent *)
{
    const auto &colours = tokens(palette());
    const auto look = lookOf(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.*look.edge);
    painter.setBrush(colours.*look.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    // Beside the first line.
    const int top = m_label->y() + (m_label->fontMetrics().height() - iconSide) / 2;
    icon(look.icon, look.ink).paint(&painter, QRect(inset, top, iconSide, iconSide));
}

} // namespace ui
