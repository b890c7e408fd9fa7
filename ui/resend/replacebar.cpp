// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/replacebar.h"

#include "ui/icons.h"
#include "ui/resend/bodyeditor.h"
#include "ui/views/findfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStringMatcher>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

QToolButton *toolButton(const QString &drawing, const QString &name, const QString &keys)
{
    auto *button = new QToolButton;
    button->setIcon(icon(drawing));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(u"%1 (%2)"_s.arg(name, keys));
    return button;
}

// The document's own characters, so that a place in it is a place in the document.
std::vector<qsizetype> hitsIn(const QString &text, const QString &needle, qsizetype limit)
{
    std::vector<qsizetype> hits;
    if (needle.isEmpty())
        return hits;
    const QStringMatcher matcher(needle, Qt::CaseInsensitive);
    qsizetype at = matcher.indexIn(text);
    while (at >= 0 && qsizetype(hits.size()) < limit) {
        hits.push_back(at);
        at = matcher.indexIn(text, at + needle.size());
    }
    return hits;
}

} // namespace

ReplaceBar::ReplaceBar(BodyEditor &editor, QWidget *parent)
    : Panel(Ground::Window, Qt::BottomEdge, parent)
    , m_editor(editor)
    , m_needle(new FindField)
    , m_other(new QLineEdit)
    , m_second(new QWidget)
    , m_facts(new QLabel)
    , m_one(new QPushButton(tr("&Replace")))
    , m_all(new QPushButton(tr("Replace &all")))
{
    build();
    hide();
    connect(m_needle, &FindField::needleChanged, this, &ReplaceBar::lookFromHere);
    connect(m_needle, &FindField::nextWanted, this, [this] { step(1); });
    connect(m_needle, &FindField::previousWanted, this, [this] { step(-1); });
    connect(m_needle, &FindField::left, this, &ReplaceBar::dismiss);
    connect(m_other, &QLineEdit::returnPressed, this, &ReplaceBar::replaceOne);
    connect(m_one, &QPushButton::clicked, this, &ReplaceBar::replaceOne);
    connect(m_all, &QPushButton::clicked, this, &ReplaceBar::replaceAll);
    connect(&m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (!isHidden())
            look();
    });
    connect(&m_editor, &QPlainTextEdit::cursorPositionChanged, this, &ReplaceBar::showFacts);
}

void ReplaceBar::build()
{
    auto *previous = toolButton(u"chevron-up"_s, tr("Go to the place before"), u"Shift+F3"_s);
    auto *next = toolButton(u"chevron-down"_s, tr("Go to the next place"), u"F3"_s);
    auto *close = toolButton(u"close"_s, tr("Close the search"), u"Esc"_s);
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(close, &QToolButton::clicked, this, &ReplaceBar::dismiss);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setTextFormat(Qt::PlainText);
    m_needle->setMinimumWidth(96);
    m_other->setMinimumWidth(96);
    m_other->setPlaceholderText(tr("Replace with"));
    m_other->setAccessibleName(tr("Replace with"));
    makeClearable(*m_other);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_needle, 1);
    first->addWidget(m_facts);
    first->addWidget(previous);
    first->addWidget(next);
    first->addWidget(close);
    auto *second = new QHBoxLayout(m_second);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(6);
    second->addWidget(m_other, 1);
    for (QPushButton *button : {m_one, m_all}) {
        button->setAutoDefault(false);
        second->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 6, 6);
    column->setSpacing(6);
    column->addLayout(first);
    column->addWidget(m_second);
    m_second->hide();
    QWidget *last = m_needle;
    for (QWidget *following :
         std::initializer_list<QWidget *>{m_other, m_one, m_all, previous, next, close})
        setTabOrder(std::exchange(last, following), following);
}

void ReplaceBar::find() { open(false); }
void ReplaceBar::replace() { open(true); }

void ReplaceBar::open(bool replacing)
{
    if (m_editor.isHidden())
        return;
    const QString chosen = m_editor.textCursor().selectedText();
    m_second->setVisible(replacing);
    show();
    if (!chosen.isEmpty() && !chosen.contains(QChar::ParagraphSeparator))
        m_needle->setText(chosen);
    m_needle->setFocus(Qt::ShortcutFocusReason);
    m_needle->selectAll();
    lookFromHere();
}

bool ReplaceBar::leave()
{
    if (isHidden())
        return false;
    dismiss();
    return true;
}

void ReplaceBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    m_hits.clear();
    m_editor.markHits({}, 0);
    m_editor.setFocus(Qt::OtherFocusReason);
}

void ReplaceBar::look()
{
    const QString needle = m_needle->text();
    m_hits = hitsIn(m_editor.document()->toRawText(), needle, hitLimit);
    m_editor.markHits(m_hits, needle.size());
    showFacts();
}

void ReplaceBar::lookFromHere()
{
    look();
    if (m_hits.empty())
        return;
    const int from = m_editor.textCursor().selectionStart();
    const auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), from);
    select(hit == m_hits.end() ? 0 : hit - m_hits.begin());
}

void ReplaceBar::step(int by)
{
    if (isHidden())
        return open(!m_second->isHidden());
    look();
    if (m_hits.empty())
        return;
    const QTextCursor cursor = m_editor.textCursor();
    const qsizetype count = qsizetype(m_hits.size());
    if (by > 0) {
        const auto next = std::lower_bound(m_hits.begin(), m_hits.end(), cursor.selectionEnd());
        return select(next == m_hits.end() ? 0 : next - m_hits.begin());
    }
    const auto here = std::lower_bound(m_hits.begin(), m_hits.end(), cursor.selectionStart());
    select(here == m_hits.begin() ? count - 1 : here - m_hits.begin() - 1);
}

void ReplaceBar::select(qsizetype hit)
{
    const int start = int(m_hits[size_t(hit)]);
    QTextCursor cursor(m_editor.document());
    cursor.setPosition(start);
    cursor.setPosition(start + int(m_needle->text().size()), QTextCursor::KeepAnchor);
    m_editor.setTextCursor(cursor);
    m_editor.ensureCursorVisible();
    showFacts();
}

qsizetype ReplaceBar::selected() const
{
    const QTextCursor cursor = m_editor.textCursor();
    const auto hit = std::lower_bound(m_hits.begin(), m_hits.end(), cursor.selectionStart());
    const bool whole = hit != m_hits.end() && *hit == cursor.selectionStart()
        && cursor.selectionEnd() - cursor.selectionStart() == m_needle->text().size();
    return whole ? hit - m_hits.begin() : -1;
}

void ReplaceBar::replaceOne()
{
    look();
    if (selected() >= 0)
        m_editor.insertPlainText(m_other->text());
    step(1);
}

// Everything between the first hit and the last one is written anew, so that one undo takes it
// back.
void ReplaceBar::replaceAll()
{
    const QString text = m_editor.document()->toRawText();
    const QString needle = m_needle->text();
    const std::vector<qsizetype> hits = hitsIn(text, needle, text.size() + 1);
    if (hits.empty())
        return;
    QString made;
    qsizetype from = hits.front();
    for (const qsizetype hit : hits) {
        made += QStringView(text).sliced(from, hit - from);
        made += m_other->text();
        from = hit + needle.size();
    }
    QTextCursor cursor(m_editor.document());
    cursor.setPosition(int(hits.front()));
    cursor.setPosition(int(from), QTextCursor::KeepAnchor);
    cursor.insertText(made);
    look();
    m_facts->setText(tr("%n replaced", nullptr, int(hits.size())));
}

QString ReplaceBar::facts() const { return m_facts->text(); }

void ReplaceBar::showFacts()
{
    if (isHidden())
        return;
    const QLocale locale;
    const bool limited = qsizetype(m_hits.size()) == hitLimit;
    const QString count = locale.toString(qsizetype(m_hits.size())) + (limited ? u"+"_s : u""_s);
    const qsizetype current = selected();
    m_one->setEnabled(!m_hits.empty());
    m_all->setEnabled(!m_hits.empty());
    if (m_needle->text().isEmpty())
        m_facts->clear();
    else if (m_hits.empty())
        m_facts->setText(tr("Not found"));
    else if (current < 0)
        m_facts->setText(tr("%1 found").arg(count));
    else
        m_facts->setText(tr("%1 of %2").arg(locale.toString(current + 1), count));
}

} // namespace ui
