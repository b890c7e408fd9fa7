// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <vector>

namespace ui
{

constexpr qsizetype longestRow = 2000; // characters; longer lines would freeze the layout

// Text for a CodeView. Lines that are too long for one row go on in the next; the text itself has
// no line end there.
struct CodeText {
    QString text;
    std::vector<qsizetype> breaks; // where a row ends inside of a line; ascending
    qsizetype lines = 0;

    bool operator==(const CodeText &) const = default;
};

CodeText codeText(const QString &text);

} // namespace ui
