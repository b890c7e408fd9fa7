// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace signature
{

constexpr qsizetype mostElements = 1000;

// The elements, as JSON texts, of the array that a JSON pointer (RFC 6901) leads to; of repeated
// keys the last one counts, as for the parsers that a receiver uses. Nothing when the text is not
// JSON, when no array stands there, and for more than mostElements.
std::optional<QList<QByteArray>> elementsOf(const QByteArray &json, const QByteArray &pointer);

} // namespace signature
