// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/curlarguments.h"

#include <algorithm>

namespace formats
{

namespace
{

constexpr qsizetype longestCommand = 6000; // characters; cmd takes 8,191
constexpr qsizetype longestText = 100 * 1024; // of a body that is shown as it is
constexpr qsizetype base64Line = 1000;

// Printable ASCII: a script without a byte order mark is read by the system's code page.
bool isPrintable(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

// What both shells hand to curl as it stands between quotes. A quote itself gets through by other
// rules in each version of PowerShell, a backslash at the end would take the closing quote along,
// and an empty word is dropped by PowerShell; cmd replaces variables inside of quotes, too.
bool passesQuotes(const QByteArray &text)
{
    return !text.isEmpty() && isPrintable(text) && !text.endsWith('\\')
        && std::none_of(text.begin(), text.end(),
                        [](char c) { return QByteArrayView("\"%!").contains(c); });
}

bool passQuotes(const QList<CurlArgument> &arguments)
{
    qsizetype length = 0;
    for (const CurlArgument &argument : arguments) {
        if (argument.value && !passesQuotes(*argument.value))
            return false;
        length += argument.option.size() + argument.value.value_or(QByteArray()).size() + 8;
    }
    return length <= longestCommand;
}

// A line of a file for `--config`, whose values stand in quotes of its own.
QByteArray configLine(const CurlArgument &argument)
{
    QByteArray line = argument.option.sliced(2);
    if (argument.value)
        line += " = \""
            + QByteArray(*argument.value)
                  .replace('\\', "\\\\")
                  .replace('"', "\\\"")
                  .replace('\t', "\\t")
            + '"';
    return line + '\n';
}

QByteArray configOf(const QList<CurlArgument> &arguments)
{
    QByteArray config;
    for (const CurlArgument &argument : arguments)
        config += configLine(argument);
    return config;
}

// cmd has no way to write bytes but this. Nothing in Base64 means anything to it behind "echo(".
QByteArray cmdFile(const QByteArray &name, const QByteArray &bytes)
{
    const QByteArray base64 = bytes.toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += base64Line)
        lines += (at == 0 ? ">" : ">>") + QByteArray("\"%TEMP%\\hookglass.base64\" echo(")
            + base64.mid(at, base64Line) + "\r\n";
    return lines + "certutil -f -decode \"%TEMP%\\hookglass.base64\" \"%TEMP%\\" + name
        + "\" >nul\r\n";
}

QByteArray cmdWord(const CurlArgument &argument)
{
    return argument.value ? argument.option + " \"" + *argument.value + '"' : argument.option;
}

QByteArray singleQuoted(const QByteArray &text)
{
    return '\'' + QByteArray(text).replace('\'', "''") + '\'';
}

QByteArray powerShellFile(const QByteArray &variable, const QByteArray &bytes)
{
    const bool readable = isPrintable(bytes) && bytes.size() <= longestText;
    return '$' + variable + " = [IO.Path]::GetTempFileName()\n"
        + (readable ? "[IO.File]::WriteAllText($" + variable + ", " + singleQuoted(bytes) + ")\n"
                    : "[IO.File]::WriteAllBytes($" + variable + ", [Convert]::FromBase64String('"
                   + bytes.toBase64() + "'))\n");
}

// In quotes, since PowerShell parts an option at a dot.
QByteArray powerShellWord(const CurlArgument &argument)
{
    const QByteArray option
        = argument.option.contains('.') ? singleQuoted(argument.option) : argument.option;
    return argument.value ? option + ' ' + singleQuoted(*argument.value) : option;
}

} // namespace

QByteArray curlForCmd(const http::Request &request, const CurlTarget &target)
{
    const QList<CurlArgument> arguments = curlArguments(request, target);
    QByteArray files;
    QByteArray names;
    QList<QByteArray> words{"curl"};
    if (passQuotes(arguments)) {
        for (const CurlArgument &argument : arguments)
            words.append(cmdWord(argument));
    } else {
        files += cmdFile("hookglass.curl", configOf(arguments));
        words.append("--config \"%TEMP%\\hookglass.curl\"");
        names += " \"%TEMP%\\hookglass.curl\"";
    }
    if (hasBody(request) && request.body.isEmpty()) {
        words.append("--data-binary \"\"");
    } else if (hasBody(request)) {
        files += cmdFile("hookglass.body", request.body);
        words.append("--data-binary \"@%TEMP%\\hookglass.body\"");
        names += " \"%TEMP%\\hookglass.body\"";
    }
    const QByteArray command = words.join(" ^\r\n  ") + "\r\n";
    return names.isEmpty() ? command
                           : files + command + "del \"%TEMP%\\hookglass.base64\"" + names + "\r\n";
}

QByteArray curlForPowerShell(const http::Request &request, const CurlTarget &target)
{
    QList<CurlArgument> arguments = curlArguments(request, target);
    if (hasBody(request) && request.body.isEmpty())
        arguments.append({.option = "--data-binary", .value = QByteArray("")});
    QByteArray files;
    QList<QByteArray> names;
    QList<QByteArray> words{"curl.exe"};
    if (passQuotes(arguments)) {
        for (const CurlArgument &argument : std::as_const(arguments))
            words.append(powerShellWord(argument));
    } else {
        files += powerShellFile("options", configOf(arguments));
        words.append("--config $options");
        names.append("$options");
    }
    if (hasBody(request) && !request.body.isEmpty()) {
        files += powerShellFile("body", request.body);
        words.append("--data-binary \"@$body\"");
        names.append("$body");
    }
    const QByteArray command = words.join(" `\n  ") + '\n';
    return names.isEmpty() ? command : files + command + "Remove-Item " + names.join(", ") + '\n';
}

} // namespace formats
