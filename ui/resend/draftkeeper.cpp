// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/draftkeeper.h"

#include "core/clock.h"
#include "inspector/inspector.h"
#include "inspector/sending.h"

#include <QPointer>

using namespace std::chrono_literals;

namespace ui
{

DraftKeeper::DraftKeeper(inspector::Inspector &inspector, const inspector::Details &details,
                         const Current &current, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_id(details.id)
    , m_receivedAt(details.delivery->receivedAt)
    , m_drafts(inspector)
    , m_current(current)
{
    using inspector::Inspector;
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keep);
    connect(&inspector, &Inspector::removed, this, &DraftKeeper::lookWhetherGone);
    connect(&inspector, &Inspector::cleared, this, &DraftKeeper::lookWhetherGone);
    connect(&inspector, &Inspector::trimmed, this, &DraftKeeper::lookWhetherGone);
    connect(&inspector, &Inspector::restored, this, &DraftKeeper::lookWhetherGone);
}

std::optional<Drafts::Kept> DraftKeeper::begin()
{
    m_fresh = m_current();
    return m_drafts.read(m_id, m_receivedAt);
}

void DraftKeeper::settle()
{
    m_kept = m_current();
    m_soon.stop();
    Q_EMIT settled();
}

void DraftKeeper::followSecrets(const SigningChoices &before, const SigningChoices &now)
{
    ui::followSecrets(m_fresh, before, now);
    ui::followSecrets(m_kept, before, now);
}

void DraftKeeper::remember(const SendTarget &target)
{
    const bool kept = !(m_kept == m_fresh);
    m_fresh.target = target;
    if (kept && m_kept == m_fresh)
        discard();
}

void DraftKeeper::touch()
{
    if (!m_soon.isActive())
        m_soon.start();
}

// It may come back as well, and so does what is edited here.
void DraftKeeper::lookWhetherGone()
{
    m_gone = true; // until it is known, so that nothing is kept of it meanwhile
    m_inspector.sending().read(
        m_id, [keeper = QPointer(this)](const core::Result<std::optional<capture::Record>> &found) {
            if (!keeper || (found && !*found))
                return;
            keeper->m_gone = false;
            keeper->m_kept = keeper->m_fresh; // its draft may be gone
            keeper->keep();
        });
}

// What is as it would be without a draft needs none. What cannot be kept is tried again.
void DraftKeeper::keep()
{
    m_soon.stop();
    const Draft now = m_current();
    if (m_gone)
        return;
    if (now == m_kept)
        return Q_EMIT settled();
    if (now == m_fresh) {
        discard();
    } else {
        const core::Status kept = m_drafts.keep(m_id, m_receivedAt, {now, core::now()});
        if (!kept)
            return Q_EMIT failed(kept.error());
        Q_EMIT changed();
    }
    m_kept = now;
    Q_EMIT settled();
}

void DraftKeeper::discard()
{
    m_drafts.discard(m_id);
    Q_EMIT changed();
}

} // namespace ui
