// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/resenddialog.h"

#include "inspector/inspector.h"
#include "ui/dialogs/notebox.h"
#include "ui/resend/pace.h"
#include "ui/resend/pacebox.h"
#include "ui/resend/resendrows.h"
#include "ui/resend/targetbar.h"
#include "ui/sendingsettings.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/savebytes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using inspector::ResendRun;

namespace ui
{

static QString titleFor(qsizetype webhooks)
{
    return ResendDialog::tr("Re-send %n webhook(s)", nullptr, int(webhooks));
}

ResendDialog::ResendDialog(inspector::Inspector &inspector, QSettings &settings,
                           const Resendables &selected, const Resendables &shown, QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_settings(settings)
{
    build();
    connect(m_target, &TargetBar::changed, this, &ResendDialog::check);
    connect(m_signing, &QComboBox::currentIndexChanged, this, &ResendDialog::check);
    connect(m_start, &QPushButton::clicked, this, &ResendDialog::start);
    connect(m_pause, &QPushButton::clicked, this, &ResendDialog::pause);
    connect(m_cancel, &QPushButton::clicked, this, &ResendDialog::cancelRest);
    connect(m_retry, &QPushButton::clicked, this, &ResendDialog::retryFailed);
    connect(m_rest, &QPushButton::clicked, this, &ResendDialog::sendRest);
    connect(m_hide, &QPushButton::clicked, this, &ResendDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ResendDialog::exportResults);
    connect(m_which, &QComboBox::currentIndexChanged, this, &ResendDialog::check);
    setWebhooks(selected, shown);
}

bool ResendDialog::setWebhooks(const Resendables &selected, const Resendables &shown)
{
    if (running())
        return false;
    m_selected = selected;
    m_shown = shown;
    for (QList<Resendable> *webhooks : {&m_selected.webhooks, &m_shown.webhooks})
        std::sort(webhooks->begin(), webhooks->end(),
                  [](const Resendable &a, const Resendable &b) { return a.id < b.id; });
    m_stops->setChecked(false); // meant for the run before
    m_pages->setCurrentIndex(0);
    m_which->clear();
    m_which->addItem(tr("The %L1 selected").arg(m_selected.webhooks.size()));
    if (m_shown.webhooks.size() > m_selected.webhooks.size())
        m_which->addItem(tr("All %L1 that the table shows").arg(m_shown.webhooks.size()));
    m_which->setEnabled(m_which->count() > 1);
    check();
    return true;
}

void ResendDialog::showRun()
{
    if (!m_run)
        return;
    m_pages->setCurrentIndex(1);
    setWindowTitle(titleFor(m_all));
    showButtons();
}

const Resendables &ResendDialog::chosen() const
{
    return m_which->currentIndex() == 1 ? m_shown : m_selected;
}

void ResendDialog::check()
{
    if (m_pages->currentIndex() == 0)
        setWindowTitle(titleFor(webhooks().size()));
    m_rejected->setText(tr("Rejected requests among these rows: %L1. They are left out, since no "
                           "webhook came of them.")
                            .arg(chosen().rejected));
    m_rejected->setVisible(chosen().rejected > 0);
    const QString trouble = m_target->trouble();
    const QUrl url = m_target->url();
    if (!trouble.isEmpty())
        m_note->setNote(NoteBox::Kind::Info, trouble);
    else if (!staysHere(url))
        m_note->setNote(NoteBox::Kind::Warning, tr("%1 is not this computer.").arg(url.host()),
                        tr("Webhooks may hold personal data."));
    else if (const QString meant = m_target->takenForGranted(); !meant.isEmpty())
        m_note->setNote(NoteBox::Kind::Info, meant);
    else
        m_note->clear();
    showButtons();
}

inspector::ResendPlan ResendDialog::plan() const
{
    QList<Resendable> order = webhooks();
    if (m_order->currentIndex() == 1)
        std::reverse(order.begin(), order.end());
    QList<qint64> ids;
    QList<qint64> arrivals;
    for (const Resendable &webhook : std::as_const(order)) {
        ids.append(webhook.id);
        arrivals.append(webhook.receivedAt);
    }
    const double pace = m_pace->pace(); // below zero: the speed, as received
    const SendTarget target = trusted(m_target->target(), m_inspector, m_settings);
    const SendingSettings sending = loadSending(m_settings);
    return {.turns
            = pace < 0 ? resend::pacedAsReceived(ids, arrivals, -pace) : resend::paced(ids, pace),
            .atOnce = m_atOnce->value(),
            .target = m_target->url(),
            .signing = resend::Signing(m_signing->currentIndex()),
            .authorityFile = target.authorityFile,
            .pin = target.pin,
            .checkCertificate = target.checkCertificate,
            .stopsAtFailure = m_stops->isChecked(),
            .marks = sending.marks,
            .timeout = sending.timeout};
}

void ResendDialog::start()
{
    if (running() || !m_target->trouble().isEmpty() || !maySend(m_target->url(), m_settings, this))
        return;
    rememberTarget(m_target->target(), m_settings);
    savePace(m_pace->pace(), m_settings);
    saveAtOnce(m_atOnce->value(), m_settings);
    if (m_pace->isOwnRate())
        saveRate(m_pace->rate(), m_settings);
    m_results.clear();
    begin(plan());
}

QString ResendDialog::paceOf(const inspector::ResendPlan &plan) const
{
    const bool paced = std::any_of(plan.turns.begin(), plan.turns.end(),
                                   [](const resend::Turn &turn) { return turn.gap > 0; });
    return paced ? m_pace->words() : paces().constFirst().words;
}

void ResendDialog::begin(const inspector::ResendPlan &plan)
{
    m_all = plan.turns.size();
    m_succeededBefore = 0;
    m_failedBefore.clear();
    m_tried.clear();
    m_rows->startOver();
    m_unsaved->clear();
    run(plan);
}

void ResendDialog::run(inspector::ResendPlan plan)
{
    setWindowTitle(titleFor(m_all));
    m_facts->setText(tr("To %1\n%2 · %3 · %n at a time", nullptr, plan.atOnce)
                         .arg(plan.target.toString(), m_signing->currentText(), paceOf(plan))
                     + (plan.checkCertificate ? QString() : tr(" · certificate not checked")));
    m_run = std::make_unique<ResendRun>(m_inspector, std::move(plan));
    connect(m_run.get(), &ResendRun::began, m_rows, &ResendRows::begin);
    connect(m_run.get(), &ResendRun::attempted, this, &ResendDialog::take);
    connect(m_run.get(), &ResendRun::finished, this, [this] {
        showProgress();
        showButtons();
        Q_EMIT progressed(m_all, m_all);
    });
    m_pages->setCurrentIndex(1);
    m_since.start();
    m_run->start();
    showProgress();
    showButtons();
    tell();
}

void ResendDialog::pause()
{
    if (!running())
        return;
    m_run->setPaused(!m_run->paused());
    showProgress();
    showButtons();
}

// What is under way ends as it would, so that no request is cut in half.
void ResendDialog::cancelRest()
{
    if (!running())
        return;
    m_run->cancelRest();
    showProgress();
    showButtons();
}

void ResendDialog::retryFailed()
{
    if (!m_run || running())
        return;
    inspector::ResendPlan again = m_run->plan();
    again.turns = resend::paced(m_failedBefore + m_run->failedIds(), std::max(m_pace->pace(), 0.0));
    QMetaObject::invokeMethod(this, [this, again] { begin(again); }, Qt::QueuedConnection);
}

void ResendDialog::sendRest()
{
    if (!m_run || running())
        return;
    inspector::ResendPlan rest = m_run->plan();
    rest.turns.removeIf([this](const resend::Turn &turn) { return m_tried.contains(turn.id); });
    if (rest.turns.isEmpty())
        return;
    const auto goOn = [this, rest] {
        if (running())
            return;
        m_succeededBefore = succeeded();
        m_failedBefore += m_run->failedIds();
        run(rest);
    };
    QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
}

qsizetype ResendDialog::succeeded() const { return m_succeededBefore + m_run->succeeded(); }

qsizetype ResendDialog::failed() const { return m_failedBefore.size() + m_run->failed(); }

void ResendDialog::reject()
{
    hide();
    if (running())
        tell();
}

void ResendDialog::take(const capture::Attempt &attempt)
{
    m_tried.insert(attempt.delivery);
    m_rows->take(attempt);
    m_results += resultsLine(attempt);
    showProgress();
    tell();
}

void ResendDialog::tell() { Q_EMIT progressed(succeeded() + failed() + m_run->cancelled(), m_all); }

QByteArray ResendDialog::results() const { return resultsHeader() + m_results; }

QString ResendDialog::counts() const { return m_counts->text(); }

void ResendDialog::exportResults()
{
    const auto told = saveBytes(this, results(), tr("resend-results.csv"));
    if (!told)
        return;
    m_unsaved->clear();
    if (*told)
        m_left->setFullText(**told);
    else
        m_unsaved->setNote(NoteBox::Kind::Bad, told->error().what, told->error().why);
}

QString ResendDialog::timeLeft() const
{
    const qsizetype done = m_run->succeeded() + m_run->failed();
    if (m_run->isOver() || done == 0)
        return {};
    if (m_run->paused())
        return tr("paused");
    const qint64 seconds = m_since.elapsed() * (m_run->left() + m_run->underWay()) / done / 1000;
    return seconds < 60 ? tr("about %n s left", nullptr, int(seconds) + 1)
                        : tr("about %n min left", nullptr, int(seconds / 60) + 1);
}

void ResendDialog::showProgress()
{
    const qsizetype done = succeeded() + failed();
    m_heading->setText(tr("%L1 of %L2 sent").arg(done).arg(m_all));
    m_left->setFullText(timeLeft());
    m_bar->setRange(0, int(std::max<qsizetype>(m_all, 1)));
    m_bar->setValue(int(done));
    QStringList counts{tr("%L1 succeeded").arg(succeeded()), tr("%L1 failed").arg(failed())};
    if (m_run->left() > 0)
        counts += tr("%L1 to go").arg(m_run->left() + m_run->underWay());
    if (m_run->cancelled() > 0)
        counts += tr("%L1 not sent").arg(m_run->cancelled());
    m_counts->setText(counts.join(u"   "_s));
}

void ResendDialog::showButtons()
{
    const bool setUp = m_pages->currentIndex() == 0;
    m_start->setVisible(setUp);
    m_start->setEnabled(m_target->trouble().isEmpty() && !webhooks().isEmpty());
    m_start->setText(tr("Send %L1").arg(webhooks().size()));
    m_pause->setVisible(!setUp && running());
    m_pause->setEnabled(m_run && m_run->left() > 0);
    m_pause->setText(m_run && m_run->paused() ? tr("Resume") : tr("Pause"));
    m_cancel->setVisible(!setUp && running());
    m_cancel->setEnabled(m_run && m_run->left() > 0);
    const qsizetype unsuccessful = m_run ? failed() : 0;
    m_retry->setVisible(!setUp && !running() && unsuccessful > 0);
    m_retry->setText(tr("Retry failed (%L1)").arg(unsuccessful));
    const qsizetype unsent = m_run ? m_run->cancelled() : 0;
    m_rest->setVisible(!setUp && !running() && unsent > 0);
    m_rest->setText(tr("Send the rest (%L1)").arg(unsent));
    m_export->setVisible(!setUp && !running() && !m_results.isEmpty());
    m_hide->setText(running() ? tr("Hide") : setUp ? tr("Cancel") : tr("Close"));
}

} // namespace ui
