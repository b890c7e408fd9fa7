// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace ui
{

class LinkButton;
class Spinner;

// The strip under the steps: what is waited for and for how long, a test ping, and a way to a list
// of what may be wrong.
class WaitingStrip : public QFrame
{
    Q_OBJECT

public:
    explicit WaitingStrip(QWidget *parent = nullptr);

    void setListening(bool listening);
    void setReceived(const QString &what); // "nothing received yet"
    void focusPing(); // where one can be sent

Q_SIGNALS:
    void pingWanted();
    void checksWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void describe();

    QElapsedTimer m_since;
    QTimer m_second;
    bool m_listening = false;
    QString m_received;
    Spinner *m_spinner;
    QLabel *m_title;
    QLabel *m_state;
    LinkButton *m_help;
    QPushButton *m_ping;
};

// "0:42", "12:05", "1:02:03".
QString elapsedText(qint64 seconds);

} // namespace ui
