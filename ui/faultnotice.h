// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTimer>

namespace inspector
{
class Inspector;
}

namespace ui
{

class MessageBar;

// A standing warning in the message bar while senders are answered anything but 2xx, with the time
// that is left of it.
class FaultNotice : public QObject
{
    Q_OBJECT

public:
    FaultNotice(inspector::Inspector &inspector, MessageBar &bar);

Q_SIGNALS:
    void settingsWanted();
    void rulesWanted(const QString &endpoint);

private:
    void refresh();
    void answerWell();

    inspector::Inspector &m_inspector;
    MessageBar &m_bar;
    QTimer m_second;
    QString m_ruled; // the first endpoint with such rules, whose button is shown; empty: none
};

} // namespace ui
