// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/sending.h"
#include "models/localtimes.h"
#include "ui/dialogs.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/reading.h"
#include "ui/resends.h"
#include "ui/statusline.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"

#include <functional>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

// Each webhook's own: that another one was sent settles nothing.
static const QString failedKey = u"resend %1"_s;

static Message unanswered(const capture::Attempt &attempt)
{
    QStringList text{models::withLocalTimes(attempt.error->why)};
    if (attempt.id != 0)
        text += MainWindow::tr("This send is listed under Sends of #%1.").arg(attempt.delivery);
    text += MainWindow::tr("To choose another target, use Edit & Re-send.");
    return {.key = failedKey.arg(attempt.delivery),
            .kind = Message::Kind::Error,
            .title = attempt.error->what,
            .text = text.join(u' ')};
}

// Of what is sent the short way: what failed stays until it is read or sent again.
static void tellOutcomes(Resends &resends, StatusLine &status, MessageBar &messages,
                         const std::function<void(qint64)> &show)
{
    QObject::connect(&resends, &Resends::message, &messages,
                     [&status, &messages](qint64 id, const QString &text) {
                         messages.dismiss(failedKey.arg(id));
                         status.notify(text);
                     });
    QObject::connect(
        &resends, &Resends::failed, &messages,
        [&status, &messages, show](const capture::Attempt &attempt, const QString &told) {
            Message message = unanswered(attempt);
            message.choices
                = {{MainWindow::tr("Show"), [show, id = attempt.delivery] { show(id); }}};
            status.takeBack(told);
            messages.show(message);
        });
}

// They are of another store's webhooks.
static void dismissOutcomes(MessageBar &messages)
{
    const QStringList keys = messages.keys();
    for (const QString &key : keys) {
        if (key.startsWith(failedKey.chopped(2)))
            messages.dismiss(key);
    }
}

void MainWindow::connectResends()
{
    const auto edit = [this] {
        if (const auto &details = m_reading->details())
            m_resends->edit(*details);
    };
    connect(m_actions->editAndResend, &QAction::triggered, this, edit);
    connect(m_details, &DetailsPane::resendWanted, this, edit);
    connect(m_actions->sendAgain, &QAction::triggered, this, [this] {
        if (const auto &details = m_reading->details())
            m_resends->sendAgain(*details);
    });
    connect(m_actions->resendMany, &QAction::triggered, this, &MainWindow::resendSelected);
    tellOutcomes(*m_resends, *m_status, *m_messages, [this](qint64 id) { showRow(id); });
    connect(m_resends, &Resends::progressed, m_status, &StatusLine::setResending);
    connect(m_resends, &Resends::ended, m_status, &StatusLine::setResent);
    connect(m_status, &StatusLine::resendingClicked, m_resends, &Resends::showMany);
    connect(m_status, &StatusLine::forwardsClicked, m_dialogs, &Dialogs::openEndpoints);
    connect(&m_inspector, &inspector::Inspector::waitingForwardsChanged, m_status, [this] {
        m_status->setForwards(m_inspector.waitingForwards(), m_inspector.strandedForwards());
    });
    connect(&m_inspector.sending(), &inspector::Sending::kept, this,
            [this](int, const capture::Attempt &attempt) {
                if (attempt.delivery == m_details->shownId())
                    m_reading->refresh();
            });
    connect(&m_inspector, &inspector::Inspector::opened, m_resends, &Resends::closeAll);
    connect(&m_inspector, &inspector::Inspector::opened, m_messages,
            [this] { dismissOutcomes(*m_messages); });
    connect(m_resends, &Resends::draftsChanged, &m_model, // editors close behind it
            [this] { m_model.setDrafts(m_resends->drafts()); });
    m_model.setDrafts(m_resends->drafts());
}

void MainWindow::resendSelected()
{
    const auto add = [](Resendables &to, const models::PackedRow &row) {
        if (row.rejected())
            ++to.rejected;
        else
            to.webhooks.append(Resendable{row.id, row.receivedAt});
    };
    Resendables selected;
    const QList<qint64> ids = m_view->selectedIds();
    for (const qint64 id : ids)
        add(selected, m_model.packed(m_model.rowOf(id)));
    Resendables shown;
    for (int row = 0; row < m_model.rowCount(); ++row)
        add(shown, m_model.packed(row));
    if (selected.webhooks.isEmpty())
        return m_status->notify(tr("Only rejected requests are selected; there is no webhook."));
    m_resends->sendMany(selected, shown);
}

} // namespace ui
