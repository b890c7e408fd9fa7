// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/rowdrag.h"

#include "inspector/inspector.h"
#include "models/deliverymodel.h"
#include "ui/icons.h"
#include "ui/views/deliveryview.h"

#include <QDir>
#include <QDrag>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::ExportRun;

RowDrag::RowDrag(inspector::Inspector &inspector, const models::DeliveryModel &model,
                 DeliveryView &view)
    : QObject(&view)
    , m_inspector(inspector)
    , m_model(model)
    , m_view(view)
{
    connect(&view, &DeliveryView::dragWanted, this, &RowDrag::start);
    connect(&m_run, &ExportRun::exported, this, &RowDrag::drag);
    connect(&m_run, &ExportRun::failed, this, &RowDrag::failed);
}

std::unique_ptr<QMimeData> RowDrag::dataFor(const QString &file)
{
    auto data = std::make_unique<QMimeData>();
    data->setUrls({QUrl::fromLocalFile(file)});
    return data;
}

void RowDrag::start()
{
    const auto store = m_inspector.store();
    const QList<qint64> ids = m_view.selectedIds();
    if (!store || ids.isEmpty() || m_run.running())
        return;
    // Each in a folder of its own, since who takes a file may read it later.
    const QString folder = m_folder.filePath(QString::number(++m_files));
    if (!m_folder.isValid() || !QDir().mkpath(folder))
        return Q_EMIT failed(
            {.what = tr("Cannot write a file for the drag."), .why = m_folder.errorString()});
    std::vector<qint64> only(ids.begin(), ids.end());
    std::sort(only.begin(), only.end());
    const bool raw = only.size() == 1 && !m_model.packed(m_model.rowOf(only.front())).rejected();
    inspector::ExportOrder order{.format = raw ? formats::Format::Http : formats::Format::Ndjson};
    const qint64 count = qint64(only.size());
    order.only = std::move(only);
    m_run.start(store->path, order, raw ? folder : folder + "/webhooks.jsonl"_L1, count);
}

void RowDrag::drag(const QString &target)
{
    const QFileInfo written(target);
    const QDir folder(written.isDir() ? target : written.path());
    const QString file = folder.filePath(folder.entryList(QDir::Files).value(0));
    Q_EMIT ready(file);
    if (!QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
        return; // dropped before there was a file
    auto *drag = new QDrag(&m_view);
    drag->setMimeData(dataFor(file).release());
    drag->setPixmap(icon(u"export"_s).pixmap(24, 24));
    drag->exec(Qt::CopyAction);
}

} // namespace ui
