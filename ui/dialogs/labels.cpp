// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/labels.h"

#include "ui/tokens.h"
#include "ui/views/codefont.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

// As high as its text is at its width, and no higher: what QFormLayout makes of a height for a
// width gives one note the room that the next one needs, and all of them that of a narrow one.
class FormLabel : public QLabel
{
public:
    explicit FormLabel(int lines)
        : m_lines(lines)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        if (keepsRoom())
            setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }

    // What is to keep its size does so whatever the longest word is.
    QSize minimumSizeHint() const override
    {
        return keepsRoom() ? QSize(0, room()) : atItsWidth(QLabel::minimumSizeHint());
    }

    QSize sizeHint() const override
    {
        const QSize hint = QLabel::sizeHint();
        return keepsRoom() ? QSize(hint.width(), room()) : atItsWidth(hint);
    }

    bool hasHeightForWidth() const override { return false; }

    bool keepsRoom() const { return m_lines > 0; }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::ToolTip || QLabel::heightForWidth(width()) <= height())
            return QLabel::event(event);
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           u"<p>%1</p>"_s.arg(text().toHtmlEscaped()), this);
        return true;
    }

    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        if (std::exchange(m_width, width()) != width())
            updateGeometry();
    }

private:
    int room() const { return m_lines * fontMetrics().lineSpacing(); }

    QSize atItsWidth(const QSize &hint) const
    {
        return m_width > 0 ? QSize(hint.width(), heightForWidth(m_width)) : hint;
    }

    const int m_lines;
    int m_width = 0; // 0: it has none yet
};

// Red in both looks, also when the look changes.
class ProblemLabel : public FormLabel
{
public:
    explicit ProblemLabel(int lines)
        : FormLabel(lines)
    {
        colour();
        if (!keepsRoom()) // else it is shown with its form
            hide();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        FormLabel::changeEvent(event);
        if (event->type() == QEvent::ApplicationPaletteChange)
            colour();
    }

private:
    void colour()
    {
        QPalette own;
        own.setColor(QPalette::WindowText, tokens(QApplication::palette()).invalid);
        setPalette(own);
    }
};

class Separator : public QFrame
{
public:
    explicit Separator(Qt::Orientation orientation)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), tokens(palette()).line);
    }
};

} // namespace

QLabel *headingLabel(const QString &text, qreal scale)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    auto font = label->font();
    font.setWeight(QFont::DemiBold);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    label->setFont(font);
    return label;
}

QLabel *wrappedLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QLabel *mutedLabel(const QString &text)
{
    auto *label = wrappedLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *formNote(int lines)
{
    auto *label = new FormLabel(lines);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *fixedLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(codeFont(*label));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLabel *problemLabel(int lines) { return new ProblemLabel(lines); }

void setProblem(QLabel *label, const QString &sentence)
{
    const auto *steady = dynamic_cast<const FormLabel *>(label);
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty() || (steady && steady->keepsRoom()));
}

QFrame *separator() { return new Separator(Qt::Horizontal); }

QFrame *verticalSeparator() { return new Separator(Qt::Vertical); }

} // namespace ui
