// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/filterfield.h"

#include "ui/tokens.h"
#include "ui/views/codefont.h"
#include "ui/views/filtercompleter.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>

#include <algorithm>

namespace ui
{

class FilterHighlighter : public QSyntaxHighlighter
{
public:
    explicit FilterHighlighter(QTextDocument *document, const QWidget &field)
        : QSyntaxHighlighter(document)
        , m_field(field)
    {
    }

    void show(const filter::Parsed &parsed)
    {
        if (parsed.spans == m_spans && parsed.fault == m_fault)
            return;
        m_spans = parsed.spans;
        m_fault = parsed.fault;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &) override
    {
        const Tokens &look = tokens(m_field.palette());
        for (const filter::Span &span : m_spans)
            setFormat(int(span.position), int(span.length), inkOf(span.kind, look));
        if (!m_fault || m_fault->unfinished)
            return;
        const int from = int(m_fault->position);
        const int to = from + std::max(int(m_fault->length), 1);
        for (int at = from; at < to; ++at) {
            QTextCharFormat wavy = format(at);
            wavy.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            wavy.setUnderlineColor(look.invalid);
            setFormat(at, 1, wavy);
        }
    }

private:
    static QColor inkOf(filter::Span::Kind kind, const Tokens &look)
    {
        using Kind = filter::Span::Kind;
        switch (kind) {
        case Kind::Field:
            return look.jsonKey;
        case Kind::Operator:
        case Kind::Parenthesis:
            return look.muted;
        case Kind::Value:
        case Kind::Word:
            return look.text;
        case Kind::Quoted:
            return look.jsonString;
        case Kind::Regex:
            return look.jsonNumber;
        case Kind::Keyword:
            return look.jsonConstant;
        }
        return look.text;
    }

    const QWidget &m_field;
    QList<filter::Span> m_spans;
    std::optional<filter::Fault> m_fault;
};

FilterField::FilterField(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new FilterHighlighter(document(), *this))
    , m_offers(new FilterCompleter(*this))
{
    setFrameShape(NoFrame);
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(2);
    setPlaceholderText(tr("Filter: topic:customer/* or words"));
    setAccessibleName(tr("Filter"));
    connect(this, &QPlainTextEdit::textChanged, this, &FilterField::edited);
    dress();
}

void FilterField::dress()
{
    const QFont wanted = codeFont(*this);
    if (document()->defaultFont() != wanted)
        document()->setDefaultFont(wanted);
    viewport()->setAutoFillBackground(false);
    m_highlighter->rehighlight();
    updateGeometry();
}

void FilterField::setText(const QString &text)
{
    selectAll();
    insertPlainText(text); // can be undone
}

void FilterField::replace(qsizetype position, qsizetype length, const QString &with)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(position));
    cursor.setPosition(int(position + length), QTextCursor::KeepAnchor);
    cursor.insertText(with);
    setTextCursor(cursor);
}

int FilterField::placeOf(qsizetype position) const
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(std::clamp<qsizetype>(position, 0, text().size())));
    return cursorRect(cursor).left();
}

QSize FilterField::sizeHint() const { return {400, minimumSizeHint().height()}; }

QSize FilterField::minimumSizeHint() const
{
    const QFontMetrics metrics(document()->defaultFont());
    return {120, metrics.lineSpacing() + 2 * int(document()->documentMargin()) + 2};
}

void FilterField::setParsed(const filter::Parsed &parsed)
{
    const QSignalBlocker quiet(this); // colours are no edit
    m_highlighter->show(parsed);
}

// F1 is of the window elsewhere.
bool FilterField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

// While something is offered, the offers see first what is left alone here.
void FilterField::keyPressEvent(QKeyEvent *event)
{
    const bool offering = m_offers->offering();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_offers->chosen())
            return event->ignore();
        m_offers->popup()->hide();
        return entered();
    case Qt::Key_F1:
        return syntaxWanted();
    case Qt::Key_Up:
        return earlierWanted();
    case Qt::Key_Down:
        return laterWanted();
    case Qt::Key_Escape:
        if (offering)
            return event->ignore();
        return text().isEmpty() ? left() : clearWanted();
    default:
        edit(event);
    }
}

void FilterField::edit(QKeyEvent *event)
{
    const bool wanted = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    const QString before = text();
    if (!wanted)
        QPlainTextEdit::keyPressEvent(event);
    if (wanted || text() != before)
        Q_EMIT typed();
    else if (event->text().isEmpty())
        m_offers->popup()->hide(); // the cursor is elsewhere
}

bool FilterField::focusNextPrevChild(bool next)
{
    if (!next || !m_offers->offering())
        return QPlainTextEdit::focusNextPrevChild(next);
    m_offers->takeFirst();
    return true;
}

void FilterField::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT focusChanged();
}

void FilterField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        dress();
}

// One line stays one line.
void FilterField::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().simplified());
}

} // namespace ui
