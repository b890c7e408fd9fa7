// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/theme.h"

#include "ui/style.h"
#include "ui/tokens.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What Qt takes when no desktop names a font is small beside what desktops choose.
QFont comfortable(QFont font)
{
    if (font.family() == "Sans Serif"_L1 && font.pointSize() == 9)
        font.setPointSize(10);
    return font;
}

} // namespace

QString word(Look look)
{
    switch (look) {
    case Look::System:
        return u"system"_s;
    case Look::Light:
        return u"light"_s;
    case Look::Dark:
        return u"dark"_s;
    }
    return {};
}

Look lookFromWord(QStringView word)
{
    if (word == u"light")
        return Look::Light;
    return word == u"dark" ? Look::Dark : Look::System;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_desktopFont(comfortable(QApplication::font()))
    , m_desktopWasDark(QApplication::palette().window().color().lightness() < 128)
{
    QApplication::setStyle(new Style);
    connect(&m_desktop, &DesktopLook::changed, this, &Theme::apply);
    m_desktop.watch();
    apply();
    setTextStep(0);
}

bool Theme::dark() const
{
    switch (m_look) {
    case Look::Light:
        return false;
    case Look::Dark:
        return true;
    case Look::System:
        break;
    }
    return m_desktop.dark().value_or(m_desktopWasDark);
}

void Theme::setLook(Look look)
{
    m_look = look;
    apply();
}

void Theme::setTextStep(int step)
{
    m_textStep = qBound(smallestStep, step, largestStep);
    QFont font = m_desktopFont;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() + m_textStep);
    else
        font.setPixelSize(font.pixelSize() + m_textStep);
    QApplication::setFont(font);
}

void Theme::apply()
{
    const QPalette palette = paletteOf(dark() ? darkTokens() : lightTokens());
    if (palette == QApplication::palette())
        return;
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace ui
