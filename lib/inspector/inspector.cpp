// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/inspector.h"

#include "inspector/private.h"

#include <algorithm>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr int loadLength = 5000;

static void registerTypes()
{
    qRegisterMetaType<QList<capture::DeliveryPtr>>();
    qRegisterMetaType<QList<capture::Rejection>>();
    qRegisterMetaType<QList<capture::Answer>>();
    qRegisterMetaType<QList<capture::Summary>>();
    qRegisterMetaType<QList<qint64>>();
    qRegisterMetaType<capture::Excess>();
    qRegisterMetaType<core::Error>();
    qRegisterMetaType<listener::Listening>();
    qRegisterMetaType<capture::Attempt>();
    qRegisterMetaType<http::Response>();
}

Inspector::Inspector(Places places, QObject *parent)
    : QObject(parent)
    , d(new Private)
{
    registerTypes();
    d->places = std::move(places);
    d->listener = new listener::Listener;
    d->listener->moveToThread(&d->netThread);
    connect(&d->netThread, &QThread::finished, d->listener, &QObject::deleteLater);
    connectParts();
    d->sending = std::make_unique<Sending>(*this);
    connect(d->sending.get(), &Sending::finished, this, [this](const capture::Attempt &attempt) {
        if (attempt.source == "ping"_L1)
            Q_EMIT pinged(attempt);
    });
    d->forwarding = std::make_unique<Forwarding>(d->storeThread, d->netThread, *this);
    connect(&d->storeThread.recorder(), &capture::Recorder::appended, d->forwarding.get(),
            &Forwarding::wake);
    connect(&d->retelling, &Retelling::failed, this, &Inspector::failed);
    connect(&d->unwritten, &Unwritten::failed, this, &Inspector::failed);
    connect(&d->unwritten, &Unwritten::recovered, this, &Inspector::storeRecovered);
    connect(d->forwarding.get(), &Forwarding::failed, this, &Inspector::forwardFailed);
    connect(d->forwarding.get(), &Forwarding::recovered, this, &Inspector::forwardRecovered);
    connect(d->forwarding.get(), &Forwarding::waitingChanged, this,
            &Inspector::waitingForwardsChanged);
    connect(d->forwarding.get(), &Forwarding::kept, d->sending.get(),
            [this](const capture::Attempt &attempt) { Q_EMIT d->sending->kept(0, attempt); });
    connect(this, &Inspector::removed, d->forwarding.get(), &Forwarding::count);
    connect(this, &Inspector::cleared, d->forwarding.get(), &Forwarding::count);
    connect(this, &Inspector::restored, d->forwarding.get(), &Forwarding::count);
    connect(d->forwarding.get(), &Forwarding::answered, d->listener, &listener::Listener::relay);
    connect(d->forwarding.get(), &Forwarding::unreached, d->listener,
            &listener::Listener::relayNone);
    d->netThread.start();
    d->renewal.setInterval(24h);
    connect(&d->renewal, &QTimer::timeout, this, &Inspector::renewLeaf);
}

Inspector::~Inspector()
{
    if (d->detecting)
        d->detecting->wait();
    // The main thread waits here, so the net thread ends itself once its last answers are out.
    connect(d->listener, &listener::Listener::stopped, &d->netThread, &QThread::quit,
            Qt::DirectConnection);
    QMetaObject::invokeMethod(d->listener, &listener::Listener::stop, Qt::QueuedConnection);
    d->netThread.wait();
}

void Inspector::connectParts()
{
    capture::Recorder &recorder = d->storeThread.recorder();
    listener::Backlog &backlog = d->listener->backlog();
    connect(&backlog, &listener::Backlog::received, &recorder, &capture::Recorder::record);
    connect(&backlog, &listener::Backlog::answered, &recorder, &capture::Recorder::answer);
    connect(&recorder, &capture::Recorder::stored, &backlog, &listener::Backlog::settle);
    connect(&recorder, &capture::Recorder::notStored, &backlog, &listener::Backlog::refuse);
    connect(&d->listener->rejections(), &listener::RejectionLog::rejected, &recorder,
            &capture::Recorder::reject);

    connect(&recorder, &capture::Recorder::appended, this,
            [this](const QList<capture::Summary> &rows) {
                if (d->loading)
                    d->arrivedWhileLoading.append(rows);
                else
                    Q_EMIT stored(rows);
            });
    connect(&recorder, &capture::Recorder::trimmed, this,
            [this](const QList<qint64> &ids, capture::Excess why) {
                d->arrivedWhileLoading.removeIf([&ids](const capture::Summary &row) {
                    return std::ranges::binary_search(ids, row.id);
                });
                Q_EMIT trimmed(ids, why);
            });
    connect(&recorder, &capture::Recorder::answersStored, this, &Inspector::answered);
    connect(&recorder, &capture::Recorder::storeFailed, this, &Inspector::storeFailed);
    connect(&recorder, &capture::Recorder::recovered, this, &Inspector::storeRecovered);
    connect(&recorder, &capture::Recorder::recovered, &d->unwritten, &Unwritten::tryNow);

    connect(d->listener, &listener::Listener::started, this,
            [this](const listener::Listening &listening) {
                d->stopping = false;
                d->listening = listening;
                Q_EMIT listeningStarted(listening);
            });
    connect(d->listener, &listener::Listener::failed, this,
            [this](const core::Error &error, quint16 freePort, bool stillListening) {
                if (!stillListening)
                    d->listening.reset();
                Q_EMIT listenFailed(error, freePort);
            });
    connect(d->listener, &listener::Listener::stopped, this, [this] {
        d->stopping = true;
        // What it took is told first. What is queued for the store may have a commit to queue
        // there.
        const auto turn = [](capture::Recorder &) { return core::Done{}; };
        d->storeThread.ask(this, turn, [this, turn](core::Done) {
            d->storeThread.ask(this, turn, [this](core::Done) {
                if (!std::exchange(d->stopping, false)) // It listens again by now.
                    return;
                d->listening.reset();
                Q_EMIT listeningStopped();
            });
        });
    });
}

const Places &Inspector::places() const { return d->places; }

Sending &Inspector::sending() { return *d->sending; }

const QList<capture::ForwardQueue> &Inspector::waitingForwards() const
{
    return d->forwarding->waiting();
}

const QList<capture::ForwardQueue> &Inspector::strandedForwards() const
{
    return d->forwarding->stranded();
}

std::optional<StoreFacts> Inspector::store() const { return d->store; }

std::optional<listener::Listening> Inspector::listening() const { return d->listening; }

bool Inspector::paused() const { return d->paused; }

const QList<capture::Endpoint> &Inspector::endpoints() const { return d->endpoints; }

const signature::SchemeBook &Inspector::schemes() const { return d->schemes; }

std::optional<tls::Identity> Inspector::identity() const { return d->identity; }

// What opening gives: the facts, and the labels of what the keychain may hold.
struct Opened {
    StoreFacts facts;
    QList<KeychainEntry> labels;
};

static core::Result<Opened> openStore(capture::Recorder &recorder, const QString &file,
                                      capture::Access access)
{
    if (const core::Status opened = recorder.open(file, access); !opened)
        return opened.error();
    const capture::Store &store = *recorder.store();
    const auto count = store.deliveryCount();
    const auto endpoints = store.endpoints();
    const auto labels = store.secretLabels();
    const auto schemes = store.schemes();
    if (!count || !endpoints || !labels || !schemes) {
        recorder.close();
        return !count    ? count.error()
            : !endpoints ? endpoints.error()
            : !labels    ? labels.error()
                         : schemes.error();
    }
    Opened opened{.facts = {.path = file,
                            .id = store.id(),
                            .readOnly = access != capture::Access::Write,
                            .deliveries = *count,
                            .endpoints = *endpoints,
                            .schemes = *schemes,
                            .retention = store.retention()}};
    for (const auto &[endpoint, label] : *labels)
        opened.labels.append({endpoint, label});
    return opened;
}

void Inspector::open(const QString &file, bool readOnly)
{
    if (file == d->places.defaultStore()) {
        if (const core::Status made = d->places.make(); !made) {
            QMetaObject::invokeMethod(
                this, [this, error = made.error()] { Q_EMIT openFailed(error); },
                Qt::QueuedConnection);
            return;
        }
    }
    const auto access = readOnly ? capture::Access::ReadNewer : capture::Access::Write;
    d->storeThread.ask(
        this,
        [file, access](capture::Recorder &recorder) {
            auto opened = openStore(recorder, file, access);
            return std::pair(std::move(opened), recorder.store() != nullptr);
        },
        [this](const std::pair<core::Result<Opened>, bool> &outcome) {
            const auto &[opened, anyOpen] = outcome;
            if (opened)
                return takeOpened(opened->facts, opened->labels);
            if (!anyOpen)
                d->store.reset();
            Q_EMIT openFailed(opened.error());
        });
}

void Inspector::rescue(const QString &file)
{
    d->storeThread.ask(
        this,
        [file](capture::Recorder &recorder) {
            recorder.close();
            return capture::rescue(file, core::now());
        },
        [this, file](const core::Result<capture::Rescued> &outcome) {
            d->store.reset();
            if (!outcome)
                return Q_EMIT openFailed(outcome.error());
            Q_EMIT rescued(*outcome);
            open(file);
        });
}

void Inspector::takeOpened(const StoreFacts &facts, const QList<KeychainEntry> &labels)
{
    d->store = facts;
    d->unwritten.setStore(facts.id);
    d->forwarding->setStore(facts.id);
    d->endpoints = facts.endpoints;
    d->schemes = facts.schemes;
    d->rejudging.clear();
    ++d->rejudgeGeneration;
    d->secrets.clear();
    d->secrets.setRemembered(labels);
    d->keychain = std::make_unique<Keychain>(facts.id);
    connect(d->keychain.get(), &Keychain::unavailable, this, &Inspector::keychainUnavailable);
    connect(d->keychain.get(), &Keychain::stored, this,
            [this](const QString &endpoint, const QString &label) {
                d->secrets.setRemembered(endpoint, label, true);
                rememberLabels();
            });
    connect(d->keychain.get(), &Keychain::found, this,
            [this](const QString &endpoint, const signature::SecretPtr &secret) {
                d->secrets.add(endpoint, secret);
                publishRoutes();
                Q_EMIT secretsChanged();
            });
    publishRoutes();
    Q_EMIT opened(facts);
    Q_EMIT schemesChanged();
    Q_EMIT endpointsChanged();
    Q_EMIT secretsChanged();
}

void Inspector::retryStore()
{
    QMetaObject::invokeMethod(&d->storeThread.recorder(), &capture::Recorder::tryAgain,
                              Qt::QueuedConnection);
    d->unwritten.tryNow();
}

void Inspector::load()
{
    d->loading = true;
    d->arrivedWhileLoading.clear();
    const int generation = ++d->loadGeneration;
    // What is stored from here on comes as new rows, so the slices end where the store does now.
    d->storeThread.ask(
        this,
        [](capture::Recorder &recorder) -> qint64 {
            return recorder.store() ? recorder.store()->lastId() : 0;
        },
        [this, generation](qint64 upTo) { loadSlice(generation, 0, upTo); });
}

void Inspector::loadSlice(int generation, qint64 after, qint64 upTo)
{
    d->storeThread.ask(
        this,
        [after](capture::Recorder &recorder) -> core::Result<QList<capture::Summary>> {
            if (!recorder.store())
                return QList<capture::Summary>{};
            return recorder.store()->summaries(after, loadLength);
        },
        [this, generation, upTo](const core::Result<QList<capture::Summary>> &rows) {
            if (generation != d->loadGeneration)
                return;
            if (!rows)
                Q_EMIT failed(rows.error());
            const bool more = rows && !rows->isEmpty() && rows->last().id < upTo;
            if (rows && !rows->isEmpty())
                Q_EMIT loaded(*rows);
            if (more)
                return loadSlice(generation, rows->last().id, upTo);
            const qint64 last = rows && !rows->isEmpty() ? std::max(upTo, rows->last().id) : upTo;
            d->loading = false;
            QList<capture::Summary> late = std::exchange(d->arrivedWhileLoading, {});
            late.removeIf([last](const capture::Summary &row) { return row.id <= last; });
            Q_EMIT loadFinished();
            if (!late.isEmpty())
                Q_EMIT stored(late);
        });
}

} // namespace inspector
