// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"

class QLabel;
class QVBoxLayout;

namespace inspector
{
class Inspector;
}

namespace ui
{

class CommandBox;

// How a sender on the internet gets to the listener: the commands of common tunnels, and a check of
// the address that they give.
class ReachDialog : public ContentDialog
{
    Q_OBJECT

public:
    explicit ReachDialog(inspector::Inspector &inspector, QWidget *parent = nullptr);

private:
    CommandBox *addWay(QVBoxLayout &column, const QString &title, const QString &text);
    void fillCommands();

    inspector::Inspector &m_inspector;
    QLabel *m_state;
    CommandBox *m_cloudflared;
    CommandBox *m_ngrok;
    CommandBox *m_ssh;
};

} // namespace ui
