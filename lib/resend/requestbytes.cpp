// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/requestbytes.h"

#include <QCoreApplication>

#include <algorithm>

namespace resend
{

static QString tr(const char *text) { return QCoreApplication::translate("resend", text); }

static bool breaksLine(QByteArrayView text)
{
    return std::ranges::any_of(
        text, [](char byte) { return byte == '\r' || byte == '\n' || byte == '\0'; });
}

static bool oneWord(QByteArrayView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](char byte) { return uchar(byte) > 0x20 && byte != 0x7f; });
}

static QString objection(const http::Fields &fields)
{
    for (const http::Field &field : fields) {
        const QString name = QString::fromUtf8(field.name);
        if (field.name.isEmpty())
            return tr("A header has no name.");
        if (breaksLine(field.name) || field.name.contains(':'))
            return tr("The header name “%1” holds a line break or a colon.").arg(name);
        if (breaksLine(field.value))
            return tr("The value of the header “%1” holds a line break.").arg(name);
    }
    return {};
}

QString objection(const http::Request &request)
{
    if (!oneWord(request.method))
        return tr("The method is empty or holds white space.");
    if (!oneWord(request.target))
        return tr("The target is empty or holds white space.");
    const QString why = objection(request.fields);
    return why.isEmpty() ? objection(request.trailers) : why;
}

static void append(QByteArray &bytes, const http::Fields &fields)
{
    for (const http::Field &field : fields)
        bytes += field.name + ": " + field.value + "\r\n";
}

QByteArray headBytes(const http::Request &request)
{
    if (!request.head.isEmpty())
        return request.head;
    QByteArray bytes = request.method + ' ' + request.target + " HTTP/1."
        + QByteArray::number(request.versionMinor) + "\r\n";
    append(bytes, request.fields);
    return bytes + "\r\n";
}

// An empty chunk would be the end (RFC 9112, 7.1), so an empty body has none.
QByteArray bodyPrefix(const http::Request &request)
{
    if (request.framing != http::Framing::Chunked || request.body.isEmpty())
        return {};
    return QByteArray::number(request.body.size(), 16) + "\r\n";
}

QByteArray bodySuffix(const http::Request &request)
{
    if (request.framing != http::Framing::Chunked)
        return {};
    QByteArray bytes = request.body.isEmpty() ? "0\r\n" : "\r\n0\r\n";
    append(bytes, request.trailers);
    return bytes + "\r\n";
}

} // namespace resend
