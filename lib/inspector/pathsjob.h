// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/errand.h"

#include <QList>
#include <QObject>

namespace inspector
{

// Where values stood, as a filter names it: in JSON bodies "$.items[*].id", in headers
// "h.User-Agent". In how many deliveries, and which values were seen there; the most frequent
// first.
struct SeenPath {
    struct Value {
        QString text;
        qint64 deliveries = 0;
    };
    QString path;
    qint64 deliveries = 0;
    QList<Value> values;
};

// Looks for the paths of the latest deliveries of a store, on a thread and a connection of its own.
// Lives on the main thread.
class PathsJob : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 mostDeliveries = 1000;
    static constexpr qint64 largestBody = 256 << 10; // bytes; larger ones are left out
    static constexpr qsizetype mostPaths = 2000;
    static constexpr qsizetype mostValues = 20; // of each path
    static constexpr qsizetype longestPath = 200; // characters
    static constexpr qsizetype longestValue = 60;

    using QObject::QObject;

    bool running() const { return m_errand.running(); }
    const QList<SeenPath> &paths() const { return m_paths; } // as of when it finished last
    void start(const QString &store, qint64 lastId); // up to that delivery; not while it runs
    void forget();

Q_SIGNALS:
    void finished();

private:
    QList<SeenPath> m_paths;
    int m_generation = 0;
    Errand m_errand;
};

} // namespace inspector
