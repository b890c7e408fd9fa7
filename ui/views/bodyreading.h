// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"
#include "json/shape.h"
#include "ui/views/codetext.h"

#include <QStringList>

#include <optional>

namespace ui
{

enum class BodyKind { Empty, Json, Form, Text, Binary };
enum class BodyMode { Tree, Pretty, Text, Hex };

constexpr qsizetype prettyLimit = 2 * 1024 * 1024; // bytes of body; more only when asked for
constexpr qsizetype printedLimit = 64 * 1024 * 1024; // what pretty printing may make of it

struct BodyOrder {
    QByteArray bytes;
    QByteArray contentType;
    QByteArray contentEncoding;
    QString scheme = {}; // of the sender, for what it documents; empty: unknown
    QList<json::Departure> drift = {}; // what is otherwise than in the bodies before
    bool hasRaw = false; // all of its request can be seen elsewhere
};

// What a body is, found out once; the views are made from this.
struct BodyReading {
    BodyKind kind = BodyKind::Empty;
    QByteArray bytes; // with its content codings undone
    QByteArray mediaType; // "application/json", lower case; empty when not told
    QByteArray charset; // "UTF-8"; empty for binary
    json::DocumentPtr document; // of valid JSON
    http::Fields form;
    QStringList notes; // what may surprise, as sentences
};

// Pure and thread-safe; takes long for a long body.
BodyReading readBody(const BodyOrder &order);

struct WriteOrder {
    BodyReading reading;
    BodyMode mode = BodyMode::Text; // Pretty or Text
};

// Nothing when it would be longer than printedLimit.
std::optional<CodeText> writeBody(const WriteOrder &order);

} // namespace ui
