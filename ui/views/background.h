// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "signature/verifier.h"
#include "ui/views/bodyreading.h"

#include <QObject>
#include <QThread>

#include <array>
#include <variant>

namespace ui
{

struct ExplainOrder {
    capture::DeliveryPtr delivery;
    signature::Verdict verdict;
    signature::Secrets secrets;
    std::shared_ptr<const signature::Scheme> scheme; // null: none, or the verdict's is not known
    signature::Context context;
};

signature::Evidence explain(const ExplainOrder &order);

// A delivery judged by a scheme that it need not have been judged by.
struct TrialOrder {
    capture::DeliveryPtr delivery;
    std::shared_ptr<const signature::Scheme> scheme; // never null
    signature::Secrets secrets;
    signature::Context context;
};

struct Trial {
    signature::Verdict verdict;
    signature::Evidence evidence;
};

// What is done off the main thread, and what comes of it; the places in both variants match.
using Order = std::variant<BodyOrder, WriteOrder, ExplainOrder, TrialOrder>;
using Outcome = std::variant<BodyReading, std::optional<CodeText>, signature::Evidence, Trial>;

struct Job {
    int number = 0;
    Order order;
};

struct Product {
    int number = 0;
    Outcome outcome;
};

// Does one job after the other on its own thread.
class Worker : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void work(const ui::Job &job);

Q_SIGNALS:
    void done(const ui::Product &product);
};

// Takes orders on the main thread. Small ones are done at once, others by a worker, one of a kind
// at a time; only the newest of a kind comes back.
class Background : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype atOnce = 256 * 1024; // bytes of body

    explicit Background(QObject *parent = nullptr);
    ~Background() override;

    void submit(const Order &order);
    void forget(); // nothing ordered before comes back

Q_SIGNALS:
    void read(const ui::BodyReading &reading);
    void written(const std::optional<ui::CodeText> &text);
    void explained(const signature::Evidence &evidence);
    void tried(const ui::Trial &trial);
    void ordered(const ui::Job &job); // to the worker

private:
    struct Lane {
        int newest = 0;
        bool busy = false;
        std::optional<Order> waiting;
    };

    void startThread();
    void start(size_t lane, const Order &order);
    void take(const Product &product);
    void deliver(const Outcome &outcome);

    QThread m_thread;
    std::array<Lane, std::variant_size_v<Order>> m_lanes;
};

} // namespace ui
