// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/formdata.h"

#include <QHash>

#include <algorithm>

namespace signature
{

namespace
{

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char letter = char(c | 0x20);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

// In place: what comes out is never longer than what goes in.
QByteArray unescaped(QByteArrayView text)
{
    QByteArray result = text.toByteArray();
    char *end = result.data();
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool escape = c == '%' && at + 2 < text.size() && hexDigit(text[at + 1]) >= 0
            && hexDigit(text[at + 2]) >= 0;
        if (escape) {
            *end++ = char(hexDigit(text[at + 1]) << 4 | hexDigit(text[at + 2]));
            at += 2;
        } else {
            *end++ = c == '+' ? ' ' : c;
        }
    }
    result.truncate(end - result.constData());
    return result;
}

// What stands between `from` and the next `end`; moves `from` behind it.
QByteArrayView upTo(QByteArrayView text, QByteArrayView end, qsizetype &from)
{
    const qsizetype found = text.indexOf(end, from);
    const qsizetype stop = found < 0 ? text.size() : found;
    const QByteArrayView piece = text.sliced(from, stop - from);
    from = found < 0 ? text.size() : found + end.size();
    return piece;
}

// A parameter of a header field: boundary, name. In quotes or not; quotes escape with a backslash.
QByteArray fieldParameter(QByteArrayView value, QByteArrayView name)
{
    qsizetype at = 0;
    upTo(value, ";", at);
    while (at < value.size()) {
        while (at < value.size() && (value[at] == ' ' || value[at] == '\t' || value[at] == ';'))
            ++at;
        const QByteArrayView key = upTo(value, "=", at);
        QByteArray text;
        if (at < value.size() && value[at] == '"') {
            for (++at; at < value.size() && value[at] != '"'; ++at) {
                if (value[at] == '\\' && at + 1 < value.size())
                    ++at;
                text += value[at];
            }
            upTo(value, ";", at);
        } else {
            text = upTo(value, ";", at).trimmed().toByteArray();
        }
        if (http::sameName(key.trimmed(), name))
            return text;
    }
    return {};
}

// The name of a part with these header lines; null: it is no field of text.
QByteArray partName(QByteArrayView head)
{
    for (qsizetype at = 0; at < head.size();) {
        const QByteArrayView line = upTo(head, "\r\n", at);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && http::sameName(line.first(colon).trimmed(), "Content-Disposition"))
            return fieldParameter(line.sliced(colon + 1), "name");
    }
    return {};
}

std::optional<QList<FormPart>> partsOf(QByteArrayView body, const QByteArray &boundary)
{
    QList<FormPart> parts;
    const QByteArray delimiter = "--" + boundary;
    qsizetype at = body.indexOf(delimiter);
    while (at >= 0) {
        at += delimiter.size();
        if (body.sliced(at).startsWith("--"))
            break;
        const qsizetype next = body.indexOf("\r\n" + delimiter, at);
        if (next < 0)
            return {};
        const qsizetype blank = body.sliced(at, next - at).indexOf("\r\n\r\n");
        if (blank < 0 || parts.size() == mostParameters)
            return {};
        parts.append({partName(body.sliced(at, blank)), at + blank + 4, next});
        at = next + 2;
    }
    return parts;
}

std::optional<Parameters> readMultipart(QByteArrayView body, const QByteArray &boundary)
{
    const auto parts = partsOf(body, boundary);
    if (!parts)
        return {};
    Parameters all;
    for (const FormPart &part : *parts) {
        if (!part.name.isNull())
            all.append({part.name, body.sliced(part.from, part.to - part.from).toByteArray()});
    }
    return all;
}

void appendEscaped(QByteArray &json, const QByteArray &text)
{
    json += '"';
    for (const QChar c : QString::fromUtf8(text)) {
        static constexpr QByteArrayView marks("\b\t\n\f\r\"\\");
        static constexpr QByteArrayView letters("btnfr\"\\");
        const qsizetype mark = c.unicode() < 0x80 ? marks.indexOf(char(c.unicode())) : -1;
        if (mark >= 0)
            json.append('\\').append(letters[mark]);
        else if (c.unicode() >= 0x20 && c.unicode() < 0x7F)
            json += char(c.unicode());
        else
            json += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    json += '"';
}

} // namespace

std::optional<Parameters> readParameters(QByteArrayView text)
{
    Parameters all;
    for (qsizetype at = 0; at < text.size();) {
        const QByteArrayView pair = upTo(text, "&", at);
        if (pair.isEmpty())
            continue;
        if (all.size() == mostParameters)
            return {};
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView name = equals < 0 ? pair : pair.first(equals);
        const QByteArrayView value = equals < 0 ? QByteArrayView() : pair.sliced(equals + 1);
        all.append({unescaped(name), unescaped(value)});
    }
    return all;
}

std::optional<Parameters> readForm(const http::Request &request)
{
    if (request.body.isEmpty())
        return Parameters();
    const QByteArray type = http::value(request.fields, "Content-Type").value_or(QByteArray());
    qsizetype end = 0;
    const QByteArrayView kind = upTo(type, ";", end).trimmed();
    if (http::sameName(kind, "multipart/form-data")) {
        const QByteArray boundary = fieldParameter(type, "boundary");
        return boundary.isEmpty() ? std::nullopt : readMultipart(request.body, boundary);
    }
    if (!kind.isEmpty() && !http::sameName(kind, "application/x-www-form-urlencoded"))
        return {};
    return readParameters(request.body);
}

std::optional<QList<FormPart>> readParts(const http::Fields &fields, QByteArrayView body)
{
    const QByteArray type = http::value(fields, "Content-Type").value_or(QByteArray());
    const QByteArray boundary = fieldParameter(type, "boundary");
    if (!type.toLower().startsWith("multipart/") || boundary.isEmpty())
        return {};
    return partsOf(body, boundary);
}

QByteArray namesAndValues(Parameters parameters)
{
    std::sort(parameters.begin(), parameters.end());
    QByteArray text;
    for (const auto &[name, value] : std::as_const(parameters))
        text += name + value;
    return text;
}

QByteArray distinctNamesAndValues(Parameters parameters)
{
    std::sort(parameters.begin(), parameters.end());
    parameters.erase(std::unique(parameters.begin(), parameters.end()), parameters.end());
    return namesAndValues(parameters);
}

QByteArray sortedQuery(Parameters parameters)
{
    std::sort(parameters.begin(), parameters.end());
    QByteArray text;
    for (const auto &[name, value] : std::as_const(parameters))
        text += (text.isEmpty() ? "" : "&") + name + '=' + value;
    return text;
}

QByteArray jsonOfTexts(const Parameters &parameters)
{
    QHash<QByteArray, QByteArray> last;
    for (const auto &[name, value] : parameters)
        last.insert(name, value);
    QByteArray json = "{";
    for (const auto &[name, unused] : parameters) {
        const auto value = last.constFind(name);
        if (value == last.constEnd())
            continue;
        json += json.size() > 1 ? ", " : "";
        appendEscaped(json, name);
        json += ": ";
        appendEscaped(json, *value);
        last.erase(value);
    }
    return json + '}';
}

} // namespace signature
