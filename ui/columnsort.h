// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/valuesjob.h"

#include <QObject>

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

// Brings the live table what it is sorted by where somebody chose an added column: its value of
// every row, and then of those that arrive. Until all are read rows stand as they did.
class ColumnSort : public QObject
{
    Q_OBJECT

public:
    ColumnSort(inspector::Inspector &inspector, models::DeliveryModel &model, DeliveryView &view);

public Q_SLOTS:
    void stop(); // rows stay as they stand

Q_SIGNALS:
    void progressed(const QString &column, int percent); // an empty name: it is over
    void sorted(const QString &column); // as somebody chose
    void failed(const core::Error &error);

private:
    void read();
    void end();
    void fail(const core::Error &error);
    void takeDropped();
    void tellProgress();
    void showSorting();
    QString title() const;

    inspector::Inspector &m_inspector;
    models::DeliveryModel &m_model;
    DeliveryView &m_view;
    qsizetype m_asked = 0; // rows
    qsizetype m_read = 0; // of these
    bool m_chosen = false; // by somebody, who was not told yet
    inspector::ValuesJob m_job;
};

} // namespace ui
