// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSet>
#include <QUndoStack>

namespace inspector
{
class Inspector;
}

namespace ui
{

struct Fix;

// What the user does to the list and may take back until the window closes.
class Edits : public QObject
{
    Q_OBJECT

public:
    explicit Edits(inspector::Inspector &inspector, QObject *parent = nullptr);

    QUndoStack &stack() { return m_stack; }

    void clear(qint64 upToId, qint64 rows); // all but the marked ones
    void remove(const QList<qint64> &ids);
    void mark(const QList<qint64> &ids, bool marked); // only those that are not so yet
    void note(qint64 id, const QString &before, const QString &after);
    void fix(const Fix &fix);
    void forget(); // another store is open

Q_SIGNALS:
    void fixUndone(); // the latest one

private:
    void dropFailed(int batch); // of a removal

    inspector::Inspector &m_inspector;
    QUndoStack m_stack;
    int m_batch = 0; // of removals; each is its own
    QSet<int> m_failed; // batches that removed nothing
    int m_fixed = 0; // the stack's index with the latest fix done; 0: none is
};

} // namespace ui
