// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"

#include <QList>
#include <QString>

#include <optional>

namespace filter
{

// "$.data.customer.id", "$..email", "$.items[0].id", "$.items[*]", "$[\"a b\"]".
struct JsonPath {
    struct Step {
        enum class Kind : quint8 { Key, AnyDepth, Index, AnyIndex };
        Kind kind = Kind::Key;
        QByteArray key; // of Key and AnyDepth
        qsizetype index = 0;
    };
    QList<Step> steps;

    static constexpr qsizetype mostSteps = 64;
    static std::optional<JsonPath> read(QStringView text); // from its "$" on

    // The values it leads to, ascending. Of a repeated key all of them.
    std::vector<json::Document::Node> find(const json::Document &document) const;

    // False: no text without the path's last key can have a value there, so it need not be read.
    bool mayBeIn(QByteArrayView text) const;
};

} // namespace filter
