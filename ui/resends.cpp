// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resends.h"

#include "inspector/sending.h"
#include "models/attemptmodel.h"
#include "resend/rewrite.h"
#include "resend/targettrust.h"
#include "ui/resend/resendwindow.h"
#include "ui/sendingsettings.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

Resends::Resends(inspector::Inspector &inspector, QSettings &settings, QWidget &window)
    : QObject(&window)
    , m_inspector(inspector)
    , m_settings(settings)
    , m_window(window)
{
    connect(&inspector.sending(), &inspector::Sending::kept, this, &Resends::tell);
    connect(&inspector, &inspector::Inspector::removed, this, &Resends::dropDrafts);
    connect(&inspector, &inspector::Inspector::trimmed, this, [this](const QList<qint64> &gone) {
        QList<qint64> ids = Drafts(m_inspector).ids();
        ids.removeIf([&gone](qint64 id) { return !std::ranges::binary_search(gone, id); });
        dropDrafts(ids);
    });
    connect(&inspector, &inspector::Inspector::cleared, this, [this](qint64 upToId) {
        QList<qint64> ids = Drafts(m_inspector).ids();
        ids.removeIf([upToId](qint64 id) { return id > upToId; });
        dropDrafts(ids);
    });
}

QSet<qint64> Resends::drafts() const
{
    const QList<qint64> ids = Drafts(m_inspector).ids();
    return {ids.begin(), ids.end()};
}

void Resends::discardDraft(qint64 id)
{
    for (const QPointer<ResendWindow> &editor : std::as_const(m_editors)) {
        if (editor && editor->id() == id)
            editor->discardDraft();
    }
    Drafts(m_inspector).discard(id);
    Q_EMIT draftsChanged();
}

// A draft holds what the webhook held, so it goes with it. Marked ones are not cleared, which only
// the store tells.
void Resends::dropDrafts(const QList<qint64> &ids)
{
    const Drafts drafts(m_inspector);
    for (const qint64 id : ids) {
        m_inspector.sending().read(id,
                                   [drafts, id, resends = QPointer(this)](
                                       const core::Result<std::optional<capture::Record>> &found) {
                                       if (!found || *found)
                                           return;
                                       drafts.discard(id);
                                       if (resends)
                                           Q_EMIT resends->draftsChanged();
                                   });
    }
}

void Resends::edit(const inspector::Details &details)
{
    if (!details.delivery)
        return;
    auto *editor = new ResendWindow(m_inspector, m_settings, details, &m_window);
    m_editors.removeIf([](const QPointer<ResendWindow> &open) { return open.isNull(); });
    m_editors.append(editor);
    connect(editor, &ResendWindow::draftChanged, this, &Resends::draftsChanged);
    editor->show();
}

void Resends::sendAgain(const inspector::Details &details)
{
    const SendTarget target = loadTargets(m_settings).value(0);
    const QUrl url(target.url);
    if (!details.delivery || !resend::objection(url).isEmpty())
        return edit(details); // there the target is chosen
    if (!maySend(url, m_settings, &m_window))
        return;
    const QString told = tr("Sending #%1 to %2").arg(details.id).arg(target.url);
    m_tickets.insert(
        m_inspector.sending().send({.target = url,
                                    .request = resend::addressed(details.delivery->request, url),
                                    .authorityFile = target.authorityFile,
                                    .pin = target.pin,
                                    .checkCertificate = target.checkCertificate,
                                    .timeout = loadSending(m_settings).timeout,
                                    .delivery = details.id,
                                    .signing = u"as-received"_s,
                                    .source = u"resend"_s}),
        told);
    Q_EMIT message(details.id, told);
}

void Resends::tell(int ticket, const capture::Attempt &attempt)
{
    if (!m_tickets.contains(ticket))
        return;
    const QString told = m_tickets.take(ticket);
    if (attempt.error)
        return Q_EMIT failed(attempt, told);
    Q_EMIT message(attempt.delivery,
                   tr("#%1 was sent to %2: %3 in %L4 ms.")
                       .arg(attempt.delivery)
                       .arg(attempt.target, models::resultText(attempt))
                       .arg(attempt.times.total));
}

void Resends::sendMany(const Resendables &selected, const Resendables &shown)
{
    if (!m_many) {
        m_many = new ResendDialog(m_inspector, m_settings, selected, shown, &m_window);
        connect(m_many, &ResendDialog::progressed, this, &Resends::tellMany);
    } else if (!m_many->setWebhooks(selected, shown)) {
        return showMany();
    }
    raiseMany();
}

void Resends::showMany()
{
    if (!m_many)
        return;
    m_many->showRun();
    raiseMany();
    Q_EMIT progressed(0, 0);
}

void Resends::raiseMany()
{
    m_many->show();
    m_many->raise();
    m_many->activateWindow();
}

void Resends::tellMany(qsizetype done, qsizetype all)
{
    if (m_many->isVisible()) {
        if (done == 0)
            Q_EMIT progressed(0, 0); // what was told is of the run before
        return;
    }
    if (done < all)
        Q_EMIT progressed(done, all);
    else
        Q_EMIT ended(m_many->counts().replace(u"   "_s, u", "_s));
}

void Resends::closeAll()
{
    for (const QPointer<ResendWindow> &editor : std::as_const(m_editors))
        delete editor.data();
    m_editors.clear();
    delete m_many.data();
    m_tickets.clear(); // what comes of them is of another store's webhooks
    Q_EMIT progressed(0, 0);
    Q_EMIT draftsChanged(); // of another store
}

} // namespace ui
