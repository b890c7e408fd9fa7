// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/csharpwriter.h"
#include "snippets/writers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString decoded(const QString &text, bool hex)
{
    return (hex ? u"Convert.FromHexString(%1)"_s : u"Convert.FromBase64String(%1)"_s).arg(text);
}

} // namespace

QString CSharpWriter::value(const Piece &piece)
{
    using Kind = Piece::Kind;
    QString value;
    switch (piece.kind) {
    case Kind::Literal:
        return quoted(piece.text);
    case Kind::Variable:
        value = camelCase(piece.name);
        break;
    case Kind::Secret:
        return keyText();
    case Kind::Method:
        value = u"method"_s;
        break;
    case Kind::Url:
        value = u"url"_s;
        break;
    case Kind::UrlWithoutQuery:
        return u"url.Split('?', '#')[0]"_s;
    case Kind::FormSorted:
        refuse(tr("It signs the form's fields in an order that takes longer code in C#."));
        return {};
    case Kind::Body:
        Q_UNREACHABLE();
    }
    value += piece.trim ? u".Trim()"_s : QString();
    return value + (piece.lower ? u".ToLowerInvariant()"_s : QString());
}

QString CSharpWriter::text(const QList<Piece> &pieces)
{
    if (pieces.size() == 1)
        return utf8(value(pieces.constFirst()));
    QStringList parts;
    for (const Piece &piece : pieces)
        parts.append(value(piece));
    return utf8(parts.join(u" + "_s));
}

QString CSharpWriter::message()
{
    QString all;
    for (const Run &run : runs()) {
        const QString part = run.body ? u"body"_s : text(run.texts);
        all = all.isEmpty() ? part : u"%1.Concat(%2)"_s.arg(all, part);
    }
    return runs().size() == 1 ? all : all + u".ToArray()"_s;
}

QString CSharpWriter::keyText()
{
    const KeyRecipe &key = recipe().key;
    QString text = u"secret"_s;
    if (!key.prefix.isEmpty())
        text
            = u"(secret.StartsWith(%1, StringComparison.Ordinal) ? secret.Substring(%2) : secret)"_s
                  .arg(quoted(key.prefix), QString::number(key.prefix.size()));
    if (key.decomposed)
        text += u".Normalize(NormalizationForm.FormKD)"_s;
    return key.suffix.isEmpty() ? text : u"%1 + %2"_s.arg(text, quoted(key.suffix));
}

// Not hashed yet.
QString CSharpWriter::keyBytes()
{
    const KeyRecipe &key = recipe().key;
    return key.reading == KeyRecipe::Reading::Text
        ? utf8(keyText())
        : decoded(keyText(), key.reading == KeyRecipe::Reading::Hex);
}

QString CSharpWriter::key()
{
    const QString bytes = derivesKey() ? u"key"_s : keyBytes();
    return recipe().key.hashed ? u"SHA1.HashData(%1)"_s.arg(bytes) : bytes;
}

QString CSharpWriter::expected()
{
    const QString hash = upperName(recipe().hash);
    QString text;
    switch (recipe().type) {
    case Type::Hmac:
        line(u"var mac = HMAC%1.HashData(%2, %3);"_s.arg(hash, key(), messageName()));
        text = encoded(u"mac"_s, recipe().encoding);
        break;
    case Type::KeyedDigest:
        line(u"var digest = %1.HashData(%2);"_s.arg(hash, messageName()));
        text = encoded(u"digest"_s, recipe().encoding);
        break;
    case Type::Basic:
        return u"\"Basic \" + "_s + encoded(key(), Encoding::Base64);
    default:
        text = keyText();
    }
    return recipe().mark.isEmpty() ? text : quoted(recipe().mark) + u" + "_s + text;
}

void CSharpWriter::verifyWithPublicKey()
{
    if (recipe().type == Type::Ed25519)
        return refuse(tr("Its algorithm is Ed25519, which .NET's standard library does not have."));
    if (hasSeveral() || !recipe().mark.isEmpty())
        return refuse(tr("Several signatures of a public key may stand in one webhook."));
    const bool rsa = recipe().type == Type::Rsa;
    line(u"try"_s);
    line(u"{"_s);
    indent(1);
    line(u"using var key = %1.Create();"_s.arg(rsa ? u"RSA"_s : u"ECDsa"_s));
    if (recipe().keyFormat == KeyFormat::Pem)
        line(u"key.ImportFromPem(secret);"_s);
    else if (recipe().keyFormat == KeyFormat::SpkiBase64)
        line(u"key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(secret), out _);"_s);
    else
        refuse(tr("Its public key stands in a certificate or an uncommon text."));
    line(u"var bytes = %1;"_s.arg(decoded(u"signature"_s, recipe().encoding == Encoding::Hex)));
    line(u"return key.VerifyData(%1, bytes, HashAlgorithmName.%2, %3);"_s.arg(
        messageName(), upperName(recipe().hash),
        rsa ? u"RSASignaturePadding.Pkcs1"_s : u"DSASignatureFormat.Rfc3279DerSequence"_s));
    indent(-1);
    line(u"}"_s);
    line(
        u"catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)"_s);
    line(u"{"_s);
    line(u"    return false;"_s);
    line(u"}"_s);
}

void CSharpWriter::compare()
{
    if (makesMessage())
        assign(u"message"_s, message());
    if (recipe().keyFormat)
        return verifyWithPublicKey();
    const QString made = expected();
    line(u"var expected = %1;"_s.arg(made));
    const QString one = hasSeveral() ? u"one"_s : u"signature"_s;
    const QString left = utf8(isHex() ? one + u".ToLowerInvariant()"_s : one);
    const QString comparison = u"CryptographicOperations.FixedTimeEquals("_s;
    const QString rest = u"%1, %2)"_s.arg(left, utf8(u"expected"_s));
    if (hasSeveral())
        line(u"return %1.Any(one => %2"_s.arg(collection(), comparison));
    else
        line(u"return "_s + comparison);
    line(u"    "_s + rest + (hasSeveral() ? u");"_s : u";"_s));
}

QString CSharpWriter::whole() const
{
    QString imported;
    for (const QString &import : imports())
        imported += u"using %1;\n"_s.arg(import);
    QString parameters = u"string secret"_s;
    if (recipe().needsMethod)
        parameters += u", string method"_s;
    if (recipe().needsUrl)
        parameters += u", string url"_s;
    return imported + u"\npublic static class WebhookVerifier\n{\n"_s + explanation(u"    //"_s)
        + u"    public static bool Verify(\n        byte[] body, "
          "IEnumerable<KeyValuePair<string, string>> headers, %1)\n    {\n"_s.arg(parameters)
        + lines().join(u'\n') + u"\n    }\n}\n"_s;
}

core::Result<QString> writeCSharp(const Recipe &recipe) { return CSharpWriter(recipe).write(); }

} // namespace snippets
