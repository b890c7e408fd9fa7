// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

#include <QObject>

namespace ui
{

class MessageBar;
struct Message;

// Tells in the message bar what goes wrong in the inspector, and offers the way out.
class Notices : public QObject
{
    Q_OBJECT

public:
    Notices(inspector::Inspector &inspector, MessageBar &bar);

    void setSettings(const inspector::Settings &settings) { m_settings = settings; }
    void watchArrivals(const QList<capture::Summary> &rows);
    void greetFirst(const capture::Summary &row); // the very first delivery
    void setOverloaded(bool overloaded);

Q_SIGNALS:
    void listenWanted(const inspector::Settings &settings);
    void settingsWanted();
    void secretsWanted();
    void trustWanted();
    void reachWanted();
    void copyUrlWanted();
    void openWanted();
    void newStoreWanted();
    void reopenWanted(bool readOnly);
    void folderWanted(const QString &file);

private:
    void connectListener();
    void connectStore();
    void connectFiles();
    void tellPortTaken(const core::Error &error, quint16 freePort);
    void tellListenFailed(const core::Error &error);
    void tellListening(const listener::Listening &listening);
    void tellOpenFailed(const core::Error &error);
    void tellStoreFailed(const core::Error &error);
    void tellKeychain(const QString &why);
    void tellRefusedCertificate(const capture::Summary &row);
    void tellPlainHttp(const capture::Summary &row);

    inspector::Inspector &m_inspector;
    MessageBar &m_bar;
    inspector::Settings m_settings;
    bool m_toldCertificate = false; // once a session is enough
    bool m_toldPlainHttp = false;
};

} // namespace ui
