// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

namespace formats
{

// The members of a `hookglass.delivery/1` that no version of ours knows, so that an import keeps
// them: a JSON object of the objects they stand in ("" for the outermost), each with its members as
// they stood, but for white space. Empty where there are none.
QByteArray unknownMembers(const json::Document &document, json::Document::Node delivery);

// Gives them back, object by object. What is no such text counts as none.
class UnknownMembers
{
public:
    explicit UnknownMembers(const QByteArray &text);

    // "a":1,"b":[2]; empty where there are none.
    QByteArray of(QByteArrayView object) const;

private:
    std::optional<json::Document> m_document;
};

} // namespace formats
