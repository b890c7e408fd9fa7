// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codeview.h"

#include "ui/tokens.h"
#include "ui/views/codefolding.h"
#include "ui/views/codefont.h"
#include "ui/views/codegutter.h"
#include "ui/views/jsonhighlighter.h"

#include <QMimeData>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace ui
{

namespace
{

constexpr qsizetype firstSlice = 32 * 1024; // characters; fills any window
constexpr qsizetype nextSlice = 64 * 1024;
constexpr int margin = 8;
constexpr int dismantledRows = 5000; // at a time

// Deletes a document piece by piece, between other events.
void dismantle(QTextDocument *document)
{
    auto *timer = new QTimer(document);
    QObject::connect(timer, &QTimer::timeout, document, [document] {
        if (document->blockCount() <= dismantledRows)
            return document->deleteLater();
        const int from = document->blockCount() - dismantledRows;
        QTextCursor cursor(document->findBlockByNumber(from));
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    });
    timer->start(0);
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new CodeGutter(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    keepCodeFont(this);
    startDocument();
    m_gutter->hide();
    m_loading.setInterval(0);
    connect(&m_loading, &QTimer::timeout, this, &CodeView::loadSlice);
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CodeView::markVisibleHits);
}

void CodeView::setCode(const CodeText &code, Language language)
{
    m_loading.stop();
    m_code = code;
    m_language = language;
    m_loaded = 0;
    m_breaksDone = 0;
    m_continued.clear();
    m_hits.clear();
    m_currentHit = -1;
    ++m_epoch;
    setExtraSelections({});
    startDocument();
    loadSlice();
    if (!isLoaded())
        m_loading.start();
    layOutGutter();
}

// A new one for each text, since emptying a long one takes long.
void CodeView::startDocument()
{
    const QPointer<QTextDocument> old = document();
    auto *fresh = new QTextDocument(this);
    fresh->setDocumentLayout(new QPlainTextDocumentLayout(fresh));
    fresh->setUndoRedoEnabled(false);
    fresh->setDefaultFont(font());
    fresh->setDocumentMargin(margin);
    QTextOption option = old->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight); // wire text reads as it was sent
    fresh->setDefaultTextOption(option);
    setDocument(fresh);
    if (old) // the first one goes with its owner
        dismantle(old);
}

void CodeView::loadSlice()
{
    const QString &text = m_code.text;
    const qsizetype size = m_loaded == 0 ? firstSlice : nextSlice;
    qsizetype end = std::min(m_loaded + size, text.size());
    if (end < text.size() && text[end].isLowSurrogate())
        --end;
    QString rows;
    rows.reserve(end - m_loaded + 64);
    while (m_breaksDone < m_code.breaks.size() && m_code.breaks[m_breaksDone] < end) {
        const qsizetype place = m_code.breaks[m_breaksDone];
        rows += QStringView(text).sliced(m_loaded, place - m_loaded);
        rows += u'\n';
        append(rows);
        m_continued.push_back(document()->blockCount() - 1);
        rows.clear();
        m_loaded = place;
        ++m_breaksDone;
    }
    rows += QStringView(text).sliced(m_loaded, end - m_loaded);
    append(rows);
    m_loaded = end;
    if (isLoaded()) {
        m_loading.stop();
        showCurrentHit();
    }
}

// The view's own cursor stays where the user left it.
void CodeView::append(const QString &rows)
{
    if (document()->isEmpty() && m_continued.empty()) {
        setPlainText(rows);
        return;
    }
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCursor own = textCursor();
    own.setKeepPositionOnInsert(true);
    setTextCursor(own);
    cursor.insertText(rows);
    own.setKeepPositionOnInsert(false);
    setTextCursor(own);
}

void CodeView::setGutter(bool shown)
{
    m_gutterShown = shown;
    m_gutter->setVisible(shown);
    layOutGutter();
}

int CodeView::gutterDigits() const
{
    return std::max(2, int(QString::number(m_code.lines).size()));
}

void CodeView::layOutGutter()
{
    const int width = m_gutterShown ? m_gutter->sizeHint().width() : 0;
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, inside.height());
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
    markVisibleHits();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        ++m_epoch;
        viewport()->update();
    }
}

void CodeView::paintEvent(QPaintEvent *event)
{
    colourVisible();
    QPlainTextEdit::paintEvent(event);
    if (m_language != Language::Json)
        return;
    QPainter painter(viewport());
    painter.setPen(tokens(palette()).muted);
    const QPair<int, int> range = visibleRange();
    for (QTextBlock row = document()->findBlockByNumber(range.first);
         row.isValid() && row.blockNumber() <= range.second; row = row.next()) {
        if (!row.isVisible() || !isFolded(row))
            continue;
        const QRectF box = blockBoundingGeometry(row).translated(contentOffset());
        const QTextLine line = row.layout()->lineAt(row.layout()->lineCount() - 1);
        const qreal left = box.left() + line.naturalTextRect().right() + margin;
        painter.drawText(QRectF(left, box.top(), 200, box.height()), Qt::AlignVCenter,
                         row.text().endsWith(u'{') ? QStringLiteral("… }") : QStringLiteral("… ]"));
    }
}

QPair<int, int> CodeView::visibleRange() const
{
    QTextBlock row = firstVisibleBlock();
    const int first = row.blockNumber();
    int last = first;
    while (row.isValid()) {
        if (row.isVisible()) {
            if (blockBoundingGeometry(row).translated(contentOffset()).top() > viewport()->height())
                break;
            last = row.blockNumber();
        }
        row = row.next();
    }
    return {first, last};
}

// A block's state is its epoch and, in the lowest bit, whether it continues a line.
void CodeView::colourVisible()
{
    if (m_language != Language::Json)
        return;
    const QPair<int, int> range = visibleRange();
    const Tokens &look = tokens(palette());
    for (QTextBlock row = document()->findBlockByNumber(range.first);
         row.isValid() && row.blockNumber() <= range.second; row = row.next()) {
        const bool continued
            = std::binary_search(m_continued.begin(), m_continued.end(), row.blockNumber());
        const int coloured = m_epoch * 2 + int(continued);
        if (!row.isVisible() || row.userState() == coloured)
            continue;
        row.setUserState(coloured);
        row.layout()->setFormats(jsonFormats(row.text(), continued, look));
        document()->markContentsDirty(row.position(), row.length());
    }
}

QMimeData *CodeView::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    QString text;
    for (QTextBlock row = document()->findBlock(cursor.selectionStart());
         row.isValid() && row.position() < cursor.selectionEnd(); row = row.next()) {
        const int from = std::max(cursor.selectionStart() - row.position(), 0);
        const int to = std::min(cursor.selectionEnd() - row.position(), row.length() - 1);
        const bool continues
            = std::binary_search(m_continued.begin(), m_continued.end(), row.blockNumber() + 1);
        text += QStringView(row.text()).sliced(from, std::max(to - from, 0));
        if (row.position() + row.length() <= cursor.selectionEnd() && !continues)
            text += u'\n';
    }
    auto *copied = new QMimeData;
    copied->setText(text);
    return copied;
}

} // namespace ui
