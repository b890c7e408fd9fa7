// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/style.h"

#include "ui/icons.h"
#include "ui/tokens.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QStyleOptionButton *defaultButton(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton) ? button
                                                                                  : nullptr;
}

// Between the edge of a field and its text, beyond what Fusion leaves. A field that stands within
// another control has no frame, and that control's room.
int fieldPadding(const QStyleOption *option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    return frame && frame->lineWidth > 0 ? 4 : 0;
}

} // namespace

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &look = tokens(option->palette);
    switch (element) {
    case PE_PanelButtonTool:
        return stylepaint::toolButton(*option, look, *painter);
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return stylepaint::pushButton(*button, look, *painter);
        break;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return stylepaint::lineEdit(*option, look, *painter);
        break;
    case PE_FrameLineEdit:
        return; // part of the panel
    case PE_Frame: // of text areas and lists; a combo box's list is a menu
        if (!widget || !widget->inherits("QComboBoxPrivateContainer"))
            return stylepaint::frame(*option, look, *painter);
        break;
    case PE_FrameFocusRect:
        return stylepaint::focusFrame(*option, look, *painter);
    case PE_IndicatorCheckBox:
        return stylepaint::checkBox(*option, look, *painter);
    case PE_IndicatorRadioButton:
        return stylepaint::radioButton(*option, look, *painter);
    case PE_IndicatorToolBarSeparator:
        painter->fillRect(
            QRect(option->rect.center().x(), option->rect.y() + 4, 1, option->rect.height() - 8),
            look.line);
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return stylepaint::headerArrow(*header, look, *painter);
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens &look = tokens(option->palette);
    switch (element) {
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return drawHeader(*header, painter, widget);
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return stylepaint::header(*header, look, *painter);
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, look.header);
        painter->fillRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1,
                          look.line);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
            tab && tab->documentMode)
            return stylepaint::tab(*tab, look, *painter);
        break;
    case CE_Splitter:
        return stylepaint::splitter(*option, look, *painter);
    case CE_ToolBar:
        painter->fillRect(option->rect, look.window);
        painter->fillRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1,
                          look.line);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, look.window);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return stylepaint::menuBarItem(*item, look, *painter, *proxy());
        break;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && stylepaint::toolButtonLabel(*button, *painter, *proxy()))
            return;
        break;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            QStyleOptionProgressBar inked(*bar);
            inked.palette.setColor(QPalette::Highlight, look.accent);
            return QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton inked(*button);
            if (defaultButton(option) && option->state.testFlag(State_Enabled))
                inked.palette.setColor(QPalette::ButtonText, look.onAccent);
            if (!stylepaint::pushButtonLabel(inked, *painter, *proxy()))
                QProxyStyle::drawControl(element, &inked, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect handle = subControlRect(control, option, SC_ScrollBarSlider, widget);
            return stylepaint::scrollBar(*bar, handle, tokens(option->palette), *painter);
        }
    }
    // Fusion's arrow is a speck in the corner; a button with an icon says by that that it opens.
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        control == CC_ToolButton && button && !button->icon.isNull()) {
        QStyleOptionToolButton plain(*button);
        plain.features.setFlag(QStyleOptionToolButton::HasMenu, false);
        return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            box && box->editable) {
            const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
            return stylepaint::editableBox(*box, arrow, tokens(option->palette), *painter);
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            box && box->frame)
            return stylepaint::spinBox(*box, subControlRect(control, option, SC_SpinBoxUp, widget),
                                       subControlRect(control, option, SC_SpinBoxDown, widget),
                                       tokens(option->palette), *painter);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

// Scroll bars have no arrow buttons: the groove is the whole bar.
QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl part, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool lying = bar->orientation == Qt::Horizontal;
    const int length = lying ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    if (range > 0)
        handle = qBound(qMin(28, length),
                        int(qint64(length) * bar->pageStep / (range + bar->pageStep)), length);
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - handle, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect = lying ? QRect(from, 0, size, bar->rect.height())
                                 : QRect(0, from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return piece(start, handle);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    case SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {};
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    const int padding = fieldPadding(option);
    return rect.adjusted(padding, 0, -padding, 0);
}

// The base style would ask itself, not its proxy, where the label stands.
void Style::drawHeader(const QStyleOptionHeader &option, QPainter *painter,
                       const QWidget *widget) const
{
    drawControl(CE_HeaderSection, &option, painter, widget);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    QStyleOptionHeaderV2 label; // which holds how a text that does not fit is cut
    if (const auto *whole = qstyleoption_cast<const QStyleOptionHeaderV2 *>(&option))
        label = *whole;
    else
        static_cast<QStyleOptionHeader &>(label) = option;
    label.rect = visualRect(option.direction, option.rect,
                            option.rect.adjusted(8, 0, sorted ? -20 : -8, 0));
    drawControl(CE_HeaderLabel, &label, painter, widget);
    if (!sorted)
        return;
    label.rect = visualRect(option.direction, option.rect,
                            {option.rect.right() - 18, option.rect.center().y() - 5, 11, 11});
    drawPrimitive(PE_IndicatorHeaderArrow, &label, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ToolButton:
        made = size + QSize(22, 10);
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && button->toolButtonStyle == Qt::ToolButtonIconOnly)
            made = size + QSize(10, 10);
        return made;
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool both = button && !button->icon.isNull() && !button->text.isEmpty();
        return made.expandedTo({0, option->fontMetrics.height() + 10}) + QSize(both ? 12 : 4, 0);
    }
    case CT_LineEdit:
        made += QSize(2 * fieldPadding(option), 0);
        [[fallthrough]];
    case CT_ComboBox:
    case CT_SpinBox:
        return made.expandedTo({0, option->fontMetrics.height() + 10});
    case CT_HeaderSection:
        return made.expandedTo({0, option->fontMetrics.height() + 8});
    case CT_MenuBarItem:
        return made + QSize(2, 4);
    case CT_TabBarTab:
        return made + QSize(6, 4);
    default:
        return made;
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ToolBarIconSize:
        return 18;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
        return 6;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ToolBarSeparatorExtent:
        return 16;
    case PM_SplitterWidth:
        return 5;
    case PM_ScrollBarExtent:
        return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 15;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *result) const
{
    if (hint == SH_ScrollBar_LeftClickAbsolutePosition)
        return 1;
    if (hint == SH_Menu_Scrollable)
        return 1; // a second column would tear a long list apart
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // the window's other buttons have none
    return QProxyStyle::styleHint(hint, option, widget, result);
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (standard) {
    case SP_MessageBoxQuestion:
        return icon(u"help"_s, &Tokens::accent);
    case SP_MessageBoxInformation:
        return icon(u"info"_s, &Tokens::accent);
    case SP_MessageBoxWarning:
        return icon(u"warning"_s, &Tokens::stale);
    case SP_MessageBoxCritical:
        return icon(u"error"_s, &Tokens::invalid);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

} // namespace ui
