// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"
#include "models/formmodel.h"
#include "ui/icons.h"
#include "ui/views/bodyview.h"
#include "ui/views/codefont.h"
#include "ui/views/codeview.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/findfield.h"
#include "ui/views/fittedlabel.h"
#include "ui/views/hexview.h"
#include "ui/views/jsondelegate.h"
#include "ui/views/jsontreeview.h"
#include "ui/views/messagepage.h"
#include "ui/views/noteline.h"
#include "ui/views/panel.h"
#include "ui/views/segmentedbar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr int leastLines = 5; // of a body in a low window
constexpr int aroundNeedle = 44; // in its field: the icon before it, and the frame

QTreeView *formTree(QAbstractItemModel *model, QWidget *parent)
{
    auto *view = new QTreeView(parent);
    view->setModel(model);
    view->setItemDelegate(new JsonDelegate(view));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setFrameShape(QFrame::NoFrame);
    keepCodeFont(view);
    keepScaledFont(view->header(), 1);
    view->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->header()->resizeSection(0, 200);
    view->setAccessibleName(QCoreApplication::translate("ui::BodyView", "Form fields"));
    return view;
}

QString kindText(const BodyReading &reading)
{
    switch (reading.kind) {
    case BodyKind::Empty:
        return BodyView::tr("No body");
    case BodyKind::Json:
        return BodyView::tr("JSON");
    case BodyKind::Form:
        return BodyView::tr("Form");
    case BodyKind::Text:
        return BodyView::tr("Text");
    case BodyKind::Binary:
        return BodyView::tr("Binary");
    }
    Q_UNREACHABLE();
}

} // namespace

void BodyView::build()
{
    m_notes = new NoteLine(this);
    m_pages = new QStackedWidget(this);
    // The widest message must not take the table's part of a small window.
    m_pages->setMinimumHeight(fontMetrics().height() * leastLines);
    m_tree = new JsonTreeView(m_pages);
    m_formModel = new models::FormModel(this);
    m_form = formTree(m_formModel, m_pages);
    m_code = new CodeView(m_pages);
    m_hex = new HexView(m_pages);
    m_message = new MessagePage(m_pages);
    m_message->setBackgroundRole(QPalette::Base);
    m_message->setAutoFillBackground(true);
    for (QWidget *page : std::initializer_list<QWidget *>{m_tree, m_form, m_code, m_hex, m_message})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_notes);
    column->addWidget(m_pages, 1);
    column->addWidget(buildFoot());
}

QWidget *BodyView::buildHead()
{
    auto *head = new Panel(Panel::Ground::Base, Qt::BottomEdge, this);
    m_modes = new SegmentedBar({tr("Tree"), tr("Pretty"), tr("Text"), tr("Hex")}, head);
    m_modes->setAccessibleName(tr("How the body is shown"));
    m_find = new FindField(head);
    m_facts = new ElidedLabel(head);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(10, 7, 10, 7);
    row->setSpacing(8);
    row->addWidget(m_modes);
    row->addWidget(m_find, 1);
    row->addWidget(m_facts);
    m_find->setMinimumWidth(m_find->fontMetrics().horizontalAdvance(m_find->placeholderText())
                            + aroundNeedle);
    return head;
}

QWidget *BodyView::buildFoot()
{
    auto *foot = new Panel(Panel::Ground::Window, Qt::TopEdge, this);
    m_footText = new ElidedLabel(foot);
    m_footButton = new QPushButton(foot);
    m_footButton->setIcon(icon(u"copy"_s));
    m_footNote = new FittedLabel(foot);
    m_footNote->setForegroundRole(QPalette::PlaceholderText);
    m_footNote->hide();
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(12, 6, 10, 6);
    column->addWidget(m_footNote);
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    row->setSpacing(8);
    row->addWidget(m_footText, 1);
    row->addWidget(m_footButton);
    m_filterButton = new QPushButton(icon(u"filter"_s), tr("Filter by value"), foot);
    m_filterButton->hide();
    row->addWidget(m_filterButton);
    return foot;
}

void BodyView::connectParts()
{
    connect(&m_background, &Background::read, this, &BodyView::takeReading);
    connect(&m_background, &Background::written, this, &BodyView::takeText);
    connect(m_modes, &SegmentedBar::chosen, this, [this](int mode) { setMode(BodyMode(mode)); });
    connect(m_find, &FindField::needleChanged, this, &BodyView::applyNeedle);
    connect(m_find, &FindField::nextWanted, this, &BodyView::findNext);
    connect(m_find, &FindField::previousWanted, this, &BodyView::findPrevious);
    connect(m_find, &FindField::left, this, [this] {
        m_pages->currentWidget()->setFocus();
        Q_EMIT findLeft();
    });
    connect(m_tree, &JsonTreeView::pathChanged, this, &BodyView::showFoot);
    connect(m_tree, &JsonTreeView::filterWanted, this, &BodyView::filterWanted);
    connect(m_tree, &JsonTreeView::columnWanted, this, &BodyView::columnWanted);
    connect(m_filterButton, &QPushButton::clicked, this,
            [this] { Q_EMIT filterWanted(m_tree->currentTerm()); });
    connect(m_tree, &JsonTreeView::copied, this, &BodyView::message);
    connect(m_tree, &JsonTreeView::bytesWanted, this, &BodyView::showBytes);
    connect(m_hex, &HexView::caretMoved, this, &BodyView::showFoot);
    connect(m_footButton, &QPushButton::clicked, this, &BodyView::pressFoot);
}

void BodyView::showEmpty()
{
    m_message->setMessage(u"inbox"_s, tr("No body"));
    if (m_order.hasRaw)
        connect(m_message->addButton(tr("Raw")), &QPushButton::clicked, this, &BodyView::rawWanted);
    settle(m_message);
}

void BodyView::showWaiting()
{
    m_message->setMessage(u"waiting"_s,
                          tr("Reading %1…").arg(core::byteSize(m_order.bytes.size())));
    m_pages->setCurrentWidget(m_message);
}

void BodyView::showLimit(BodyMode mode)
{
    const bool pretty = mode == BodyMode::Pretty;
    const QString limit = core::byteSize(prettyLimit);
    const QString sentence
        = pretty ? tr("Pretty view is limited to %1.") : tr("Text view is limited to %1.");
    m_message->setMessage(u"info"_s, tr("Body is %1").arg(core::byteSize(m_reading.bytes.size())),
                          sentence.arg(limit));
    connect(m_message->addButton(tr("Show anyway")), &QPushButton::clicked, this,
            &BodyView::showAnyway);
    const BodyMode other = canShow(BodyMode::Tree) ? BodyMode::Tree : BodyMode::Hex;
    connect(m_message->addButton(other == BodyMode::Tree ? tr("Tree") : tr("Hex")),
            &QPushButton::clicked, this, [this, other] { setMode(other); });
    connect(m_message->addButton(tr("Save body…")), &QPushButton::clicked, this,
            &BodyView::saveBody);
    settle(m_message);
}

void BodyView::showAnyway()
{
    m_anyway = true;
    showMode(m_mode);
}

void BodyView::focusFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void BodyView::findNext() { stepHit(1); }

void BodyView::findPrevious() { stepHit(-1); }

// The needle stays from body to body, so that one can walk through webhooks looking for it.
void BodyView::applyNeedle()
{
    const QString needle = m_find->text();
    const QWidget *page = m_pages->currentWidget();
    if (page == m_code)
        m_hits = m_code->setNeedle(needle);
    else if (page == m_tree)
        m_hits = m_tree->setNeedle(needle.toUtf8());
    else if (page == m_hex)
        m_hits = m_hex->setNeedle(needle.toUtf8());
    else
        m_hits = 0;
    showFacts();
}

void BodyView::stepHit(int step)
{
    const QWidget *page = m_pages->currentWidget();
    if (page == m_code)
        m_code->stepHit(step);
    else if (page == m_hex)
        m_hex->stepHit(step);
    else if (page == m_tree && !m_tree->stepHit(step))
        Q_EMIT message(tr("Cannot show this hit in the tree. It is beyond the first 100,000 "
                          "values; Text and Hex show it."));
    showFacts();
}

// While something is looked for, the hits stand where the facts do.
void BodyView::showFacts()
{
    const QLocale locale;
    const QString needle = m_find->text();
    if (needle.isEmpty() || m_reading.kind == BodyKind::Empty) {
        QStringList facts{kindText(m_reading)};
        if (m_reading.kind != BodyKind::Empty)
            facts += core::byteSize(m_order.bytes.size());
        if (!m_reading.charset.isEmpty())
            facts += QString::fromLatin1(m_reading.charset);
        return m_facts->setFullText(facts.join(u" · "_s));
    }
    const QWidget *page = m_pages->currentWidget();
    const qsizetype current = page == m_code ? m_code->currentHit()
        : page == m_tree                     ? m_tree->currentHit()
        : page == m_hex                      ? m_hex->currentHit()
                                             : -1;
    const QString count = locale.toString(m_hits) + (m_hits == CodeView::hitLimit ? u"+"_s : u""_s);
    if (page == m_form || page == m_message)
        m_facts->setFullText(tr("Use Text or Hex"));
    else if (m_hits == 0)
        m_facts->setFullText(tr("Not found"));
    else if (current < 0)
        m_facts->setFullText(tr("%1 found").arg(count));
    else
        m_facts->setFullText(tr("%1 of %2").arg(locale.toString(current + 1), count));
}

QString BodyView::footText() const
{
    const QWidget *page = m_pages->currentWidget();
    if (page == m_tree)
        return m_tree->currentPath();
    if (page == m_form)
        return tr("%n field(s)", nullptr, int(m_reading.form.size()));
    if (page == m_code)
        return tr("%n line(s)", nullptr, int(m_code->code().lines));
    if (page == m_hex && m_hex->selectionLength() > 1)
        return tr("Byte %1, %n chosen", nullptr, int(m_hex->selectionLength()))
            .arg(QLocale().toString(m_hex->selectionStart()));
    if (page == m_hex)
        return tr("Byte %1").arg(QLocale().toString(m_hex->selectionStart()));
    return {};
}

void BodyView::showFoot()
{
    const bool tree = m_pages->currentWidget() == m_tree;
    m_footText->setFont(tree ? codeFont(*this) : font());
    m_footText->setForegroundRole(tree ? QPalette::WindowText : QPalette::PlaceholderText);
    m_footText->setFullText(footText(), tree ? Qt::ElideLeft : Qt::ElideRight);
    const QString note = tree ? m_tree->currentNote() : QString();
    m_footNote->setFullText(note);
    m_footNote->setVisible(!note.isEmpty());
    m_footButton->setText(tree ? tr("Copy path") : tr("Copy body"));
    m_footButton->setEnabled(tree ? !m_tree->currentPath().isEmpty()
                                  : m_reading.kind != BodyKind::Empty);
    m_filterButton->setVisible(tree && m_tree->isFilterable());
    m_filterButton->setEnabled(tree && !m_tree->currentTerm().isEmpty());
}

void BodyView::setFilterable(bool filterable)
{
    m_filterable = filterable;
    m_tree->setFilterable(filterable);
    showFoot();
}

void BodyView::pressFoot()
{
    if (m_pages->currentWidget() != m_tree)
        return copyBody();
    QGuiApplication::clipboard()->setText(m_tree->currentPath());
    Q_EMIT message(tr("The path was copied."));
}

} // namespace ui
