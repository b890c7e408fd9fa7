// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/rubywriter.h"
#include "snippets/writers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

QString RubyWriter::value(const Piece &piece)
{
    using Kind = Piece::Kind;
    QString value;
    switch (piece.kind) {
    case Kind::Variable:
        value = snakeCase(piece.name);
        break;
    case Kind::Secret:
        value = derivesKey() ? u"key"_s : keyBytes();
        if (!recipe().key.suffix.isEmpty())
            value = u'(' + value + u')';
        break;
    case Kind::Method:
        value = u"method"_s;
        break;
    case Kind::Url:
        value = u"url"_s;
        break;
    case Kind::UrlWithoutQuery:
        value = u"url[/\\A[^?#]*/]"_s;
        break;
    case Kind::FormSorted:
        need(u"require \"uri\""_s);
        line(u"fields = URI.decode_www_form(body).uniq.sort.join"_s);
        value = u"fields"_s;
        break;
    case Kind::Literal:
    case Kind::Body:
        Q_UNREACHABLE();
    }
    return value + (piece.trim ? u".strip"_s : QString())
        + (piece.lower ? u".downcase"_s : QString());
}

QString RubyWriter::text(const QList<Piece> &pieces)
{
    if (pieces.size() == 1 && pieces.constFirst().kind == Piece::Kind::Literal)
        return literal(pieces.constFirst().text) + u".b"_s;
    if (pieces.size() == 1)
        return value(pieces.constFirst()) + u".b"_s;
    QString inside;
    for (const Piece &piece : pieces)
        inside += piece.kind == Piece::Kind::Literal ? escaped(piece.text, u"\"#")
                                                     : u"#{"_s + value(piece) + u'}';
    return u'"' + inside + u"\".b"_s;
}

QString RubyWriter::message()
{
    QStringList parts;
    for (const Run &run : runs())
        parts.append(run.body ? u"body.b"_s : text(run.texts));
    return parts.join(u" + "_s);
}

QString RubyWriter::key()
{
    const QString bytes = derivesKey() ? u"key"_s : keyBytes();
    return recipe().key.hashed ? u"OpenSSL::Digest.digest(\"SHA1\", %1)"_s.arg(bytes) : bytes;
}

// Not hashed yet.
QString RubyWriter::keyBytes()
{
    const KeyRecipe &key = recipe().key;
    QString text = u"secret"_s;
    if (!key.prefix.isEmpty())
        text += u".delete_prefix(%1)"_s.arg(literal(key.prefix));
    if (key.decomposed)
        text += u".unicode_normalize(:nfkd)"_s;
    if (!key.suffix.isEmpty())
        text = u"%1 + %2"_s.arg(text, literal(key.suffix));
    if (key.reading == KeyRecipe::Reading::Base64)
        text += u".unpack1(\"m\")"_s;
    if (key.reading == KeyRecipe::Reading::Hex)
        text = u"[%1].pack(\"H*\")"_s.arg(text);
    return text;
}

QString RubyWriter::expected()
{
    const QString hash = lowerName(recipe().hash).toUpper();
    QString text;
    switch (recipe().type) {
    case Type::Hmac:
        text = written(u"OpenSSL::HMAC"_s, u"\"%1\", %2, %3"_s.arg(hash, key(), messageName()),
                       recipe().encoding);
        break;
    case Type::KeyedDigest:
        text
            = written(u"OpenSSL::Digest.new(\"%1\")"_s.arg(hash), messageName(), recipe().encoding);
        break;
    case Type::Basic:
        return u"\"Basic \" + [%1].pack(\"m0\")"_s.arg(key());
    default:
        text = key() + u".b"_s;
    }
    return recipe().mark.isEmpty() ? text : literal(recipe().mark) + u" + "_s + text;
}

void RubyWriter::verifyWithPublicKey()
{
    if (hasSeveral())
        return refuse(tr("Several signatures of a public key may stand in one webhook."));
    const bool hex = recipe().encoding == Encoding::Hex;
    const QString bare = recipe().mark.isEmpty()
        ? u"signature"_s
        : u"signature.delete_prefix(%1)"_s.arg(literal(recipe().mark));
    line(u"bytes = "_s + (hex ? u"[%1].pack(\"H*\")"_s : u"%1.unpack1(\"m\")"_s).arg(bare));
    switch (*recipe().keyFormat) {
    case KeyFormat::Ed25519Hex:
    case KeyFormat::Ed25519Base64:
        line(u"# Ed25519's fixed beginning of a key in DER (RFC 8410)."_s);
        line(u"der = [\"302a300506032b6570032100\"].pack(\"H*\") + "_s
             + (recipe().keyFormat == KeyFormat::Ed25519Hex ? u"[secret].pack(\"H*\")"_s
                                                            : u"secret.unpack1(\"m\")"_s));
        line(u"key = OpenSSL::PKey.read(der)"_s);
        break;
    case KeyFormat::SpkiBase64:
        line(u"key = OpenSSL::PKey.read(secret.unpack1(\"m\"))"_s);
        break;
    case KeyFormat::X509Pem:
        line(u"key = OpenSSL::X509::Certificate.new(secret).public_key"_s);
        break;
    default:
        line(u"key = OpenSSL::PKey.read(secret)"_s);
    }
    const QString hash = recipe().type == Type::Ed25519
        ? u"nil"_s
        : u'"' + lowerName(recipe().hash).toUpper() + u'"';
    line(u"key.verify(%1, bytes, %2)"_s.arg(hash, messageName()));
    indent(-1);
    line(u"rescue OpenSSL::OpenSSLError"_s);
    line(u"  false"_s);
    indent(1);
}

void RubyWriter::compare()
{
    need(u"require \"openssl\""_s);
    if (makesMessage()) {
        const QString bytes = message();
        line(u"message = "_s + bytes);
    }
    if (recipe().keyFormat)
        return verifyWithPublicKey();
    line(u"expected = "_s + expected());
    const QString one = hasSeveral() ? u"one"_s : u"signature"_s;
    const QString comparison = u"OpenSSL.secure_compare(%1%2, expected)"_s.arg(
        one, isHex() ? u".downcase"_s : QString());
    line(hasSeveral() ? u"%1.any? { |one| %2 }"_s.arg(collection(), comparison) : comparison);
}

QString RubyWriter::whole() const
{
    QString parameters = u"body, headers, secret"_s;
    if (recipe().needsMethod)
        parameters += u", method"_s;
    if (recipe().needsUrl)
        parameters += u", url"_s;
    return imports().join(u'\n') + u"\n\n"_s + explanation(u"#"_s)
        + u"def verify_webhook(%1)\n"_s.arg(parameters) + lines().join(u'\n') + u"\nend\n"_s;
}

core::Result<QString> writeRuby(const Recipe &recipe) { return RubyWriter(recipe).write(); }

} // namespace snippets
