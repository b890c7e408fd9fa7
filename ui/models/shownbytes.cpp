// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/shownbytes.h"

#include "json/utf8.h"

#include <algorithm>

namespace models
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

enum class Lines { Show, Keep };

// QString::fromUtf8 drops a leading byte order mark, which is evidence here.
void appendGood(QString &out, QByteArrayView utf8)
{
    if (utf8.startsWith(byteOrderMark))
        out += QChar(QChar::ByteOrderMark);
    out += QString::fromUtf8(utf8);
}

QString decoded(QByteArrayView bytes)
{
    QString out;
    out.reserve(bytes.size());
    if (json::countBadUtf8(bytes) == 0) {
        appendGood(out, bytes);
        return out;
    }
    qsizetype good = 0; // where the good run began
    qsizetype at = 0;
    while (at < bytes.size()) {
        const int length = json::utf8Length(bytes.sliced(at));
        if (length < 0) {
            appendGood(out, bytes.sliced(good, at - good));
            out += QChar(QChar::ReplacementCharacter);
            good = at - length;
        }
        at += std::abs(length);
    }
    appendGood(out, bytes.sliced(good));
    return out;
}

bool isHidden(char16_t c)
{
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
        return true;
    if (c < 0xAD)
        return false;
    const bool directs = c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
    const bool invisible = c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
    return directs || invisible || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

// Unicode has pictures of the ASCII control characters; the others are named.
QString markOf(char16_t c)
{
    constexpr char16_t controlPictures = 0x2400;
    constexpr char16_t deletePicture = 0x2421;
    if (c < 0x20)
        return QString(QChar(char16_t(controlPictures + c)));
    if (c == 0x7F)
        return QString(QChar(deletePicture));
    return QStringLiteral("\u27E8U+%1\u27E9").arg(int(c), 4, 16, QChar(u'0')).toUpper();
}

QString visible(const QString &text, Lines lines)
{
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return isHidden(c.unicode()); }))
        return text;
    QString out;
    out.reserve(text.size() + text.size() / 16);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        const bool endsLine
            = c == '\n' || (c == '\r' && at + 1 < text.size() && text[at + 1] == u'\n');
        if (lines == Lines::Keep && (endsLine || c == '\t')) {
            if (c != '\r')
                out += QChar(c);
        } else if (isHidden(c)) {
            out += markOf(c);
        } else {
            out += QChar(c);
        }
    }
    return out;
}

} // namespace

QString shownBytes(QByteArrayView bytes) { return visible(decoded(bytes), Lines::Show); }

QString shownLines(QByteArrayView bytes) { return visible(decoded(bytes), Lines::Keep); }

QString shownText(const QString &text) { return visible(text, Lines::Show); }

QString shownTextLines(const QString &text) { return visible(text, Lines::Keep); }

} // namespace models
