// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/resend/drafts.h"

#include <QTimer>

namespace inspector
{
struct Details;
}

namespace ui
{

// Keeps the draft of a webhook that is edited: what stands there, as long as it is otherwise than
// without a draft, and the webhook is not deleted.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    using Current = std::function<Draft()>; // what of that which stands there is to be kept

    DraftKeeper(inspector::Inspector &inspector, const inspector::Details &details,
                const Current &current, QObject *parent);

    // What stands there is how it is without a draft. The one that is kept.
    std::optional<Drafts::Kept> begin();
    void settle(); // what stands there now needs not be kept
    const Draft &fresh() const { return m_fresh; } // how it is without a draft
    // What stands there was changed so by secrets that came or went.
    void followSecrets(const SigningChoices &before, const SigningChoices &now);
    void remember(const SendTarget &target); // which stands there without a draft from now on
    void touch(); // an edit, to be kept in a moment
    void discard();

public Q_SLOTS:
    void keep(); // where there is something to keep

Q_SIGNALS:
    void changed(); // what is kept
    void settled(); // what stands there is kept, or needs not be
    void failed(const core::Error &error);

private:
    void lookWhetherGone();

    inspector::Inspector &m_inspector;
    const qint64 m_id;
    const qint64 m_receivedAt;
    const Drafts m_drafts;
    const Current m_current;
    bool m_gone = false; // the webhook is deleted, and its draft with it
    Draft m_fresh;
    Draft m_kept; // as it is in its file
    QTimer m_soon;
};

} // namespace ui
