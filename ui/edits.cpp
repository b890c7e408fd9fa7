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

// Takes rows away in batches. One that failed has nothing to undo, and leaves the stack.
class BatchEdit : public QUndoCommand
{
public:
    BatchEdit(Inspector &inspector, int &batches, const QSet<int> &failed, const QString &text)
        : QUndoCommand(text)
        , m_inspector(inspector)
        , m_batches(batches)
        , m_failed(failed)
    {
    }

    int batch() const { return m_batch; }
    void redo() override { remove(m_inspector, m_batch = ++m_batches); }
    void undo() override
    {
        if (m_failed.contains(m_batch))
            setObsolete(true);
        else
            m_inspector.restore(m_batch);
    }

private:
    virtual void remove(Inspector &inspector, int batch) = 0;

    Inspector &m_inspector;
    int &m_batches;
    const QSet<int> &m_failed;
    int m_batch = 0;
};

class ClearEdit : public BatchEdit
{
public:
    ClearEdit(Inspector &inspector, int &batches, const QSet<int> &failed, qint64 upToId,
              const QString &text)
        : BatchEdit(inspector, batches, failed, text)
        , m_upToId(upToId)
    {
    }

private:
    void remove(Inspector &inspector, int batch) override { inspector.clear(m_upToId, batch); }

    qint64 m_upToId;
};

class RemoveEdit : public BatchEdit
{
public:
    RemoveEdit(Inspector &inspector, int &batches, const QSet<int> &failed, QList<qint64> ids,
               const QString &text)
        : BatchEdit(inspector, batches, failed, text)
        , m_ids(std::move(ids))
    {
    }

private:
    void remove(Inspector &inspector, int batch) override { inspector.remove(m_ids, batch); }

    QList<qint64> m_ids;
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
    connect(&inspector, &Inspector::removed, this, [this](const QList<qint64> &ids, int batch) {
        if (ids.isEmpty())
            dropFailed(batch);
    });
}

// Below a later edit it leaves the stack when its turn comes.
void Edits::dropFailed(int batch)
{
    m_failed.insert(batch);
    if (!m_stack.canUndo())
        return;
    const auto *latest = dynamic_cast<const BatchEdit *>(m_stack.command(m_stack.index() - 1));
    if (latest && latest->batch() == batch)
        m_stack.undo();
}

void Edits::clear(qint64 upToId, qint64 rows)
{
    m_stack.push(new ClearEdit(m_inspector, m_batch, m_failed, upToId,
                               tr("Clear %n webhook(s)", nullptr, int(rows))));
}

void Edits::remove(const QList<qint64> &ids)
{
    if (!ids.isEmpty())
        m_stack.push(new RemoveEdit(m_inspector, m_batch, m_failed, ids,
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
    m_failed.clear();
    m_stack.clear();
}

} // namespace ui
