// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QObject>
#include <QStringList>

namespace inspector
{

class StoreThread;

// Tells anew whom the deliveries of endpoints are about, once it is said to stand elsewhere: all
// that a store has, from the latest on, in slices between which it does what others ask of it.
// Lives on the main thread.
class Retelling : public QObject
{
    Q_OBJECT

public:
    explicit Retelling(StoreThread &thread);

    bool running() const { return !m_endpoints.isEmpty(); }

    // Begins anew, for these endpoints and for those that are not done yet. What is asked of the
    // store later comes later than this.
    void start(const QString &store, const QStringList &endpoints);

Q_SIGNALS:
    void finished();
    void failed(const core::Error &error); // the rest stays as it was

private:
    void tellSlice(int generation, qint64 upTo);

    StoreThread &m_thread;
    QString m_store; // its id
    QStringList m_endpoints;
    int m_generation = 0;
};

} // namespace inspector
