// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "models/comparison.h"

#include <QThread>

#include <memory>
#include <optional>

namespace ui
{

// Compares two deliveries on a thread of its own, since a body may be large. What is asked
// meanwhile comes next, the latest of it alone.
class Comparing : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Comparing() override; // waits for what is under way

    struct Order {
        capture::DeliveryPtr left;
        capture::DeliveryPtr right;
        models::CompareMode mode = models::CompareMode::Fields;
        QStringList ignored;
        int bytesOfRow = models::wideRow;
    };
    void compare(const Order &order);

Q_SIGNALS:
    void compared(const models::Comparison &comparison); // nothing newer is asked

private:
    void begin();
    void finish(const models::Comparison &comparison);

    std::unique_ptr<QThread> m_thread;
    std::optional<Order> m_next;
};

} // namespace ui
