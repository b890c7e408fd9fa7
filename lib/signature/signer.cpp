// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/signer.h"

#include "core/clock.h"
#include "signature/requestsigner.h"
#include "signature/timestamp.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qint64 second = 1'000'000; // in microseconds

} // namespace

bool canSign(const Scheme &scheme) { return !scheme.id.isEmpty() && !scheme.keyFormat; }

QByteArray timestampText(const Scheme &scheme, qint64 microseconds)
{
    switch (scheme.time ? scheme.time->unit : Unit::Seconds) {
    case Unit::Seconds:
        return QByteArray::number(microseconds / second);
    case Unit::Milliseconds:
    case Unit::SecondsOrMilliseconds:
        return QByteArray::number(microseconds / 1000);
    case Unit::Iso8601:
        return core::isoTime(microseconds - microseconds % 1000).toLatin1().replace("000Z", "Z");
    case Unit::HttpDate: {
        const auto time = QDateTime::fromSecsSinceEpoch(microseconds / second, QTimeZone::utc());
        return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
    }
    }
    Q_UNREACHABLE();
}

qint64 staleBy(const Scheme &scheme)
{
    if (scheme.type == Type::Jws)
        return 2 * scheme.jws.maxAge.value_or(validity) * second;
    return scheme.time ? 2 * scheme.time->tolerance.value_or(0) * second : 0;
}

qint64 futureBy(const Scheme &scheme)
{
    return scheme.time && scheme.time->pastOnly ? 0 : staleBy(scheme);
}

http::Request prepared(const Scheme &scheme, const http::Request &request,
                       const QByteArray &timestamp)
{
    RequestSigner signer(scheme, request, timestamp, {});
    signer.prepare();
    return signer.request();
}

core::Result<http::Request> sign(const Scheme &scheme, const Secret &secret,
                                 const http::Request &request, const QByteArray &timestamp,
                                 const Context &context)
{
    RequestSigner signer(scheme, request, timestamp, context);
    signer.prepare();
    if (const core::Status done = signer.sign(secret); !done)
        return done.error();
    return signer.request();
}

// 64 hexadecimal digits are good Base64 and good text as well.
SecretPtr strangeSecret(const Scheme &scheme)
{
    QByteArray random(32, Qt::Uninitialized);
    for (char &byte : random)
        byte = char(QRandomGenerator::system()->generate());
    QByteArray text = (scheme.type == Type::Basic ? "nobody:" : "") + random.toHex();
    return Secret::take({}, text);
}

} // namespace signature
