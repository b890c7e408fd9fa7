// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/storethread.h"

#include <QHash>
#include <QSet>
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
    QString key; // of changes of which only the latest counts; each that repeats has one
};

// Changes the store, and keeps what could not be written until it can be. Whether it can is tried
// every few seconds, as long as anything failed; what fails though there is room is tried ever more
// seldom. Each failure is told once, and again when its reason is another. Lives on the main
// thread.
class Unwritten : public QObject
{
    Q_OBJECT

public:
    explicit Unwritten(StoreThread &thread);

    void change(const Change &change);
    // Of another's work: what could not be written is kept, and told like a change. It is over by
    // written(), and begins anew, by nobody's repetition, with forget().
    void keep(const QString &key, const std::function<void()> &again, const core::Error &error);
    void written(const QString &key);
    void forget(const QString &key) { m_told.remove(key); }
    static core::Error named(const core::Error &error, const QString &trouble, bool repeats);

    void setStore(const QString &id); // what was for another is not for this one; the same keeps it
    void tryNow(); // without waiting, where anything failed; what fails again is told again

    void setNote(qint64 id, const QString &note) { m_notes.insert(id, note); }
    void dropNote(qint64 id) { m_notes.remove(id); }
    std::optional<QString> note(qint64 id) const; // one that is not in the store yet

Q_SIGNALS:
    void failed(const core::Error &error);
    void recovered(); // the store can be written, and all that was kept is

private:
    struct Kept {
        QString key;
        std::function<void()> again;
        core::Error error;
        bool told = true; // and what was told still stands
    };

    void drop(const QString &key);
    void takeFailure(const Change &change, const core::Error &error, bool waits);
    void wait(bool news);
    void tryAgain();
    void repeat(bool refuses); // webhooks are still refused, and nothing recovered
    void settle();

    static constexpr std::chrono::milliseconds shortest{1000};
    static constexpr std::chrono::milliseconds longest{10'000}; // until there is room
    static constexpr std::chrono::milliseconds seldom{600'000}; // where there is

    StoreThread &m_thread;
    QTimer m_timer{this};
    QString m_store;
    QList<Kept> m_kept;
    QHash<QString, core::Error> m_told; // of what is repeated just now
    QSet<QString> m_repeated; // just now, and not ended yet
    QHash<qint64, QString> m_notes;
    int m_generation = 0;
    bool m_waiting = false; // something failed, and since then nothing could be written
    bool m_trying = false;
    bool m_refuses = false; // webhooks, when it was tried last
    bool m_progress = false; // something of what is repeated was written
};

} // namespace inspector
