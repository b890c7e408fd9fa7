// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/credentialsearch.h"

#include <QRegularExpression>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;
using formats::Format;

namespace
{

// The same as JSON Lines with nothing but the headers that it would write; nothing: it writes none.
std::optional<ExportOrder> headersOf(const ExportOrder &order)
{
    ExportOrder headers = order;
    headers.format = Format::Ndjson;
    headers.leftOut = {.body = true, .answerBody = true, .verdicts = true, .attempts = true};
    switch (order.format) {
    case Format::Body:
        return {};
    case Format::Ndjson:
        headers.leftOut.fields = order.leftOut.fields;
        headers.leftOut.answerFields = order.leftOut.answerFields;
        break;
    case Format::Csv:
        if (!order.columns.isEmpty()
            && !order.columns.contains(formats::csvNames().indexOf("headers")))
            return {};
        headers.leftOut.answerFields = true;
        break;
    case Format::Http:
    case Format::Curl:
    case Format::CurlCmd:
    case Format::CurlPowerShell:
        headers.leftOut.answerFields = true;
        break;
    case Format::Har:
    case Format::Store:
        break;
    }
    return headers;
}

// In a line of JSON, where a header is ["name","value"], and one whose value is hidden
// ["name","redacted-1"]. Within a text the quotes would be escaped.
QString credentialIn(const QByteArray &line)
{
    static const QRegularExpression header(u"\\[\"([\\w-]+)\",(?:\\{|\"(?!\"|redacted-\\d+\"))"_s);
    const QString text = QString::fromUtf8(line);
    for (const QRegularExpressionMatch &match : header.globalMatch(text)) {
        if (formats::isCredential(match.captured(1).toLatin1()))
            return match.captured(1);
    }
    return {};
}

} // namespace

QString findCredential(const capture::Store &store, const ExportOrder &order, const WriteOn &goesOn)
{
    const auto headers = headersOf(order);
    if (!headers || order.redaction.hidesSignatures())
        return {};
    QString found;
    const auto take = [&found](const QByteArray &line) -> core::Status {
        if (found.isEmpty())
            found = credentialIn(line);
        return core::Done{};
    };
    const auto goesOnUntilThen
        = [&found, &goesOn](qint64 written) { return found.isEmpty() && goesOn(written); };
    return exportStore(store, *headers, take, goesOnUntilThen) ? found : QString();
}

} // namespace inspector
