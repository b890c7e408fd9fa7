// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/storethread.h"

#include <QHash>
#include <QTimer>

#include <chrono>

namespace inspector
{

// A change of the store that a user asked for.
struct Change {
    std::function<core::Status(capture::Store &)> work; // runs on the store's thread
    std::function<void()> done;
    std::function<void(bool kept)> notDone; // before failed(), kept to repeat it; may be empty
    QString trouble; // what is said when it does not succeed; empty: what the store says
    bool repeats = false; // by itself, once the store can be written again
    QString key; // of changes of which only the latest counts; empty: each does
};

// Changes the store, and keeps what could not be written until it can be. Whether it can is tried
// every few seconds, as long as anything failed. Lives on the main thread.
class Unwritten : public QObject
{
    Q_OBJECT

public:
    explicit Unwritten(StoreThread &thread);

    void change(const Change &change);
    void keep(const QString &key, const std::function<void()> &again); // of another's work
    static core::Error named(const core::Error &error, const QString &trouble, bool repeats);

    void setStore(const QString &id); // what was for another is not for this one; the same keeps it
    void tryNow(); // without waiting, where anything failed

    void setNote(qint64 id, const QString &note) { m_notes.insert(id, note); }
    void dropNote(qint64 id) { m_notes.remove(id); }
    std::optional<QString> note(qint64 id) const; // one that is not in the store yet

Q_SIGNALS:
    void failed(const core::Error &error);
    void recovered(); // the store can be written; what was kept follows

private:
    struct Kept {
        QString key;
        std::function<void()> again;
    };

    void drop(const QString &key);
    void wait();
    void repeat(bool refuses); // webhooks are still refused, and nothing recovered

    static constexpr std::chrono::milliseconds shortest{1000};
    static constexpr std::chrono::milliseconds longest{10'000};

    StoreThread &m_thread;
    QTimer m_timer{this};
    QString m_store;
    QList<Kept> m_kept;
    QHash<qint64, QString> m_notes;
    int m_generation = 0;
    bool m_waiting = false; // something failed, and since then nothing could be written
    bool m_trying = false;
};

} // namespace inspector
