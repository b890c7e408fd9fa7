// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/repeats.h"
#include "core/result.h"
#include "filter/filter.h"

#include <QMap>
#include <QObject>
#include <QThread>

#include <memory>
#include <optional>
#include <vector>

namespace inspector
{

// Looks through a store's records for those that match, while it may be written to, on threads and
// connections of its own. Lives on the main thread. What an earlier search still says is not heard.
class SearchJob : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~SearchJob() override; // stops it

    bool running() const { return m_busy > 0; }

    // Ids above one, up to another, that were looked at, and those of them that match, ascending.
    struct Stretch {
        qint64 after = 0;
        qint64 upTo = 0;
        QList<qint64> found = {};
    };

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
    void take(const QList<Stretch> &stretches);
    void end(const core::Status &status);

    std::vector<std::unique_ptr<QThread>> m_threads; // of the search that is meant the last ones
    QMap<qint64, Stretch> m_ahead; // by `after`: those behind one that is still looked at
    std::optional<core::Error> m_error; // the first one
    qint64 m_last = 0; // up to which all was told
    int m_busy = 0; // threads of the search that is meant
    int m_generation = 0;
};

} // namespace inspector
