// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/bodyvariants.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

using Changed = std::optional<QByteArray>;

bool isBreak(char c) { return c == '\n' || c == '\r'; }

Changed withoutFinalBreaks(const QByteArray &body)
{
    qsizetype end = body.size();
    while (end > 0 && isBreak(body[end - 1]))
        --end;
    return body.first(end);
}

Changed withoutOneBreak(const QByteArray &body)
{
    if (body.endsWith("\r\n"))
        return body.chopped(2);
    return body.endsWith('\n') ? body.chopped(1) : body;
}

Changed withCrLf(const QByteArray &body)
{
    return QByteArray(body).replace("\r\n", "\n").replace('\n', "\r\n");
}

Changed withLf(const QByteArray &body) { return QByteArray(body).replace("\r\n", "\n"); }

Changed withLfForCr(const QByteArray &body)
{
    return QByteArray(body).replace("\r\n", "\n").replace('\r', '\n');
}

Changed withoutMark(const QByteArray &body)
{
    return body.startsWith(byteOrderMark) ? body.sliced(3) : body;
}

Changed withMark(const QByteArray &body)
{
    return body.startsWith(byteOrderMark) ? body : byteOrderMark + body;
}

Changed withoutBreaks(const QByteArray &body)
{
    return QByteArray(body).replace('\n', "").replace('\r', "");
}

Changed trimmed(const QByteArray &body) { return body.trimmed(); }

Changed withoutFinalNul(const QByteArray &body)
{
    return body.endsWith('\0') ? body.chopped(1) : body;
}

Variant::Change with(const char *end)
{
    return [end](const QByteArray &body) { return Changed(body + end); };
}

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

} // namespace

Variants newlineVariants()
{
    const auto one = [](int rank, const QString &clause, Variant::Change change) {
        return Variant{Cause::Newline, rank, clause, std::move(change)};
    };
    return {
        one(1, tr("the body has no line break at its end"), withoutFinalBreaks),
        one(1, tr("the body ends with a line feed"), with("\n")),
        one(1, tr("the lines of the body end with a line feed alone"), withLf),
        one(1, tr("the lines of the body end with CR LF"), withCrLf),
        one(1, tr("the body has no byte order mark in front"), withoutMark),
        one(1, tr("the body ends with CR LF"), with("\r\n")),
        one(1, tr("the body has a byte order mark in front"), withMark),
        one(2, tr("the body has no white space around it"), trimmed),
        one(2, tr("the body has one line break fewer at its end"), withoutOneBreak),
        one(2, tr("the body has no line breaks at all"), withoutBreaks),
        one(2, tr("the body ends with an empty line"), with("\n\n")),
        one(2, tr("the body ends with a space"), with(" ")),
        one(3, tr("the body ends with a carriage return"), with("\r")),
        one(3, tr("the lines of the body end with a line feed, not with a carriage return"),
            withLfForCr),
        one(3, tr("the body has no zero byte at its end"), withoutFinalNul),
        one(3, tr("the body begins with a line feed"),
            [](const QByteArray &body) { return Changed('\n' + body); }),
    };
}

} // namespace signature
