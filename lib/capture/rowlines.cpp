// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rows.h"
#include "http/lineguard.h"

namespace capture
{

QByteArray writeFields(const http::Fields &fields)
{
    QByteArray lines;
    for (const http::Field &field : fields)
        lines += field.name + ": " + field.value + "\r\n";
    return lines;
}

// Calls `take` with each line up to the first empty one, without its end.
template <typename Take> static void eachLine(QByteArrayView lines, Take take)
{
    while (!lines.isEmpty()) {
        const qsizetype end = lines.indexOf('\n');
        QByteArrayView line = end < 0 ? lines : lines.first(end);
        lines = end < 0 ? QByteArrayView() : lines.sliced(end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            return;
        take(line);
    }
}

http::Fields readFields(QByteArrayView lines)
{
    http::Fields fields;
    eachLine(lines, [&fields](QByteArrayView line) {
        http::Field field;
        if (http::readField(line, field) == http::ParseError::None)
            fields.append(field);
    });
    return fields;
}

QByteArray writeHead(const http::Request &request)
{
    return request.method + ' ' + request.target + " HTTP/1."
        + QByteArray::number(request.versionMinor) + "\r\n" + writeFields(request.fields) + "\r\n";
}

void readHead(http::Request &request)
{
    bool first = true;
    eachLine(request.head, [&](QByteArrayView line) {
        if (first)
            http::readRequestLine(line, request);
        else if (http::readField(line, request.fields.emplaceBack()) != http::ParseError::None)
            request.fields.removeLast();
        first = false;
    });
}

} // namespace capture
