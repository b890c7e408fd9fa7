// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/document.h"
#include "json/lookup.h"

// The two readers of JSON agree: what the strict one refuses, the fast one finds nothing in; the
// type at a pointer and the text of a number are the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const QList<QByteArray> pointers{"/topic", "/account_id", "/data/customer/id", "/a~1b/0", ""};
    const QList<QString> found = json::lookup(text, pointers);
    Q_ASSERT(found.size() == pointers.size());

    const json::Document::Parsed parsed = json::Document::parse(text);
    const auto *document = std::get_if<json::Document>(&parsed);
    for (const QString &value : found)
        Q_ASSERT(value.isNull() || document);
    if (!document)
        return 0;
    for (json::Document::Node node = 0; node < document->nodes(); ++node)
        Q_ASSERT(node < document->after(node) && !document->value(node).isEmpty());
    if (document->kind(0) == json::Kind::Number)
        Q_ASSERT(found.last().toUtf8() == document->value(0));
    return 0;
}
