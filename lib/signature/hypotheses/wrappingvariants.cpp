// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/document.h"
#include "json/scan.h"
#include "json/writer.h"
#include "signature/hypotheses/bodyvariants.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;
using json::Document;
using json::Kind;

constexpr int mostWrapped = 12; // values of a body that are taken for the real one
constexpr Document::Node mostNodes = 512; // that are looked at

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

Variant one(int rank, const QString &clause, Variant::Change change)
{
    return {Cause::WrappedBody, rank, clause, std::move(change)};
}

Changed fromBase64(const QByteArray &body)
{
    QByteArray text = body.trimmed();
    if (text.size() > 1 && text.startsWith('"') && text.endsWith('"'))
        text = text.sliced(1).chopped(1);
    for (const auto option : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        const auto read = QByteArray::fromBase64Encoding(
            text, option | QByteArray::AbortOnBase64DecodingErrors);
        if (read && !read.decoded.isEmpty())
            return read.decoded;
    }
    return {};
}

Changed toBase64(const QByteArray &body) { return body.toBase64(); }

Changed toHex(const QByteArray &body) { return body.toHex(); }

Changed toJsonText(const QByteArray &body)
{
    return json::isUtf8(body) ? Changed(json::Writer().string(QByteArrayView(body)).text())
                              : Changed();
}

Changed fromJsonText(const QByteArray &body)
{
    const auto text = body.trimmed();
    const auto parsed = Document::parse(text);
    const auto *document = std::get_if<Document>(&parsed);
    if (!document || document->kind(0) != Kind::String)
        return {};
    return json::unescaped(document->value(0));
}

// JSON.stringify of a Node Buffer.
Changed toBuffer(const QByteArray &body)
{
    constexpr qsizetype largest = 1024 * 1024;
    if (body.size() > largest)
        return {};
    QByteArray out = R"({"type":"Buffer","data":[)";
    for (const char c : body)
        (out += QByteArray::number(uchar(c))) += ',';
    if (out.endsWith(','))
        out.chop(1);
    return out + "]}";
}

Variant::Change constant(const char *text)
{
    return [text](const QByteArray &) { return Changed(text); };
}

bool looksWhole(QByteArrayView text)
{
    return text.startsWith('{') || text.startsWith('[') || text.startsWith('<');
}

// A text that is a body itself, plain or in Base64.
Changed bodyIn(QByteArrayView literal)
{
    const QByteArray text = json::unescaped(literal);
    if (looksWhole(QByteArrayView(text).trimmed()))
        return text;
    const auto decoded = text.size() >= 8 ? fromBase64(text) : Changed();
    return decoded && looksWhole(QByteArrayView(*decoded).trimmed()) ? decoded : Changed();
}

// Envelopes: members that hold the body as a text or as an object.
Variants enveloped(const QByteArray &body)
{
    Variants variants;
    const auto parsed = Document::parse(body);
    const auto *document = std::get_if<Document>(&parsed);
    if (!document)
        return variants;
    const auto nodes = std::min(Document::Node(document->nodes()), mostNodes);
    for (Document::Node node = 1; node < nodes && variants.size() < mostWrapped; ++node) {
        const Kind kind = document->kind(node);
        const auto key = QString::fromUtf8(document->key(node).toByteArray());
        Changed inner;
        if (kind == Kind::String)
            inner = bodyIn(document->value(node));
        else if (kind == Kind::Object && !key.isEmpty() && document->value(node).size() > 2)
            inner = document->value(node).toByteArray();
        if (!inner)
            continue;
        const auto clause = key.isEmpty() ? tr("what stands in one of the body's texts is the body")
                                          : tr("what stands in the body's %1 is the body").arg(key);
        variants.append(one(kind == Kind::String ? 1 : 2, clause,
                            [inner = *inner](const QByteArray &) { return Changed(inner); }));
    }
    return variants;
}

} // namespace

Variants wrappingVariants(const QByteArray &body)
{
    return Variants{
               one(1, tr("the body is decoded from Base64"), fromBase64),
               one(1, tr("the body is empty"), constant("")),
               one(1, tr("the body is “{}”"), constant("{}")),
               one(1, tr("the text inside the body's JSON string is the body"), fromJsonText),
               one(1, tr("the body is “[object Object]”, a parsed object put into a text"),
                   constant("[object Object]")),
               one(1, tr("the body is “undefined”, a variable that was never set"),
                   constant("undefined")),
               one(2, tr("the body is encoded in Base64"), toBase64),
               one(2, tr("the body is written as a JSON string"), toJsonText),
               one(2, tr("the body is a Node Buffer written as JSON"), toBuffer),
               one(2, tr("the body is “null”"), constant("null")),
               one(2, tr("the body is “None”, Python's empty value"), constant("None")),
               one(2, tr("the body is “Array”, a PHP array put into a text"), constant("Array")),
               one(2, tr("the body is “[]”"), constant("[]")),
               one(2, tr("the body is “\"\"”"), constant("\"\"")),
               one(3, tr("the body is written in hex"), toHex),
           }
    + enveloped(body);
}

} // namespace signature
