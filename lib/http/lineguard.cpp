// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/lineguard.h"

#include <algorithm>
#include <array>

namespace http
{

static constexpr std::array<bool, 256> tokenTable = [] {
    std::array<bool, 256> table{};
    for (int c = '0'; c <= '9'; ++c)
        table[c] = true;
    for (int c = 'a'; c <= 'z'; ++c)
        table[c] = table[c - 'a' + 'A'] = true;
    for (const char c :
         {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[int(c)] = true;
    return table;
}();

bool tokenByte(char byte) { return tokenTable[uchar(byte)]; }

static bool token(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), tokenByte);
}

qsizetype goodBytes(QByteArrayView line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto byte = uchar(line[i]);
        if ((byte >= 0x20 && byte != 0x7f) || byte == '\t') [[likely]]
            continue;
        if (byte != '\r')
            return i;
        if (i < line.size() - 1)
            return i + 1;
    }
    return line.size();
}

ParseError checkBytes(QByteArrayView line)
{
    const qsizetype good = goodBytes(line);
    if (good == line.size())
        return ParseError::None;
    return good > 0 && line[good - 1] == '\r' ? ParseError::BareLineEnd : ParseError::BadFieldValue;
}

ParseError readField(QByteArrayView line, Field &field)
{
    if (line.startsWith(' ') || line.startsWith('\t'))
        return ParseError::FoldedField;
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = colon < 0 ? line : line.first(colon);
    if (name.endsWith(' ') || name.endsWith('\t'))
        return ParseError::SpaceAroundName;
    if (colon < 0 || !token(name))
        return ParseError::BadFieldName;
    field = {name.toByteArray(), line.sliced(colon + 1).trimmed().toByteArray()};
    return ParseError::None;
}

static bool digit(char byte) { return byte >= '0' && byte <= '9'; }

// "HTTP/1.1", or its beginning; a CR may stand behind it. What is wrong first counts.
static ParseError checkVersion(QByteArrayView text)
{
    constexpr QByteArrayView pattern = "HTTP/d.d";
    for (qsizetype i = 0; i < std::min(text.size(), pattern.size()); ++i) {
        if (pattern[i] == 'd' ? !digit(text[i]) : text[i] != pattern[i])
            return ParseError::BadRequestLine;
    }
    if (text.size() < pattern.size())
        return ParseError::None;
    if (text[5] != '1' || text[7] > '1')
        return ParseError::VersionNotSupported;
    const QByteArrayView behind = text.sliced(pattern.size());
    return behind.isEmpty() || behind == "\r" ? ParseError::None : ParseError::BadRequestLine;
}

ParseError checkRequestLine(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = first < 0 ? -1 : line.indexOf(' ', first + 1);
    if (second < 0)
        return ParseError::None;
    if (first == 0 || second == first + 1)
        return ParseError::BadRequestLine;
    return checkVersion(line.sliced(second + 1));
}

// Origin form, absolute form, or "*" for OPTIONS (RFC 9112, 3.2); what is in it stays undecoded.
static ParseError checkTarget(QByteArrayView method, QByteArrayView target)
{
    if (target == "*")
        return method == "OPTIONS" ? ParseError::None : ParseError::BadTarget;
    const auto bad = [](char c) { return uchar(c) <= 0x20 || uchar(c) >= 0x7f; };
    if (std::any_of(target.begin(), target.end(), bad))
        return ParseError::BadTarget;
    if (target.startsWith('/'))
        return ParseError::None;
    const auto scheme = [target](QByteArrayView name) {
        return target.size() > name.size() && sameName(target.first(name.size()), name);
    };
    return scheme("http://") || scheme("https://") ? ParseError::None : ParseError::BadTarget;
}

ParseError readRequestLine(QByteArrayView line, Request &request)
{
    if (const ParseError error = checkRequestLine(line); error != ParseError::None)
        return error;
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = line.indexOf(' ', first + 1);
    if (first < 0 || second < 0 || line.size() - second - 1 != 8)
        return ParseError::BadRequestLine;
    const QByteArrayView method = line.first(first);
    const QByteArrayView target = line.sliced(first + 1, second - first - 1);
    // Tokens may begin with any token character; methods, in any registry, with a letter.
    const bool letter = (method[0] | 0x20) >= 'a' && (method[0] | 0x20) <= 'z';
    if (!letter || !token(method))
        return ParseError::BadMethod;
    if (method == "CONNECT")
        return ParseError::ConnectRefused;
    request.method = method.toByteArray();
    request.target = target.toByteArray();
    request.versionMinor = line.back() - '0';
    return checkTarget(method, target);
}

// host [":" port]; a registered name is taken loosely, brackets only around an IPv6 address.
static bool hostAndPort(QByteArrayView text)
{
    const qsizetype bracket = text.lastIndexOf(']');
    const qsizetype colon = text.indexOf(':', bracket + 1);
    const QByteArrayView host = colon < 0 ? text : text.first(colon);
    const QByteArrayView port = colon < 0 ? QByteArrayView() : text.sliced(colon + 1);
    if (host.isEmpty() || !std::all_of(port.begin(), port.end(), digit) || port.size() > 5)
        return false;
    if (host.startsWith('[') || bracket >= 0) {
        const auto address = [](char c) { return tokenByte(c) || c == ':'; };
        return host.startsWith('[') && host.endsWith(']') && host.size() > 2
            && std::all_of(host.begin() + 1, host.end() - 1, address);
    }
    const auto nameByte = [](char c) {
        return (tokenByte(c) && c != '#' && c != '^' && c != '`' && c != '|') || c == '('
            || c == ')' || c == ';' || c == '=';
    };
    return std::all_of(host.begin(), host.end(), nameByte);
}

ParseError checkReceivedTarget(QByteArrayView target)
{
    if (target.startsWith('/') || target == "*")
        return ParseError::None;
    const QByteArrayView behindScheme = target.sliced(target.indexOf("://") + 3);
    const auto end = std::find_if(behindScheme.begin(), behindScheme.end(),
                                  [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority = behindScheme.first(end - behindScheme.begin());
    return hostAndPort(authority.sliced(authority.lastIndexOf('@') + 1)) ? ParseError::None
                                                                         : ParseError::BadTarget;
}

ParseError checkHost(const Request &request)
{
    const qsizetype hosts = count(request.fields, "Host");
    if (hosts > 1)
        return ParseError::RepeatedHost;
    if (hosts == 0)
        return request.versionMinor == 0 ? ParseError::None : ParseError::MissingHost;
    return hostAndPort(*value(request.fields, "Host")) ? ParseError::None : ParseError::BadHost;
}

} // namespace http
