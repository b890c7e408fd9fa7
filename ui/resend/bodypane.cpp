// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/bodypane.h"

#include "json/print.h"
#include "json/syntaxerror.h"
#include "ui/icons.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/hexeditor.h"
#include "ui/resend/replacebar.h"
#include "ui/tokens.h"
#include "ui/views/bodyreading.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

BodyPane::BodyPane(const QByteArray &received, QWidget *parent)
    : QWidget(parent)
    , m_received(received)
    , m_pages(new QStackedWidget(this))
    , m_text(new BodyEditor(m_pages))
    , m_hex(new HexEditor(m_pages))
{
    m_search = new ReplaceBar(*m_text, this);
    m_hex->setAccessibleName(tr("Bytes of the body"));
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_hex);
    m_text->setOriginal(received);
    build();
    connectEditors();
}

// What the editors say while they go finds no buttons any more.
BodyPane::~BodyPane()
{
    m_text->disconnect(this);
    m_hex->disconnect(this);
    m_pages->disconnect(this);
    m_hex->history().disconnect(this);
}

void BodyPane::build()
{
    auto *foot = new Panel(Panel::Ground::Window, Qt::TopEdge, this);
    m_check = new ElidedLabel(foot);
    m_size = new QLabel(foot);
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_place = new QLabel(foot);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_find = new QToolButton(foot);
    m_find->setIcon(icon(u"search"_s));
    m_find->setAutoRaise(true);
    m_find->setAccessibleName(tr("Find and replace in the body"));
    m_find->setToolTip(tr("Find (Ctrl+F) and replace (Ctrl+H) in the body"));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 3, 6, 3);
    row->addWidget(m_check);
    row->addWidget(m_size);
    row->addStretch(1);
    row->addWidget(m_place);
    row->addWidget(m_find);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_search);
    column->addWidget(m_pages, 1);
    column->addWidget(foot);
}

void BodyPane::connectEditors()
{
    connect(m_find, &QToolButton::clicked, this, &BodyPane::replace);
    connect(m_text, &QPlainTextEdit::textChanged, this, &BodyPane::edited);
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &BodyPane::showPlace);
    connect(m_hex, &HexEditor::edited, this, &BodyPane::edited);
    connect(m_hex, &HexEditor::caretMoved, this, &BodyPane::showPlace);
    connect(m_hex, &HexEditor::modeChanged, this, &BodyPane::showPlace);
}

// Of whichever editor holds the body.
void BodyPane::serve(QToolButton &undo, QToolButton &redo)
{
    connect(&undo, &QToolButton::clicked, this,
            [this] { m_isText ? m_text->undo() : m_hex->history().undo(); });
    connect(&redo, &QToolButton::clicked, this,
            [this] { m_isText ? m_text->redo() : m_hex->history().redo(); });
    const auto show = [this, &undo, &redo] {
        const QUndoStack &bytes = m_hex->history();
        const QTextDocument &text = *m_text->document();
        undo.setEnabled(m_isText ? text.isUndoAvailable() : bytes.canUndo());
        redo.setEnabled(m_isText ? text.isRedoAvailable() : bytes.canRedo());
    };
    connect(m_text, &QPlainTextEdit::undoAvailable, this, show);
    connect(m_text, &QPlainTextEdit::redoAvailable, this, show);
    connect(&m_hex->history(), &QUndoStack::canUndoChanged, this, show);
    connect(&m_hex->history(), &QUndoStack::canRedoChanged, this, show);
    connect(m_pages, &QStackedWidget::currentChanged, this, show);
    show();
}

void BodyPane::serveFormat(QToolButton &format)
{
    connect(&format, &QToolButton::clicked, this, &BodyPane::format);
    const auto show = [this, &format] { format.setEnabled(m_isText); };
    connect(m_pages, &QStackedWidget::currentChanged, this, show);
    show();
}

void BodyPane::setBytes(const QByteArray &bytes)
{
    m_isText = m_text->setBytes(bytes);
    m_hex->load(m_isText ? QByteArray() : bytes);
    m_pages->setCurrentWidget(m_isText ? static_cast<QWidget *>(m_text) : m_hex);
    setFocusProxy(m_pages->currentWidget());
    m_find->setEnabled(m_isText);
    showPlace();
    if (!m_isText)
        m_search->dismiss();
}

QByteArray BodyPane::bytes() const { return m_isText ? m_text->bytes() : m_hex->bytes(); }

void BodyPane::format()
{
    const auto parsed = json::Document::parse(bytes());
    const auto *document = std::get_if<json::Document>(&parsed);
    const auto text = document ? json::indented(*document, BodyEditor::largest) : std::nullopt;
    if (text && m_isText)
        m_text->replace(*text);
}

void BodyPane::find() { m_search->find(); }
void BodyPane::replace() { m_search->replace(); }
void BodyPane::step(int by) { m_search->step(by); }
bool BodyPane::leaveSearch() { return m_search->leave(); }

void BodyPane::showState()
{
    if (m_isText)
        m_text->markChanges();
    showCheck();
}

QString BodyPane::changes() const
{
    if (bytes() == m_received)
        return {};
    const qsizetype lines = m_isText ? m_text->changes().count() : 0;
    return lines == 0 ? tr("changed") : tr("%n change(s)", nullptr, int(lines));
}

void BodyPane::showPlace()
{
    if (!m_isText)
        return m_place->setText(m_hex->placeText());
    const QTextCursor cursor = m_text->textCursor();
    m_place->setText(
        tr("Line %L1, column %L2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
}

// Bad JSON never keeps anything from being sent: testing that is a use of its own.
void BodyPane::showCheck()
{
    const QByteArray now = bytes();
    const qsizetype more = now.size() - m_received.size();
    QString size = tr("%L1 B").arg(now.size());
    if (more != 0)
        size += u" (%1%2)"_s.arg(more > 0 ? u"+"_s : u"−"_s).arg(qAbs(more));
    const bool json = m_isText && readBody({.bytes = m_received}).kind == BodyKind::Json;
    m_size->setText(size);
    m_check->setVisible(json && !now.isEmpty());
    if (!json || now.isEmpty())
        return m_check->setFullText({});
    const auto parsed = json::Document::parse(now);
    const auto *error = std::get_if<json::SyntaxError>(&parsed);
    m_fits = !error;
    m_check->setFullText(
        error ? tr("✗ Not valid JSON: %1. It will be sent as it is.").arg(json::describe(*error))
              : tr("✓ Valid JSON"));
    inkCheck();
}

void BodyPane::inkCheck()
{
    const Tokens &look = tokens(palette());
    QPalette own;
    own.setColor(QPalette::WindowText, m_fits ? look.verified : look.invalid);
    m_check->setPalette(own);
}

void BodyPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        inkCheck();
}

} // namespace ui
