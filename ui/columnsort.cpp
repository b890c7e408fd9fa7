// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/columnsort.h"

#include "inspector/inspector.h"
#include "models/deliverymodel.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"

#include <QSignalBlocker>

namespace ui
{

using inspector::ValuesJob;
using models::DeliveryModel;

ColumnSort::ColumnSort(inspector::Inspector &inspector, DeliveryModel &model, DeliveryView &view)
    : QObject(&view)
    , m_inspector(inspector)
    , m_model(model)
    , m_view(view)
{
    connect(&m_model, &DeliveryModel::keysWanted, this, &ColumnSort::read);
    connect(&m_model, &DeliveryModel::keysDropped, this, &ColumnSort::takeDropped);
    connect(&m_model, &DeliveryModel::columnsRemoved, this, &ColumnSort::showSorting);
    connect(&m_view.columns(), &QHeaderView::sortIndicatorChanged, this,
            [this] { m_chosen = m_model.awaitsKeys(); });
    // It is there that Escape stops it.
    connect(&m_view.columns(), &QHeaderView::sectionClicked, this, [this] {
        if (m_model.awaitsKeys())
            m_view.setFocus();
    });
    connect(&m_view, &DeliveryView::escapePressed, this, &ColumnSort::stop);
    connect(&m_job, &ValuesJob::read, this, [this](const ValuesJob::Values &values) {
        m_model.setKeys(values);
        m_read += values.size();
        tellProgress();
    });
    connect(&m_job, &ValuesJob::finished, this, &ColumnSort::read);
    connect(&m_job, &ValuesJob::failed, this, &ColumnSort::fail);
}

void ColumnSort::stop()
{
    if (m_model.awaitsKeys())
        m_model.dropKeys();
}

// What is wanted while it runs is read next, so that the order changes once.
void ColumnSort::read()
{
    tellProgress();
    if (m_job.running())
        return;
    const QList<qint64> ids = m_model.takeKeysWanted();
    const auto store = m_inspector.store();
    if (ids.isEmpty() || !store)
        return end();
    const qsizetype place = m_model.keyColumn() - models::columnCount;
    m_asked += ids.size();
    m_job.start(store->path, ids, {m_model.addedColumns()[place].pointer});
}

void ColumnSort::end()
{
    const bool awaited = m_model.awaitsKeys();
    if (awaited || m_read > 0)
        m_model.endKeys();
    m_asked = m_read = 0;
    if (!awaited)
        return;
    Q_EMIT progressed({}, 100);
    if (std::exchange(m_chosen, false))
        Q_EMIT sorted(title());
}

void ColumnSort::fail(const core::Error &error)
{
    const QString what = m_model.awaitsKeys()
        ? tr("Cannot sort by %1.").arg(title())
        : tr("Cannot sort by %1 what has arrived: it stands at the end.").arg(title());
    m_model.dropKeys();
    Q_EMIT failed({.kind = error.kind, .what = what, .why = core::describe(error)});
}

void ColumnSort::takeDropped()
{
    m_job.stop();
    m_asked = m_read = 0;
    m_chosen = m_chosen && m_model.awaitsKeys();
    Q_EMIT progressed({}, 100);
    showSorting();
}

void ColumnSort::tellProgress()
{
    if (m_model.awaitsKeys())
        Q_EMIT progressed(title(), m_asked == 0 ? 0 : int(m_read * 100 / m_asked));
}

// Nobody chose it anew: the header alone has to show it.
void ColumnSort::showSorting()
{
    const QSignalBlocker quiet(m_view.columns());
    const DeliveryModel::Sorting sorting = m_model.sorting();
    m_view.columns().setSortIndicator(sorting.column, sorting.order);
}

QString ColumnSort::title() const
{
    return m_model.headerData(m_model.keyColumn(), Qt::Horizontal, Qt::DisplayRole).toString();
}

} // namespace ui
