// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QUndoCommand>

#include <functional>

namespace ui
{

// An edit that is done already when it is pushed; to do it once more must change nothing.
class DoneEdit : public QUndoCommand
{
public:
    DoneEdit(std::function<void()> redo, std::function<void()> undo, const QString &text)
        : QUndoCommand(text)
        , m_redo(std::move(redo))
        , m_undo(std::move(undo))
    {
    }

    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    const std::function<void()> m_redo;
    const std::function<void()> m_undo;
};

} // namespace ui
