// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codefont.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QWidget>

#include <functional>

namespace ui
{

namespace
{

QString &codeFamily()
{
    static QString family;
    return family;
}

QFont codeFontLike(const QFont &own)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!codeFamily().isEmpty())
        font.setFamilies({codeFamily(), font.family()});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setKerning(false);
    if (own.pointSizeF() > 0)
        font.setPointSizeF(own.pointSizeF());
    else
        font.setPixelSize(own.pixelSize());
    return font;
}

QFont scaledFont(QFont font, qreal scale, QFont::Weight weight)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    font.setWeight(weight);
    return font;
}

// A widget with a font of its own no longer follows the application's: this makes it.
class FontKeeper : public QObject
{
public:
    FontKeeper(QWidget *widget, std::function<QFont(const QFont &)> make)
        : QObject(widget)
        , m_widget(widget)
        , m_make(std::move(make))
    {
        m_widget->installEventFilter(this);
        dress();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            dress();
        return false;
    }

private:
    void dress() { m_widget->setFont(m_make(QApplication::font())); }

    QWidget *m_widget;
    std::function<QFont(const QFont &)> m_make;
};

} // namespace

// As if the desktop had another font: each widget sees to its own then.
void setCodeFamily(const QString &family)
{
    if (family == codeFamily())
        return;
    codeFamily() = family;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent changed(QEvent::ApplicationFontChange);
        QApplication::sendEvent(widget, &changed);
    }
}

QFont codeFont(const QWidget &widget) { return codeFontLike(widget.font()); }

void keepCodeFont(QWidget *widget) { new FontKeeper(widget, codeFontLike); }

void keepScaledFont(QWidget *widget, qreal scale, QFont::Weight weight)
{
    new FontKeeper(widget,
                   [scale, weight](const QFont &font) { return scaledFont(font, scale, weight); });
}

} // namespace ui
