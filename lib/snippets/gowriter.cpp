// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/gowriter.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

void GoWriter::refuseIf(const QString &condition)
{
    line(u"if %1 {"_s.arg(condition));
    line(u"\treturn false"_s);
    line(u"}"_s);
}

void GoWriter::readJson(const QList<Variable> &)
{
    refuse(tr("It needs values of the JSON body, and no code for these is made in Go."));
}

void GoWriter::assign(const QString &name, const QString &expression)
{
    line(u"%1 := %2"_s.arg(camelCase(name), expression));
}

QString GoWriter::at(const Place &place)
{
    if (place.source == Source::Header)
        return u"headers.Get(%1)"_s.arg(quoted(place.name));
    if (place.source == Source::Query) {
        parse(u"address"_s, u"url.Parse(callURL)"_s);
        return u"address.Query().Get(%1)"_s.arg(quoted(place.name));
    }
    parse(u"fields"_s, u"url.ParseQuery(string(body))"_s);
    return u"fields.Get(%1)"_s.arg(quoted(place.name));
}

// Once: a name that is known cannot be declared again.
void GoWriter::parse(const QString &name, const QString &call)
{
    if (m_parsed.contains(name))
        return;
    m_parsed.append(name);
    need(u"net/url"_s);
    line(u"%1, err := %2"_s.arg(name, call));
    refuseIf(u"err != nil"_s);
}

void GoWriter::decode(const QString &name, const QString &text, bool hex)
{
    need(hex ? u"encoding/hex"_s : u"encoding/base64"_s);
    line(u"%1, err := %2(%3)"_s.arg(
        name, hex ? u"hex.DecodeString"_s : u"base64.StdEncoding.DecodeString"_s, text));
    refuseIf(u"err != nil"_s);
}

QString GoWriter::keyText()
{
    const KeyRecipe &key = recipe().key;
    QString text = u"secret"_s;
    if (key.decomposed)
        refuse(tr("Go's standard library does not normalize Unicode; golang.org/x/text does."));
    if (!key.prefix.isEmpty()) {
        need(u"strings"_s);
        text = u"strings.TrimPrefix(secret, %1)"_s.arg(quoted(key.prefix));
    }
    return key.suffix.isEmpty() ? text : text + u'+' + quoted(key.suffix);
}

void GoWriter::makeKey()
{
    if (recipe().key.reading == KeyRecipe::Reading::Text)
        line(u"key := []byte(%1)"_s.arg(keyText()));
    else
        decode(u"key"_s, keyText(), recipe().key.reading == KeyRecipe::Reading::Hex);
}

void GoWriter::readSignatures()
{
    if (recipe().holding == Holding::Entries) {
        need(u"strings"_s);
        line(u"entries := strings.Split(%1, %2)"_s.arg(at(recipe().places.constFirst()),
                                                       quoted(recipe().separator)));
        line(u"for i, entry := range entries {"_s);
        line(u"\tentries[i] = strings.TrimSpace(entry)"_s);
        line(u"}"_s);
    } else if (recipe().holding == Holding::Numbered) {
        need(u"fmt"_s);
        line(u"var signatures []string"_s);
        line(u"for n := 1; n <= 100; n++ {"_s);
        const QByteArray name
            = QByteArray(recipe().places.constFirst().name).replace("%", "%%").replace("{n}", "%d");
        line(u"\tsignatures = append(signatures, headers.Get(fmt.Sprintf("_s + quoted(name)
             + u", n)))"_s);
        line(u"}"_s);
    } else {
        QStringList all;
        for (const Place &place : recipe().places)
            all.append(at(place));
        line(u"signatures := []string{%1}"_s.arg(all.join(u", "_s)));
    }
}

void GoWriter::pick(const Pick &pick)
{
    line(u"%1 := \"\""_s.arg(camelCase(pick.name)));
    if (pick.mark.isEmpty()) {
        line(u"if len(entries) > %1 {"_s.arg(pick.row));
        line(u"\t%1 = entries[%2]"_s.arg(camelCase(pick.name), QString::number(pick.row)));
        line(u"}"_s);
        return;
    }
    line(u"for _, entry := range entries {"_s);
    line(u"\tif strings.HasPrefix(entry, %1) {"_s.arg(quoted(pick.mark)));
    line(u"\t\t%1 = strings.TrimPrefix(entry, %2)"_s.arg(camelCase(pick.name), quoted(pick.mark)));
    line(u"\t\tbreak"_s);
    line(u"\t}"_s);
    line(u"}"_s);
}

void GoWriter::refuseEmpty(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(name == "key"_L1 ? u"len(key) == 0"_s : camelCase(name) + u" == \"\""_s);
    refuseIf(all.join(u" || "_s));
}

void GoWriter::demand(const Demand &demand)
{
    refuseIf(u"%1 != %2"_s.arg(camelCase(demand.name), quoted(demand.value)));
}

void GoWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = camelCase(recipe().time);
    need(u"time"_s);
    if (rule.unit == Unit::Iso8601) {
        line(u"moment, err := time.Parse(time.RFC3339, %1)"_s.arg(name));
        line(u"if err != nil { // without a zone it is UTC"_s);
        line(u"\tmoment, err = time.Parse(\"2006-01-02T15:04:05\", %1)"_s.arg(name));
        line(u"}"_s);
    } else {
        need(u"strconv"_s);
        line(u"number, err := strconv.ParseInt(%1, 10, 64)"_s.arg(name));
    }
    const QString moment = rule.unit == Unit::Iso8601 ? u"moment"_s
        : rule.unit == Unit::Milliseconds             ? u"time.UnixMilli(number)"_s
                                                      : u"time.Unix(number, 0)"_s;
    line(u"age := time.Since(%1)"_s.arg(moment));
    refuseIf(u"err != nil || %1 %2 %3*time.Second"_s.arg(
        rule.pastOnly ? u"age"_s : u"age.Abs()"_s, rule.exclusive ? u">="_s : u">"_s,
        QString::number(rule.tolerance.value_or(0))));
}

QString GoWriter::hasher(Hash hash)
{
    switch (hash) {
    case Hash::Md5:
        need(u"crypto/md5"_s);
        return u"md5.New"_s;
    case Hash::Sha1:
        need(u"crypto/sha1"_s);
        return u"sha1.New"_s;
    case Hash::Sha256:
        need(u"crypto/sha256"_s);
        return u"sha256.New"_s;
    case Hash::Sha384:
        need(u"crypto/sha512"_s);
        return u"sha512.New384"_s;
    case Hash::Sha512:
        need(u"crypto/sha512"_s);
        return u"sha512.New"_s;
    }
    Q_UNREACHABLE();
}

QString GoWriter::encoded(const QString &bytes, Encoding encoding)
{
    need(encoding == Encoding::Hex ? u"encoding/hex"_s : u"encoding/base64"_s);
    switch (encoding) {
    case Encoding::Hex:
        return u"hex.EncodeToString(%1)"_s.arg(bytes);
    case Encoding::Base64:
        return u"base64.StdEncoding.EncodeToString(%1)"_s.arg(bytes);
    case Encoding::Base64Url:
        return u"base64.RawURLEncoding.EncodeToString(%1)"_s.arg(bytes);
    }
    Q_UNREACHABLE();
}

void GoWriter::compareBodyDigest()
{
    need(u"crypto/hmac"_s);
    line(u"digest := %1()"_s.arg(hasher(recipe().bodyHash)));
    line(u"digest.Write(body)"_s);
    line(u"bodyDigest := %1"_s.arg(encoded(u"digest.Sum(nil)"_s, recipe().bodyEncoding)));
    refuseIf(u"!hmac.Equal([]byte(%1), []byte(bodyDigest))"_s.arg(camelCase(recipe().bodyDigest)));
}

} // namespace snippets
