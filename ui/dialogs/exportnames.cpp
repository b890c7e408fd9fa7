// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/exportnames.h"

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using formats::Format;

QString suffixOf(Format format)
{
    switch (format) {
    case Format::Ndjson:
        return u".jsonl"_s;
    case Format::Har:
        return u".har"_s;
    case Format::Csv:
        return u".csv"_s;
    case Format::Curl:
        return u".sh"_s;
    case Format::CurlCmd:
        return u".cmd"_s;
    case Format::CurlPowerShell:
        return u".ps1"_s;
    case Format::Store:
        return u".hookglass"_s;
    case Format::Http:
    case Format::Body:
        return {}; // a folder
    }
    Q_UNREACHABLE();
}

std::optional<Format> formatOfName(const QString &name)
{
    if (name.endsWith(".ndjson"_L1, Qt::CaseInsensitive))
        return Format::Ndjson;
    for (const Format format : {Format::Ndjson, Format::Har, Format::Csv, Format::Curl,
                                Format::CurlCmd, Format::CurlPowerShell, Format::Store}) {
        if (name.endsWith(suffixOf(format), Qt::CaseInsensitive))
            return format;
    }
    return {};
}

} // namespace ui
