// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <optional>

namespace json
{

// Where a node stands, from the root: "/data/customer/0" (RFC 6901).
QByteArray pointer(const Document &document, Document::Node node);

// That of a member of the object that a pointer leads to; the key decoded.
QByteArray memberPointer(const QByteArray &object, const QByteArray &key);

// The key that a pointer ends with, decoded; empty of the root's.
QByteArray lastKey(const QByteArray &pointer);

// Whether a text is a pointer as RFC 6901, 3 has it.
bool isPointer(QByteArrayView text);

// Where a node stands, for people: "$.data.customer.points_balance", "$.items[0]", "$[\"a b\"]".
// Keys that are not plain names stand in brackets as they do in the text.
QByteArray displayPath(const Document &document, Document::Node node);

// The node that a pointer leads to from a node, the root or another one; of repeated keys the
// first. Nothing when there is none.
std::optional<Document::Node> resolve(const Document &document, QByteArrayView pointer,
                                      Document::Node from = 0);

} // namespace json
