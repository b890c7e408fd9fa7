// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/layouts.h"

#include "signature/hypotheses/literaltext.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;

QString tr(const char *text) { return QCoreApplication::translate("signature::Layouts", text); }

// "{timestamp}.{body}", as scheme files write it.
QString shown(QByteArray pattern)
{
    pattern.replace("\n", "\\n");
    pattern.replace("%t", "{timestamp}").replace("%b", "{body}").replace("%i", "{id}");
    pattern.replace("%m", "{method}").replace("%p", "{target}").replace("%u", "{url}");
    return QString::fromLatin1(pattern);
}

QList<Layout> made()
{
    QList<Layout> all{
        {1, tr("the body alone is signed"), "%b"},
        {1, tr("the body is signed as Python prints bytes, b'…'"), "%r"},
        {1, tr("the body behind the timestamp is signed as Python prints bytes, b'…'"), "%t.%r"},
        {1, tr("timestamp and body are signed as Python prints bytes, b'…'"), "%q.%r"},
        {2, tr("the body right behind the timestamp is signed as Python prints bytes, b'…'"),
         "%t%r"},
        {2, tr("the body behind the timestamp is signed as Python prints bytes, b'…'"), "v0:%t:%r"},
        {2, tr("the body behind id and timestamp is signed as Python prints bytes, b'…'"),
         "%i.%t.%r"},
        {2, tr("the timestamp alone is signed"), "%t"},
    };
    const auto add = [&all](int rank, const QByteArray &pattern) {
        all.append({rank, tr("the signed text is “%1”").arg(shown(pattern)), pattern});
    };
    for (const char *pattern : {"%t%b", "%t.%b", "%t:%b", "%b%t", "%b.%t", "v0:%t:%b", "%i.%t.%b"})
        add(1, pattern);
    for (const char *pattern :
         {"%b:%t",   "v1:%t:%b", "%t|%b",    "%t\n%b",   "%b\n%t",   "%t-%b",    "%t_%b",  "%t %b",
          "%t,%b",   "%i%t%b",   "%i:%t:%b", "%i.%b",    "%i%b",     "%t.%i.%b", "%t%i%b", "%b%i",
          "t=%t.%b", "%t.%b.",   "%i.%b.%t", "v0.%t.%b", "v1.%t.%b", "v1=%t.%b"})
        add(2, pattern);
    for (const char *pattern :
         {"%t/%b",          "%t;%b",       "%t&%b",    "%t+%b",  "%t~%b",    "%t::%b",
          "%t\r\n%b",       "%t..%b",      "%t. %b",   "%t: %b", "%b|%t",    "%b-%t",
          "%b_%t",          "%i\n%t\n%b",  "%i|%t|%b", "%m%p%b", "%m%p%t%b", "%t%m%p%b",
          "%m%u%b",         "%m%u%b%t",    "%u%b",     "%p%b",   "%t.%p.%b", "%t.%m.%p.%b",
          "%m\n%p\n%t\n%b", "%m.%p.%t.%b", "%t%u%b",   "%b%u",   "%u",       "%i"})
        add(3, pattern);
    return all;
}

std::optional<QByteArray> pieceFor(char code, const TextPieces &pieces)
{
    const auto plain = [](const QByteArray &piece) {
        return piece.isNull() ? std::nullopt : std::optional(piece);
    };
    switch (code) {
    case 't':
        return plain(pieces.timestamp);
    case 'b':
        return pieces.body;
    case 'i':
        return plain(pieces.id);
    case 'm':
        return plain(pieces.method);
    case 'p':
        return plain(pieces.target);
    case 'u':
        return plain(pieces.url);
    case 'r':
        return pythonBytes(pieces.body);
    case 'q':
        return pieces.timestamp.isNull() ? std::nullopt
                                         : std::optional(pythonBytes(pieces.timestamp));
    default:
        Q_UNREACHABLE();
    }
}

template <QCryptographicHash::Algorithm algorithm> Changed hashedHex(const QByteArray &text)
{
    return QCryptographicHash::hash(text, algorithm).toHex();
}

template <QCryptographicHash::Algorithm algorithm> Changed hashed(const QByteArray &text)
{
    return QCryptographicHash::hash(text, algorithm);
}

Changed inUtf16(const QByteArray &text)
{
    QByteArray out;
    out.reserve(text.size() * 2);
    const QString read = QString::fromUtf8(text);
    for (const QChar unit : read)
        (out += char(unit.unicode() & 0xFF)) += char(unit.unicode() >> 8);
    return out;
}

} // namespace

const QList<Layout> &layouts()
{
    static const QList<Layout> all = made();
    return all;
}

std::optional<QByteArray> laidOut(const Layout &layout, const TextPieces &pieces)
{
    const QByteArray &pattern = layout.pattern;
    QByteArray text;
    text.reserve(pieces.body.size() + 256);
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '%') {
            text += pattern[at];
            continue;
        }
        const auto piece = pieceFor(pattern[++at], pieces);
        if (!piece)
            return {};
        text += *piece;
    }
    return text;
}

Variants textVariants()
{
    const auto one = [](Cause cause, int rank, const QString &clause, Variant::Change change) {
        return Variant{cause, rank, clause, std::move(change)};
    };
    return {
        one(Cause::Layout, 1, tr("the whole text is signed as Python prints bytes, b'…'"),
            [](const QByteArray &text) { return Changed(pythonBytes(text)); }),
        one(Cause::Newline, 1, tr("the signed text ends with a line feed"),
            [](const QByteArray &text) { return Changed(text + '\n'); }),
        one(Cause::Layout, 2, tr("the SHA-256 digest of the text is signed, in hex"),
            hashedHex<QCryptographicHash::Sha256>),
        one(Cause::Layout, 2, tr("the SHA-256 digest of the text is signed"),
            hashed<QCryptographicHash::Sha256>),
        one(Cause::Layout, 2, tr("the text is signed in Base64"),
            [](const QByteArray &text) { return Changed(text.toBase64()); }),
        one(Cause::Charset, 2, tr("the signed text is written in UTF-16"), inUtf16),
        one(Cause::Newline, 2, tr("the signed text ends with CR LF"),
            [](const QByteArray &text) { return Changed(text + "\r\n"); }),
        one(Cause::Newline, 2, tr("the signed text has no white space around it"),
            [](const QByteArray &text) { return Changed(text.trimmed()); }),
        one(Cause::Layout, 3, tr("the MD5 digest of the text is signed, in hex"),
            hashedHex<QCryptographicHash::Md5>),
    };
}

} // namespace signature
