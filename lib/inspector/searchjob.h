// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/repeats.h"
#include "core/result.h"
#include "filter/filter.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <vector>

namespace inspector
{

// Looks through a store's records for those that match, while it may be written to, on a thread and
// a connection of its own. Lives on the main thread. What an earlier search still says is not
// heard.
class SearchJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SearchJob() override; // stops it

    bool running() const { return m_running; }

public Q_SLOTS:
    // Ids above `after`, up to `upTo`, some at a time; then finished or failed. Stops the one
    // before. What was there before, the rows know already.
    void start(const QString &store, const filter::Filter &filter, qint64 after, qint64 upTo,
               const capture::Repeats &repeats = {});
    void stop();

Q_SIGNALS:
    void found(const QList<qint64> &ids, qint64 last); // no more will come up to that one
    void finished();
    void failed(const core::Error &error);

private:
    std::vector<std::unique_ptr<QThread>> m_threads; // the last one is meant
    int m_generation = 0;
    bool m_running = false;
};

} // namespace inspector
