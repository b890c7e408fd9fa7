// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/exportrun.h"

#include <QTemporaryDir>

class QMimeData;

namespace inspector
{
class Inspector;
}

namespace models
{
class DeliveryModel;
}

namespace ui
{

class DeliveryView;

// Gives rows that are dragged out of the table to other programs, as a file: one webhook as its raw
// request, more of them, or a rejection, as JSON lines. The file is written first, on a thread; the
// drag begins when it is there, if the mouse button is still down. Files are private, and go when
// the program ends.
class RowDrag : public QObject
{
    Q_OBJECT

public:
    RowDrag(inspector::Inspector &inspector, const models::DeliveryModel &model,
            DeliveryView &view);

    // What a drag of the file carries.
    static std::unique_ptr<QMimeData> dataFor(const QString &file);

public Q_SLOTS:
    void start(); // with the rows selected

Q_SIGNALS:
    void ready(const QString &file); // written; the drag begins now
    void failed(const core::Error &error);

private:
    void drag(const QString &target);

    inspector::Inspector &m_inspector;
    const models::DeliveryModel &m_model;
    DeliveryView &m_view;
    QTemporaryDir m_folder;
    inspector::ExportRun m_run;
    int m_files = 0;
};

} // namespace ui
