// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/shortvalue.h"

#include "json/pointer.h"
#include "json/scan.h"
#include "json/utf8.h"

namespace json
{

static ShortValue shortValue(const Document &document, Document::Node node, qsizetype most)
{
    const QByteArrayView value = document.value(node);
    ShortValue made{.kind = document.kind(node), .text = {}};
    const QByteArray said = made.kind == Kind::String ? unescaped(value) : QByteArray();
    const QByteArrayView whole = made.kind == Kind::String ? QByteArrayView(said) : value;
    made.text = wholeBeginning(whole, most).toByteArray();
    made.cut = made.text.size() < whole.size();
    return made;
}

ShortValues shortValues(const QByteArray &text, const QList<QByteArray> &pointers, qsizetype most)
{
    const auto parsed = Document::parse(text);
    const auto *document = std::get_if<Document>(&parsed);
    ShortValues values(pointers.size());
    for (qsizetype i = 0; document && i < pointers.size(); ++i) {
        if (const auto node = resolve(*document, pointers[i]))
            values[i] = shortValue(*document, *node, most);
    }
    return values;
}

} // namespace json
