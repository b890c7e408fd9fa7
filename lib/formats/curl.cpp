// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/curl.h"

#include "http/lineguard.h"
#include "json/writer.h"

#include <QList>

#include <algorithm>

namespace formats
{

namespace
{

// Linux takes no argument of 128 KiB or more.
constexpr qsizetype longestArgument = 100 * 1024;
constexpr qsizetype printfLine = 4 * 1024;

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-_./:=+,%@").contains(c);
}

// Text that a terminal shows and takes as it is.
bool isText(QByteArrayView bytes)
{
    return json::isUtf8(bytes) && std::all_of(bytes.begin(), bytes.end(), [](char c) {
               return (uchar(c) >= 0x20 && c != 0x7F) || c == '\n' || c == '\t';
           });
}

QByteArray quoted(const QByteArray &text)
{
    if (!text.isEmpty() && std::all_of(text.begin(), text.end(), isPlain))
        return text;
    return '\'' + QByteArray(text).replace('\'', "'\\''") + '\'';
}

// For printf: three octal digits, so that no following digit is taken along.
void appendPrintable(QByteArray &format, char c)
{
    if (c == '\\' || c == '%' || c == '\'' || uchar(c) < 0x20 || uchar(c) >= 0x7F) {
        format += '\\';
        for (int shift = 6; shift >= 0; shift -= 3)
            format += char('0' + ((uchar(c) >> shift) & 7));
    } else {
        format += c;
    }
}

QByteArray printed(QByteArrayView bytes)
{
    QByteArray format;
    for (const char c : bytes)
        appendPrintable(format, c);
    return "printf '" + format + '\'';
}

// One argument, whatever its bytes. None of those it is used for ends with a line feed, which
// command substitution would drop.
QByteArray argument(const QByteArray &text)
{
    return isText(text) ? quoted(text) : "\"$(" + printed(text) + ")\"";
}

// Commands that print the body one after the other; a shell's own printf takes any length, but not
// every one takes one long word.
QByteArray printedBody(QByteArrayView body)
{
    QByteArray script = "{\n";
    for (qsizetype at = 0; at < body.size(); at += printfLine)
        script += "  " + printed(body.sliced(at, std::min(printfLine, body.size() - at))) + '\n';
    return script + "} | ";
}

bool isToken(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), http::tokenByte);
}

bool isMadeByCurl(QByteArrayView name)
{
    return http::sameName(name, "Host") || http::sameName(name, "Content-Length");
}

// Why a field cannot be said to curl: it would read a file, or end the line.
bool isSayable(const http::Field &field)
{
    return isToken(field.name) && !field.value.contains('\n') && !field.value.contains('\r')
        && !field.value.contains('\0');
}

void appendFields(QList<QByteArray> &words, const http::Request &request)
{
    for (const http::Field &field : request.fields) {
        if (isMadeByCurl(field.name) || !isSayable(field))
            continue;
        // curl leaves out "Name:" and sends "Name;" as a field without a value.
        const QByteArray line
            = field.value.isEmpty() ? field.name + ';' : field.name + ": " + field.value;
        words.append("--header " + argument(line));
    }
    for (const QByteArrayView added : {"Accept", "User-Agent", "Content-Type", "Expect"}) {
        if (http::count(request.fields, added) == 0)
            words.append("--header " + quoted(added.toByteArray() + ':'));
    }
}

// A target that curl would change on its way through a URL is given as it is.
bool passesUrl(const QByteArray &target)
{
    return target.startsWith('/') && std::all_of(target.begin(), target.end(), [](char c) {
               return uchar(c) > 0x20 && uchar(c) < 0x7F && c != '#' && c != '\\';
           });
}

void appendTarget(QList<QByteArray> &words, const http::Request &request, const CurlTarget &target)
{
    if (passesUrl(request.target)) {
        words.append("--path-as-is --globoff --url " + quoted(target.origin + request.target));
        return;
    }
    words.append("--request-target " + argument(request.target));
    words.append("--globoff --url " + quoted(target.origin + '/'));
}

} // namespace

QByteArray curlCommand(const http::Request &request, const CurlTarget &target)
{
    const bool hasBody = !request.body.isEmpty() || request.framing != http::Framing::None;
    // An at sign in front would name a file.
    const bool inline_ = isText(request.body) && request.body.size() <= longestArgument
        && !request.body.startsWith('@');
    QList<QByteArray> words{"curl"};
    if (request.method == "HEAD" && !hasBody)
        words.append("--head");
    else
        words.append("--request " + argument(request.method));
    words.append(request.versionMinor == 0 ? "--http1.0" : "--http1.1");
    if (!target.authorityFile.isEmpty())
        words.append("--cacert " + quoted(target.authorityFile.toUtf8()));
    appendFields(words, request);
    if (hasBody)
        words.append("--data-binary " + (inline_ ? quoted(request.body) : QByteArray("@-")));
    appendTarget(words, request, target);
    const QByteArray command = words.join(" \\\n  ") + '\n';
    return hasBody && !inline_ ? printedBody(request.body) + command : command;
}

} // namespace formats
