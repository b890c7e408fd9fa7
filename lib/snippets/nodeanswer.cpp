// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/nodewriter.h"
#include "snippets/writers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

QString NodeWriter::value(const Piece &piece)
{
    using Kind = Piece::Kind;
    QString value;
    switch (piece.kind) {
    case Kind::Variable:
        value = camelCase(piece.name);
        break;
    case Kind::Secret:
        value = derivesKey() ? u"key"_s : keyBytes();
        break;
    case Kind::Method:
        value = u"method"_s;
        break;
    case Kind::Url:
        value = u"url"_s;
        break;
    case Kind::UrlWithoutQuery:
        value = u"url.split(/[?#]/)[0]"_s;
        break;
    case Kind::FormSorted:
        sortForm();
        value = u"fields"_s;
        break;
    case Kind::Literal:
    case Kind::Body:
        Q_UNREACHABLE();
    }
    return value + (piece.trim ? u".trim()"_s : QString())
        + (piece.lower ? u".toLowerCase()"_s : QString());
}

// By the bytes of names, then of values, each pair once.
void NodeWriter::sortForm()
{
    line(u"const order = (a, b) => Buffer.compare(a[0], b[0]) || Buffer.compare(a[1], b[1]);"_s);
    line(u"const pairs = [...new URLSearchParams(body.toString())]"_s);
    line(u"  .map((pair) => pair.map((text) => Buffer.from(text)))"_s);
    line(u"  .sort(order)"_s);
    line(u"  .filter((pair, n, all) => n === 0 || order(all[n - 1], pair) !== 0);"_s);
    line(u"const fields = pairs.flat().join(\"\");"_s);
}

QString NodeWriter::text(const QList<Piece> &pieces)
{
    if (pieces.size() == 1 && pieces.constFirst().kind == Piece::Kind::Literal)
        return quoted(pieces.constFirst().text);
    if (pieces.size() == 1)
        return value(pieces.constFirst());
    QString inside;
    for (const Piece &piece : pieces)
        inside += piece.kind == Piece::Kind::Literal ? escaped(piece.text, u"`$")
                                                     : u"${"_s + value(piece) + u'}';
    return u'`' + inside + u'`';
}

// The chain of updates, a line each.
void NodeWriter::hashMessage(const QString &hasher)
{
    QStringList parts;
    for (const Run &run : runs())
        parts.append(u".update(%1)"_s.arg(run.body ? u"body"_s : text(run.texts)));
    line(u"const expected = %1%2"_s.arg(
        recipe().mark.isEmpty() ? QString() : quoted(recipe().mark) + u" + "_s, hasher));
    for (const QString &part : parts)
        line(u"  "_s + part);
    line(u"  .digest(%1);"_s.arg(nameOf(recipe().encoding)));
}

QString NodeWriter::message()
{
    QStringList parts;
    for (const Run &run : runs())
        parts.append(run.body ? u"body"_s : u"Buffer.from(%1)"_s.arg(text(run.texts)));
    return parts.size() == 1 ? parts.constFirst()
                             : u"Buffer.concat([%1])"_s.arg(parts.join(u", "_s));
}

QString NodeWriter::key()
{
    const QString bytes = derivesKey() ? u"key"_s : keyBytes();
    return recipe().key.hashed ? u"crypto.createHash(\"sha1\").update(%1).digest()"_s.arg(bytes)
                               : bytes;
}

// Not hashed yet.
QString NodeWriter::keyBytes()
{
    const KeyRecipe &key = recipe().key;
    QString text = u"secret"_s;
    if (!key.prefix.isEmpty())
        text = u"(%1.startsWith(%2) ? %1.slice(%3) : %1)"_s.arg(text, quoted(key.prefix),
                                                                QString::number(key.prefix.size()));
    if (key.decomposed)
        text += u".normalize(\"NFKD\")"_s;
    if (!key.suffix.isEmpty())
        text = u"%1 + %2"_s.arg(text, quoted(key.suffix));
    if (key.reading != KeyRecipe::Reading::Text)
        text = u"Buffer.from(%1, %2)"_s.arg(
            text, key.reading == KeyRecipe::Reading::Hex ? u"\"hex\""_s : u"\"base64\""_s);
    return text;
}

QString NodeWriter::publicKey()
{
    switch (*recipe().keyFormat) {
    case KeyFormat::Ed25519Hex:
    case KeyFormat::Ed25519Base64:
        line(u"const x = Buffer.from(secret, %1).toString(\"base64url\");"_s.arg(
            recipe().keyFormat == KeyFormat::Ed25519Hex ? u"\"hex\""_s : u"\"base64\""_s));
        return u"crypto.createPublicKey({ key: { kty: \"OKP\", crv: \"Ed25519\", x }, "
               "format: \"jwk\" })"_s;
    case KeyFormat::SpkiBase64:
        return u"crypto.createPublicKey({ key: Buffer.from(secret, \"base64\"), format: \"der\", "
               "type: \"spki\" })"_s;
    default:
        return u"crypto.createPublicKey(secret)"_s;
    }
}

void NodeWriter::verifyWithPublicKey()
{
    if (hasSeveral())
        return refuse(tr("Several signatures of a public key may stand in one webhook."));
    if (!recipe().mark.isEmpty())
        line(u"if (!signature.startsWith(%1)) return false;"_s.arg(quoted(recipe().mark)));
    const QString bare = recipe().mark.isEmpty()
        ? u"signature"_s
        : u"signature.slice(%1)"_s.arg(recipe().mark.size());
    if (makesMessage())
        assign(u"message"_s, message());
    line(u"try {"_s);
    indent(1);
    assign(u"key"_s, publicKey());
    const QString hash
        = recipe().type == Type::Ed25519 ? u"null"_s : u'"' + lowerName(recipe().hash) + u'"';
    line(u"return crypto.verify(%1, %2, key, Buffer.from(%3, %4));"_s.arg(
        hash, messageName(), bare, nameOf(recipe().encoding)));
    indent(-1);
    line(u"} catch {"_s);
    line(u"  return false;"_s);
    line(u"}"_s);
}

QString NodeWriter::expected()
{
    if (recipe().type == Type::Basic)
        return u"\"Basic \" + Buffer.from(%1).toString(\"base64\")"_s.arg(key());
    return recipe().mark.isEmpty() ? key() : quoted(recipe().mark) + u" + "_s + key();
}

void NodeWriter::compare()
{
    const QString hash = lowerName(recipe().hash);
    if (recipe().keyFormat)
        return verifyWithPublicKey();
    if (recipe().type == Type::Hmac)
        hashMessage(u"crypto.createHmac(\"%1\", %2)"_s.arg(hash, key()));
    else if (recipe().type == Type::KeyedDigest)
        hashMessage(u"crypto.createHash(\"%1\")"_s.arg(hash));
    else
        assign(u"expected"_s, expected());
    const QString one = hasSeveral() ? u"one"_s : u"signature"_s;
    const QString comparison
        = u"isEqual(%1%2, expected)"_s.arg(one, isHex() ? u".toLowerCase()"_s : QString());
    line(hasSeveral() ? u"return %1.some((one) => %2);"_s.arg(collection(), comparison)
                      : u"return %1;"_s.arg(comparison));
}

QString NodeWriter::whole() const
{
    QString parameters = u"body, headers, secret"_s;
    if (recipe().needsMethod)
        parameters += u", method"_s;
    if (recipe().needsUrl)
        parameters += u", url"_s;
    QString code = u"import crypto from \"node:crypto\";\n\n"_s + explanation(u"//"_s)
        + u"export function verifyWebhook(%1) {\n"_s.arg(parameters) + lines().join(u'\n')
        + u"\n}\n"_s;
    if (!recipe().keyFormat)
        code += u"\nfunction isEqual(a, b) {\n"
                "  const [left, right] = [Buffer.from(a), Buffer.from(b)];\n"
                "  return left.length === right.length && crypto.timingSafeEqual(left, right);\n"
                "}\n"_s;
    return code;
}

core::Result<QString> writeNode(const Recipe &recipe) { return NodeWriter(recipe).write(); }

} // namespace snippets
