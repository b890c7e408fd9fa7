// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/messagebar.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace ui
{

// One message of the bar.
class MessageFrame : public QFrame
{
    Q_OBJECT

public:
    explicit MessageFrame(Message message, QWidget *parent = nullptr);

    const Message &message() const { return m_message; }
    void setText(const QString &text);

Q_SIGNALS:
    void settled(); // closed, answered, or over

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addChoices(QBoxLayout &row);
    void addDetails(QBoxLayout &column, QBoxLayout &row);
    void addClose(QBoxLayout &row);

    Message m_message;
    QLabel *m_text = nullptr;
};

} // namespace ui
