// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/forwarding.h"
#include "inspector/inspector.h"
#include "inspector/retelling.h"
#include "inspector/sending.h"
#include "inspector/storethread.h"
#include "inspector/unwritten.h"
#include "listener/listener.h"
#include "resend/resendclient.h"
#include "signature/secretinput.h"

#include <QMap>
#include <QTimer>

namespace inspector
{

// What an Inspector owns. `netThread` ends before `storeThread`, so that what it took is committed.
class Inspector::Private
{
public:
    Private() = default;
    Q_DISABLE_COPY_MOVE(Private)
    ~Private() { signature::wipe(password); }

    // A copy of its own: wiping a shared one would empty the caller's as well.
    void keepPassword(const QString &file, const QString &given)
    {
        signature::wipe(password);
        password = QString(given.constData(), given.size());
        passwordFor = file;
    }

    void keepUnjudged(Inspector &self, const QString &path, const core::Error &error);

    Places places;
    std::optional<StoreFacts> store;
    std::optional<listener::Listening> listening;
    std::optional<tls::Identity> identity;
    QList<capture::Endpoint> endpoints{capture::Endpoint{}};
    signature::SchemeBook schemes;
    SecretRing secrets;
    std::unique_ptr<Keychain> keychain;
    QString password; // of the user's own certificate, as long as this lives
    QString passwordFor; // its file
    bool paused = false;
    bool stopping = false; // has stopped, and what came until then is not told yet
    bool ownCertificate = false;
    bool loading = false;
    int loadGeneration = 0;
    int rejudgeGeneration = 0;
    bool importing = false;
    int importGeneration = 0;
    QStringList rejudging; // paths; the first one is under way
    QList<capture::Summary> arrivedWhileLoading;
    QTimer renewal;
    std::unique_ptr<QThread> detecting;
    QMap<QString, capture::DeliveryPtr> toDetect; // by endpoint
    Retelling retelling{storeThread}; // outlives the thread, which tells it what was done
    Unwritten unwritten{storeThread}; // as that does
    StoreThread storeThread;
    core::WorkerThread netThread{QStringLiteral("net")};
    std::unique_ptr<Sending> sending;
    std::unique_ptr<Forwarding> forwarding;
    listener::Listener *listener = nullptr;
};

template <typename Change, typename Done> void Inspector::change(Change change, Done done)
{
    d->unwritten.change({.work = std::move(change), .done = std::move(done)});
}

} // namespace inspector
