// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/phpwriter.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

void PhpWriter::refuseIf(const QString &condition)
{
    line(u"if (%1) {"_s.arg(condition));
    line(u"    return false;"_s);
    line(u"}"_s);
}

void PhpWriter::open() { line(u"$headers = array_change_key_case($headers);"_s); }

void PhpWriter::readJson(const QList<Variable> &values)
{
    line(u"$data = json_decode($body, true);"_s);
    for (const Variable &value : values) {
        QString expression = u"$data"_s;
        for (const QByteArray &token : pointerTokens(value.place.name))
            expression += u'[' + literal(token) + u']';
        assign(value.name, u"(string) (%1 ?? '')"_s.arg(expression));
    }
}

void PhpWriter::assign(const QString &name, const QString &expression)
{
    line(u"%1 = %2;"_s.arg(variable(name), expression));
}

QString PhpWriter::at(const Place &place)
{
    if (place.source == Source::Header)
        return u"$headers[%1] ?? ''"_s.arg(literal(place.name.toLower()));
    const bool query = place.source == Source::Query;
    line(query ? u"parse_str((string) parse_url($url, PHP_URL_QUERY), $query);"_s
               : u"parse_str($body, $form);"_s);
    const QByteArray name = QByteArray(place.name).replace('.', '_').replace(' ', '_');
    return u"%1[%2] ?? ''"_s.arg(query ? u"$query"_s : u"$form"_s, literal(name));
}

void PhpWriter::readSignatures()
{
    if (recipe().holding == Holding::Entries) {
        assign(u"entries"_s,
               u"array_map('trim', explode(%1, %2))"_s.arg(literal(recipe().separator),
                                                           at(recipe().places.constFirst())));
    } else if (recipe().holding == Holding::Numbered) {
        line(u"$signatures = [];"_s);
        line(u"for ($n = 1; $n <= 100; $n++) {"_s);
        const QByteArray name = recipe().places.constFirst().name.toLower();
        const qsizetype n = name.indexOf("{n}");
        const QString rest
            = n + 3 < name.size() ? u" . "_s + literal(name.sliced(n + 3)) : QString();
        line(u"    $signatures[] = $headers[%1 . $n%2] ?? '';"_s.arg(literal(name.first(n)), rest));
        line(u"}"_s);
    } else {
        QStringList all;
        for (const Place &place : recipe().places)
            all.append(at(place));
        assign(u"signatures"_s, u'[' + all.join(u", "_s) + u']');
    }
}

void PhpWriter::pick(const Pick &pick)
{
    if (pick.mark.isEmpty()) {
        assign(pick.name, u"$entries[%1] ?? ''"_s.arg(pick.row));
        return;
    }
    line(u"%1 = '';"_s.arg(variable(pick.name)));
    line(u"foreach ($entries as $entry) {"_s);
    line(u"    if (str_starts_with($entry, %1)) {"_s.arg(literal(pick.mark)));
    line(u"        %1 = substr($entry, %2);"_s.arg(variable(pick.name),
                                                   QString::number(pick.mark.size())));
    line(u"        break;"_s);
    line(u"    }"_s);
    line(u"}"_s);
}

void PhpWriter::refuseEmpty(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(variable(name) + u" === ''"_s);
    refuseIf(all.join(u" || "_s));
}

void PhpWriter::demand(const Demand &demand)
{
    refuseIf(u"%1 !== %2"_s.arg(variable(demand.name), literal(demand.value)));
}

void PhpWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = variable(recipe().time);
    QString age;
    if (rule.unit == Unit::Iso8601) {
        line(u"$moment = date_create_immutable(%1, timezone_open('UTC'));"_s.arg(name));
        age = u"time() - $moment->getTimestamp()"_s;
    } else {
        const bool fine = rule.unit == Unit::Milliseconds;
        age = u"%1 - (int) %2"_s.arg(fine ? u"microtime(true) * 1000"_s : u"time()"_s, name);
    }
    const QString known
        = rule.unit == Unit::Iso8601 ? u"!$moment"_s : u"!ctype_digit(%1)"_s.arg(name);
    if (!rule.pastOnly)
        age = u"abs(%1)"_s.arg(age);
    refuseIf(u"%1 || %2 %3 %4"_s.arg(known, age, rule.exclusive ? u">="_s : u">"_s, limit()));
}

// `start` is a call that lacks its last argument and its end.
QString PhpWriter::written(const QString &start, Encoding encoding) const
{
    if (encoding == Encoding::Hex)
        return start + u')';
    const QString base64 = u"base64_encode(%1, true))"_s.arg(start);
    return encoding == Encoding::Base64 ? base64
                                        : u"rtrim(strtr(%1, '+/', '-_'), '=')"_s.arg(base64);
}

void PhpWriter::compareBodyDigest()
{
    const QString digest
        = written(u"hash('%1', $body"_s.arg(lowerName(recipe().bodyHash)), recipe().bodyEncoding);
    refuseIf(u"!hash_equals(%1, %2)"_s.arg(digest, variable(recipe().bodyDigest)));
}

} // namespace snippets
