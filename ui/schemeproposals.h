// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace ui
{

class MessageBar;
struct Message;

// Says in the message bar that what arrives is signed by another scheme than its endpoint has, and
// offers it. Where several fit alike, it names them and chooses none.
class SchemeProposals : public QObject
{
    Q_OBJECT

public:
    SchemeProposals(inspector::Inspector &inspector, MessageBar &bar);

Q_SIGNALS:
    void chooserWanted(const QString &endpoint);

private:
    void watchArrivals(const QList<capture::Summary> &rows);
    void watchDetails(const inspector::Details &details); // of a row that is looked at
    void watch(const QString &endpoint, signature::Signature signature);
    void askAll();
    void dismissAll();
    void dismissSettled();
    void take(const QString &endpoint, const signature::Detection &detection);
    Message message(const QString &endpoint, const signature::Detection &detection);
    void use(const QString &endpoint, const QString &scheme);

    inspector::Inspector &m_inspector;
    MessageBar &m_bar;
    QSet<QString> m_endpoints; // to be asked for
    QSet<QString> m_told; // once a session is enough
    QHash<QString, QString> m_shown; // by endpoint: the scheme that it had then
    QTimer m_pause;
};

} // namespace ui
