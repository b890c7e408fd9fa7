// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/rowpredicate.h"

#include <QObject>
#include <QTimer>

namespace models
{

// A part of a filter, and how many rows it would let through alone.
struct PartCount {
    QString text;
    std::optional<qint64> rows; // nothing: not known yet

    bool operator==(const PartCount &) const = default;
};

// Counts what filters let through of all rows, as far as rows tell, in slices that let the window
// go on. What comes meanwhile is counted as well.
class PartCounter : public QObject
{
    Q_OBJECT

public:
    explicit PartCounter(const DeliveryRows &rows, QObject *parent = nullptr);

    bool running() const { return m_timer.isActive(); }

public Q_SLOTS:
    void start(const QList<filter::Filter> &filters); // forgets what it was counting
    void stop();

Q_SIGNALS:
    void counted(const QList<qint64> &rows); // a number for each filter

private:
    void goOn();

    const DeliveryRows &m_rows;
    std::vector<RowPredicate> m_predicates;
    QList<qint64> m_counts;
    qsizetype m_next = 0;
    QTimer m_timer;
};

} // namespace models
