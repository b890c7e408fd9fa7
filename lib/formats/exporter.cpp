// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/exporter.h"

#include "core/clock.h"
#include "formats/ndjson.h"
#include "formats/rawhttp.h"
#include "json/writer.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

std::optional<Format> formatFromWord(QStringView word)
{
    if (word == "ndjson"_L1)
        return Format::Ndjson;
    if (word == "har"_L1)
        return Format::Har;
    if (word == "csv"_L1)
        return Format::Csv;
    if (word == "http"_L1)
        return Format::Http;
    if (word == "curl"_L1)
        return Format::Curl;
    if (word == "curl-cmd"_L1)
        return Format::CurlCmd;
    if (word == "curl-powershell"_L1)
        return Format::CurlPowerShell;
    if (word == "body"_L1)
        return Format::Body;
    if (word == "hookglass"_L1)
        return Format::Store;
    return {};
}

bool isFileEach(Format format) { return format == Format::Http || format == Format::Body; }

QString fileEnding(Format format, const http::Request &request)
{
    if (format == Format::Http)
        return u".http"_s;
    const QByteArray type
        = http::value(request.fields, "Content-Type").value_or(QByteArray()).toLower();
    if (type.contains("json"))
        return u".json"_s;
    if (type.contains("xml"))
        return u".xml"_s;
    return json::isUtf8(request.body) ? u".txt"_s : u".bin"_s;
}

Exporter::Exporter(Format format, const CurlTarget &target, const CsvColumns &columns,
                   const LeftOut &leftOut)
    : m_format(format)
    , m_target(target)
    , m_columns(columns)
    , m_leftOut(leftOut)
{
}

static QByteArray titleOf(const capture::Delivery &delivery)
{
    return "webhook " + QByteArray::number(delivery.id) + ", "
        + core::isoTime(delivery.receivedAt).toLatin1();
}

QByteArray Exporter::begin() const
{
    switch (m_format) {
    case Format::Har:
        return m_har.begin();
    case Format::Csv:
        return csvHeader(m_columns);
    case Format::Curl:
        return "#!/bin/sh\n";
    case Format::CurlCmd:
        return "@echo off\r\n";
    case Format::Ndjson:
    case Format::Http:
    case Format::Body:
    case Format::CurlPowerShell:
    case Format::Store:
        return {};
    }
    return {};
}

QByteArray Exporter::piece(const capture::Record &record)
{
    switch (m_format) {
    case Format::Ndjson:
        return ndjsonLine(record, m_leftOut);
    case Format::Store:
        return ndjsonLine(record);
    case Format::Har:
        return m_har.entry(record);
    case Format::Csv:
        return csvRow(record, m_columns);
    case Format::Http:
        return writeRawHttp(framed(record.delivery->request));
    case Format::Curl:
        return "\n# " + titleOf(*record.delivery) + '\n'
            + curlCommand(record.delivery->request, m_target);
    case Format::CurlCmd:
        return "\r\nrem " + titleOf(*record.delivery) + "\r\n"
            + curlCommand(record.delivery->request, m_target, Shell::Cmd);
    case Format::CurlPowerShell:
        return "\n# " + titleOf(*record.delivery) + '\n'
            + curlCommand(record.delivery->request, m_target, Shell::PowerShell);
    case Format::Body:
        return record.delivery->request.body;
    }
    return {};
}

QByteArray Exporter::piece(const capture::Rejection &rejection)
{
    switch (m_format) {
    case Format::Ndjson:
    case Format::Store:
        return ndjsonLine(rejection);
    case Format::Har:
        return m_har.rejection(rejection);
    case Format::Csv:
        return csvRow(rejection, m_columns);
    case Format::Http:
    case Format::Curl:
    case Format::CurlCmd:
    case Format::CurlPowerShell:
    case Format::Body:
        return {};
    }
    return {};
}

bool Exporter::hasRejections() const
{
    return m_format == Format::Ndjson || m_format == Format::Har || m_format == Format::Csv
        || m_format == Format::Store;
}

QByteArray Exporter::end() { return m_format == Format::Har ? m_har.end() : QByteArray(); }

} // namespace formats
