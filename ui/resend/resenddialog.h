// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/resendrun.h"
#include "ui/dialogs/contentdialog.h"
#include "ui/resend/targets.h"

#include <QSet>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSettings;
class QSpinBox;
class QStackedWidget;

namespace inspector
{
class Inspector;
}

namespace ui
{

class ElidedLabel;
class NoteBox;
class PaceBox;
class ResendRows;
class TargetBar;

// A webhook that is to be sent again, and when it came.
struct Resendable {
    qint64 id = 0;
    qint64 receivedAt = 0; // microseconds since the epoch
};

// Those out of some rows of the table.
struct Resendables {
    QList<Resendable> webhooks;
    qsizetype rejected = 0; // rows of which no webhook came
};

// Sends many webhooks again: how, and then how it goes. Hidden it goes on.
class ResendDialog : public ContentDialog
{
    Q_OBJECT

public:
    ResendDialog(inspector::Inspector &inspector, QSettings &settings, const Resendables &selected,
                 const Resendables &shown, QWidget *parent = nullptr);

    bool running() const { return m_run && !m_run->isOver(); }
    // Those that are selected, and all that the table shows; the run before is kept until these
    // are sent. False: others are still being sent.
    bool setWebhooks(const Resendables &selected, const Resendables &shown);
    void showRun(); // the latest, rather than what is set up
    QString counts() const; // "480 succeeded   20 failed"
    QByteArray results() const; // CSV

public Q_SLOTS:
    void start();
    void pause();
    void cancelRest();
    void retryFailed();
    void sendRest(); // what was not sent when it stopped; the same run goes on
    void exportResults();
    void reject() override; // hides; a run goes on

Q_SIGNALS:
    void progressed(qsizetype done, qsizetype all); // 0: it begins; done = all: it is over

private:
    void build();
    QWidget *buildSetUp();
    QWidget *buildProgress();
    void check(); // whether it can begin
    const Resendables &chosen() const;
    const QList<Resendable> &webhooks() const { return chosen().webhooks; } // to be sent
    void tell(); // how far it is
    inspector::ResendPlan plan() const;
    QString paceOf(const inspector::ResendPlan &plan) const;
    void begin(const inspector::ResendPlan &plan); // a run of its own
    void run(inspector::ResendPlan plan);
    qsizetype succeeded() const;
    qsizetype failed() const;
    void take(const capture::Attempt &attempt);
    void showProgress();
    void showButtons();
    QString timeLeft() const;

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    Resendables m_selected; // oldest first
    Resendables m_shown; // by the filter, oldest first
    QByteArray m_results; // lines of a CSV file, in the order in which they ended
    std::unique_ptr<inspector::ResendRun> m_run;
    QElapsedTimer m_since;
    qsizetype m_succeededBefore = 0; // before the rest was sent, as is the next
    QList<qint64> m_failedBefore;
    QSet<qint64> m_tried;
    qsizetype m_all = 0;

    QStackedWidget *m_pages;
    QComboBox *m_which;
    QLabel *m_rejected;
    TargetBar *m_target;
    QComboBox *m_signing;
    PaceBox *m_pace;
    QSpinBox *m_atOnce;
    QComboBox *m_order;
    QCheckBox *m_stops;
    NoteBox *m_note;
    QLabel *m_heading;
    ElidedLabel *m_left;
    QProgressBar *m_bar;
    QLabel *m_facts;
    ResendRows *m_rows;
    QLabel *m_counts;
    NoteBox *m_unsaved; // why the results were not exported
    QPushButton *m_start;
    QPushButton *m_pause;
    QPushButton *m_cancel;
    QPushButton *m_retry;
    QPushButton *m_rest;
    QPushButton *m_export;
    QPushButton *m_hide;
};

} // namespace ui
