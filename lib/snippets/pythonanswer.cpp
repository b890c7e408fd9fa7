// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/pythonwriter.h"
#include "snippets/writers.h"

#include <algorithm>

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

QString PythonWriter::text(const Piece &piece)
{
    using Kind = Piece::Kind;
    QString value;
    switch (piece.kind) {
    case Kind::Literal:
        return quoted(piece.text);
    case Kind::Variable:
        value = snakeCase(piece.name);
        break;
    case Kind::Secret:
        value = keyText();
        break;
    case Kind::Method:
        value = u"method"_s;
        break;
    case Kind::Url:
        value = u"url"_s;
        break;
    case Kind::UrlWithoutQuery:
        need(u"import re"_s);
        return u"re.split(\"[?#]\", url)[0]"_s;
    case Kind::FormSorted:
        need(u"from urllib.parse import parse_qsl"_s);
        return u"\"\".join(name + value for name, value in sorted(set("
               "parse_qsl(body.decode(errors=\"replace\"), keep_blank_values=True))))"_s;
    case Kind::Body:
        Q_UNREACHABLE();
    }
    return value + (piece.trim ? u".strip()"_s : QString())
        + (piece.lower ? u".lower()"_s : QString());
}

QString PythonWriter::text(const QList<Piece> &pieces)
{
    if (pieces.size() == 1 && pieces.constFirst().kind == Piece::Kind::Literal)
        return bytes(pieces.constFirst().text);
    if (pieces.size() == 1 && pieces.constFirst().kind != Piece::Kind::FormSorted)
        return text(pieces.constFirst()) + u".encode()"_s;
    QString inside;
    for (const Piece &piece : pieces) {
        if (piece.kind == Piece::Kind::FormSorted) {
            line(u"fields = "_s + text(piece));
            inside += u"{fields}"_s;
        } else if (piece.kind == Piece::Kind::Literal) {
            inside += escaped(piece.text, u"\"").replace(u"{"_s, u"{{"_s).replace(u"}"_s, u"}}"_s);
        } else {
            const QString value = text(piece);
            const bool fits = !value.contains(u'"') && !value.contains(u'\\');
            const QString name
                = piece.kind == Piece::Kind::Secret ? u"key_text"_s : u"url_without_query"_s;
            if (!fits) // an f-string takes no quotes and backslashes inside of its braces
                line(name + u" = "_s + value);
            inside += u'{' + (fits ? value : name) + u'}';
        }
    }
    return u"f\""_s + inside + u"\".encode()"_s;
}

QString PythonWriter::bytes(const QByteArray &text)
{
    const bool plain
        = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    return plain ? u'b' + quoted(text) : quoted(text) + u".encode()"_s;
}

QString PythonWriter::message()
{
    QStringList parts;
    for (const Run &run : runs())
        parts.append(run.body ? u"body"_s : text(run.texts));
    return parts.join(u" + "_s);
}

QString PythonWriter::keyText()
{
    const KeyRecipe &key = recipe().key;
    QString text = u"secret"_s;
    if (!key.prefix.isEmpty())
        text += u".removeprefix(%1)"_s.arg(quoted(key.prefix));
    if (key.decomposed) {
        need(u"import unicodedata"_s);
        text = u"unicodedata.normalize(\"NFKD\", %1)"_s.arg(text);
    }
    if (!key.suffix.isEmpty())
        text = u"(%1 + %2)"_s.arg(text, quoted(key.suffix));
    return text;
}

QString PythonWriter::key()
{
    const QString bytes = derivesKey() ? u"key"_s : keyBytes();
    if (!recipe().key.hashed)
        return bytes;
    need(u"import hashlib"_s);
    return u"hashlib.sha1(%1).digest()"_s.arg(bytes);
}

// Not hashed yet.
QString PythonWriter::keyBytes()
{
    switch (recipe().key.reading) {
    case KeyRecipe::Reading::Text:
        return keyText() + u".encode()"_s;
    case KeyRecipe::Reading::Base64:
        need(u"import base64"_s);
        return u"base64.b64decode(%1)"_s.arg(keyText());
    case KeyRecipe::Reading::Hex:
        return u"bytes.fromhex(%1)"_s.arg(keyText());
    }
    Q_UNREACHABLE();
}

QString PythonWriter::expected()
{
    const QString hash = lowerName(recipe().hash);
    QString text;
    switch (recipe().type) {
    case Type::Hmac:
        need(u"import hashlib"_s);
        text = written(u"hmac.new(%1, %2, hashlib.%3)"_s.arg(key(), messageName(), hash),
                       recipe().encoding);
        break;
    case Type::KeyedDigest:
        need(u"import hashlib"_s);
        text = written(u"hashlib.%1(%2)"_s.arg(hash, messageName()), recipe().encoding);
        break;
    case Type::Basic:
        need(u"import base64"_s);
        return u"\"Basic \" + base64.b64encode(%1).decode()"_s.arg(key());
    case Type::Token:
        text = keyText();
        break;
    default:
        refuse(tr("Python's standard library verifies no signatures of public keys; the package "
                  "“cryptography” does."));
    }
    return recipe().mark.isEmpty() ? text : quoted(recipe().mark) + u" + "_s + text;
}

void PythonWriter::compare()
{
    need(u"import hmac"_s);
    if (makesMessage()) {
        const QString bytes = message();
        line(u"message = "_s + bytes);
    }
    line(u"expected = "_s + expected());
    const QString one = hasSeveral() ? u"one"_s : u"signature"_s;
    const QString comparison = u"hmac.compare_digest(%1%2.encode(), expected.encode())"_s.arg(
        one, isHex() ? u".lower()"_s : QString());
    if (hasSeveral())
        line(u"return any(%1 for one in %2)"_s.arg(comparison, collection()));
    else
        line(u"return "_s + comparison);
}

QString PythonWriter::whole() const
{
    QStringList plain;
    QStringList from;
    for (const QString &import : imports())
        (import.startsWith("from"_L1) ? from : plain).append(import);
    QString parameters = u"body: bytes, headers: dict[str, str], secret: str"_s;
    if (recipe().needsMethod)
        parameters += u", method: str"_s;
    if (recipe().needsUrl)
        parameters += u", url: str"_s;
    return (plain + from).join(u'\n') + u"\n\n\n"_s + explanation(u"#"_s)
        + u"def verify_webhook(%1) -> bool:\n"_s.arg(parameters) + lines().join(u'\n') + u'\n';
}

core::Result<QString> writePython(const Recipe &recipe) { return PythonWriter(recipe).write(); }

} // namespace snippets
