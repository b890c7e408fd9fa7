// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/summary.h"
#include "ui/dialogs/notebox.h"

#include <optional>

namespace inspector
{
class Inspector;
}

namespace ui
{

// A signed ping through the listener of this app, and what became of it.
class ListenerTest : public QObject
{
    Q_OBJECT

public:
    explicit ListenerTest(inspector::Inspector &inspector, QObject *parent = nullptr);

    bool running() const { return m_running; }
    void start();

Q_SIGNALS:
    void told(ui::NoteBox::Kind kind, const QString &what, const QString &why); // it is over

private:
    void tell();

    inspector::Inspector &m_inspector;
    std::optional<capture::Summary> m_row;
    std::optional<capture::Attempt> m_answer;
    bool m_running = false;
};

} // namespace ui
