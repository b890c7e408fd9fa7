// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/background.h"

namespace ui
{

namespace
{

template <typename... Functions> struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions> Overloaded(Functions...) -> Overloaded<Functions...>; // clang 14

Trial judge(const TrialOrder &order)
{
    const http::Request &request = order.delivery->request;
    const qint64 receivedAt = order.delivery->receivedAt;
    Trial trial;
    trial.verdict
        = signature::verify(request, *order.scheme, order.secrets, receivedAt, order.context);
    trial.evidence = signature::explain(request, *order.scheme, order.secrets, trial.verdict,
                                        receivedAt, order.context);
    return trial;
}

Outcome outcomeOf(const Order &order)
{
    return std::visit(
        Overloaded{[](const BodyOrder &body) { return Outcome(readBody(body)); },
                   [](const WriteOrder &text) { return Outcome(writeBody(text)); },
                   [](const ExplainOrder &verdict) { return Outcome(explain(verdict)); },
                   [](const TrialOrder &trial) { return Outcome(judge(trial)); }},
        order);
}

qsizetype sizeOf(const Order &order)
{
    // What is compressed may be large inside.
    return std::visit(
        Overloaded{
            [](const BodyOrder &body) {
                return body.contentEncoding.isEmpty() ? body.bytes.size() : Background::atOnce + 1;
            },
            [](const WriteOrder &text) { return text.reading.bytes.size(); },
            [](const ExplainOrder &verdict) { return verdict.delivery->request.body.size(); },
            [](const TrialOrder &trial) { return trial.delivery->request.body.size(); }},
        order);
}

} // namespace

signature::Evidence explain(const ExplainOrder &order)
{
    if (order.scheme)
        return signature::explain(order.delivery->request, *order.scheme, order.secrets,
                                  order.verdict, order.delivery->receivedAt, order.context);
    signature::Evidence evidence;
    if (!order.verdict.scheme.isEmpty())
        evidence.signatureSentence
            = Background::tr("Nothing was judged: the scheme “%1” is not known here.")
                  .arg(order.verdict.scheme);
    return evidence;
}

void Worker::work(const Job &job)
{
    Q_EMIT done({.number = job.number, .outcome = outcomeOf(job.order)});
}

Background::Background(QObject *parent)
    : QObject(parent)
{
}

Background::~Background()
{
    m_thread.quit();
    m_thread.wait();
}

void Background::submit(const Order &order)
{
    Lane &lane = m_lanes[order.index()];
    ++lane.newest;
    lane.waiting.reset();
    if (sizeOf(order) <= atOnce)
        deliver(outcomeOf(order));
    else if (lane.busy)
        lane.waiting = order;
    else
        start(order.index(), order);
}

void Background::forget()
{
    for (Lane &lane : m_lanes) {
        ++lane.newest;
        lane.waiting.reset();
    }
}

// With the first large order: the worker goes when its thread ends, so it must have begun.
void Background::startThread()
{
    auto *worker = new Worker;
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    connect(this, &Background::ordered, worker, &Worker::work);
    connect(worker, &Worker::done, this, &Background::take);
    m_thread.start();
}

void Background::start(size_t lane, const Order &order)
{
    if (!m_thread.isRunning())
        startThread();
    m_lanes[lane].busy = true;
    Q_EMIT ordered({.number = m_lanes[lane].newest, .order = order});
}

void Background::take(const Product &product)
{
    Lane &lane = m_lanes[product.outcome.index()];
    lane.busy = false;
    if (const auto waiting = std::exchange(lane.waiting, {}))
        start(product.outcome.index(), *waiting);
    else if (product.number == lane.newest)
        deliver(product.outcome);
}

void Background::deliver(const Outcome &outcome)
{
    std::visit(
        Overloaded{[this](const BodyReading &reading) { Q_EMIT read(reading); },
                   [this](const std::optional<CodeText> &text) { Q_EMIT written(text); },
                   [this](const signature::Evidence &evidence) { Q_EMIT explained(evidence); },
                   [this](const Trial &trial) { Q_EMIT tried(trial); }},
        outcome);
}

} // namespace ui
