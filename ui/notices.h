// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "ui/clockwatch.h"

#include <QObject>
#include <QSet>

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
    void setStoreFile(const QString &file) { m_storeFile = file; } // asked for, open or not
    void watchArrivals(const QList<capture::Summary> &rows);
    void greetFirst(const capture::Summary &row); // the very first delivery
    void setOverloaded(bool overloaded);
    void tellAddressGone(const QString &address); // and listening was stopped
    void tellNewAuthority();
    void tellExported(const QString &target, qint64 count);

Q_SIGNALS:
    void listenWanted(const inspector::Settings &settings);
    void passwordWanted(const inspector::Settings &settings); // of the certificate's key
    void newCertificateWanted();
    void settingsWanted();
    void certificateWanted();
    void limitsWanted();
    void storageWanted();
    void secretsWanted();
    void forwardsWanted(const QString &endpoint); // the targets it sends on to
    void recallWanted(); // what the keyring remembers
    void trustWanted();
    void reachWanted();
    void copyUrlWanted();
    void openWanted();
    void newStoreWanted();
    void reopenWanted(bool readOnly);
    void rescueWanted(const QString &file);
    void folderWanted(const QString &file);
    void rowWanted(qint64 id);

private:
    // What its size does to a store: nothing, the oldest go, or the newest one goes as well.
    enum class StoreLimit { Kept, OldestGo, NewestGo };

    void connectListener();
    void connectStore();
    void connectFiles();
    QString holderOfPort() const;
    void tellPortTaken(const core::Error &error, quint16 freePort);
    void tellListenFailed(const core::Error &error);
    Message portReserved(const core::Error &error);
    Message noSuchAddress(const QString &address);
    Message certificateTrouble(const core::Error &error);
    void tellListening(const listener::Listening &listening);
    void tellExpiry();
    void tellOpenFailed(const core::Error &error);
    void tellFailed(const core::Error &error);
    Message damaged(const core::Error &error, const QString &file);
    void tellStoreFailed(const core::Error &error);
    void tellStoreLimit(const QList<qint64> &gone, capture::Excess why);
    Message storeLimit(qint64 bytes);
    void forgetStoreLimit();
    void tellForwardFailed(const QString &target, const core::Error &error);
    void tellStranded();
    Message stranded(const capture::ForwardQueue &queue);
    void tellImporting(const inspector::ImportSummary &soFar);
    void tellImported(const inspector::ImportSummary &summary);
    void tellKeychain(const QString &why, bool locked);
    void tellFailedHandshake(const capture::Summary &row);
    void tellPlainHttp(const capture::Summary &row);
    void tellTooLarge(const capture::Summary &row);
    void watchClock(const QList<capture::Summary> &rows);

    inspector::Inspector &m_inspector;
    MessageBar &m_bar;
    inspector::Settings m_settings;
    QString m_storeFile;
    ClockWatch m_clock;
    std::optional<qint64> m_toldOffset; // minutes
    QList<capture::ForwardQueue> m_toldStranded;
    bool m_importing = false; // its message is the one of the import that runs
    QSet<QString> m_toldHandshakes; // what failed, in words; each once a session is enough
    bool m_toldPlainHttp = false;
    StoreLimit m_toldStoreLimit = StoreLimit::Kept; // since it was set or the store opened
    qint64 m_newest = 0; // that arrived; 0: none in this store
};

} // namespace ui
