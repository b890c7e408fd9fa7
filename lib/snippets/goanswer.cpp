// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/gowriter.h"
#include "snippets/writers.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

QString GoWriter::value(const Piece &piece)
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
        value = u"callURL"_s;
        break;
    case Kind::UrlWithoutQuery:
        need(u"strings"_s);
        return u"strings.FieldsFunc(callURL, func(r rune) bool { return r == '?' || r == '#' })[0]"_s;
    case Kind::FormSorted:
        sortForm();
        return u"sorted"_s;
    case Kind::Body:
        Q_UNREACHABLE();
    }
    if (piece.trim || piece.lower)
        need(u"strings"_s);
    value = piece.trim ? u"strings.TrimSpace(%1)"_s.arg(value) : value;
    return piece.lower ? u"strings.ToLower(%1)"_s.arg(value) : value;
}

// By names, then by values, each pair once.
void GoWriter::sortForm()
{
    need(u"sort"_s);
    parse(u"fields"_s, u"url.ParseQuery(string(body))"_s);
    line(u"var pairs [][2]string"_s);
    line(u"for name, values := range fields {"_s);
    line(u"\tfor _, value := range values {"_s);
    line(u"\t\tpairs = append(pairs, [2]string{name, value})"_s);
    line(u"\t}"_s);
    line(u"}"_s);
    line(u"sort.Slice(pairs, func(i, j int) bool {"_s);
    line(u"\ta, b := pairs[i], pairs[j]"_s);
    line(u"\treturn a[0] < b[0] || a[0] == b[0] && a[1] < b[1]"_s);
    line(u"})"_s);
    line(u"sorted := \"\""_s);
    line(u"for i, pair := range pairs {"_s);
    line(u"\tif i == 0 || pair != pairs[i-1] {"_s);
    line(u"\t\tsorted += pair[0] + pair[1]"_s);
    line(u"\t}"_s);
    line(u"}"_s);
}

QString GoWriter::text(const QList<Piece> &pieces)
{
    QStringList parts;
    for (const Piece &piece : pieces)
        parts.append(value(piece));
    return u"[]byte(%1)"_s.arg(parts.join(u" + "_s));
}

void GoWriter::writeMessage(const QString &target)
{
    for (const Run &run : runs()) {
        const QString bytes = run.body ? u"body"_s : text(run.texts);
        line(u"%1.Write(%2)"_s.arg(target, bytes));
    }
}

QString GoWriter::expected()
{
    const QString mark = recipe().mark.isEmpty() ? QString() : quoted(recipe().mark) + u" + "_s;
    const QString key = derivesKey() ? u"key"_s : u"[]byte(%1)"_s.arg(keyText());
    switch (recipe().type) {
    case Type::Hmac:
        if (recipe().key.hashed) {
            need(u"crypto/sha1"_s);
            line(u"hashed := sha1.Sum(%1)"_s.arg(key));
        }
        line(u"mac := hmac.New(%1, %2)"_s.arg(hasher(recipe().hash),
                                              recipe().key.hashed ? u"hashed[:]"_s : key));
        writeMessage(u"mac"_s);
        return mark + encoded(u"mac.Sum(nil)"_s, recipe().encoding);
    case Type::KeyedDigest:
        line(u"digest := %1()"_s.arg(hasher(recipe().hash)));
        writeMessage(u"digest"_s);
        return mark + encoded(u"digest.Sum(nil)"_s, recipe().encoding);
    case Type::Basic:
        return u"\"Basic \" + "_s + encoded(key, Encoding::Base64);
    default:
        return mark + (derivesKey() ? u"string(key)"_s : keyText());
    }
}

void GoWriter::readPublicKey()
{
    switch (*recipe().keyFormat) {
    case KeyFormat::Ed25519Hex:
    case KeyFormat::Ed25519Base64:
        return decode(u"key"_s, u"secret"_s, recipe().keyFormat == KeyFormat::Ed25519Hex);
    case KeyFormat::SpkiBase64:
        decode(u"der"_s, u"secret"_s, false);
        need(u"crypto/x509"_s);
        line(u"parsed, err := x509.ParsePKIXPublicKey(der)"_s);
        break;
    case KeyFormat::Pem:
        need(u"crypto/x509"_s);
        need(u"encoding/pem"_s);
        line(u"block, _ := pem.Decode([]byte(secret))"_s);
        refuseIf(u"block == nil"_s);
        line(u"parsed, err := x509.ParsePKIXPublicKey(block.Bytes)"_s);
        break;
    default:
        return refuse(tr("Its public key stands in a certificate or an uncommon text."));
    }
    refuseIf(u"err != nil"_s);
    const bool rsa = recipe().type == Type::Rsa;
    need(rsa ? u"crypto/rsa"_s : u"crypto/ecdsa"_s);
    line(u"key, ok := parsed.(*%1.PublicKey)"_s.arg(rsa ? u"rsa"_s : u"ecdsa"_s));
    refuseIf(u"!ok"_s);
}

void GoWriter::verifyWithPublicKey()
{
    if (hasSeveral() || !recipe().mark.isEmpty())
        return refuse(tr("Several signatures of a public key may stand in one webhook."));
    decode(u"bytes"_s, u"signature"_s, recipe().encoding == Encoding::Hex);
    readPublicKey();
    if (recipe().type == Type::Ed25519) {
        need(u"crypto/ed25519"_s);
        line(u"var message []byte"_s);
        for (const Run &run : runs()) {
            const QString part = run.body ? u"body"_s : text(run.texts);
            line(u"message = append(message, %1...)"_s.arg(part));
        }
        line(u"return len(key) == ed25519.PublicKeySize && ed25519.Verify(key, message, bytes)"_s);
        return;
    }
    line(u"digest := %1()"_s.arg(hasher(recipe().hash)));
    writeMessage(u"digest"_s);
    if (recipe().type == Type::Ecdsa)
        return line(u"return ecdsa.VerifyASN1(key, digest.Sum(nil), bytes)"_s);
    need(u"crypto"_s);
    line(u"return rsa.VerifyPKCS1v15(key, crypto.%1, digest.Sum(nil), bytes) == nil"_s.arg(
        lowerName(recipe().hash).toUpper()));
}

void GoWriter::compare()
{
    if (recipe().keyFormat)
        return verifyWithPublicKey();
    need(u"crypto/hmac"_s);
    const QString made = expected();
    line(u"expected := %1"_s.arg(made));
    const QString one = hasSeveral() ? u"one"_s : u"signature"_s;
    if (isHex())
        need(u"strings"_s);
    const QString comparison = u"hmac.Equal([]byte(%1), []byte(expected))"_s.arg(
        isHex() ? u"strings.ToLower(%1)"_s.arg(one) : one);
    if (!hasSeveral())
        return line(u"return %1"_s.arg(comparison));
    line(u"for _, one := range %1 {"_s.arg(collection()));
    line(u"\tif %1 {"_s.arg(comparison));
    line(u"\t\treturn true"_s);
    line(u"\t}"_s);
    line(u"}"_s);
    line(u"return false"_s);
}

QString GoWriter::whole() const
{
    QString imported;
    for (const QString &import : imports())
        imported += u"\t\""_s + import + u"\"\n"_s;
    QString parameters = u"body []byte, headers http.Header, secret"_s;
    if (recipe().needsMethod)
        parameters += u", method"_s;
    if (recipe().needsUrl)
        parameters += u", callURL"_s;
    return u"package webhooks\n\nimport (\n"_s + imported + u")\n\n"_s
        + explanation(u"//"_s).replace(u"`url`"_s, u"`callURL`"_s)
        + u"func VerifyWebhook(%1 string) bool {\n"_s.arg(parameters) + lines().join(u'\n')
        + u"\n}\n"_s;
}

core::Result<QString> writeGo(const Recipe &recipe) { return GoWriter(recipe).write(); }

} // namespace snippets
