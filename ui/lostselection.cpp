// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/lostselection.h"

#include "inspector/inspector.h"
#include "models/deliverymodel.h"
#include "ui/views/deliveryview.h"

#include <QItemSelectionModel>

#include <utility>

namespace ui
{

using inspector::Inspector;

constexpr qsizetype mostKept = 1000; // more are found again by a filter sooner

LostSelection::LostSelection(Inspector &inspector, DeliveryView &view)
    : QObject(&view)
    , m_view(view)
{
    connect(&inspector, &Inspector::removed, this,
            [this](const QList<qint64> &, int batch) { keep(batch); });
    connect(&inspector, &Inspector::cleared, this, [this](qint64, int batch) { keep(batch); });
    connect(&inspector, &Inspector::restored, this,
            [this](int batch) { m_wanted = m_selected.take(batch); });
    // Behind the table, which has the rows only then.
    connect(&inspector, &Inspector::loadFinished, this, &LostSelection::giveBack,
            Qt::QueuedConnection);
    connect(&inspector, &Inspector::opened, this, [this] {
        m_selected.clear();
        m_wanted.clear();
    });
}

void LostSelection::keep(int batch)
{
    if (m_view.selectedCount() > 0 && m_view.selectedCount() <= mostKept)
        m_selected.insert(batch, m_view.selectedIds());
}

void LostSelection::giveBack()
{
    const auto &model = static_cast<const models::DeliveryModel &>(*m_view.model());
    QItemSelection selection;
    int first = -1;
    for (const qint64 id : std::exchange(m_wanted, {})) {
        const int row = model.rowOf(id);
        if (row < 0)
            continue;
        if (first < 0)
            first = row;
        selection.select(model.index(row, 0), model.index(row, model.columnCount() - 1));
    }
    if (first < 0)
        return;
    m_view.select(first);
    m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace ui
