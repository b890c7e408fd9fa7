// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/deliverymodel.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ui
{

// Brings what the store tells into the model at most once a frame, in the order in which it was
// told. While the store's rows are loaded, new ones wait: they stand after all of them.
class Arrivals : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostPerTick = 5'000;
    static constexpr int tick = 33; // milliseconds; each costs a repaint
    static constexpr int slowTick = 500; // while more comes than can be shown

    explicit Arrivals(models::DeliveryModel &model, QObject *parent = nullptr);

    // Empties the model, or keeps what it shows until the new rows are complete.
    void beginLoading(bool keepShown);
    bool loading() const { return m_loading; }
    double perSecond() const; // over the last seconds; loaded rows do not count

public Q_SLOTS:
    void takeLoaded(const QList<capture::Summary> &rows);
    void finishLoading();
    void takeStored(const QList<capture::Summary> &rows);
    void takeAnswered(const QList<capture::Answer> &answers);
    void takeJudged(const QList<capture::Judgement> &judgements);
    void takeRemoved(const QList<qint64> &ids);
    void takeCleared(qint64 upToId);

Q_SIGNALS:
    void arrived(const QList<capture::Summary> &rows); // they are in the model
    void overloadedChanged(bool overloaded);

private:
    void schedule();
    void flush(qsizetype most);
    void flushAnswers();
    void count(qsizetype rows);
    void setOverloaded(bool overloaded);

    static constexpr qint64 rateWindow = 5'000; // milliseconds

    models::DeliveryModel &m_model;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QList<capture::Summary> m_rows; // not yet in the model
    QList<capture::Answer> m_answers;
    models::DeliveryRows m_gathered;
    bool m_loading = false;
    bool m_keepShown = false;
    bool m_overloaded = false;
    struct Burst {
        qint64 at;
        qsizetype rows;
    };
    QList<Burst> m_bursts;
};

} // namespace ui
