// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/csharpwriter.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

void CSharpWriter::refuseIf(const QString &condition)
{
    line(u"if (%1) return false;"_s.arg(condition));
}

void CSharpWriter::open()
{
    line(u"string Header(string name) => headers.FirstOrDefault("_s);
    line(
        u"    field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? \"\";"_s);
}

void CSharpWriter::readJson(const QList<Variable> &)
{
    refuse(tr("It needs values of the JSON body, and no code for these is made in C#."));
}

void CSharpWriter::assign(const QString &name, const QString &expression)
{
    line(u"var %1 = %2;"_s.arg(camelCase(name), expression));
}

QString CSharpWriter::at(const Place &place)
{
    if (place.source == Source::Header)
        return u"Header(%1)"_s.arg(quoted(place.name));
    need(u"System.Web"_s);
    const QString parameters = place.source == Source::Query ? u"new Uri(url).Query"_s
                                                             : u"Encoding.UTF8.GetString(body)"_s;
    return u"HttpUtility.ParseQueryString(%1)[%2] ?? \"\""_s.arg(parameters, quoted(place.name));
}

// A secret that cannot be read is a fault of the set-up, and yet no webhook may pass by it.
void CSharpWriter::makeKey()
{
    if (recipe().key.reading == KeyRecipe::Reading::Text)
        return assign(u"key"_s, keyBytes());
    line(u"byte[] key;"_s);
    line(u"try { key = %1; }"_s.arg(keyBytes()));
    line(u"catch (FormatException) { return false; }"_s);
}

void CSharpWriter::readSignatures()
{
    if (recipe().holding == Holding::Entries) {
        line(u"var entries = %1.Split(%2)"_s.arg(at(recipe().places.constFirst()),
                                                 quoted(recipe().separator)));
        line(u"    .Select(entry => entry.Trim()).ToList();"_s);
    } else if (recipe().holding == Holding::Numbered) {
        const QString name = QString(quoted(recipe().places.constFirst().name))
                                 .replace(u"{n}"_s, u"\" + n + \""_s);
        line(u"var signatures = Enumerable.Range(1, 100)"_s);
        line(u"    .Select(n => Header("_s + QString(name).replace(u" + \"\""_s, QString())
             + u")).ToList();"_s);
    } else {
        QStringList all;
        for (const Place &place : recipe().places)
            all.append(at(place));
        line(u"var signatures = new[] { %1 };"_s.arg(all.join(u", "_s)));
    }
}

void CSharpWriter::pick(const Pick &pick)
{
    const QString name = camelCase(pick.name);
    if (pick.mark.isEmpty()) {
        line(u"var %1 = entries.ElementAtOrDefault(%2) ?? \"\";"_s.arg(name,
                                                                       QString::number(pick.row)));
        return;
    }
    line(u"var %1 = entries.FirstOrDefault(entry => entry.StartsWith(%2, "
         "StringComparison.Ordinal))"_s.arg(name, quoted(pick.mark)));
    line(u"    ?.Substring(%1) ?? \"\";"_s.arg(pick.mark.size()));
}

void CSharpWriter::refuseEmpty(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(camelCase(name) + (name == "key"_L1 ? u".Length == 0"_s : u" == \"\""_s));
    refuseIf(all.join(u" || "_s));
}

void CSharpWriter::demand(const Demand &demand)
{
    refuseIf(u"%1 != %2"_s.arg(camelCase(demand.name), quoted(demand.value)));
}

void CSharpWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = camelCase(recipe().time);
    need(u"System.Globalization"_s);
    QString age;
    QString tolerance = limit();
    if (rule.unit == Unit::Iso8601) {
        line(u"if (!DateTimeOffset.TryParse(%1, CultureInfo.InvariantCulture,"_s.arg(name));
        line(u"        DateTimeStyles.AssumeUniversal, out var moment)) return false;"_s);
        age = u"(DateTimeOffset.UtcNow - moment).TotalSeconds"_s;
    } else {
        line(
            u"if (!long.TryParse(%1, NumberStyles.None, CultureInfo.InvariantCulture,"_s.arg(name));
        line(u"        out var moment)) return false;"_s);
        age = u"DateTimeOffset.UtcNow.%1() - moment"_s.arg(
            rule.unit == Unit::Milliseconds ? u"ToUnixTimeMilliseconds"_s : u"ToUnixTimeSeconds"_s);
    }
    line(u"var age = %1;"_s.arg(age));
    refuseIf(u"%1 %2 %3"_s.arg(rule.pastOnly ? u"age"_s : u"Math.Abs(age)"_s,
                               rule.exclusive ? u">="_s : u">"_s, tolerance));
}

void CSharpWriter::compareBodyDigest()
{
    line(u"var bodyDigest = %1;"_s.arg(
        encoded(u"%1.HashData(body)"_s.arg(upperName(recipe().bodyHash)), recipe().bodyEncoding)));
    refuseIf(u"!CryptographicOperations.FixedTimeEquals(%1, %2)"_s.arg(
        utf8(camelCase(recipe().bodyDigest)), utf8(u"bodyDigest"_s)));
}

} // namespace snippets
