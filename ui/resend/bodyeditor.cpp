// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/bodyeditor.h"

#include "json/document.h"
#include "json/print.h"
#include "json/utf8.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"
#include "ui/views/jsonhighlighter.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr int margin = 8;
constexpr int barWidth = 3;
constexpr int barRoom = 12; // between the numbers and the text

class Gutter : public QWidget
{
public:
    explicit Gutter(BodyEditor *editor)
        : QWidget(editor)
        , m_editor(editor)
    {
        setAccessibleName(BodyEditor::tr("Line numbers"));
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_editor->paintGutter(event); }

private:
    BodyEditor *m_editor;
};

class Colours : public QSyntaxHighlighter
{
public:
    Colours(QTextDocument *document, const QWidget &widget)
        : QSyntaxHighlighter(document)
        , m_widget(widget)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        for (const QTextLayout::FormatRange &range :
             jsonFormats(text, false, tokens(m_widget.palette())))
            setFormat(range.start, range.length, range.format);
    }

private:
    const QWidget &m_widget;
};

bool bearable(const QString &text)
{
    qsizetype line = 0;
    return std::all_of(text.begin(), text.end(), [&line](QChar c) {
        line = c == u'\n' ? 0 : line + 1;
        return line <= BodyEditor::longestLine;
    });
}

} // namespace

BodyEditor::BodyEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Body to send"));
    setWordWrapMode(QTextOption::WrapAnywhere);
    keepCodeFont(this);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
    document()->setDocumentMargin(margin);
    new Colours(document(), *this);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &BodyEditor::layOutGutter);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &BodyEditor::showMarks);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &BodyEditor::showMarks);
}

bool BodyEditor::setBytes(const QByteArray &bytes)
{
    m_lineEnd = bytes.contains("\r\n") ? "\r\n" : "\n";
    const bool text = bytes.size() <= largest && json::countBadUtf8(bytes) == 0;
    QString shown = text ? QString::fromUtf8(bytes.constData(), bytes.size()) : QString();
    if (m_lineEnd.size() == 2)
        shown.replace(u"\r\n"_s, u"\n"_s);
    if (!text || !bearable(shown)) {
        clear();
        return false;
    }
    setPlainText(shown);
    const bool same = this->bytes() == bytes;
    if (!same)
        clear();
    return same;
}

// Not toPlainText(), which makes spaces of those that do not break.
QByteArray BodyEditor::bytes() const
{
    return document()
        ->toRawText()
        .replace(QChar::ParagraphSeparator, u'\n')
        .toUtf8()
        .replace("\n", m_lineEnd);
}

void BodyEditor::replace(const QByteArray &bytes)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(bytes).replace(u"\r\n"_s, u"\n"_s));
}

int BodyEditor::gutterWidth() const
{
    const int digits = std::max(2, int(QString::number(blockCount()).size()));
    return 10 + fontMetrics().horizontalAdvance(u'0') * digits + barRoom;
}

void BodyEditor::layOutGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
}

void BodyEditor::paintGutter(QPaintEvent *event)
{
    const Tokens &look = tokens(palette());
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), look.base);
    painter.setFont(font());
    painter.setPen(look.muted);
    for (QTextBlock line = firstVisibleBlock(); line.isValid(); line = line.next()) {
        const QRectF box = blockBoundingGeometry(line).translated(contentOffset());
        if (box.top() > m_gutter->height())
            break;
        painter.drawText(QRectF(0, box.top(), m_gutter->width() - barRoom, fontMetrics().height()),
                         Qt::AlignRight, QString::number(line.blockNumber() + 1));
        paintChange(painter, line, box);
    }
}

// Told apart by form as well: a full bar where a line is new, a broken one where it is otherwise,
// and a wedge where lines are gone.
void BodyEditor::paintChange(QPainter &painter, const QTextBlock &line, const QRectF &box) const
{
    const Tokens &look = tokens(palette());
    const qsizetype number = line.blockNumber();
    const qreal left = m_gutter->width() - barRoom + 5;
    const bool last = !line.next().isValid();
    const qreal height = box.height() - (last ? margin : 0); // below the last one is none of it
    const LineChange change = m_changes.lines.value(number, LineChange::Same);
    if (change == LineChange::Added)
        painter.fillRect(QRectF(left, box.top(), barWidth, height), look.verified);
    const qreal dash = std::max(fontMetrics().height() / 3.0, 2.0);
    for (qreal y = 0; change == LineChange::Changed && y < height; y += dash)
        painter.fillRect(QRectF(left, box.top() + y, barWidth, dash - 1), look.stale);
    const auto wedge = [&](qreal y) {
        const QPolygonF drawn({{left - 1, y - 4}, {left + barWidth + 2, y}, {left - 1, y + 4}});
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.invalid);
        painter.drawPolygon(drawn);
        painter.restore();
    };
    if (std::binary_search(m_changes.removals.begin(), m_changes.removals.end(), number))
        wedge(box.top());
    if (last && !m_changes.removals.isEmpty() && m_changes.removals.constLast() > number)
        wedge(box.top() + height);
}

void BodyEditor::setOriginal(const QByteArray &bytes)
{
    m_original = bytes;
    m_laidOut.clear();
    if (bytes.size() > largest || bytes.trimmed().contains('\n'))
        return;
    const auto parsed = json::Document::parse(bytes);
    if (const auto *document = std::get_if<json::Document>(&parsed))
        m_laidOut = json::indented(*document, largest).value_or(QByteArray());
}

void BodyEditor::markChanges()
{
    const bool laidOut = !m_laidOut.isEmpty() && blockCount() > 1;
    const LineChanges changes = lineChanges(laidOut ? m_laidOut : m_original, bytes());
    if (changes == m_changes)
        return;
    m_changes = changes;
    m_gutter->setToolTip(changesInWords());
    m_gutter->setAccessibleDescription(m_gutter->toolTip());
    m_gutter->update();
}

QString BodyEditor::changesInWords() const
{
    QStringList words;
    if (m_changes.changed > 0)
        words += tr("%n line(s) changed", nullptr, int(m_changes.changed));
    if (m_changes.added > 0)
        words += tr("%n line(s) added", nullptr, int(m_changes.added));
    if (m_changes.removed > 0)
        words += tr("%n line(s) gone", nullptr, int(m_changes.removed));
    return words.join(u", "_s);
}

void BodyEditor::markHits(std::vector<qsizetype> hits, qsizetype size)
{
    m_hits = std::move(hits);
    m_hitSize = size;
    showMarks();
}

void BodyEditor::showMarks()
{
    QTextEdit::ExtraSelection line;
    line.format.setBackground(tokens(palette()).alternate);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    QList<QTextEdit::ExtraSelection> marks{line};
    const qsizetype from = firstVisibleBlock().position();
    const qsizetype to = cursorForPosition(viewport()->rect().bottomRight()).position();
    const qsizetype end = document()->characterCount() - 1;
    const QColor ground = tokens(palette()).warningEdge;
    for (auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), from);
         hit != m_hits.end() && *hit <= to && *hit + m_hitSize <= end; ++hit) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(*hit));
        mark.cursor.setPosition(int(*hit + m_hitSize), QTextCursor::KeepAnchor);
        mark.format.setBackground(QColor(ground.red(), ground.green(), ground.blue(), 110));
        marks += mark;
    }
    setExtraSelections(marks);
}

void BodyEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
    showMarks();
}

void BodyEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    showMarks();
    for (auto *colours : document()->findChildren<QSyntaxHighlighter *>())
        colours->rehighlight();
}

void BodyEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier)
        return insertPlainText(u"  "_s);
    const bool plainReturn = event->key() == Qt::Key_Return && event->modifiers() == Qt::NoModifier;
    if (!plainReturn)
        return QPlainTextEdit::keyPressEvent(event);
    const QString line = textCursor().block().text();
    const auto end
        = std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' ' && c != u'\t'; });
    const qsizetype indentation
        = std::min<qsizetype>(end - line.begin(), textCursor().positionInBlock());
    insertPlainText(u'\n' + line.first(indentation));
}

} // namespace ui
