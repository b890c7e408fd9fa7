// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/skeleton.h"

#include "json/scan.h"

#include <QHashFunctions>

#include <algorithm>

namespace json
{

namespace
{

Skeleton joined(Skeleton bones, char mark)
{
    const quint64 mixed = (bones ^ uchar(mark)) * 0x9E37'79B9'7F4A'7C15; // 2^64 by the golden ratio
    return Skeleton(mixed ^ (mixed >> 32));
}

bool separates(char c) { return c == ',' || c == ':' || isSpace(c); }

bool encloses(char c) { return c == '{' || c == '}' || c == '[' || c == ']'; }

// The two booleans are one kind, and a number begins in many ways.
char markOf(char first)
{
    switch (first) {
    case 't':
    case 'f':
        return 'b';
    case 'n':
        return 'n';
    default:
        return '0';
    }
}

qsizetype wordEnd(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && text[at] != '"' && !separates(text[at]) && !encloses(text[at]))
        ++at;
    return at;
}

} // namespace

// Commas and colons follow from the rest.
Skeleton skeletonOf(QByteArrayView text)
{
    Skeleton bones = 1;
    for (qsizetype at = 0; at < text.size();) {
        const char first = text[at];
        if (separates(first)) {
            ++at;
        } else if (encloses(first)) {
            bones = joined(bones, first);
            ++at;
        } else if (first == '"') {
            const qsizetype end = stringEnd(text, at);
            const qsizetype next = skipSpace(text, end);
            const bool isKey = next < text.size() && text[next] == ':';
            bones
                = isKey ? qHashBits(text.data() + at, size_t(end - at), bones) : joined(bones, '"');
            at = end;
        } else {
            bones = joined(bones, markOf(first));
            at = wordEnd(text, at);
        }
    }
    return std::max(bones, Skeleton(1));
}

} // namespace json
