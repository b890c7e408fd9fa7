// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "ui/resend/resenddialog.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

class QSettings;

namespace ui
{

class ResendWindow;

// Whatever sends webhooks again from the window: the windows that edit one, the dialog for many,
// and the short way to the last target.
class Resends : public QObject
{
    Q_OBJECT

public:
    Resends(inspector::Inspector &inspector, QSettings &settings, QWidget &window);

    QSet<qint64> drafts() const; // the webhooks of the open store that have one

public Q_SLOTS:
    void edit(const inspector::Details &details); // a window of its own
    void sendAgain(const inspector::Details &details); // unchanged, to the target used last
    // Those selected, or all that are shown; or shows how those before are doing.
    void sendMany(const ui::Resendables &selected, const ui::Resendables &shown);
    void showMany(); // how they are doing, or did
    void discardDraft(qint64 id); // where it is edited as well
    void closeAll(); // another store is opened

Q_SIGNALS:
    void message(qint64 id, const QString &text); // of what is sent the short way, or was
    // No whole answer came to it; what was told of it holds no more. Its id is 0 where the store
    // could not keep it.
    void failed(const capture::Attempt &attempt, const QString &told);
    void draftsChanged();
    void progressed(qsizetype done, qsizetype all); // unseen; of 0: nothing is, or it can be seen
    void ended(const QString &counts); // unseen

private:
    void dropDrafts(const QList<qint64> &ids); // of webhooks that are gone
    void raiseMany();
    void tellMany(qsizetype done, qsizetype all);
    void tell(int ticket, const capture::Attempt &attempt);

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    QWidget &m_window;
    QHash<int, QString> m_tickets; // of what is sent the short way: what was told of it
    QList<QPointer<ResendWindow>> m_editors;
    QPointer<ResendDialog> m_many;
};

} // namespace ui
