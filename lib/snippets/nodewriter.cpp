// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/nodewriter.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

void NodeWriter::open()
{
    line(u"const header = (name) =>"_s);
    line(u"  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? \"\";"_s);
}

void NodeWriter::readJson(const QList<Variable> &values)
{
    line(u"let data;"_s);
    line(u"try {"_s);
    line(u"  data = JSON.parse(body);"_s);
    line(u"} catch {"_s);
    line(u"  return false;"_s);
    line(u"}"_s);
    for (const Variable &value : values) {
        QString expression = u"data"_s;
        for (const QByteArray &token : pointerTokens(value.place.name))
            expression += u"?.["_s + quoted(token) + u']';
        assign(value.name, u"String(%1 ?? \"\")"_s.arg(expression));
    }
}

void NodeWriter::assign(const QString &name, const QString &expression)
{
    line(u"const %1 = %2;"_s.arg(camelCase(name), expression));
}

QString NodeWriter::at(const Place &place)
{
    if (place.source == Source::Header)
        return u"header(%1)"_s.arg(quoted(place.name.toLower()));
    const QString parameters = place.source == Source::Query
        ? u"new URL(url).searchParams"_s
        : u"new URLSearchParams(body.toString())"_s;
    return u"%1.get(%2) ?? \"\""_s.arg(parameters, quoted(place.name));
}

void NodeWriter::readSignatures()
{
    if (recipe().holding == Holding::Entries) {
        assign(u"entries"_s,
               u"%1.split(%2).map((entry) => entry.trim())"_s.arg(at(recipe().places.constFirst()),
                                                                  quoted(recipe().separator)));
    } else if (recipe().holding == Holding::Numbered) {
        const QString name = escaped(recipe().places.constFirst().name.toLower(), u"`$");
        line(u"const signatures = Array.from({ length: 100 }, (_, n) => header(`%1`));"_s.arg(
            QString(name).replace(u"{n}"_s, u"${n + 1}"_s)));
    } else {
        QStringList all;
        for (const Place &place : recipe().places)
            all.append(at(place));
        assign(u"signatures"_s, u'[' + all.join(u", "_s) + u']');
    }
}

void NodeWriter::pick(const Pick &pick)
{
    if (pick.mark.isEmpty())
        assign(pick.name, u"entries[%1]"_s.arg(pick.row));
    else
        assign(pick.name,
               u"entries.find((entry) => entry.startsWith(%1))?.slice(%2)"_s.arg(
                   quoted(pick.mark), QString::number(pick.mark.size())));
}

void NodeWriter::refuseEmpty(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(name == "key"_L1 ? u"!key.length"_s : u'!' + camelCase(name));
    line(u"if (%1) return false;"_s.arg(all.join(u" || "_s)));
}

void NodeWriter::demand(const Demand &demand)
{
    line(u"if (%1 !== %2) return false;"_s.arg(camelCase(demand.name), quoted(demand.value)));
}

// NaN is neither above nor below a limit, so the question is whether the age is within it.
void NodeWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = camelCase(recipe().time);
    QString age;
    QString tolerance = limit();
    if (rule.unit == Unit::Iso8601) {
        line(u"const zone = /(Z|[+-]\\d\\d:?\\d\\d)$/i.test(%1) ? \"\" : \"Z\";"_s.arg(name));
        age = u"Date.now() - Date.parse(%1 + zone)"_s.arg(name);
        tolerance += u" * 1000"_s;
    } else if (rule.unit == Unit::Milliseconds) {
        age = u"Date.now() - Number(%1)"_s.arg(name);
    } else {
        age = u"Date.now() / 1000 - Number(%1)"_s.arg(name);
    }
    line(u"const age = %1;"_s.arg(age));
    line(u"if (!(%1 %2 %3)) return false;"_s.arg(rule.pastOnly ? u"age"_s : u"Math.abs(age)"_s,
                                                 rule.exclusive ? u"<"_s : u"<="_s, tolerance));
}

void NodeWriter::compareBodyDigest()
{
    line(u"const bodyDigest = crypto.createHash(\"%1\").update(body).digest(%2);"_s.arg(
        lowerName(recipe().bodyHash), nameOf(recipe().bodyEncoding)));
    line(u"if (!isEqual(%1, bodyDigest)) return false;"_s.arg(camelCase(recipe().bodyDigest)));
}

} // namespace snippets
