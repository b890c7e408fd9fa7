// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/elidedbutton.h"

#include "ui/buttontext.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace ui
{

static constexpr int leastCharacters = 12;

ElidedButton::ElidedButton(QWidget *parent)
    : QPushButton(parent)
{
    // A push button's own policy lets it not become narrower than its text.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedButton::setFullText(const QString &text)
{
    m_text = text;
    setText(buttonText(text));
    explain();
}

QSize ElidedButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    const int least = leastCharacters * fontMetrics().averageCharWidth();
    return {whole.width() - std::max(textWidth() - least, 0), whole.height()};
}

void ElidedButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    explain();
}

void ElidedButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = buttonText(shownText());
    QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
}

QString ElidedButton::shownText() const
{
    const int missing = std::max(sizeHint().width() - width(), 0);
    return missing == 0 ? m_text
                        : fontMetrics().elidedText(m_text, Qt::ElideMiddle, textWidth() - missing);
}

int ElidedButton::textWidth() const { return fontMetrics().horizontalAdvance(m_text); }

void ElidedButton::explain() { setToolTip(shownText() == m_text ? QString() : m_text); }

} // namespace ui
