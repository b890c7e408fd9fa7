// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/forwardtask.h"
#include "listener/listening.h"

#include <QStatusBar>
#include <QTimer>

#include <functional>
#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ui
{

class LinkButton;

// Whether clients on this computer take the listener's certificate.
enum class TrustState { Unknown, LocalTrusted, LocalUntrusted, Own };

// The line at the foot of the window: what goes on at the left, what is settled at the right. Most
// of it can be clicked.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setListening(const std::optional<listener::Listening> &listening, bool paused);
    // What was imported is not received, and is told beside it.
    void setRows(qint64 received, qint64 shown, qint64 selected, qint64 imported = 0);
    void setRate(double perSecond);
    void setJudging(qint64 done, qint64 total); // done: it says no more
    void setSorting(const QString &column,
                    int percent); // by its values; no column: it says no more
    void setResending(qsizetype done, qsizetype all); // of 0: it is not there
    void setResent(const QString &counts); // how it ended, until something else is set
    // What waits for targets in use, and for those that are not; none: it is not there.
    void setForwards(const QList<capture::ForwardQueue> &waiting,
                     const QList<capture::ForwardQueue> &stranded = {});
    void setSecrets(qsizetype secrets, qsizetype remembered);
    void setTrust(TrustState state);
    void setStore(const QString &file, const QString &savedAt, bool readOnly);

    // Stands in for the left part for a while. `undo` may be empty.
    void notify(const QString &text, const std::function<void()> &undo = {});
    void takeBack(const QString &text); // what is told no longer holds; another notice stays
    void setTip(const QString &tip); // of a menu item; empty: none
    void announce(const QString &text); // to screen readers only
    QString listeningText() const;
    QString notice() const; // empty while there is none

Q_SIGNALS:
    void listenerClicked();
    void resendingClicked();
    void forwardsClicked();
    void secretsClicked();
    void trustClicked();
    void storeClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(bool right);
    QProgressBar *addBar();
    QLabel *addLabel();
    void standIn(const QString &text);
    void endNotice();
    int wanted() const; // width that all of it takes
    void fold();

    QList<QWidget *> m_left;
    QToolButton *m_listening;
    QLabel *m_received;
    QLabel *m_shown;
    QLabel *m_selected;
    QLabel *m_rate;
    QLabel *m_judging;
    QLabel *m_sorting;
    QLabel *m_notice;
    LinkButton *m_undo;
    QProgressBar *m_resendingBar;
    QToolButton *m_resending;
    QToolButton *m_forwards;
    QToolButton *m_secrets;
    QToolButton *m_trust;
    QToolButton *m_store;
    TrustState m_trustState = TrustState::Unknown;
    QTimer m_noticeTime;
    std::function<void()> m_undoNotice;
};

} // namespace ui
