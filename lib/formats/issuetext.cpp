// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/issuetext.h"

#include "core/bytesize.h"
#include "core/clock.h"
#include "formats/redaction.h"
#include "json/writer.h"

#include <QByteArrayList>

#include <algorithm>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestBody = 20'000; // bytes; trackers take about three times as much

// One backtick more than what stands in the text has in a row, and three at least.
QByteArray fenceFor(QByteArrayView text, qsizetype least)
{
    qsizetype longest = 0;
    qsizetype row = 0;
    for (const char c : text) {
        row = c == '`' ? row + 1 : 0;
        longest = std::max(longest, row);
    }
    return QByteArray(std::max(least, longest + 1), '`');
}

// Neither a carriage return nor a control character ends a line or a block.
QByteArray shown(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes).replace(u"\r\n"_s, u"\n"_s);
    for (QChar &c : text) {
        if ((c < u' ' && c != u'\n' && c != u'\t') || c == u'\x7f')
            c = QChar::ReplacementCharacter;
    }
    return text.toUtf8();
}

QByteArray block(const QByteArray &kind, const QByteArray &text)
{
    const QByteArray fence = fenceFor(text, 3);
    return fence + kind + '\n' + text + (text.endsWith('\n') ? "" : "\n") + fence + '\n';
}

QByteArray inlineCode(const QString &value)
{
    const QByteArray text = shown(value.toUtf8()).replace('\n', ' ');
    const QByteArray fence = fenceFor(text, 1);
    return fence.size() > 1 ? fence + ' ' + text + ' ' + fence : fence + text + fence;
}

QByteArray requestLines(const http::Request &request)
{
    QByteArrayList lines{request.method + ' ' + request.target + " HTTP/1."
                         + QByteArray::number(request.versionMinor)};
    for (const http::Field &field : request.fields)
        lines += field.name + ": " + field.value;
    for (QByteArray &line : lines)
        line = shown(line).replace('\n', ' ');
    return lines.join('\n');
}

QByteArray bodyBlock(const QByteArray &body, const QByteArray &received)
{
    const QByteArray size = core::byteSize(received.size()).toUtf8();
    if (received.isEmpty())
        return "No body.\n";
    if (!json::isUtf8(received) || received.contains('\0'))
        return "The body is no text, " + size + ".\n";
    if (body.isEmpty())
        return "The body is left out, " + size + ": it can't be looked through for names.\n";
    // Not in the middle of a character.
    qsizetype end = std::min(body.size(), longestBody);
    while (end > 0 && end < body.size() && (uchar(body[end]) & 0xC0) == 0x80)
        --end;
    const QByteArray text = shown(body.first(end));
    const QByteArray begins = text.trimmed().first(std::min<qsizetype>(text.trimmed().size(), 1));
    const QByteArray kind = begins == "{" || begins == "[" ? "json" : "";
    QByteArray out = block(kind, text);
    if (end < body.size())
        out += "\nThe first " + QByteArray::number(end) + " bytes of " + size + ".\n";
    return out;
}

QByteArray facts(const capture::Record &record)
{
    const capture::Delivery &delivery = *record.delivery;
    const signature::Verdict &verdict = record.judged ? *record.judged : delivery.verdict;
    QByteArray lines = "- Received: " + core::isoTime(delivery.receivedAt).toLatin1() + '\n';
    if (!delivery.event.topic.isEmpty())
        lines += "- Topic: " + inlineCode(delivery.event.topic) + '\n';
    if (!verdict.scheme.isEmpty())
        lines += "- Scheme: " + inlineCode(verdict.scheme) + '\n';
    lines += "- Signature: " + signature::word(verdict.signature).toLatin1() + '\n';
    lines += "- Freshness: " + signature::word(verdict.freshness).toLatin1();
    if (verdict.ageSeconds)
        lines += ", " + QByteArray::number(*verdict.ageSeconds) + " s";
    lines += '\n';
    if (record.answer && record.answer->status == 0)
        lines += "- Answered: no\n";
    else if (record.answer)
        lines += "- Answered: " + QByteArray::number(record.answer->status) + " after "
            + QByteArray::number(double(record.answer->latency) / 1000, 'f', 1) + " ms\n";
    return lines;
}

} // namespace

QByteArray issueText(const capture::Record &record, const signature::SchemeBook &schemes)
{
    auto redaction = Redaction::read(u"signatures,emails,names"_s, schemes);
    if (!redaction)
        return {}; // all of these are known
    const capture::Record masked = redaction->applied(record);
    const http::Request &request = masked.delivery->request;
    return "**Webhook " + QByteArray::number(masked.delivery->id) + "**\n\n" + facts(masked) + '\n'
        + block("http", requestLines(request)) + '\n'
        + bodyBlock(request.body, record.delivery->request.body)
        + "\nSignatures, credentials, e-mail addresses and names are replaced by placeholders.\n";
}

} // namespace formats
