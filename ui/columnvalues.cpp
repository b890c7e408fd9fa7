// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/columnvalues.h"

#include "inspector/inspector.h"
#include "models/columntext.h"
#include "models/deliverymodel.h"
#include "ui/buttontext.h"
#include "ui/doneedit.h"
#include "ui/views/deliveryview.h"

#include <QDialogButtonBox>
#include <QInputDialog>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QUndoStack>

namespace ui
{

using inspector::ValuesJob;
using models::AddedColumns;
using models::DeliveryModel;
using namespace Qt::Literals::StringLiterals;

ColumnValues::ColumnValues(inspector::Inspector &inspector, DeliveryModel &model,
                           DeliveryView &view, QUndoStack &edits)
    : QObject(&view)
    , m_inspector(inspector)
    , m_model(model)
    , m_view(view)
    , m_edits(edits)
{
    connect(&m_model, &DeliveryModel::valuesWanted, this, &ColumnValues::read);
    connect(&m_model, &DeliveryModel::columnsInserted, this, &ColumnValues::readAnew);
    connect(&m_model, &DeliveryModel::columnsRemoved, this, &ColumnValues::readAnew);
    connect(&m_view.columns(), &DeliveryHeader::columnWanted, this, &ColumnValues::ask);
    connect(&m_view.columns(), &DeliveryHeader::removed, this, &ColumnValues::takeRemoved);
    connect(&m_view.columns(), &DeliveryHeader::columnsReset, this, &ColumnValues::takeReset);
    connect(&m_inspector, &inspector::Inspector::opened, this, &ColumnValues::readAnew);
    connect(&m_job, &ValuesJob::read, &m_model, &DeliveryModel::setValues);
    connect(&m_job, &ValuesJob::finished, this, [this] {
        m_model.endReading();
        read();
    });
    connect(&m_job, &ValuesJob::failed, this, [this](const core::Error &error) {
        // What was asked for meanwhile would fail as well; once it is painted again, it is read.
        [[maybe_unused]] const QList<qint64> alsoWanted = m_model.takeWanted();
        m_model.endReading();
        Q_EMIT failed(error);
    });
}

void ColumnValues::add(const models::AddedColumn &column)
{
    if (m_view.columns().addColumn(column))
        Q_EMIT message(tr("The column %1 was added.").arg(models::columnTitle(column)));
    else
        Q_EMIT message(tr("There are %1 added columns already. The menu of a column's title "
                          "removes one.")
                           .arg(AddedColumns::most));
}

void ColumnValues::ask()
{
    auto *dialog = new QInputDialog(m_view.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add column"));
    dialog->setOkButtonText(tr("Add"));
    judge(*dialog);
    connect(dialog, &QInputDialog::textValueChanged, this, [this, dialog] { judge(*dialog); });
    connect(dialog, &QInputDialog::textValueSelected, this, &ColumnValues::take);
    dialog->open();
}

// The line that says why is there from the start, so that the dialog keeps its size.
void ColumnValues::judge(QInputDialog &dialog) const
{
    const QString text = dialog.textValue();
    const QString why = text.trimmed().isEmpty() ? QString() : objection(text);
    dialog.setLabelText(tr("A path such as $.data.customer.id, or a header such as h.User-Agent:")
                        + u'\n' + why);
    dialog.findChild<QDialogButtonBox *>()
        ->button(QDialogButtonBox::Ok)
        ->setEnabled(!text.trimmed().isEmpty() && why.isEmpty());
}

QString ColumnValues::objection(const QString &text) const
{
    const auto column = models::columnFromText(text);
    if (!column)
        return tr("This is no path to a single value, and no header as h.User-Agent is.");
    const bool there = m_model.columnOf(column->pointer) >= 0;
    if (!there && m_model.addedColumns().size() >= AddedColumns::most)
        return tr("There are %1 added columns already: remove one first.").arg(AddedColumns::most);
    return {};
}

void ColumnValues::take(const QString &text)
{
    if (const auto column = models::columnFromText(text))
        add(*column);
    else
        Q_EMIT message(tr("“%1” is no path to a single value, and no header as h.User-Agent is.")
                           .arg(text.trimmed()));
}

// It is removed already; to do that once more changes nothing.
void ColumnValues::takeRemoved(const DeliveryHeader::AddedPlace &column)
{
    if (m_redoing)
        return;
    const QString title = models::columnTitle(column.column);
    m_edits.push(new DoneEdit([this, column] { remove(column.column); },
                              [this, column] { addBack(column); },
                              tr("Remove column %1").arg(buttonText(title))));
    Q_EMIT edited(tr("The column %1 was removed.").arg(title));
}

void ColumnValues::remove(const models::AddedColumn &column)
{
    const QScopedValueRollback redoing(m_redoing, true);
    m_view.columns().removeColumn(column);
}

void ColumnValues::addBack(const DeliveryHeader::AddedPlace &column)
{
    if (!m_view.columns().addBack(column))
        add(column.column); // which says that there are too many
}

void ColumnValues::takeReset(const QByteArray &before)
{
    m_edits.push(new DoneEdit([this] { m_view.columns().resetColumns(); },
                              [this, before] { restore(before); }, tr("Reset columns")));
    Q_EMIT edited(tr("The columns are as at first."));
}

// Neither what was added since nor how rows are sorted is of the layout that comes back.
void ColumnValues::restore(const QByteArray &layout)
{
    DeliveryHeader &header = m_view.columns();
    const QList<models::AddedColumn> added = m_model.addedColumns();
    const DeliveryModel::Sorting sorting = m_model.sorting();
    if (!header.restoreLayout(layout))
        return;
    for (const models::AddedColumn &column : added) {
        if (m_model.columnOf(column.pointer) < 0)
            add(column);
    }
    const qsizetype place = sorting.column - models::columnCount; // of an added one
    header.setSortIndicator(place < 0 ? sorting.column : m_model.columnOf(added[place].pointer),
                            sorting.order);
}

void ColumnValues::read()
{
    const auto store = m_inspector.store();
    if (!store || m_job.running())
        return;
    const QList<qint64> ids = m_model.takeWanted();
    QList<QByteArray> pointers;
    for (const models::AddedColumn &column : m_model.addedColumns())
        pointers.append(column.pointer);
    if (!ids.isEmpty() && !pointers.isEmpty())
        m_job.start(store->path, ids, pointers);
}

// What is being read is of other columns, or of another store.
void ColumnValues::readAnew()
{
    m_job.stop();
    m_model.endReading();
    m_view.viewport()->update();
}

} // namespace ui
