// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/curl.h"

#include "formats/curlarguments.h"
#include "http/lineguard.h"
#include "json/writer.h"

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
QByteArray argumentOf(const QByteArray &text)
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

bool isMadeByCurl(const QByteArray &name, const QByteArrayList &asWritten)
{
    if (!http::sameName(name, "Host") && !http::sameName(name, "Content-Length"))
        return false;
    return std::none_of(asWritten.begin(), asWritten.end(), [&name](const QByteArray &written) {
        return http::sameName(written, name);
    });
}

// Why a field cannot be said to curl: it would read a file, or end the line.
bool isSayable(const http::Field &field)
{
    return isToken(field.name) && !field.value.contains('\n') && !field.value.contains('\r')
        && !field.value.contains('\0');
}

void appendFields(QList<CurlArgument> &arguments, const http::Request &request,
                  const QByteArrayList &asWritten)
{
    const auto header = [&arguments](const QByteArray &line) {
        arguments.append({.option = "--header", .value = line});
    };
    for (const http::Field &field : request.fields) {
        if (isMadeByCurl(field.name, asWritten) || !isSayable(field))
            continue;
        // curl leaves out "Name:" and sends "Name;" as a field without a value.
        header(field.value.isEmpty() ? field.name + ';' : field.name + ": " + field.value);
    }
    for (const QByteArrayView added : {"Accept", "User-Agent", "Content-Type", "Expect"}) {
        if (http::count(request.fields, added) == 0)
            header(added.toByteArray() + ':');
    }
}

// A target that curl would change on its way through a URL is given as it is.
bool passesUrl(const QByteArray &target)
{
    return target.startsWith('/') && std::all_of(target.begin(), target.end(), [](char c) {
               return uchar(c) > 0x20 && uchar(c) < 0x7F && c != '#' && c != '\\';
           });
}

QByteArray word(const CurlArgument &argument)
{
    return argument.value ? argument.option + ' ' + argumentOf(*argument.value) : argument.option;
}

QByteArray curlForPosix(const http::Request &request, const CurlTarget &target)
{
    // An at sign in front would name a file.
    const bool inline_ = isText(request.body) && request.body.size() <= longestArgument
        && !request.body.startsWith('@');
    QList<QByteArray> words{"curl"};
    for (const CurlArgument &argument : curlArguments(request, target))
        words.append(word(argument));
    if (hasBody(request))
        words.append("--data-binary " + (inline_ ? quoted(request.body) : QByteArray("@-")));
    const QByteArray command = words.join(" \\\n  ") + '\n';
    return hasBody(request) && !inline_ ? printedBody(request.body) + command : command;
}

} // namespace

bool hasBody(const http::Request &request)
{
    return !request.body.isEmpty() || request.framing != http::Framing::None;
}

QList<CurlArgument> curlArguments(const http::Request &request, const CurlTarget &target)
{
    QList<CurlArgument> arguments;
    if (request.method == "HEAD" && !hasBody(request))
        arguments.append({.option = "--head"});
    else
        arguments.append({.option = "--request", .value = request.method});
    arguments.append({.option = request.versionMinor == 0 ? "--http1.0" : "--http1.1"});
    if (!target.authorityFile.isEmpty())
        arguments.append({.option = "--cacert", .value = target.authorityFile.toUtf8()});
    appendFields(arguments, request, target.asWritten);
    const bool passes = passesUrl(request.target);
    if (passes)
        arguments.append({.option = "--path-as-is"});
    else
        arguments.append({.option = "--request-target", .value = request.target});
    arguments.append({.option = "--globoff"});
    arguments.append(
        {.option = "--url", .value = target.origin + (passes ? request.target : QByteArray("/"))});
    return arguments;
}

QByteArray curlCommand(const http::Request &request, const CurlTarget &target, Shell shell)
{
    switch (shell) {
    case Shell::Posix:
        return curlForPosix(request, target);
    case Shell::Cmd:
        return curlForCmd(request, target);
    case Shell::PowerShell:
        return curlForPowerShell(request, target);
    }
    Q_UNREACHABLE();
}

} // namespace formats
