// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/bodyedit.h"

#include "json/document.h"
#include "json/pointer.h"
#include "json/scan.h"
#include "json/writer.h"
#include "signature/formdata.h"

#include <algorithm>

namespace signature
{

namespace
{

QByteArray literal(const QByteArray &text)
{
    json::Writer writer;
    writer.string(QString::fromUtf8(text));
    return writer.text();
}

qsizetype placeOf(const json::Document &document, QByteArrayView value)
{
    return value.data() - document.text().constData();
}

} // namespace

std::optional<QByteArray> withJsonText(const QByteArray &json, const QByteArray &pointer,
                                       const QByteArray &text)
{
    const auto parsed = json::Document::parse(json);
    const auto *document = std::get_if<json::Document>(&parsed);
    if (!document)
        return {};
    QByteArray result = json;
    if (const auto node = json::resolve(*document, pointer)) {
        const QByteArrayView value = document->value(*node);
        return result.replace(placeOf(*document, value), value.size(), literal(text));
    }
    const qsizetype slash = pointer.lastIndexOf('/');
    const auto parent = json::resolve(*document, pointer.first(slash));
    if (!parent || document->kind(*parent) != json::Kind::Object)
        return {};
    const QByteArrayView value = document->value(*parent);
    const QByteArray name = pointer.sliced(slash + 1).replace("~1", "/").replace("~0", "~");
    const char *comma = document->children(*parent) > 0 ? "," : "";
    return result.insert(placeOf(*document, value) + value.size() - 1,
                         comma + literal(name) + ':' + literal(text));
}

std::optional<QByteArray> withJsonScalar(const QByteArray &json, const QByteArray &pointer,
                                         const QByteArray &value)
{
    const auto parsed = json::Document::parse(json);
    const auto *document = std::get_if<json::Document>(&parsed);
    const auto node = document ? json::resolve(*document, pointer) : std::nullopt;
    if (!node)
        return {};
    const json::Kind kind = document->kind(*node);
    if (kind != json::Kind::Number && kind != json::Kind::String)
        return {};
    const bool digits = !value.isEmpty()
        && std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    const QByteArrayView old = document->value(*node);
    return QByteArray(json).replace(placeOf(*document, old), old.size(),
                                    kind == json::Kind::Number && digits ? value : literal(value));
}

QByteArray withParameter(const QByteArray &parameters, const QByteArray &name,
                         const QByteArray &value)
{
    const QByteArray pair = name.toPercentEncoding() + '=' + value.toPercentEncoding();
    QByteArrayList kept;
    bool written = false;
    for (const QByteArray &old : parameters.split('&')) {
        const auto read = readParameters(old);
        if (!read || read->isEmpty())
            continue;
        if (read->constFirst().first != name) {
            kept.append(old);
        } else if (!written) {
            kept.append(pair);
            written = true;
        }
    }
    if (!written)
        kept.append(pair);
    return kept.join('&');
}

QByteArray withQueryParameter(const QByteArray &url, const QByteArray &name,
                              const QByteArray &value)
{
    const qsizetype question = url.indexOf('?');
    if (question < 0)
        return url + '?' + withParameter({}, name, value);
    return url.first(question + 1) + withParameter(url.sliced(question + 1), name, value);
}

} // namespace signature
