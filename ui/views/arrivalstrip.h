// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/clock.h"
#include "models/recentarrivals.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace models
{
class DeliveryModel;
}

namespace ui
{

// What arrived in the last ten minutes, a bar for ten seconds, with the problems marked below it. A
// stretch that is drawn over with the mouse, or walked over with Shift, is chosen.
class ArrivalStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ArrivalStrip(const models::DeliveryModel &model, QWidget *parent = nullptr,
                          core::Clock clock = core::now);

    const models::RecentArrivals &arrivals() const { return m_arrivals; }
    QRect barRect(int step) const; // from top to bottom
    QString barText(int step) const; // "14:32:10 – 14:32:19: 12 webhooks, 2 with problems"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; // with narrower bars

public Q_SLOTS:
    void look(); // again at the rows; by itself once a second while it is shown

Q_SIGNALS:
    void rangeChosen(qint64 from, qint64 to); // seconds since the epoch, both included

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // Beginnings of steps, since the bars move on while somebody chooses.
    struct Stretch {
        qint64 anchor = 0;
        qint64 head = 0;
    };

    QSize sizeFor(int pitch) const;
    int pitch() const;
    int barsWidth() const;
    int labelWidth() const;
    int stepAt(int x) const;
    int stepOf(qint64 time) const;
    qint64 timeOf(int step) const;
    void drawBars(QPainter &painter) const;
    void walk(int step, bool extend);
    void choose();
    void drop();
    void describe();

    const models::DeliveryModel &m_model;
    core::Clock m_clock;
    QTimer m_second;
    models::RecentArrivals m_arrivals;
    std::optional<Stretch> m_stretch;
    bool m_dragging = false;
    bool m_outdated = true; // rows have changed since look()
};

} // namespace ui
