// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/edits.h"

#include "inspector/inspector.h"
#include "ui/fixedits.h"

namespace ui
{

using inspector::Inspector;

namespace
{

class ClearEdit : public QUndoCommand
{
public:
    ClearEdit(Inspector &inspector, int &batches, qint64 upToId, const QString &text)
        : QUndoCommand(text)
        , m_inspector(inspector)
        , m_batches(batches)
        , m_upToId(upToId)
    {
    }

    void redo() override { m_inspector.clear(m_upToId, m_batch = ++m_batches); }
    void undo() override { m_inspector.restore(m_batch); }

private:
    Inspector &m_inspector;
    int &m_batches;
    qint64 m_upToId;
    int m_batch = 0;
};

class RemoveEdit : public QUndoCommand
{
public:
    RemoveEdit(Inspector &inspector, int &batches, QList<qint64> ids, const QString &text)
        : QUndoCommand(text)
        , m_inspector(inspector)
        , m_batches(batches)
        , m_ids(std::move(ids))
    {
    }

    void redo() override { m_inspector.remove(m_ids, m_batch = ++m_batches); }
    void undo() override { m_inspector.restore(m_batch); }

private:
    Inspector &m_inspector;
    int &m_batches;
    QList<qint64> m_ids;
    int m_batch = 0;
};

class MarkEdit : public QUndoCommand
{
public:
    MarkEdit(Inspector &inspector, QList<qint64> ids, bool marked, const QString &text)
        : QUndoCommand(text)
        , m_inspector(inspector)
        , m_ids(std::move(ids))
        , m_marked(marked)
    {
    }

    void redo() override { m_inspector.mark(m_ids, m_marked); }
    void undo() override { m_inspector.mark(m_ids, !m_marked); }

private:
    Inspector &m_inspector;
    QList<qint64> m_ids;
    bool m_marked;
};

class NoteEdit : public QUndoCommand
{
public:
    NoteEdit(Inspector &inspector, qint64 id, QString before, QString after, const QString &text)
        : QUndoCommand(text)
        , m_inspector(inspector)
        , m_id(id)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void redo() override { m_inspector.setNote(m_id, m_after); }
    void undo() override { m_inspector.setNote(m_id, m_before); }

private:
    Inspector &m_inspector;
    qint64 m_id;
    QString m_before;
    QString m_after;
};

} // namespace

Edits::Edits(Inspector &inspector, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_stack(this)
{
    connect(&m_stack, &QUndoStack::indexChanged, this, [this](int index) {
        if (index >= m_fixed)
            return;
        m_fixed = 0;
        Q_EMIT fixUndone();
    });
}

void Edits::clear(qint64 upToId, qint64 rows)
{
    m_stack.push(
        new ClearEdit(m_inspector, m_batch, upToId, tr("Clear %n webhook(s)", nullptr, int(rows))));
}

void Edits::remove(const QList<qint64> &ids)
{
    if (!ids.isEmpty())
        m_stack.push(new RemoveEdit(m_inspector, m_batch, ids,
                                    tr("Delete %n webhook(s)", nullptr, int(ids.size()))));
}

void Edits::mark(const QList<qint64> &ids, bool marked)
{
    if (ids.isEmpty())
        return;
    const int count = int(ids.size());
    m_stack.push(new MarkEdit(m_inspector, ids, marked,
                              marked ? tr("Mark %n webhook(s)", nullptr, count)
                                     : tr("Unmark %n webhook(s)", nullptr, count)));
}

void Edits::note(qint64 id, const QString &before, const QString &after)
{
    if (before != after)
        m_stack.push(new NoteEdit(m_inspector, id, before, after, tr("Note on #%1").arg(id)));
}

void Edits::fix(const Fix &fix)
{
    m_stack.push(editFor(m_inspector, fix));
    m_fixed = m_stack.index();
}

void Edits::forget()
{
    m_fixed = 0;
    m_stack.clear();
}

} // namespace ui
