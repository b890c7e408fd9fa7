// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/pythonwriter.h"

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

void PythonWriter::open()
{
    line(u"headers = {name.lower(): value for name, value in headers.items()}"_s);
}

void PythonWriter::readJson(const QList<Variable> &values)
{
    need(u"import json"_s);
    line(u"try:"_s);
    indent(1);
    line(u"data = json.loads(body, parse_float=str)"_s);
    for (const Variable &value : values) {
        QString expression = u"data"_s;
        for (const QByteArray &token : pointerTokens(value.place.name))
            expression += u'[' + quoted(token) + u']';
        line(snakeCase(value.name) + u" = str("_s + expression + u')');
    }
    indent(-1);
    line(u"except (ValueError, LookupError, TypeError, RecursionError):"_s);
    line(u"    return False"_s);
}

void PythonWriter::assign(const QString &name, const QString &expression)
{
    line(snakeCase(name) + u" = "_s + expression);
}

QString PythonWriter::at(const Place &place)
{
    const QString key = quoted(place.source == Source::Header ? place.name.toLower() : place.name);
    if (place.source == Source::Header)
        return u"headers.get(%1, \"\")"_s.arg(key);
    need(u"from urllib.parse import parse_qsl"_s);
    QString parameters = u"body.decode(errors=\"replace\")"_s;
    if (place.source == Source::Query) {
        need(u"from urllib.parse import urlsplit"_s);
        parameters = u"urlsplit(url).query"_s;
    }
    return u"dict(parse_qsl(%1, keep_blank_values=True)).get(%2, \"\")"_s.arg(parameters, key);
}

void PythonWriter::makeKey()
{
    if (recipe().key.reading == KeyRecipe::Reading::Text)
        return line(u"key = "_s + keyBytes());
    line(u"try:"_s);
    line(u"    key = "_s + keyBytes());
    line(u"except ValueError:"_s);
    line(u"    return False"_s);
}

void PythonWriter::readSignatures()
{
    if (recipe().holding == Holding::Entries) {
        line(u"entries = [entry.strip() for entry in %1.split(%2)]"_s.arg(
            at(recipe().places.constFirst()), quoted(recipe().separator)));
        return;
    }
    if (recipe().holding == Holding::Numbered) {
        const QByteArray name = recipe().places.constFirst().name.toLower();
        const qsizetype n = name.indexOf("{n}");
        line(u"signatures = [headers.get(f\"%1{n}%2\", \"\") for n in range(1, 101)]"_s.arg(
            escaped(name.first(n), u"\""), escaped(name.sliced(n + 3), u"\"")));
        return;
    }
    line(u"signatures = ["_s);
    for (const Place &place : recipe().places)
        line(u"    "_s + at(place) + u',');
    line(u"]"_s);
}

void PythonWriter::pick(const Pick &pick)
{
    const QString name = snakeCase(pick.name);
    if (pick.mark.isEmpty())
        line(u"%1 = entries[%2] if len(entries) > %2 else \"\""_s.arg(name).arg(pick.row));
    else
        line(u"%1 = next((entry[%2:] for entry in entries if entry.startswith(%3)), \"\")"_s.arg(
            name, QString::number(pick.mark.size()), quoted(pick.mark)));
}

void PythonWriter::refuseEmpty(const QStringList &names)
{
    QStringList variables;
    for (const QString &name : names)
        variables.append(snakeCase(name));
    const QString all = variables.join(u" and "_s);
    line(names.size() == 1 ? u"if not %1:"_s.arg(all) : u"if not (%1):"_s.arg(all));
    line(u"    return False"_s);
}

void PythonWriter::demand(const Demand &demand)
{
    line(u"if %1 != %2:"_s.arg(snakeCase(demand.name), quoted(demand.value)));
    line(u"    return False"_s);
}

void PythonWriter::judgeAge()
{
    const TimeRule &rule = recipe().age;
    const QString name = snakeCase(recipe().time);
    need(u"import time"_s);
    QString age;
    if (rule.unit == Unit::Iso8601) {
        need(u"from datetime import datetime, timezone"_s);
        line(u"try:"_s);
        line(u"    moment = datetime.fromisoformat(%1)"_s.arg(name));
        line(u"except ValueError:"_s);
        line(u"    return False"_s);
        line(u"moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)"_s);
        age = u"time.time() - moment.timestamp()"_s;
    } else {
        need(u"import re"_s);
        line(u"if not re.fullmatch(r\"\\d{1,15}\", %1):"_s.arg(name));
        line(u"    return False"_s);
        const QString now
            = rule.unit == Unit::Milliseconds ? u"time.time() * 1000"_s : u"time.time()"_s;
        age = u"%1 - int(%2)"_s.arg(now, name);
    }
    if (!rule.pastOnly)
        age = u"abs(%1)"_s.arg(age);
    line(u"if %1 %2 %3:"_s.arg(age, rule.exclusive ? u">="_s : u">"_s, limit()));
    line(u"    return False"_s);
}

QString PythonWriter::written(const QString &digest, Encoding encoding)
{
    if (encoding == Encoding::Hex)
        return digest + u".hexdigest()"_s;
    need(u"import base64"_s);
    if (encoding == Encoding::Base64)
        return u"base64.b64encode(%1.digest()).decode()"_s.arg(digest);
    return u"base64.urlsafe_b64encode(%1.digest()).decode().rstrip(\"=\")"_s.arg(digest);
}

void PythonWriter::compareBodyDigest()
{
    need(u"import hashlib"_s);
    need(u"import hmac"_s);
    const QString digest = u"hashlib.%1(body)"_s.arg(lowerName(recipe().bodyHash));
    line(u"body_digest = "_s + written(digest, recipe().bodyEncoding));
    line(u"if not hmac.compare_digest(body_digest.encode(), %1.encode()):"_s.arg(
        snakeCase(recipe().bodyDigest)));
    line(u"    return False"_s);
}

} // namespace snippets
