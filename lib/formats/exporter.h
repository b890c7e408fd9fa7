// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/csv.h"
#include "formats/curl.h"
#include "formats/har.h"
#include "formats/recordwriter.h"

#include <optional>

namespace formats
{

enum class Format { Ndjson, Har, Csv, Http, Curl, Body, CurlCmd, CurlPowerShell, Store };

// "ndjson", "har"; nothing for an unknown word.
std::optional<Format> formatFromWord(QStringView word);

// Whether a folder takes a file of each delivery.
bool isFileEach(Format format);

// The ending of a delivery's file in such a folder: ".http"; of a body what its Content-Type says.
QString fileEnding(Format format, const http::Request &request);

// A file of one format, piece by piece: what begin() gives, each delivery, each rejection, end().
// Raw HTTP has one request after the other, as on a connection, and bodies alone have nothing
// between them. Neither they nor curl have rejections. A store is no such file: of one these are
// the lines that show what goes into it.
class Exporter
{
public:
    // What is left out is so of NDJSON alone.
    Exporter(Format format, const CurlTarget &target, const CsvColumns &columns = {},
             const LeftOut &leftOut = {});

    QByteArray begin() const;
    QByteArray piece(const capture::Record &record);
    QByteArray piece(const capture::Rejection &rejection);
    QByteArray end();

    bool hasRejections() const;
    bool rejectionsLast() const { return m_format == Format::Har; }

private:
    const Format m_format;
    const CurlTarget m_target;
    const CsvColumns m_columns;
    const LeftOut m_leftOut;
    HarWriter m_har;
};

} // namespace formats
