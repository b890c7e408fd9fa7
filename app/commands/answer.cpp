// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/answer.h"

#include "commands/output.h"
#include "core/bytesize.h"
#include "http/contentcoding.h"
#include "json/utf8.h"

#include <QCoreApplication>

#include <unistd.h>

namespace commands
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("commands::Answer", text); }

// To a pipe or a file the bytes as they are; to a terminal nothing that could command it.
QByteArray shown(const QByteArray &bytes)
{
    if (::isatty(STDOUT_FILENO) == 0)
        return bytes;
    QByteArray text;
    for (const QByteArray &line : bytes.split('\n'))
        text += printable(QString::fromUtf8(line));
    return text;
}

// What of the answer's body is printed, and what is to be said of it; empty: nothing.
struct PrintedBody {
    QByteArray bytes;
    QString remark;
};

// Packed text is unpacked, as in the window; anything else stays as it came.
PrintedBody bodyOf(const http::Response &response)
{
    const QByteArray coding
        = http::value(response.fields, "Content-Encoding").value_or(QByteArray());
    const http::Decoded decoded = http::decodedBody(response.body, coding);
    if (decoded.coding.isEmpty())
        return {response.body, {}};
    if (json::countBadUtf8(decoded.bytes) > 0 || decoded.bytes.contains('\0'))
        return {
            response.body,
            tr("The body is %1 of what is no text; it is printed as it came.").arg(decoded.coding)};
    return {decoded.bytes,
            tr("The body is printed decoded from %1: %2 became %3.")
                .arg(decoded.coding, core::byteSize(response.body.size()),
                     core::byteSize(decoded.bytes.size()))};
}

QByteArray printed(const http::Response &response, const QByteArray &body)
{
    QByteArray text = "HTTP/1." + QByteArray::number(response.versionMinor) + ' '
        + QByteArray::number(response.status) + ' ' + response.reason + '\n';
    for (const http::Field &field : response.fields)
        text += field.name + ": " + field.value + '\n';
    return shown(text + '\n' + body);
}

} // namespace

bool printAnswer(const http::Response &response)
{
    const PrintedBody body = bodyOf(response);
    if (!writeOut(printed(response, body.bytes)))
        return false;
    if (!body.remark.isEmpty())
        say(body.remark);
    return true;
}

} // namespace commands
