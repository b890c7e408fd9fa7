// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/rawhttp.h"

// What could be read is written such that it reads the same again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto read
        = formats::readRawHttp(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!read)
        return 0;
    const auto again = formats::readRawHttp(formats::writeRawHttp(*read));
    Q_ASSERT(again);
    Q_ASSERT(again->method == read->method && again->target == read->target);
    Q_ASSERT(again->fields == read->fields && again->trailers == read->trailers);
    Q_ASSERT(again->body == read->body);
    return 0;
}
