// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/labels.h"

#include "ui/tokens.h"
#include "ui/views/codefont.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace ui
{
namespace
{

// As high as its text is at its width: QFormLayout asks for the least height alone, and gives one
// note the room that the next one needs.
class FormLabel : public QLabel
{
public:
    explicit FormLabel(int leastLines)
        : m_leastLines(leastLines)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
    }

    QSize minimumSizeHint() const override
    {
        const QSize least = QLabel::minimumSizeHint();
        return {least.width(),
                m_width > 0 ? heightForWidth(m_width) : std::max(least.height(), room())};
    }

    QSize sizeHint() const override { return QLabel::sizeHint().expandedTo({0, room()}); }

    int heightForWidth(int width) const override
    {
        return std::max(QLabel::heightForWidth(width), room());
    }

    bool keepsRoom() const { return m_leastLines > 0; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        if (std::exchange(m_width, width()) != width())
            updateGeometry();
    }

private:
    int room() const { return m_leastLines * fontMetrics().lineSpacing(); }

    const int m_leastLines;
    int m_width = 0; // 0: it has none yet
};

// Red in both looks, also when the look changes.
class ProblemLabel : public FormLabel
{
public:
    explicit ProblemLabel(int leastLines)
        : FormLabel(leastLines)
    {
        colour();
        setVisible(keepsRoom());
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

QLabel *formNote(int leastLines)
{
    auto *label = new FormLabel(leastLines);
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

QLabel *problemLabel(int leastLines) { return new ProblemLabel(leastLines); }

void setProblem(QLabel *label, const QString &sentence)
{
    const auto *steady = dynamic_cast<const FormLabel *>(label);
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty() || (steady && steady->keepsRoom()));
}

QFrame *separator() { return new Separator(Qt::Horizontal); }

QFrame *verticalSeparator() { return new Separator(Qt::Vertical); }

} // namespace ui
