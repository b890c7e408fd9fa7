// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/valuesjob.h"
#include "models/addedcolumns.h"
#include "ui/views/deliveryheader.h"

#include <QObject>

class QInputDialog;
class QUndoStack;

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

// Brings the live table the values of the columns that a user added: of the rows that are shown, as
// they come into sight. To remove one is an edit like others, and
// to reset them all.
class ColumnValues : public QObject
{
    Q_OBJECT

public:
    ColumnValues(inspector::Inspector &inspector, models::DeliveryModel &model, DeliveryView &view,
                 QUndoStack &edits);

public Q_SLOTS:
    void add(const models::AddedColumn &column);

Q_SIGNALS:
    void failed(const core::Error &error); // what is shown next is read again
    void message(const QString &text);
    void edited(const QString &text); // what the latest edit did

private:
    void read();
    void readAnew();
    void ask();
    void judge(QInputDialog &dialog) const; // by what stands in it
    QString objection(const QString &text) const; // why it can be no column; empty: it can
    void take(const QString &text);
    void takeRemoved(const DeliveryHeader::AddedPlace &column);
    void remove(const models::AddedColumn &column);
    void addBack(const DeliveryHeader::AddedPlace &column);
    void takeReset(const QByteArray &before);
    void restore(const QByteArray &layout);

    inspector::Inspector &m_inspector;
    models::DeliveryModel &m_model;
    DeliveryView &m_view;
    QUndoStack &m_edits;
    bool m_redoing = false;
    inspector::ValuesJob m_job;
};

} // namespace ui
