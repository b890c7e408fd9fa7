// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/resendrun.h"
#include "ui/dialogs/contentdialog.h"
#include "ui/resend/targets.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSettings;
class QSpinBox;
class QStackedWidget;
class QTableWidget;

namespace inspector
{
class Inspector;
}

namespace ui
{

class NoteBox;
class TargetBar;

// A webhook that is to be sent again, and when it came.
struct Resendable {
    qint64 id = 0;
    qint64 receivedAt = 0; // microseconds since the epoch
};

// Sends many webhooks again: how, and then how it goes. Hidden it goes on.
class ResendDialog : public ContentDialog
{
    Q_OBJECT

public:
    ResendDialog(inspector::Inspector &inspector, QSettings &settings,
                 const QList<Resendable> &webhooks, QWidget *parent = nullptr);

    bool running() const { return m_run && !m_run->isOver(); }
    bool setWebhooks(const QList<Resendable> &webhooks); // false: others are still being sent

public Q_SLOTS:
    void start();
    void pause();
    void cancelRest();
    void retryFailed();
    void reject() override; // hides; a run goes on

Q_SIGNALS:
    void progressed(qsizetype done, qsizetype all); // done = all: it is over

private:
    void build();
    QWidget *buildSetUp();
    QWidget *buildProgress();
    void check(); // whether it can begin
    inspector::ResendPlan plan() const;
    void run(inspector::ResendPlan plan);
    void begin(qint64 id);
    void take(const capture::Attempt &attempt);
    void showProgress();
    void showButtons();
    QString timeLeft() const;

    static constexpr int shownRows = 500;

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    QList<Resendable> m_webhooks; // oldest first
    std::unique_ptr<inspector::ResendRun> m_run;
    QElapsedTimer m_since;
    qsizetype m_all = 0;

    QStackedWidget *m_pages;
    TargetBar *m_target;
    QComboBox *m_signing;
    QComboBox *m_pace;
    QSpinBox *m_atOnce;
    QComboBox *m_order;
    QCheckBox *m_stops;
    NoteBox *m_note;
    QLabel *m_heading;
    QLabel *m_left;
    QProgressBar *m_bar;
    QLabel *m_facts;
    QTableWidget *m_rows;
    QLabel *m_counts;
    QPushButton *m_start;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QPushButton *m_retry;
    QPushButton *m_hide;
};

} // namespace ui
