// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "inspector/errand.h"
#include "json/shortvalue.h"

#include <QHash>
#include <QObject>

namespace inspector
{

// Reads what stands at some places of some deliveries, while the store may be written to, on a
// thread and a connection of its own. Lives on the main thread.
class ValuesJob : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype longestValue = 200; // bytes; of longer ones the beginning

    using Values = QHash<qint64, json::ShortValues>; // by id; nothing at all: there is no such id

    using QObject::QObject;

    bool running() const { return m_running; }

    // read() with some at a time, then finished() or, when it was not stopped, failed(). Not while
    // it runs.
    //
    // A place is a JSON pointer into the body, or "h." and the name of a header in any case; of a
    // header that comes again all values, with commas between. "+http" and "+tls" are the versions
    // that it came by, "+sends" how often it was sent.
    void start(const QString &store, const QList<qint64> &ids, const QList<QByteArray> &places);
    void stop(); // nothing more is read(); finished() as soon as the body at hand is done

Q_SIGNALS:
    void read(const inspector::ValuesJob::Values &values);
    void finished();
    void failed(const core::Error &error);

private:
    bool m_running = false;
    int m_generation = 0;
    Errand m_errand;
};

} // namespace inspector
