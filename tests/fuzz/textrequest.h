// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "signature/secret.h"

// A request as lines: method and target, then fields, an empty line, the body.
inline http::Request requestOf(const QByteArray &text)
{
    http::Request request;
    const qsizetype blank = text.indexOf("\n\n");
    const QByteArray head = blank < 0 ? text : text.first(blank);
    if (blank >= 0)
        request.body = text.sliced(blank + 2);
    bool first = true;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype mark = line.indexOf(first ? ' ' : ':');
        const QByteArray name = mark < 0 ? line : line.first(mark);
        const QByteArray value = mark < 0 ? QByteArray() : line.sliced(mark + 1).trimmed();
        if (first) {
            request.method = name;
            request.target = value;
        } else {
            request.fields.append(http::Field{name, value});
        }
        first = false;
    }
    return request;
}

inline signature::Secrets fuzzSecrets()
{
    static const signature::SecretPtr secret = [] {
        QByteArray bytes = "0123456789abcdef0123456789abcdef";
        bytes.detach();
        return signature::Secret::take(QStringLiteral("fuzz"), bytes);
    }();
    return {secret};
}
