// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/javawriter.h"
#include "snippets/writers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

QString JavaWriter::value(const Piece &piece)
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
        return u"url.split(\"[?#]\", 2)[0]"_s;
    case Kind::FormSorted:
        refuse(tr("It needs parameters, and Java's standard library does not take these apart."));
        return {};
    case Kind::Body:
        Q_UNREACHABLE();
    }
    value += piece.trim ? u".trim()"_s : QString();
    return value + (piece.lower ? u".toLowerCase()"_s : QString());
}

QString JavaWriter::text(const QList<Piece> &pieces)
{
    QStringList parts;
    for (const Piece &piece : pieces)
        parts.append(value(piece));
    const QString all = parts.join(u" + "_s);
    return utf8(parts.size() == 1 ? all : u'(' + all + u')');
}

void JavaWriter::update(const QString &target)
{
    for (const Run &run : runs())
        line(u"%1.update(%2);"_s.arg(target, run.body ? u"body"_s : text(run.texts)));
}

QString JavaWriter::keyText()
{
    const KeyRecipe &key = recipe().key;
    QString text = u"secret"_s;
    if (!key.prefix.isEmpty())
        text = u"(secret.startsWith(%1) ? secret.substring(%2) : secret)"_s.arg(
            quoted(key.prefix), QString::number(key.prefix.size()));
    if (key.decomposed) {
        need(u"java.text.Normalizer"_s);
        text = u"Normalizer.normalize(%1, Normalizer.Form.NFKD)"_s.arg(text);
    }
    return key.suffix.isEmpty() ? text : u"(%1 + %2)"_s.arg(text, quoted(key.suffix));
}

// Not hashed yet.
QString JavaWriter::keyBytes()
{
    const KeyRecipe &key = recipe().key;
    return key.reading == KeyRecipe::Reading::Text
        ? utf8(keyText())
        : decoded(keyText(), key.reading == KeyRecipe::Reading::Hex);
}

QString JavaWriter::key()
{
    const QString bytes = derivesKey() ? u"key"_s : keyBytes();
    if (!recipe().key.hashed)
        return bytes;
    need(u"java.security.MessageDigest"_s);
    return u"MessageDigest.getInstance(\"SHA-1\").digest(%1)"_s.arg(bytes);
}

QString JavaWriter::expected()
{
    const QString mark = recipe().mark.isEmpty() ? QString() : quoted(recipe().mark) + u" + "_s;
    const QString algorithm = u"\"Hmac%1\""_s.arg(lowerName(recipe().hash).toUpper());
    switch (recipe().type) {
    case Type::Hmac:
        need(u"javax.crypto.Mac"_s);
        need(u"javax.crypto.spec.SecretKeySpec"_s);
        line(u"var mac = Mac.getInstance(%1);"_s.arg(algorithm));
        line(u"mac.init(new SecretKeySpec(%1, %2));"_s.arg(key(), algorithm));
        update(u"mac"_s);
        return mark + encoded(u"mac.doFinal()"_s, recipe().encoding);
    case Type::KeyedDigest:
        line(u"var digest = MessageDigest.getInstance(\"%1\");"_s.arg(nameOf(recipe().hash)));
        update(u"digest"_s);
        return mark + encoded(u"digest.digest()"_s, recipe().encoding);
    case Type::Basic:
        return u"\"Basic \" + "_s + encoded(key(), Encoding::Base64);
    default:
        return mark + keyText();
    }
}

// In DER, of the kind that KeyFactory takes.
QString JavaWriter::publicKeyBytes()
{
    switch (*recipe().keyFormat) {
    case KeyFormat::Ed25519Hex:
        need(u"java.util.HexFormat"_s);
        return u"HexFormat.of().parseHex(\"302a300506032b6570032100\" + secret)"_s;
    case KeyFormat::Ed25519Base64:
        // The beginning has twelve bytes, so the Base64 of both side by side is that of both.
        need(u"java.util.Base64"_s);
        return u"Base64.getDecoder().decode(\"MCowBQYDK2VwAyEA\" + secret)"_s;
    case KeyFormat::SpkiBase64:
        return decoded(u"secret"_s, false);
    case KeyFormat::Pem:
        need(u"java.util.Base64"_s);
        return u"Base64.getMimeDecoder().decode(secret.replaceAll(\"-----[A-Z ]+-----\", \"\"))"_s;
    default:
        refuse(tr("Its public key stands in a certificate or an uncommon text."));
        return {};
    }
}

void JavaWriter::verifyWithPublicKey()
{
    if (hasSeveral() || !recipe().mark.isEmpty())
        return refuse(tr("Several signatures of a public key may stand in one webhook."));
    for (const char *name : {"KeyFactory", "Signature", "spec.X509EncodedKeySpec"})
        need(u"java.security."_s + QLatin1String(name));
    const QString family = recipe().type == Type::Rsa ? u"RSA"_s
        : recipe().type == Type::Ecdsa                ? u"EC"_s
                                                      : u"Ed25519"_s;
    const QString hash = lowerName(recipe().hash).toUpper();
    const QString algorithm = recipe().type == Type::Rsa ? hash + u"withRSA"_s
        : recipe().type == Type::Ecdsa                   ? hash + u"withECDSA"_s
                                                         : family;
    line(u"var der = %1;"_s.arg(publicKeyBytes()));
    line(u"var verifier = Signature.getInstance(\"%1\");"_s.arg(algorithm));
    line(u"verifier.initVerify(KeyFactory.getInstance(\"%1\")"_s.arg(family));
    line(u"    .generatePublic(new X509EncodedKeySpec(der)));"_s);
    update(u"verifier"_s);
    line(u"return verifier.verify(%1);"_s.arg(
        decoded(u"signature"_s, recipe().encoding == Encoding::Hex)));
}

void JavaWriter::compare()
{
    if (recipe().keyFormat)
        return verifyWithPublicKey();
    need(u"java.security.MessageDigest"_s);
    const QString made = expected();
    line(u"var expected = %1;"_s.arg(made));
    const QString one = hasSeveral() ? u"one"_s : u"signature"_s;
    const QString comparison = u"MessageDigest.isEqual(%1, %2)"_s.arg(
        utf8(isHex() ? one + u".toLowerCase()"_s : one), utf8(u"expected"_s));
    if (!hasSeveral())
        return line(u"return %1;"_s.arg(comparison));
    line(u"for (var one : %1) {"_s.arg(collection()));
    line(u"    if (%1)"_s.arg(comparison));
    line(u"        return true;"_s);
    line(u"}"_s);
    line(u"return false;"_s);
}

// Keys and texts that cannot be read throw, and a webhook that brings such a text is not genuine.
QString JavaWriter::whole() const
{
    QString imported;
    QString constants;
    for (const QString &import : imports())
        (import.startsWith("static"_L1) ? constants : imported) += u"import "_s + import + u";\n"_s;
    QString parameters = u"byte[] body, Map<String, String> headers, String secret"_s;
    if (recipe().needsMethod)
        parameters += u", String method"_s;
    if (recipe().needsUrl)
        parameters += u", String url"_s;
    QString faults = u"IllegalArgumentException"_s;
    if (imports().contains(u"java.security.GeneralSecurityException"_s))
        faults.prepend(u"GeneralSecurityException | "_s);
    if (imports().contains(u"java.time.DateTimeException"_s))
        faults += u" | DateTimeException"_s;
    return constants + u'\n' + imported + u"\nfinal class WebhookVerifier {\n"_s
        + explanation(u"    //"_s)
        + u"    static boolean verify(%1) {\n        try {\n"_s.arg(parameters)
        + lines().join(u'\n')
        + u"\n        } catch (%1 e) {\n            return false;\n        }\n    }\n}\n"_s.arg(
            faults);
}

core::Result<QString> writeJava(const Recipe &recipe) { return JavaWriter(recipe).write(); }

} // namespace snippets
