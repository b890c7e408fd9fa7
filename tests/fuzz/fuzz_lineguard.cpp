// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/lineguard.h"

#include <algorithm>

static bool visible(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) > 0x20; });
}

static void checkField(QByteArrayView line)
{
    http::Field field;
    if (http::checkBytes(line) != http::ParseError::None
        || http::readField(line, field) != http::ParseError::None)
        return;
    Q_ASSERT(!field.name.isEmpty());
    Q_ASSERT(std::all_of(field.name.begin(), field.name.end(), http::tokenByte));
    Q_ASSERT(line.startsWith(field.name + ':'));
    Q_ASSERT(!field.value.startsWith(' ') && !field.value.startsWith('\t'));
    Q_ASSERT(!field.value.endsWith(' ') && !field.value.endsWith('\t'));
    Q_ASSERT(!field.value.contains('\n') && !field.value.contains('\0'));
    const http::Request request{.fields = {{"Host", field.value}}};
    if (http::checkHost(request) == http::ParseError::None)
        Q_ASSERT(!field.value.isEmpty() && visible(field.value));
}

static void checkRequestLine(QByteArrayView line)
{
    http::Request request;
    if (http::readRequestLine(line, request) != http::ParseError::None)
        return;
    Q_ASSERT(!request.method.isEmpty() && !request.target.isEmpty());
    Q_ASSERT(visible(request.method) && visible(request.target));
    const QByteArray version = "HTTP/1." + QByteArray::number(request.versionMinor);
    Q_ASSERT(line == QByteArray(request.method + ' ' + request.target + ' ' + version));
}

// One line without its end, as a field and as a request line.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView line(data, qsizetype(size));
    checkField(line);
    checkRequestLine(line);
    return 0;
}
