// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/rubywriter.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

// As binary strings, which any bytes fit in.
void RubyWriter::open()
{
    line(u"headers = headers.to_h { |name, value| [name.downcase, value.b] }"_s);
}

void RubyWriter::readJson(const QList<Variable> &values)
{
    need(u"require \"json\""_s);
    line(u"begin"_s);
    indent(1);
    line(u"data = JSON.parse(body, decimal_class: String)"_s);
    for (const Variable &value : values) {
        QStringList tokens;
        for (const QByteArray &token : pointerTokens(value.place.name))
            tokens.append(literal(token));
        line(u"%1 = data.dig(%2).to_s.b"_s.arg(snakeCase(value.name), tokens.join(u", "_s)));
    }
    indent(-1);
    line(u"rescue JSON::ParserError, TypeError, NoMethodError"_s);
    line(u"  return false"_s);
    line(u"end"_s);
}

void RubyWriter::assign(const QString &name, const QString &expression)
{
    line(snakeCase(name) + u" = "_s + expression);
}

QString RubyWriter::at(const Place &place)
{
    if (place.source == Source::Header)
        return u"headers.fetch(%1, \"\")"_s.arg(literal(place.name.toLower()));
    need(u"require \"uri\""_s);
    const QString parameters
        = place.source == Source::Query ? u"url[/\\?([^#]*)/, 1].to_s"_s : u"body"_s;
    return u"URI.decode_www_form(%1).to_h.fetch(%2, \"\").b"_s.arg(parameters, literal(place.name));
}

void RubyWriter::readSignatures()
{
    if (recipe().holding == Holding::Entries) {
        line(u"entries = %1.split(%2).map(&:strip)"_s.arg(
            at(recipe().places.constFirst()),
            recipe().separator == " " ? u"/ /"_s : literal(recipe().separator)));
        return;
    }
    if (recipe().holding == Holding::Numbered) {
        QByteArray name = recipe().places.constFirst().name.toLower();
        line(u"signatures = (1..100).map { |n| headers.fetch(%1, \"\") }"_s.arg(
            literal(name).replace(u"{n}"_s, u"#{n}"_s)));
        return;
    }
    QStringList names;
    for (const Place &place : recipe().places)
        names.append(literal(place.name.toLower()));
    line(u"signatures = headers.values_at(%1).compact"_s.arg(names.join(u", "_s)));
}

void RubyWriter::pick(const Pick &pick)
{
    const QString name = snakeCase(pick.name);
    if (pick.mark.isEmpty())
        line(u"%1 = entries[%2].to_s"_s.arg(name).arg(pick.row));
    else
        line(u"%1 = entries.find { |entry| entry.start_with?(%2) }.to_s.delete_prefix(%2)"_s.arg(
            name, literal(pick.mark)));
}

void RubyWriter::refuseEmpty(const QStringList &names)
{
    QStringList variables;
    for (const QString &name : names)
        variables.append(snakeCase(name));
    if (names.size() == 1)
        line(u"return false if %1.empty?"_s.arg(variables.constFirst()));
    else
        line(u"return false if [%1].any?(&:empty?)"_s.arg(variables.join(u", "_s)));
}

void RubyWriter::demand(const Demand &demand)
{
    line(u"return false unless %1 == %2"_s.arg(snakeCase(demand.name), literal(demand.value)));
}

void RubyWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = snakeCase(recipe().time);
    QString age;
    if (rule.unit == Unit::Iso8601) {
        need(u"require \"date\""_s);
        line(u"moment = DateTime.iso8601(%1).to_time rescue (return false)"_s.arg(name));
        age = u"Time.now - moment"_s;
    } else {
        line(u"return false unless %1.match?(/\\A\\d{1,15}\\z/)"_s.arg(name));
        const bool fine = rule.unit == Unit::Milliseconds;
        age = u"%1 - %2.to_i"_s.arg(fine ? u"(Time.now.to_f * 1000)"_s : u"Time.now.to_i"_s, name);
    }
    if (!rule.pastOnly)
        age = u"(%1).abs"_s.arg(age);
    line(u"return false if %1 %2 %3"_s.arg(age, rule.exclusive ? u">="_s : u">"_s, limit()));
}

QString RubyWriter::written(const QString &object, const QString &arguments, Encoding encoding)
{
    if (encoding == Encoding::Hex)
        return u"%1.hexdigest(%2)"_s.arg(object, arguments);
    const QString base64 = u"[%1.digest(%2)].pack(\"m0\")"_s.arg(object, arguments);
    return encoding == Encoding::Base64 ? base64 : base64 + u".tr(\"+/\", \"-_\").delete(\"=\")"_s;
}

void RubyWriter::compareBodyDigest()
{
    const QString hash
        = u"OpenSSL::Digest.new(\"%1\")"_s.arg(lowerName(recipe().bodyHash).toUpper());
    line(u"return false unless OpenSSL.secure_compare(%1, %2)"_s.arg(
        snakeCase(recipe().bodyDigest), written(hash, u"body"_s, recipe().bodyEncoding)));
}

} // namespace snippets
