// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/endpoint.h"
#include "capture/forwardtask.h"
#include "capture/record.h"
#include "capture/rescue.h"
#include "capture/retention.h"
#include "capture/summary.h"
#include "core/clock.h"
#include "core/result.h"
#include "inspector/importsummary.h"
#include "inspector/rejudgejob.h"
#include "inspector/secretring.h"
#include "inspector/settings.h"
#include "listener/listening.h"
#include "signature/detection.h"
#include "signature/schemebook.h"
#include "tls/identity.h"

#include <QObject>

#include <memory>

namespace inspector
{

class ImportJob;
class Sending;

// What is known of an opened store.
struct StoreFacts {
    QString path;
    QString id; // a UUID, made with the store
    bool readOnly = false;
    qint64 deliveries = 0;
    QList<capture::Endpoint> endpoints;
    signature::SchemeBook schemes;
    capture::Retention retention;
};

// Everything about one row, for the details. Exactly one of delivery and rejection is set.
struct Details {
    qint64 id = 0;
    capture::DeliveryPtr delivery;
    std::optional<capture::Rejection> rejection;
    std::optional<capture::Answer> answer;
    QList<capture::Judgement> judgements; // oldest first; the last one is what the table shows
    std::shared_ptr<const signature::Scheme> scheme; // of the last verdict; null: none or unknown
    QByteArray senderUrl; // as the endpoint says now; empty: as the request itself says
    QList<capture::Attempt> attempts;
    bool marked = false;
    QString note;
    std::optional<capture::Import> import; // nothing: it arrived here
    capture::Oddities oddities;
    QByteArray subject; // JSON pointer to whom its body tells; empty: nobody said
    qint64 previousOfSubject = 0; // id of the delivery before that tells of the same; 0: none
};

// Owns the store, the listener and the sender, each on its thread; lives on the main thread. What
// the window and the command line hold. Requests return at once; their outcome is a signal.
class Inspector : public QObject
{
    Q_OBJECT

public:
    explicit Inspector(Places places, QObject *parent = nullptr);
    ~Inspector() override; // stops listening, answers what is committed, flushes

    const Places &places() const;
    std::optional<StoreFacts> store() const;
    std::optional<listener::Listening> listening() const;
    bool paused() const;
    const QList<capture::Endpoint> &endpoints() const;
    const signature::SchemeBook &schemes() const;
    const signature::Secrets &secrets(const QString &endpoint) const;
    QList<SecretFacts> secretFacts() const;
    std::optional<tls::Identity> identity() const; // what the listener shows
    Sending &sending(); // sends deliveries again
    const QList<capture::ForwardQueue> &waitingForwards() const; // for targets in use
    // For targets that nothing is sent on to now: changed, gone or switched off.
    const QList<capture::ForwardQueue> &strandedForwards() const;
    core::Status remakeCertificate(); // the local one, and its authority where that cannot serve

public Q_SLOTS:
    void open(const QString &file, bool readOnly = false); // opened or openFailed
    void rescue(const QString &file); // what is readable of a damaged one: rescued, then opened
    void recallSecrets(); // what the keychain remembers of the opened store; the window only
    void retryStore(); // after storeFailed: storeRecovered, or storeFailed again
    void load(); // all rows of the store in slices: loaded…, then loadFinished

    void listen(const inspector::Settings &settings,
                const QString &password = {}); // listeningStarted or listenFailed
    void stopListening(); // listeningStopped
    void setPaused(bool paused); // the port stays open and answers 503
    // Stored, and in effect at once. Whatever an endpoint is judged by, when that changes, its
    // deliveries are judged again.
    void setEndpoints(const QList<capture::Endpoint> &endpoints);
    // What waits for a target that is not in use goes to one that is, unless it got there already;
    // or nowhere.
    void redirectForwards(const capture::ForwardQueue &from, const capture::ForwardQueue &to);
    void dropForwards(const capture::ForwardQueue &queue);
    // What the store keeps at most. What is beyond it goes for good, at once and from then on:
    // trimmed.
    void setRetention(const capture::Retention &retention);
    void putScheme(const signature::Scheme &scheme); // one of the store's own
    void removeScheme(const QString &id);

    // For this run only, nothing is stored or judged again: what the command line was given.
    void useEndpoints(const QList<capture::Endpoint> &endpoints);
    void useSecrets(const QString &endpoint, const signature::Secrets &secrets);
    void useScheme(const signature::Scheme &scheme);

    // Judges the endpoint's deliveries again, as do the next two.
    void addSecret(const QString &endpoint, const signature::SecretPtr &secret, bool remember);
    void renameSecret(const QString &endpoint, const QString &label, const QString &newLabel);
    void forgetSecret(const QString &endpoint, const QString &label); // from the keychain as well
    // By what scheme the newest delivery of the endpoint may be signed: proposed, if there is one.
    void propose(const QString &endpoint);
    void listRecent(const QString &endpoint); // recentListed
    void rejudge(const QString &endpoint); // in its turn: judged…, then rejudged
    void testSecret(const QString &endpoint, const signature::SecretPtr &secret,
                    int ticket); // secretTested

    void fetch(qint64 id); // fetched
    void mark(const QList<qint64> &ids, bool marked);
    void setNote(qint64 id, const QString &note);
    void remove(const QList<qint64> &ids, int batch); // undoable until closed
    void clear(qint64 upToId, int batch); // all but the marked ones; undoable until closed
    void restore(int batch); // undoes remove() or clear(); restored, then load() shows them

    // Brings files in, one after the other in slices: importProgressed…, then imported.
    void importFiles(const QStringList &files);
    void cancelImport(); // what is in already stays

    void sendPing(); // a signed ping through the real listener: pinged

Q_SIGNALS:
    void opened(const inspector::StoreFacts &facts);
    void openFailed(const core::Error &error); // the store that was open stays so
    void rescued(const capture::Rescued &rescued);
    void loaded(const QList<capture::Summary> &rows); // ascending ids
    void loadFinished();

    void listeningStarted(const listener::Listening &listening);
    void listenFailed(const core::Error &error,
                      quint16 freePort); // freePort 0: the port is not the trouble
    void listeningStopped();
    void pausedChanged(bool paused);

    void stored(const QList<capture::Summary> &rows); // new, durable rows; ascending ids
    void answered(const QList<capture::Answer> &answers); // these are durable as well
    void storeFailed(const core::Error &error); // senders get 503 now
    void storeRecovered();
    void failed(const core::Error &error); // of a request that has no failure signal of its own

    void endpointsChanged();
    void schemesChanged();
    void secretsChanged();
    void keychainUnavailable(const QString &why, bool locked); // "kept until you close"
    void judged(const QList<capture::Judgement> &judgements, qint64 done, qint64 total);
    void rejudged(const QString &endpoint);
    void proposed(const QString &endpoint, qint64 delivery, const signature::Detection &detection);
    void recentListed(const QString &endpoint, const QList<capture::Summary> &rows); // newest first
    void secretTested(int ticket, qint64 verified, qint64 tried);

    void fetched(const inspector::Details &details);
    void marked(const QList<qint64> &ids, bool marked);
    void noteChanged(qint64 id, const QString &note);
    void removed(const QList<qint64> &ids, int batch);
    void cleared(qint64 upToId, int batch);
    void restored(int batch);
    void retentionChanged();
    void trimmed(const QList<qint64> &ids, capture::Excess why); // ascending
    void importProgressed(const inspector::ImportSummary &soFar);
    void imported(const inspector::ImportSummary &summary);
    void pinged(const capture::Attempt &attempt);
    // Of a target that deliveries are sent on to; once, until it takes them again.
    void forwardFailed(const QString &target, const core::Error &error);
    void forwardRecovered(const QString &target); // or nothing goes there any more
    void waitingForwardsChanged(); // or the stranded ones

private:
    friend class Sending;
    class Private;

    void connectParts();
    void takeOpened(const StoreFacts &facts, const QList<KeychainEntry> &labels);
    void loadSlice(int generation, qint64 after, qint64 upTo);
    void addRule(Details &details) const;
    void detect(const capture::DeliveryPtr &delivery);
    void takeDetection(const capture::DeliveryPtr &delivery, const signature::Detection &detection);
    void rejudgeNext();
    void rejudgeSlice(int generation, RejudgeSlice slice, qint64 done, qint64 total);
    void takeSchemes(const signature::SchemeBook &schemes, const QString &changed);
    core::Result<tls::Identity> chooseIdentity(const Settings &settings, const QString &password);
    void importNext(const std::shared_ptr<ImportJob> &job, int generation);
    void publishRoutes();
    void rememberLabels();
    void renewLeaf();
    // Runs a change of the store there; `done` follows when it went well, else failed().
    template <typename Change, typename Done> void change(Change change, Done done);

    std::unique_ptr<Private> d;
};

} // namespace inspector
