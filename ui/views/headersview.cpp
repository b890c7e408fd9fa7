// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/headersview.h"

#include "core/bytesize.h"
#include "models/fieldsmodel.h"
#include "ui/filterterms.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/codefont.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/fieldsdelegate.h"
#include "ui/views/panel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using models::FieldsModel;

namespace ui
{

namespace
{

QString lineOf(const http::Field &field)
{
    return shownBytes(field.name) + u": "_s + shownBytes(field.value);
}

qsizetype sizeOf(const http::Fields &fields)
{
    qsizetype size = 0;
    for (const http::Field &field : fields)
        size += field.name.size() + field.value.size() + qsizetype(sizeof(": \r\n") - 1);
    return size;
}

} // namespace

HeadersView::HeadersView(QWidget *parent)
    : QWidget(parent)
    , m_model(new FieldsModel(this))
    , m_table(new QTableView(this))
{
    buildTable();
    build();
}

void HeadersView::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FieldsDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setAccessibleName(tr("Headers"));
    setFocusProxy(m_table);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setMinimumSectionSize(std::max(24, fontMetrics().height() + 9));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const int width = QFontMetrics(codeFont(*this)).averageCharWidth();
    header->resizeSection(int(FieldsModel::Column::Name), width * 18);
    header->resizeSection(int(FieldsModel::Column::Value), width * 25);
    // Rows grow as their columns shrink, the last one with the window.
    connect(header, &QHeaderView::sectionResized, m_table, &QTableView::resizeRowsToContents);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::customContextMenuRequested, this, &HeadersView::openMenu);
}

void HeadersView::build()
{
    auto *foot = new Panel(Panel::Ground::Window, Qt::TopEdge, this);
    m_summary = new ElidedLabel(foot);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_asReceived = new QCheckBox(tr("As received"), foot);
    m_asReceived->setToolTip(tr("Keeps the order in which the headers came."));
    connect(m_asReceived, &QCheckBox::toggled, m_model, &FieldsModel::setAsReceived);
    auto *copyButton = new QPushButton(icon(u"copy"_s), tr("Copy headers"), foot);
    connect(copyButton, &QPushButton::clicked, this, &HeadersView::copyAll);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 6, 10, 6);
    row->setSpacing(10);
    row->addWidget(m_summary, 1);
    row->addWidget(m_asReceived);
    row->addWidget(copyButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(foot);
}

void HeadersView::show(const http::Fields &fields, const http::Fields &trailers, qint64 receivedAt)
{
    m_fields = fields + trailers;
    m_model->setFields(m_fields, receivedAt);
    QStringList facts{tr("%n header(s)", nullptr, int(fields.size()))};
    if (!trailers.isEmpty())
        facts += tr("%n trailer(s), last", nullptr, int(trailers.size()));
    facts += core::byteSize(sizeOf(m_fields));
    m_summary->setFullText(facts.join(u" · "_s));
}

void HeadersView::clear() { show({}, {}, 0); }

void HeadersView::copyAll()
{
    QStringList lines;
    for (const http::Field &field : std::as_const(m_fields))
        lines += lineOf(field);
    copy(lines.join(u'\n'), tr("The headers were copied."));
}

void HeadersView::copy(const QString &text, const QString &what)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT message(what);
}

void HeadersView::copyLine()
{
    if (m_table->currentIndex().isValid())
        copy(lineOf(m_model->field(m_table->currentIndex())), tr("The header was copied."));
}

bool HeadersView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copyLine();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void HeadersView::openMenu(const QPoint &place)
{
    const QModelIndex index = m_table->indexAt(place);
    if (!index.isValid())
        return;
    const http::Field field = m_model->field(index);
    QMenu menu(this);
    menu.addAction(tr("Copy &value"), this,
                   [this, field] { copy(shownBytes(field.value), tr("The value was copied.")); });
    menu.addAction(tr("Copy &line"), this,
                   [this, field] { copy(lineOf(field), tr("The header was copied.")); });
    menu.addAction(tr("Copy &name"), this,
                   [this, field] { copy(shownBytes(field.name), tr("The name was copied.")); });
    if (m_filterable) {
        menu.addSeparator();
        const QString term = filterTerm(field);
        menu.addAction(tr("&Filter by value"), this, [this, term] { Q_EMIT filterWanted(term); })
            ->setEnabled(!term.isEmpty());
        menu.addAction(tr("E&xclude value"), this,
                       [this, term] { Q_EMIT filterWanted(u'-' + term); })
            ->setEnabled(!term.isEmpty());
        const models::AddedColumn column = models::headerColumn(field.name);
        menu.addAction(tr("&Add as column"), this, [this, column] { Q_EMIT columnWanted(column); })
            ->setEnabled(models::isColumn(column));
    }
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

} // namespace ui
