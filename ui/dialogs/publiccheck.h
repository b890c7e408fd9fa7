// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"
#include "resend/resendclient.h"

#include <QTimer>
#include <QUrl>

namespace inspector
{
class Inspector;
}

namespace ui
{

// Sends one signed ping with a random token to a public address and says in words whether it came
// back to this program.
class PublicCheck : public QObject
{
    Q_OBJECT

public:
    enum class Finding { Reached, ReachedAnother, NotReached };
    Q_ENUM(Finding)

    explicit PublicCheck(inspector::Inspector &inspector, QObject *parent = nullptr);

    bool running() const { return !m_token.isEmpty(); }

public Q_SLOTS:
    void start(const QUrl &url); // finished
    void cancel(); // without a word

Q_SIGNALS:
    void finished(ui::PublicCheck::Finding finding, const QString &sentence);

private:
    void look(const QList<capture::Summary> &rows);
    void judge(const capture::Attempt &attempt);
    void finish(Finding finding, const QString &sentence);
    void finishReached();

    inspector::Inspector &m_inspector;
    resend::ResendClient m_client;
    QTimer m_patience; // the answer may overtake the row
    QByteArray m_token;
    bool m_seen = false;
    std::optional<capture::Attempt> m_attempt;
};

// Whether a request with this target (or this request line) is such a ping, of this run or another.
bool isOwnCheck(QByteArrayView target);

// The address that `text` means; "https://" may be left out. Invalid where it means none.
QUrl publicUrl(const QString &text);

// Why Smile could not use it, as a sentence; empty when nothing speaks against it.
QString publicUrlProblem(const QString &text);

} // namespace ui
