// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/noteline.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace ui
{

// Plain text that wraps; where it has spare text, it never gets lower at the same width.
class NoteText : public QLabel
{
public:
    explicit NoteText(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }

    void setSpare(const QString &spare)
    {
        m_spare = spare;
        m_longest = new NoteText(this);
        m_longest->hide();
    }

    void setLines(const QStringList &lines)
    {
        const bool others = std::exchange(m_lines, lines.size()) != lines.size();
        if (m_longest && others) {
            m_kept.clear();
            m_longest->setText(lines.join(m_spare + u'\n') + m_spare);
        }
        setText(lines.join(u'\n'));
    }

    int heightForWidth(int width) const override
    {
        const int height = QLabel::heightForWidth(width);
        if (!m_longest)
            return height;
        int &kept = m_kept[width];
        kept = std::max({kept, height, m_longest->heightForWidth(width)});
        return kept;
    }

private:
    QString m_spare;
    NoteText *m_longest = nullptr; // measures, and is never seen
    qsizetype m_lines = 0;
    mutable QHash<int, int> m_kept; // height by width
};

NoteLine::NoteLine(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new NoteText(this))
{
    m_icon->setAlignment(Qt::AlignTop);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    showIcon();
    hide();
}

void NoteLine::showIcon()
{
    m_icon->setPixmap(icon(QStringLiteral("status/malformed"), &Tokens::stale)
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
}

void NoteLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

void NoteLine::setNotes(const QStringList &notes)
{
    m_text->setLines(notes);
    m_text->setAccessibleName(notes.join(u' '));
    setVisible(!notes.isEmpty());
}

void NoteLine::keepHeight(const QString &spare) { m_text->setSpare(spare); }

QString NoteLine::text() const { return m_text->text(); }

void NoteLine::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look.warningPanel);
    painter.setPen(look.warningEdge);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace ui
