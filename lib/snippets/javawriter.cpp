// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/javawriter.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

void JavaWriter::refuseIf(const QString &condition)
{
    line(u"if (%1) return false;"_s.arg(condition));
}

void JavaWriter::open()
{
    line(u"var fields = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);"_s);
    line(u"fields.putAll(headers);"_s);
}

void JavaWriter::readJson(const QList<Variable> &)
{
    refuse(tr("It needs values of the JSON body, and Java's standard library reads no JSON."));
}

void JavaWriter::assign(const QString &name, const QString &expression)
{
    line(u"var %1 = %2;"_s.arg(camelCase(name), expression));
}

QString JavaWriter::at(const Place &place)
{
    if (place.source != Source::Header)
        refuse(tr("It needs parameters, and Java's standard library does not take these apart."));
    return u"fields.getOrDefault(%1, \"\")"_s.arg(quoted(place.name));
}

void JavaWriter::readSignatures()
{
    if (recipe().holding == Holding::Entries) {
        need(u"java.util.Arrays"_s);
        need(u"java.util.regex.Pattern"_s);
        line(u"var entries = Arrays.stream(%1.split(Pattern.quote(%2)))"_s.arg(
            at(recipe().places.constFirst()), quoted(recipe().separator)));
        line(u"    .map(String::trim).toList();"_s);
    } else if (recipe().holding == Holding::Numbered) {
        need(u"java.util.stream.IntStream"_s);
        const QString name = quoted(recipe().places.constFirst().name)
                                 .replace(u"{n}"_s, u"\" + n + \""_s)
                                 .replace(u" + \"\""_s, QString());
        line(u"var signatures = IntStream.rangeClosed(1, 100)"_s);
        line(u"    .mapToObj(n -> fields.getOrDefault("_s + name + u", \"\")).toList();"_s);
    } else {
        need(u"java.util.List"_s);
        QStringList all;
        for (const Place &place : recipe().places)
            all.append(at(place));
        line(u"var signatures = List.of("_s);
        line(u"    %1);"_s.arg(all.join(u", "_s)));
    }
}

void JavaWriter::pick(const Pick &pick)
{
    const QString name = camelCase(pick.name);
    if (pick.mark.isEmpty()) {
        line(u"var %1 = entries.size() > %2 ? entries.get(%2) : \"\";"_s.arg(
            name, QString::number(pick.row)));
        return;
    }
    line(u"var %1 = entries.stream().filter(entry -> entry.startsWith(%2))"_s.arg(
        name, quoted(pick.mark)));
    line(u"    .map(entry -> entry.substring(%1)).findFirst().orElse(\"\");"_s.arg(
        pick.mark.size()));
}

void JavaWriter::refuseEmpty(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(name == "key"_L1 ? u"key.length == 0"_s : camelCase(name) + u".isEmpty()"_s);
    refuseIf(all.join(u" || "_s));
}

void JavaWriter::demand(const Demand &demand)
{
    refuseIf(u"!%1.equals(%2)"_s.arg(camelCase(demand.name), quoted(demand.value)));
}

void JavaWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = camelCase(recipe().time);
    need(u"java.time.Instant"_s);
    QString age;
    if (rule.unit == Unit::Iso8601) {
        need(u"java.time.DateTimeException"_s);
        line(u"var zone = %1.matches(\".*(Z|[+-]\\\\d\\\\d:\\\\d\\\\d)\") ? \"\" : \"Z\";"_s.arg(
            name));
        age = u"Instant.now().getEpochSecond() - Instant.parse(%1 + zone).getEpochSecond()"_s.arg(
            name);
    } else {
        const bool fine = rule.unit == Unit::Milliseconds;
        age = u"Instant.now().%1 - Long.parseLong(%2)"_s.arg(
            fine ? u"toEpochMilli()"_s : u"getEpochSecond()"_s, name);
    }
    line(u"var age = %1;"_s.arg(age));
    refuseIf(u"%1 %2 %3"_s.arg(rule.pastOnly ? u"age"_s : u"Math.abs(age)"_s,
                               rule.exclusive ? u">="_s : u">"_s, limit()));
}

QString JavaWriter::encoded(const QString &bytes, Encoding encoding)
{
    if (encoding == Encoding::Hex) {
        need(u"java.util.HexFormat"_s);
        return u"HexFormat.of().formatHex(%1)"_s.arg(bytes);
    }
    need(u"java.util.Base64"_s);
    return (encoding == Encoding::Base64
                ? u"Base64.getEncoder().encodeToString(%1)"_s
                : u"Base64.getUrlEncoder().withoutPadding().encodeToString(%1)"_s)
        .arg(bytes);
}

QString JavaWriter::decoded(const QString &text, bool hex)
{
    need(hex ? u"java.util.HexFormat"_s : u"java.util.Base64"_s);
    return (hex ? u"HexFormat.of().parseHex(%1)"_s : u"Base64.getDecoder().decode(%1)"_s).arg(text);
}

void JavaWriter::compareBodyDigest()
{
    need(u"java.security.MessageDigest"_s);
    line(u"var bodyDigest = "_s
         + encoded(
             u"MessageDigest.getInstance(\"%1\").digest(body)"_s.arg(nameOf(recipe().bodyHash)),
             recipe().bodyEncoding)
         + u';');
    refuseIf(u"!MessageDigest.isEqual(%1, %2)"_s.arg(utf8(camelCase(recipe().bodyDigest)),
                                                     utf8(u"bodyDigest"_s)));
}

} // namespace snippets
