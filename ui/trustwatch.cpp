// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/trustwatch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSslConfiguration>
#include <QThreadPool>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

TrustState stateOf(const QString &authorityFile)
{
    const QList<QSslCertificate> authority = QSslCertificate::fromPath(authorityFile);
    if (authority.isEmpty())
        return TrustState::Unknown;
    return QSslConfiguration::systemCaCertificates().contains(authority.first())
        ? TrustState::LocalTrusted
        : TrustState::LocalUntrusted;
}

} // namespace

TrustWatch::TrustWatch(const inspector::Inspector &inspector, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
{
}

void TrustWatch::check(bool ownCertificate)
{
    if (ownCertificate)
        return Q_EMIT found(TrustState::Own);
    const QString file = m_inspector.places().tlsFolder() + "/ca.pem"_L1;
    QThreadPool::globalInstance()->start([watch = QPointer(this), file] {
        const TrustState state = stateOf(file);
        // The watch may be gone by now; only the main thread can tell.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [watch, state] {
                if (watch)
                    Q_EMIT watch->found(state);
            },
            Qt::QueuedConnection);
    });
}

} // namespace ui
