// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/fixture.h"

#include "formats/bytesjson.h"
#include "formats/redaction.h"
#include "signature/signer.h"

#include <QCoreApplication>

namespace formats
{

using namespace Qt::Literals::StringLiterals;
using json::Writer;
using signature::Scheme;
using signature::Source;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("formats::Fixture", text); }

// A member of the outermost object, on a line of its own.
QByteArray member(const QByteArray &name, const QByteArray &value)
{
    return "  \"" + name + "\": " + value;
}

template <typename Write> QByteArray valueOf(const Write &write)
{
    Writer writer;
    write(writer);
    return writer.take();
}

QByteArray bytes(QByteArrayView value)
{
    return valueOf([&](Writer &writer) { writeBytes(writer, value); });
}

QByteArray fieldLines(const http::Fields &fields)
{
    QByteArrayList lines;
    for (const http::Field &field : fields)
        lines += "    [" + bytes(field.name) + ", " + bytes(field.value) + ']';
    return "[\n" + lines.join(",\n") + "\n  ]";
}

// Without what is nobody's business, and without other signatures, which would not fit.
http::Request bare(const capture::Delivery &delivery, const Scheme &scheme)
{
    signature::SchemeBook book;
    auto redaction = Redaction::read(u"signatures"_s, book);
    capture::Record record{.delivery = std::make_shared<const capture::Delivery>(delivery)};
    http::Request request
        = redaction ? redaction->applied(record).delivery->request : delivery.request;
    request.body = delivery.request.body; // a signature in it is replaced
    for (qsizetype i = 1; i < scheme.signature.size(); ++i) {
        const signature::Place &place = scheme.signature[i];
        request.fields.removeIf([&place](const http::Field &field) {
            return place.source == Source::Header && http::sameName(field.name, place.name);
        });
    }
    return request;
}

} // namespace

core::Result<QByteArray> fixture(const capture::Delivery &delivery, const Scheme &scheme,
                                 const signature::Context &context)
{
    if (!signature::canSign(scheme))
        return core::Error{core::ErrorKind::Usage, tr("There is no fixture of it."),
                           scheme.id.isEmpty() ? tr("No scheme is known for this webhook.")
                                               : tr("Only the sender has the private key.")};
    const signature::SecretPtr secret = signature::strangeSecret(scheme);
    const auto request
        = signature::sign(scheme, *secret, bare(delivery, scheme),
                          signature::timestampText(scheme, delivery.receivedAt), context);
    if (!request)
        return request.error();
    signature::RequestValues values(*request, scheme, context);
    const signature::Place &place = scheme.signature.constFirst();
    QByteArrayList members{
        member("scheme", bytes(scheme.id.toUtf8())), member("secret", bytes(secret->bytes())),
        member("method", bytes(request->method)), member("target", bytes(request->target))};
    if (!context.url.isEmpty())
        members += member("url", bytes(context.url));
    members += member("headers", fieldLines(request->fields));
    members += member("body", bytes(request->body));
    members += member("signature_place", bytes(signature::text(place)));
    members += member("expected_signature", bytes(values.find(place).text));
    members += member("valid_at", QByteArray::number(delivery.receivedAt / 1'000'000));
    return "{\n" + members.join(",\n") + "\n}\n";
}

} // namespace formats
