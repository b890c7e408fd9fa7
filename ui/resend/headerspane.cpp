// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/headerspane.h"

#include "ui/dialogs/notebox.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/shownbytes.h"
#include "ui/tokens.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/panel.h"

#include <QHeaderView>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

class HeadersDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        const bool another = index.row() == index.model()->rowCount() - 1;
        const bool forced = index.data(models::FieldEditModel::ForcedRole).toBool();
        if (!another && !forced && !index.data(models::FieldEditModel::SetWhenSentRole).toBool())
            return;
        option->textElideMode = Qt::ElideMiddle; // that it is set when sent stands at the end
        const Tokens &look = tokens(option->palette);
        const QColor ink = forced ? look.stale : look.muted;
        option->palette.setColor(QPalette::Text, ink);
        option->palette.setColor(QPalette::HighlightedText, ink);
    }
};

} // namespace

HeadersPane::HeadersPane(QWidget *parent)
    : QWidget(parent)
    , m_model(this)
    , m_table(new QTableView(this))
{
    build();
    addKeys();
    setFocusProxy(m_table);
    connect(&m_model, &models::FieldEditModel::addedChanged, this, &HeadersPane::showAdded);
    connect(&m_model, &models::FieldEditModel::edited, this, &HeadersPane::showForced);
    showAdded();
}

void HeadersPane::build()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new HeadersDelegate(m_table));
    m_table->setAccessibleName(tr("Headers to send"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed
                             | QAbstractItemView::SelectedClicked);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(std::max(24, fontMetrics().height() + 9));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->resizeSection(0, fontMetrics().averageCharWidth() * 34);
    m_foot = new Panel(Panel::Ground::Window, Qt::TopEdge, this);
    m_added = new ElidedLabel(m_foot);
    m_added->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(12, 3, 12, 3);
    row->addWidget(m_added);
    m_forced = new NoteBox;
    auto *forced = new QVBoxLayout;
    forced->setContentsMargins(10, 0, 10, 6);
    forced->addWidget(m_forced);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addLayout(forced);
    column->addWidget(m_foot);
}

// A cell that is edited has keys of its own.
void HeadersPane::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence::Delete, [this] { m_model.removeRow(m_table->currentIndex().row()); });
    key(QKeySequence::Undo, [this] { m_model.undo(); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { m_model.redo(); });
    key(Qt::CTRL | Qt::Key_Y, [this] { m_model.redo(); });
}

void HeadersPane::serve(QToolButton &undo, QToolButton &redo)
{
    connect(&undo, &QToolButton::clicked, &m_model, &models::FieldEditModel::undo);
    connect(&redo, &QToolButton::clicked, &m_model, &models::FieldEditModel::redo);
    const auto show = [this, &undo, &redo] {
        undo.setEnabled(m_model.canUndo());
        redo.setEnabled(m_model.canRedo());
    };
    connect(&m_model, &models::FieldEditModel::historyChanged, &undo, show);
    show();
}

void HeadersPane::showForced()
{
    bool host = false;
    bool length = false;
    for (const models::EditedField &row : m_model.rows()) {
        if (!row.goes || !row.forced)
            continue;
        host = host || http::sameName(row.field.name, "Host");
        length = length || http::sameName(row.field.name, "Content-Length");
    }
    if (length)
        m_forced->setNote(NoteBox::Kind::Warning,
                          host ? tr("Host and Content-Length are sent as written.")
                               : tr("Content-Length is sent as written."),
                          tr("A receiver may wait for more or read too little. The connection is "
                             "closed after it."));
    else if (host)
        m_forced->setNote(NoteBox::Kind::Warning, tr("Host is sent as written."),
                          tr("It is the target all the same that gets it."));
    else
        m_forced->clear();
}

void HeadersPane::showAdded()
{
    QStringList fields;
    for (const http::Field &field : m_model.added())
        fields += u"%1: %2"_s.arg(shownBytes(field.name), shownBytes(field.value));
    m_added->setFullText(tr("Added when sent: %1").arg(fields.join(u" · "_s)));
    m_foot->setVisible(!fields.isEmpty());
}

} // namespace ui
