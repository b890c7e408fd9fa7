// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "formats/curl.h"
#include "formats/har.h"

#include <optional>

namespace formats
{

enum class Format { Ndjson, Har, Csv, Http, Curl };

// "ndjson", "har"; nothing for an unknown word.
std::optional<Format> formatFromWord(QStringView word);

// A file of one format, piece by piece: what begin() gives, each delivery, each rejection, end().
// Raw HTTP has one request after the other, as on a connection; it and curl have no rejections.
class Exporter
{
public:
    Exporter(Format format, const CurlTarget &target);

    QByteArray begin() const;
    QByteArray piece(const capture::Record &record);
    QByteArray piece(const capture::Rejection &rejection);
    QByteArray end();

    bool rejectionsLast() const { return m_format == Format::Har; }

private:
    const Format m_format;
    const CurlTarget m_target;
    HarWriter m_har;
};

} // namespace formats
