// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"
#include "inspector/private.h"
#include "listener/ownrequests.h"
#include "signature/signer.h"
#include "tls/authority.h"

#include <QUrl>
#include <QUuid>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;

// Whether a delivery of `now` may be judged otherwise than before. A path that is new here may have
// been there earlier, by another rule.
static bool judgedOtherwise(const QList<capture::Endpoint> &before, const capture::Endpoint &now)
{
    return std::none_of(before.begin(), before.end(), [&now](const capture::Endpoint &endpoint) {
        return endpoint.path == now.path && endpoint.scheme == now.scheme
            && endpoint.publicUrl == now.publicUrl && endpoint.parameters == now.parameters;
    });
}

static QString subjectAt(const QList<capture::Endpoint> &endpoints, const QString &path)
{
    const auto found = std::find_if(
        endpoints.begin(), endpoints.end(),
        [&path](const capture::Endpoint &endpoint) { return endpoint.path == path; });
    return found == endpoints.end() ? QString() : found->rules.subject;
}

void Inspector::setEndpoints(const QList<capture::Endpoint> &endpoints)
{
    const QList<capture::Endpoint> before = d->endpoints;
    useEndpoints(endpoints);
    d->unwritten.change(
        {.work = [endpoints](capture::Store &store) { return store.setEndpoints(endpoints); },
         .done = [] {},
         .trouble = tr("The endpoints are not saved."),
         .repeats = true,
         .key = u"endpoints"_s});
    QStringList aboutOthers;
    for (const capture::Endpoint &endpoint : endpoints) {
        if (judgedOtherwise(before, endpoint))
            rejudge(endpoint.path);
        if (subjectAt(before, endpoint.path) != endpoint.rules.subject)
            aboutOthers.append(endpoint.path);
    }
    if (d->store && !d->store->readOnly && !aboutOthers.isEmpty())
        d->retelling.start(d->store->id, aboutOthers);
}

void Inspector::redirectForwards(const capture::ForwardQueue &from, const capture::ForwardQueue &to)
{
    d->forwarding->redirect(from, to);
}

void Inspector::dropForwards(const capture::ForwardQueue &queue) { d->forwarding->drop(queue); }

void Inspector::useScheme(const signature::Scheme &scheme)
{
    d->schemes.put(scheme);
    publishRoutes();
    Q_EMIT schemesChanged();
}

void Inspector::putScheme(const signature::Scheme &scheme)
{
    const bool isNew = !d->schemes.isOwn(scheme.id);
    if (isNew && d->schemes.own().size() >= capture::Store::mostSchemes) {
        Q_EMIT failed({core::ErrorKind::Usage, tr("Cannot keep the scheme “%1”.").arg(scheme.name),
                       tr("The store has %L1 schemes already, as many as it keeps.")
                           .arg(capture::Store::mostSchemes)});
        return;
    }
    signature::SchemeBook schemes = d->schemes;
    schemes.put(scheme);
    d->unwritten.change(
        {.work = [scheme](capture::Store &store) { return store.putScheme(scheme); },
         .done = [] {},
         .trouble = tr("The scheme “%1” is not saved.").arg(scheme.name),
         .repeats = true,
         .key = u"scheme "_s + scheme.id});
    takeSchemes(schemes, scheme.id);
}

void Inspector::removeScheme(const QString &id)
{
    const QString removed = id; // A row's own string may change with schemesChanged().
    signature::SchemeBook schemes = d->schemes;
    schemes.remove(removed);
    d->unwritten.change(
        {.work = [removed](capture::Store &store) { return store.removeScheme(removed); },
         .done = [] {},
         .trouble = tr("A scheme that was removed is still in the store."),
         .repeats = true,
         .key = u"scheme "_s + removed});
    takeSchemes(schemes, removed);
}

void Inspector::takeSchemes(const signature::SchemeBook &schemes, const QString &changed)
{
    if (schemes == d->schemes)
        return;
    d->schemes = schemes;
    publishRoutes();
    Q_EMIT schemesChanged();
    for (const capture::Endpoint &endpoint : QList(d->endpoints)) {
        if (endpoint.scheme == changed)
            rejudge(endpoint.path);
    }
}

void Inspector::useEndpoints(const QList<capture::Endpoint> &endpoints)
{
    d->endpoints = endpoints;
    publishRoutes();
    Q_EMIT endpointsChanged();
}

static QString notMarked(const QList<qint64> &ids, bool marked)
{
    if (ids.size() == 1)
        return marked ? Inspector::tr("#%1 is not marked.").arg(ids.first())
                      : Inspector::tr("#%1 is still marked.").arg(ids.first());
    return marked ? Inspector::tr("%L1 webhooks are not marked.").arg(ids.size())
                  : Inspector::tr("%L1 webhooks are still marked.").arg(ids.size());
}

// Of marking rows and of taking that back, only the later counts.
static QString keyOf(const QList<qint64> &ids)
{
    QString key = u"marks"_s;
    for (const qint64 id : ids)
        key += u' ' + QString::number(id);
    return key;
}

void Inspector::mark(const QList<qint64> &ids, bool marked)
{
    d->unwritten.change(
        {.work = [ids, marked](capture::Store &store) { return store.setMarked(ids, marked); },
         .done = [this, ids, marked] { Q_EMIT this->marked(ids, marked); },
         .trouble = notMarked(ids, marked),
         .repeats = true,
         .key = keyOf(ids)});
}

void Inspector::setNote(qint64 id, const QString &note)
{
    d->unwritten.change({.work = [id, note](capture::Store &s) { return s.setNote(id, note); },
                         .done =
                             [this, id, note] {
                                 d->unwritten.dropNote(id);
                                 Q_EMIT noteChanged(id, note);
                             },
                         .notDone =
                             [this, id, note](bool kept) {
                                 if (kept)
                                     d->unwritten.setNote(id, note);
                                 fetch(id);
                             },
                         .trouble = tr("The note of #%1 is not saved.").arg(id),
                         .repeats = true,
                         .key = u"note %1"_s.arg(id)});
}

void Inspector::setRetention(const capture::Retention &retention)
{
    const QString id = d->store ? d->store->id : QString();
    d->storeThread.ask(
        this,
        [retention, id](capture::Recorder &recorder) -> core::Status {
            if (!recorder.store() || recorder.store()->id() != id) // not of another store
                return core::Error{.what = tr("The limits were not set."),
                                   .why = tr("Another store was opened.")};
            return recorder.setRetention(retention);
        },
        [this, retention](const core::Status &set) {
            if (!set)
                return Q_EMIT failed(set.error());
            if (d->store)
                d->store->retention = retention;
            Q_EMIT retentionChanged();
        });
}

// Of what could not be removed, nothing is told as removed: whoever counts on the batch knows then.
void Inspector::remove(const QList<qint64> &ids, int batch)
{
    d->unwritten.change(
        {.work = [ids, batch](capture::Store &store) { return store.remove(ids, batch); },
         .done = [this, ids, batch] { Q_EMIT removed(ids, batch); },
         .notDone = [this, batch](bool) { Q_EMIT removed({}, batch); },
         .trouble = ids.size() == 1 ? tr("#%1 was not deleted.").arg(ids.first())
                                    : tr("The %L1 webhooks were not deleted.").arg(ids.size())});
}

void Inspector::clear(qint64 upToId, int batch)
{
    d->unwritten.change(
        {.work = [upToId, batch](capture::Store &store) { return store.clear(upToId, batch); },
         .done = [this, upToId, batch] { Q_EMIT cleared(upToId, batch); },
         .notDone = [this, batch](bool) { Q_EMIT removed({}, batch); },
         .trouble = tr("The webhooks were not cleared.")});
}

void Inspector::restore(int batch)
{
    d->unwritten.change({.work = [batch](capture::Store &s) { return s.restore(batch); },
                         .done = [this, batch] { Q_EMIT restored(batch); },
                         .trouble = tr("What was removed is not back yet."),
                         .repeats = true,
                         .key = u"restore %1"_s.arg(batch)});
}

// Smile's documented example of a ping.
static http::Request ping(const capture::Endpoint &endpoint,
                          const std::optional<signature::Scheme> &scheme,
                          const signature::Secrets &secrets, const QByteArray &host,
                          const QByteArray &token)
{
    http::Request request{.method = "POST", .target = endpoint.path.toUtf8()};
    request.body = R"({"account_id":0,"data":{},"topic":"ping"})";
    request.fields = {{"Host", host},
                      {"User-Agent", "Hookglass/" HOOKGLASS_VERSION},
                      {listener::OwnRequests::fieldName, token},
                      {"Content-Type", "application/json"},
                      {"Content-Length", QByteArray::number(request.body.size())}};
    if (!scheme || secrets.empty())
        return request;
    const QByteArray time = signature::timestampText(*scheme, core::now());
    const auto done = signature::sign(*scheme, *secrets.front(), request, time,
                                      capture::contextOf(endpoint, request.target));
    return done ? *done : request;
}

void Inspector::sendPing()
{
    if (!d->listening || d->endpoints.isEmpty()) {
        Q_EMIT failed({.what = tr("Cannot send a test ping."), .why = tr("Nothing is listening.")});
        return;
    }
    const QUrl target(d->listening->urls.first());
    const capture::Endpoint &endpoint = d->endpoints.first();
    const QByteArray host = target.authority().toUtf8();
    const QByteArray token = QUuid::createUuid().toByteArray(QUuid::Id128);
    d->sending->expectOwn(token);
    resend::Order order{.target = target,
                        .request = ping(endpoint, d->schemes.find(endpoint.scheme),
                                        d->secrets.of(endpoint.path), host, token),
                        .signing = u"now"_s,
                        .source = u"ping"_s};
    // The user's own certificate is for another name than localhost; this is our own socket.
    order.checkCertificate = !d->ownCertificate;
    order.authorityFile = d->places.tlsFolder() + u"/ca.pem"_s;
    d->sending->send(order);
}

} // namespace inspector
