// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <optional>

namespace signature
{

// The JSON text with a string at the pointer (RFC 6901): in place of what stands there, else as a
// new member of the object that should hold it. Nothing else changes. Nothing where that object is
// not there either.
std::optional<QByteArray> withJsonText(const QByteArray &json, const QByteArray &pointer,
                                       const QByteArray &text);

// The JSON text with another number or text at the pointer, of the kind that stands there; nothing
// where neither does. What is no number takes the place of one as a text.
std::optional<QByteArray> withJsonScalar(const QByteArray &json, const QByteArray &pointer,
                                         const QByteArray &value);

// A query or a form with the parameter in place of those of that name, else behind the others.
QByteArray withParameter(const QByteArray &parameters, const QByteArray &name,
                         const QByteArray &value);

// A URL or a target with the parameter in its query.
QByteArray withQueryParameter(const QByteArray &url, const QByteArray &name,
                              const QByteArray &value);

} // namespace signature
