// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/responder.h"

#include "capture/context.h"
#include "http/status.h"
#include "signature/verifier.h"

#include <QDateTime>
#include <QLocale>
#include <QStringBuilder>
#include <QTimeZone>

namespace listener
{

using namespace Qt::Literals::StringLiterals;

// The body is read once, for the event and for whom it is about.
capture::Delivery judge(http::Request request, const Routes &routes, qint64 receivedAt)
{
    capture::Delivery delivery;
    delivery.receivedAt = receivedAt;
    const capture::Endpoint *endpoint = capture::match(routes.endpoints, request.target);
    const signature::Scheme *known = nullptr;
    const QString pointer = endpoint ? endpoint->rules.subject : QString();
    if (endpoint) {
        delivery.endpoint = endpoint->path;
        delivery.verdict.scheme = endpoint->scheme; // also where it is unknown: nothing is judged
        const auto &scheme = routes.schemes[endpoint - routes.endpoints.constData()];
        if (scheme) {
            known = &*scheme;
            const auto secrets = routes.secrets.constFind(endpoint->path);
            delivery.verdict = signature::verify(
                request, *scheme,
                secrets == routes.secrets.constEnd() ? signature::Secrets{} : *secrets, receivedAt,
                capture::contextOf(*endpoint, request.target));
        }
    }
    static const signature::Scheme none;
    capture::Further subject{.pointers = capture::subjectPlaces(delivery.verdict.scheme, pointer),
                             .texts = {}};
    delivery.event = capture::describeEvent(request, known ? *known : none, subject);
    delivery.prints = capture::printsOf(request, known);
    delivery.request = std::move(request);
    delivery.told = {.pointer = pointer,
                     .subject = capture::trustedSubject(delivery, pointer, subject.texts)};
    return delivery;
}

static bool framingField(QByteArrayView name)
{
    return http::sameName(name, "Content-Length") || http::sameName(name, "Transfer-Encoding")
        || http::sameName(name, "Connection") || http::sameName(name, "Date");
}

QByteArray encode(const capture::ResponseProfile &profile, const Answering &answering)
{
    const QByteArray status = QByteArray::number(profile.status);
    QByteArray bytes;
    bytes.reserve(256 + profile.body.size());
    bytes += "HTTP/1.1 " % status % ' ' % http::reasonPhrase(profile.status) % "\r\nDate: "
        % answering.date % "\r\n";
    for (const http::Field &field : profile.fields) {
        if (!framingField(field.name))
            bytes += field.name % ": " % field.value % "\r\n";
    }
    const bool bodyless = profile.status == 204 || profile.status == 304;
    if (!bodyless)
        bytes += "Content-Length: " % QByteArray::number(profile.body.size()) % "\r\n";
    if (answering.closes)
        bytes += "Connection: close\r\n";
    else if (answering.versionMinor == 0)
        bytes += "Connection: keep-alive\r\n";
    bytes += "\r\n";
    if (!bodyless && !answering.head)
        bytes += profile.body;
    return bytes;
}

capture::Reason reasonOf(http::ParseError error)
{
    switch (http::status(error)) {
    case 405:
        return capture::Reason::MethodRefused;
    case 413:
        return capture::Reason::BodyTooLarge;
    case 414:
        return capture::Reason::TargetTooLong;
    case 431:
        return capture::Reason::HeadTooLarge;
    case 505:
        return capture::Reason::VersionRefused;
    default:
        return capture::Reason::MalformedHttp;
    }
}

capture::ResponseProfile refusal(int status, const QString &sentence)
{
    capture::ResponseProfile profile{.status = status, .body = sentence.toUtf8() + '\n'};
    profile.fields.append(http::Field{"Content-Type", "text/plain; charset=utf-8"});
    if (status == 405)
        profile.fields.append(http::Field{"Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"});
    return profile;
}

QByteArray httpDate(qint64 microseconds)
{
    thread_local qint64 second = -1;
    thread_local QByteArray text;
    if (const qint64 now = microseconds / 1'000'000; now != second) {
        second = now;
        text = QLocale::c()
                   .toString(QDateTime::fromSecsSinceEpoch(now, Qt::UTC),
                             u"ddd, dd MMM yyyy HH:mm:ss"_s)
                   .toLatin1()
            + " GMT";
    }
    return text;
}

} // namespace listener
