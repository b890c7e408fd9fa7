// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/ndjson.h"
#include "formats/ndjsonreader.h"

// What could be read is written such that it reads the same again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto read = formats::readNdjsonLine(
        QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), 1);
    Q_ASSERT(read || !read.error().why.isEmpty());
    if (!read || !read->record)
        return 0;
    const auto again = formats::readNdjsonLine(formats::ndjsonLine(*read->record), 1);
    Q_ASSERT(again && again->record && !again->altered);
    Q_ASSERT(*again->record->delivery == *read->record->delivery);
    Q_ASSERT(again->record->judged == read->record->judged);
    Q_ASSERT(again->record->note == read->record->note);
    return 0;
}
