// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace ui
{

struct Tokens;

// Fusion with flat panels, visible checked buttons and a focus frame that can be seen beside the
// pale selection.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;

    // The window's own drawings in message boxes.
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option,
                       const QWidget *widget) const override;

private:
    void drawHeader(const QStyleOptionHeader &option, QPainter *painter,
                    const QWidget *widget) const;
};

// The pieces, painted on what the tokens say.
namespace stylepaint
{

void toolButton(const QStyleOption &option, const Tokens &look, QPainter &painter);
// False: not a label of this kind, an icon with text beside it.
bool toolButtonLabel(const QStyleOptionToolButton &option, QPainter &painter, const QStyle &style);
void menuBarItem(const QStyleOptionMenuItem &option, const Tokens &look, QPainter &painter,
                 const QStyle &style);
void pushButton(const QStyleOptionButton &option, const Tokens &look, QPainter &painter);
// False: not a label of this kind, an icon and text with no menu behind them.
bool pushButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QStyle &style);
void lineEdit(const QStyleOption &option, const Tokens &look, QPainter &painter);
void editableBox(const QStyleOptionComboBox &option, const QRect &arrow, const Tokens &look,
                 QPainter &painter);
void spinBox(const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const Tokens &look, QPainter &painter);
void frame(const QStyleOption &option, const Tokens &look, QPainter &painter);
void focusFrame(const QStyleOption &option, const Tokens &look, QPainter &painter);
void checkBox(const QStyleOption &option, const Tokens &look, QPainter &painter);
void radioButton(const QStyleOption &option, const Tokens &look, QPainter &painter);
void header(const QStyleOptionHeader &option, const Tokens &look, QPainter &painter);
void headerArrow(const QStyleOptionHeader &option, const Tokens &look, QPainter &painter);
void tab(const QStyleOptionTab &option, const Tokens &look, QPainter &painter);
void splitter(const QStyleOption &option, const Tokens &look, QPainter &painter);
void scrollBar(const QStyleOptionSlider &option, const QRect &handle, const Tokens &look,
               QPainter &painter);

} // namespace stylepaint

} // namespace ui
