// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/private.h"
#include "tls/authority.h"

namespace inspector
{

core::Result<tls::Identity> Inspector::chooseIdentity(const Settings &settings,
                                                      const QString &password)
{
    if (!settings.certificateFile.isEmpty())
        return settings.keyFile.isEmpty()
            ? tls::identityFromPkcs12(settings.certificateFile, password)
            : tls::identityFromPem(settings.certificateFile, settings.keyFile, password);
    if (const core::Status made = d->places.make(); !made)
        return made.error();
    const auto authority = tls::Authority::open(d->places.tlsFolder(), core::now());
    if (!authority)
        return authority.error();
    return authority->leaf();
}

// A password that served is asked for once: the same file is opened with it until the end.
void Inspector::listen(const Settings &settings, const QString &password)
{
    const bool known = password.isEmpty() && settings.certificateFile == d->passwordFor;
    const auto identity = chooseIdentity(settings, known ? d->password : password);
    if (!identity) {
        QMetaObject::invokeMethod(
            this, [this, error = identity.error()] { Q_EMIT listenFailed(error, 0); },
            Qt::QueuedConnection);
        return;
    }
    d->identity = *identity;
    d->ownCertificate = !settings.certificateFile.isEmpty();
    if (!known)
        d->keepPassword(settings.certificateFile, password);
    if (!d->ownCertificate)
        d->renewal.start();
    publishRoutes();
    const listener::ListenOptions options{.address = settings.address,
                                          .port = settings.port,
                                          .identity = *identity,
                                          .limits = settings.limits};
    QMetaObject::invokeMethod(
        d->listener, [listener = d->listener, options] { listener->start(options); },
        Qt::QueuedConnection);
}

// A listener that runs for months goes over to a renewed leaf without a pause.
void Inspector::renewLeaf()
{
    if (d->ownCertificate || !d->listening)
        return;
    const auto authority = tls::Authority::open(d->places.tlsFolder(), core::now());
    if (!authority) {
        Q_EMIT failed(authority.error());
        return;
    }
    d->identity = authority->leaf();
    QMetaObject::invokeMethod(
        d->listener,
        [listener = d->listener, identity = authority->leaf()] { listener->setIdentity(identity); },
        Qt::QueuedConnection);
}

core::Status Inspector::remakeCertificate()
{
    const auto made = tls::Authority::openAnew(d->places.tlsFolder(), core::now());
    return made ? core::Status(core::Done{}) : made.error();
}

void Inspector::stopListening()
{
    d->renewal.stop();
    QMetaObject::invokeMethod(d->listener, &listener::Listener::stop, Qt::QueuedConnection);
    if (d->paused) // A pause is of what is listened to now, not of the next time.
        setPaused(false);
}

void Inspector::setPaused(bool paused)
{
    d->paused = paused;
    QMetaObject::invokeMethod(
        d->listener, [listener = d->listener, paused] { listener->setPaused(paused); },
        Qt::QueuedConnection);
    Q_EMIT pausedChanged(paused);
}

void Inspector::publishRoutes()
{
    d->forwarding->setEndpoints(d->endpoints); // Before, so that what comes by them is queued.
    const auto routes = listener::Routes::make(d->endpoints, d->secrets.byEndpoint(), d->schemes);
    QMetaObject::invokeMethod(
        d->listener, [listener = d->listener, routes] { listener->setRoutes(routes); },
        Qt::QueuedConnection);
}

} // namespace inspector
