// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/exporter.h"

#include "core/clock.h"
#include "formats/csv.h"
#include "formats/ndjson.h"
#include "formats/rawhttp.h"

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
    return {};
}

Exporter::Exporter(Format format, const CurlTarget &target)
    : m_format(format)
    , m_target(target)
{
}

QByteArray Exporter::begin() const
{
    switch (m_format) {
    case Format::Har:
        return m_har.begin();
    case Format::Csv:
        return csvHeader();
    case Format::Curl:
        return "#!/bin/sh\n";
    case Format::Ndjson:
    case Format::Http:
        return {};
    }
    return {};
}

QByteArray Exporter::piece(const capture::Record &record)
{
    switch (m_format) {
    case Format::Ndjson:
        return ndjsonLine(record);
    case Format::Har:
        return m_har.entry(record);
    case Format::Csv:
        return csvRow(record);
    case Format::Http:
        return writeRawHttp(record.delivery->request);
    case Format::Curl:
        return "\n# webhook " + QByteArray::number(record.delivery->id) + ", "
            + core::isoTime(record.delivery->receivedAt).toLatin1() + '\n'
            + curlCommand(record.delivery->request, m_target);
    }
    return {};
}

QByteArray Exporter::piece(const capture::Rejection &rejection)
{
    switch (m_format) {
    case Format::Ndjson:
        return ndjsonLine(rejection);
    case Format::Har:
        return m_har.rejection(rejection);
    case Format::Csv:
        return csvRow(rejection);
    case Format::Http:
    case Format::Curl:
        return {};
    }
    return {};
}

QByteArray Exporter::end() { return m_format == Format::Har ? m_har.end() : QByteArray(); }

} // namespace formats
