// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/cpphelpers.h"
#include "snippets/cppwriter.h"
#include "snippets/writers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

QString CppWriter::value(const Piece &piece)
{
    using Kind = Piece::Kind;
    if (piece.trim)
        refuse(tr("It signs a value that is changed in an uncommon way."));
    QString value;
    switch (piece.kind) {
    case Kind::Literal:
        return literal(piece.text);
    case Kind::Variable:
        value = camelCase(piece.name);
        break;
    case Kind::Body:
        return u"body"_s;
    case Kind::Secret:
        return derivesKey() ? u"key"_s : keyText();
    case Kind::Method:
        value = u"method"_s;
        break;
    case Kind::Url:
        value = u"url"_s;
        break;
    case Kind::UrlWithoutQuery:
        return u"url.substr(0, url.find_first_of(\"?#\"))"_s;
    case Kind::FormSorted:
        refuse(tr("It needs parameters, and C++'s standard library does not take these apart."));
        return {};
    }
    if (!piece.lower)
        return value;
    use(helperLower);
    return u"lower(%1)"_s.arg(value);
}

QString CppWriter::message()
{
    QStringList parts;
    for (const Piece &piece : recipe().message)
        parts.append(value(piece));
    return (recipe().message.constFirst().kind == Piece::Kind::Literal ? u"std::string() + "_s
                                                                       : QString())
        + parts.join(u" + "_s);
}

QString CppWriter::expected()
{
    const QString mark = recipe().mark.isEmpty() ? QString() : literal(recipe().mark) + u" + "_s;
    QString key = derivesKey() ? u"key"_s : keyText();
    if (!recipe().key.suffix.isEmpty() && !derivesKey()) {
        assign(u"key"_s, key);
        key = u"key"_s;
    }
    const QString hash = lowerName(recipe().hash);
    switch (recipe().type) {
    case Type::Hmac:
        need(u"<openssl/hmac.h>"_s);
        need(u"<vector>"_s);
        line(u"std::vector<unsigned char> mac(EVP_MD_get_size(EVP_%1()));"_s.arg(hash));
        line(u"if (!HMAC(EVP_%1(), %2.data(), int(%2.size()),"_s.arg(hash, key));
        line(u"          reinterpret_cast<const unsigned char *>(%1.data()), %1.size(),"_s.arg(
            messageName()));
        line(u"          mac.data(), nullptr))"_s);
        line(u"    return false;"_s);
        return mark + encoded(u"mac"_s, recipe().encoding);
    case Type::KeyedDigest:
        digest(u"digest"_s, recipe().hash, messageName());
        return mark + encoded(u"digest"_s, recipe().encoding);
    case Type::Basic:
        use(helperBase64);
        return u"\"Basic \" + base64({%1.begin(), %1.end()})"_s.arg(key);
    default:
        return mark + key;
    }
}

void CppWriter::readPublicKey()
{
    need(u"<memory>"_s);
    line(u"using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;"_s);
    switch (*recipe().keyFormat) {
    case KeyFormat::Ed25519Hex:
    case KeyFormat::Ed25519Base64: {
        const bool hex = recipe().keyFormat == KeyFormat::Ed25519Hex;
        use(hex ? helperFromHex : helperFromBase64);
        line(u"const std::string raw = %1(secret);"_s.arg(hex ? u"fromHex"_s : u"fromBase64"_s));
        line(u"const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr,"_s);
        line(u"    reinterpret_cast<const unsigned char *>(raw.data()), raw.size()), "
             "EVP_PKEY_free);"_s);
        return;
    }
    case KeyFormat::SpkiBase64:
        need(u"<openssl/x509.h>"_s);
        use(helperFromBase64);
        line(u"const std::string der = fromBase64(secret);"_s);
        line(u"const auto *start = reinterpret_cast<const unsigned char *>(der.data());"_s);
        line(u"const Key key(d2i_PUBKEY(nullptr, &start, long(der.size())), EVP_PKEY_free);"_s);
        return;
    case KeyFormat::Pem:
        need(u"<openssl/pem.h>"_s);
        line(u"const std::unique_ptr<BIO, decltype(&BIO_free)> pem("_s);
        line(u"    BIO_new_mem_buf(secret.data(), int(secret.size())), BIO_free);"_s);
        line(u"const Key key(PEM_read_bio_PUBKEY(pem.get(), nullptr, nullptr, nullptr), "
             "EVP_PKEY_free);"_s);
        return;
    default:
        refuse(tr("Its public key stands in a certificate or an uncommon text."));
    }
}

void CppWriter::verifyWithPublicKey()
{
    if (hasSeveral() || !recipe().mark.isEmpty())
        return refuse(tr("Several signatures of a public key may stand in one webhook."));
    const bool hex = recipe().encoding == Encoding::Hex;
    use(hex ? helperFromHex : helperFromBase64);
    readPublicKey();
    assign(u"bytes"_s, hex ? u"fromHex(signature)"_s : u"fromBase64(signature)"_s);
    line(u"const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context("_s);
    line(u"    EVP_MD_CTX_new(), EVP_MD_CTX_free);"_s);
    const QString hash = recipe().type == Type::Ed25519
        ? u"nullptr"_s
        : u"EVP_%1()"_s.arg(lowerName(recipe().hash));
    line(u"return key && context"_s);
    line(u"    && EVP_DigestVerifyInit(context.get(), nullptr, %1, nullptr, key.get()) == 1"_s.arg(
        hash));
    line(u"    && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char "
         "*>(bytes.data()),"_s);
    line(u"                        bytes.size(), reinterpret_cast<const unsigned char "
         "*>(%1.data()),"_s.arg(messageName()));
    line(u"                        %1.size()) == 1;"_s.arg(messageName()));
}

void CppWriter::compare()
{
    if (makesMessage())
        assign(u"message"_s, message());
    if (recipe().keyFormat)
        return verifyWithPublicKey();
    use(helperIsEqual);
    const QString made = expected();
    assign(u"expected"_s, made);
    if (isHex())
        use(helperLower);
    const QString one = hasSeveral() ? u"one"_s : u"signature"_s;
    const QString comparison
        = u"isEqual(%1, expected)"_s.arg(isHex() ? u"lower(%1)"_s.arg(one) : one);
    if (!hasSeveral())
        return line(u"return %1;"_s.arg(comparison));
    need(u"<algorithm>"_s);
    line(u"return std::any_of(%1.begin(), %1.end(), [&](const std::string &one) {"_s.arg(
        collection()));
    line(u"    return %1;"_s.arg(comparison));
    line(u"});"_s);
}

QString CppWriter::whole() const
{
    QString ours;
    QString standard;
    for (const QString &import : imports())
        (import.contains(u".h>"_s) ? ours : standard) += u"#include "_s + import + u'\n';
    QString parameters = u"const std::string &secret"_s;
    if (recipe().needsMethod)
        parameters += u", const std::string &method"_s;
    if (recipe().needsUrl)
        parameters += u", const std::string &url"_s;
    const QString helpers = m_helpers.isEmpty()
        ? QString()
        : u"namespace\n{\n\n"_s + m_helpers + u"} // namespace\n\n"_s;
    return ours + u'\n' + standard + u'\n' + helpers + explanation(u"//"_s)
        + u"bool verifyWebhook(const std::string &%1,\n"
          "                   const std::map<std::string, std::string> &headers,\n"
          "                   "_s.arg(usesBody() ? u"body"_s : u"/* body */"_s)
        + parameters + u")\n{\n"_s + lines().join(u'\n') + u"\n}\n"_s;
}

core::Result<QString> writeCpp(const Recipe &recipe) { return CppWriter(recipe).write(); }

} // namespace snippets
