// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/icons.h"
#include "ui/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace ui::stylepaint
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qreal radius = 4;

QColor mixed(const QColor &a, const QColor &b, qreal part)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * part),
                            float(a.greenF() + (b.greenF() - a.greenF()) * part),
                            float(a.blueF() + (b.blueF() - a.blueF()) * part));
}

void box(QPainter &painter, const QRect &rect, const QBrush &fill, const QColor &edge,
         qreal corner = radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.isValid() ? QPen(edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter.restore();
}

QBrush raised(const Tokens &look, const QRect &rect, bool hovered, bool pressed)
{
    if (pressed)
        return look.checked;
    const QColor top = look.dark ? look.button.lighter(107) : QColor(0xfbfcfd);
    const QColor bottom = look.dark ? look.button.darker(104) : QColor(0xf2f4f7);
    QLinearGradient gradient(rect.topLeft(), rect.bottomLeft());
    gradient.setColorAt(0, hovered ? mixed(top, look.accent, 0.07) : top);
    gradient.setColorAt(1, hovered ? mixed(bottom, look.accent, 0.07) : bottom);
    return gradient;
}

bool has(const QStyleOption &option, QStyle::StateFlag state)
{
    return option.state.testFlag(state);
}

QColor fieldEdge(const QStyleOption &option, const Tokens &look)
{
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_Enabled))
        return look.accent;
    return has(option, QStyle::State_Enabled) ? look.border : look.line;
}

// Nothing but its edge shows a choice that is not made, so that has three times the ground's
// contrast (WCAG 2.1, 1.4.11).
QColor choiceEdge(const QStyleOption &option, const Tokens &look)
{
    const QColor edge = fieldEdge(option, look);
    return edge == look.border ? mixed(look.border, look.muted, 0.7) : edge;
}

void chevron(QPainter &painter, const QRect &rect, bool up, qreal reach, const QColor &ink)
{
    const QPointF centre = QRectF(rect).center();
    const qreal rise = up ? -reach / 2 : reach / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({centre + QPointF(-reach, -rise), centre + QPointF(0, rise),
                                    centre + QPointF(reach, -rise)}));
    painter.restore();
}

} // namespace

void toolButton(const QStyleOption &option, const Tokens &look, QPainter &painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool pressed = has(option, QStyle::State_Sunken) && enabled;
    const bool hovered = has(option, QStyle::State_MouseOver) && enabled;
    if (has(option, QStyle::State_On))
        return box(painter, option.rect, hovered ? look.selection : look.checked,
                   has(option, QStyle::State_AutoRaise) ? look.infoEdge : look.accent);
    if (!has(option, QStyle::State_AutoRaise))
        return box(painter, option.rect, raised(look, option.rect, hovered, pressed),
                   enabled ? look.border : look.line);
    if (pressed || hovered)
        box(painter, option.rect, pressed ? look.selection : mixed(look.window, look.accent, 0.09),
            QColor());
}

bool toolButtonLabel(const QStyleOptionToolButton &option, QPainter &painter, const QStyle &style)
{
    if (option.toolButtonStyle != Qt::ToolButtonTextBesideIcon || option.icon.isNull()
        || option.text.isEmpty())
        return false;
    const bool enabled = has(option, QStyle::State_Enabled);
    constexpr int padding = 8;
    constexpr int gap = 7;
    const QSize size = option.iconSize;
    const QRect icon(QPoint(option.rect.left() + padding,
                            option.rect.top() + (option.rect.height() - size.height()) / 2),
                     size);
    option.icon.paint(&painter, QStyle::visualRect(option.direction, option.rect, icon),
                      Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    QRect text = option.rect;
    text.setLeft(icon.right() + 1 + gap);
    text.setRight(option.rect.right() - padding + 2);
    painter.setFont(option.font);
    style.drawItemText(&painter, QStyle::visualRect(option.direction, option.rect, text),
                       Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.palette,
                       enabled, option.text, QPalette::ButtonText);
    return true;
}

void menuBarItem(const QStyleOptionMenuItem &option, const Tokens &look, QPainter &painter,
                 const QStyle &style)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    painter.fillRect(option.rect, look.window);
    if (has(option, QStyle::State_Selected) && enabled)
        box(painter, option.rect.adjusted(1, 2, -1, -2), look.selection, QColor());
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &option))
        flags |= Qt::TextHideMnemonic;
    style.drawItemText(&painter, option.rect, flags, option.palette, enabled, option.text,
                       QPalette::WindowText);
}

void pushButton(const QStyleOptionButton &option, const Tokens &look, QPainter &painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool pressed = has(option, QStyle::State_Sunken) && enabled;
    const bool hovered = has(option, QStyle::State_MouseOver) && enabled;
    if (option.features.testFlag(QStyleOptionButton::Flat) && !pressed && !hovered)
        return;
    if (option.features.testFlag(QStyleOptionButton::DefaultButton) && enabled) {
        const QColor fill = mixed(look.accent, look.text, pressed ? 0.25 : hovered ? 0.12 : 0);
        return box(painter, option.rect, fill, fill);
    }
    if (has(option, QStyle::State_On))
        return box(painter, option.rect, look.checked, look.accent);
    box(painter, option.rect, raised(look, option.rect, hovered, pressed),
        enabled ? look.border : look.line);
}

// Of itself the style leaves four pixels between the two, whatever room there is.
bool pushButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QStyle &style)
{
    if (option.icon.isNull() || option.text.isEmpty()
        || option.features.testFlag(QStyleOptionButton::HasMenu))
        return false;
    const bool enabled = has(option, QStyle::State_Enabled);
    constexpr int gap = 6;
    const QSize size = option.iconSize;
    const int words = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int spare = option.rect.width() - size.width() - gap - words;
    const QRect icon(QPoint(option.rect.left() + qMax(0, spare / 2),
                            option.rect.top() + (option.rect.height() - size.height()) / 2),
                     size);
    option.icon.paint(&painter, QStyle::visualRect(option.direction, option.rect, icon),
                      Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled,
                      has(option, QStyle::State_On) ? QIcon::On : QIcon::Off);
    QRect text = option.rect;
    text.setLeft(icon.right() + 1 + gap);
    int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &option))
        flags |= Qt::TextHideMnemonic;
    style.drawItemText(&painter, QStyle::visualRect(option.direction, option.rect, text), flags,
                       option.palette, enabled, option.text, QPalette::ButtonText);
    return true;
}

void lineEdit(const QStyleOption &option, const Tokens &look, QPainter &painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const QColor edge = fieldEdge(option, look);
    box(painter, option.rect, enabled ? option.palette.color(QPalette::Base) : look.window, edge);
    if (edge == look.accent)
        box(painter, option.rect.adjusted(1, 1, -1, -1), Qt::NoBrush, edge, radius - 1);
}

// A field with a list at hand: one frame around both.
void editableBox(const QStyleOptionComboBox &option, const QRect &arrow, const Tokens &look,
                 QPainter &painter)
{
    lineEdit(option, look, painter);
    chevron(painter, arrow, false, 4, has(option, QStyle::State_Enabled) ? look.muted : look.line);
}

// The same field once more. Fusion's edges are a shade darker than the window, which nobody sees in
// the dark.
void spinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const Tokens &look, QPainter &painter)
{
    lineEdit(option, look, painter);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step
        = [&](const QRect &rect, QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag flag) {
              const bool enabled
                  = has(option, QStyle::State_Enabled) && option.stepEnabled.testFlag(flag);
              const bool active = option.activeSubControls.testFlag(part)
                  && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
              chevron(painter, rect, part == QStyle::SC_SpinBoxUp, 3,
                      !enabled     ? look.line
                          : active ? look.accent
                                   : look.muted);
          };
    step(up, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    step(down, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

// What scrolls in it has corners.
void frame(const QStyleOption &option, const Tokens &look, QPainter &painter)
{
    box(painter, option.rect, Qt::NoBrush, fieldEdge(option, look), 0);
}

void focusFrame(const QStyleOption &option, const Tokens &look, QPainter &painter)
{
    box(painter, option.rect, Qt::NoBrush, look.accent, radius - 1);
}

void checkBox(const QStyleOption &option, const Tokens &look, QPainter &painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const QColor fill = !enabled ? look.line : on || partly ? look.accent : look.base;
    box(painter, option.rect, enabled || on ? fill : look.window,
        on || partly ? fill : choiceEdge(option, look), 3);
    const qreal side = option.rect.width();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(option.rect.topLeft());
    painter.setPen(QPen(enabled ? look.onAccent : look.muted, 1.8, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    if (on)
        painter.drawPolyline(QPolygonF(
            {{side * 0.25, side * 0.53}, {side * 0.43, side * 0.71}, {side * 0.76, side * 0.31}}));
    else if (partly)
        painter.drawLine(QPointF(side * 0.28, side / 2), QPointF(side * 0.72, side / 2));
    painter.restore();
}

void radioButton(const QStyleOption &option, const Tokens &look, QPainter &painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QColor ink = enabled ? look.accent : look.line;
    const qreal corner = option.rect.width() / 2.0;
    box(painter, option.rect, enabled ? look.base : look.window,
        on ? ink : choiceEdge(option, look), corner);
    if (on)
        box(painter, option.rect.adjusted(4, 4, -4, -4), ink, ink, corner - 4);
}

void header(const QStyleOptionHeader &option, const Tokens &look, QPainter &painter)
{
    const QRect rect = option.rect;
    const bool lying = option.orientation == Qt::Horizontal;
    const bool hovered = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter.fillRect(rect, hovered ? mixed(look.header, look.accent, 0.08) : look.header);
    if (!lying)
        return painter.fillRect(rect.right(), rect.y(), 1, rect.height(), look.line);
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.line);
    if (option.position != QStyleOptionHeader::End
        && option.position != QStyleOptionHeader::OnlyOneSection)
        painter.fillRect(rect.right(), rect.y(), 1, rect.height() - 1,
                         mixed(look.line, look.header, 0.35));
}

// Up: the smallest stands on top.
void headerArrow(const QStyleOptionHeader &option, const Tokens &look, QPainter &painter)
{
    // Fusion names the arrows after the direction of the list, not after what they show.
    const bool up = option.sortIndicator == QStyleOptionHeader::SortDown;
    chevron(painter, option.rect, up, 4, look.accent);
}

// A page of paper among its siblings: no box, the chosen one on the page's own white with a bar on
// top.
void tab(const QStyleOptionTab &option, const Tokens &look, QPainter &painter)
{
    const QRect rect = option.rect;
    if (!has(option, QStyle::State_Selected)) {
        if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
            box(painter, rect.adjusted(2, 4, -2, -3), mixed(look.window, look.accent, 0.09),
                QColor());
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.line);
        return;
    }
    painter.save();
    painter.setClipRect(rect);
    box(painter, rect.adjusted(0, 1, 0, 6), look.base, look.line, 3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.accent);
    painter.drawRoundedRect(QRectF(rect.x(), rect.y(), rect.width(), 3), 1.5, 1.5);
    painter.restore();
}

void splitter(const QStyleOption &option, const Tokens &look, QPainter &painter)
{
    const QRect rect = option.rect;
    painter.fillRect(rect, look.window);
    const bool standing = has(option, QStyle::State_Horizontal);
    if (standing) {
        painter.fillRect(rect.x(), rect.y(), 1, rect.height(), look.line);
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), look.line);
    } else {
        painter.fillRect(rect.x(), rect.y(), rect.width(), 1, look.line);
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look.line);
    }
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.border);
    for (int step = -12; step <= 12; step += 4) {
        const QPoint centre = rect.center() + (standing ? QPoint(0, step) : QPoint(step, 0));
        painter.drawRect(QRect(centre, QSize(1, 1)));
    }
    painter.restore();
}

void scrollBar(const QStyleOptionSlider &option, const QRect &handle, const Tokens &look,
               QPainter &painter)
{
    painter.fillRect(option.rect, look.dark ? look.base : look.alternate);
    if (option.maximum <= option.minimum)
        return;
    const bool hovered = has(option, QStyle::State_MouseOver);
    const bool held = has(option, QStyle::State_Sunken);
    const QColor ink = mixed(look.border, look.muted, held ? 0.8 : hovered ? 0.4 : 0);
    const int inset = hovered || held ? 2 : 3;
    const QRect rect = option.orientation == Qt::Horizontal ? handle.adjusted(2, inset, -2, -inset)
                                                            : handle.adjusted(inset, 2, -inset, -2);
    box(painter, rect, ink, QColor(), qMin(rect.width(), rect.height()) / 2.0);
}

} // namespace ui::stylepaint
