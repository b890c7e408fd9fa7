// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/har.h"
#include "formats/harreader.h"

#include <QBuffer>

// A file that anybody may have made: each entry is one, or wrong with a reason, and what is one can
// be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray file(reinterpret_cast<const char *>(data), qsizetype(size));
    QBuffer device(&file);
    device.open(QIODevice::ReadOnly);
    formats::HarEntries entries(device, 1);
    while (const auto entry = entries.next()) {
        if (!entry->wrong.isEmpty() || !entry->entry.record)
            continue;
        formats::HarWriter writer;
        const auto again = formats::readHarEntry(writer.entry(*entry->entry.record), 1);
        Q_ASSERT(again && again->record);
        Q_ASSERT(again->record->delivery->request == entry->entry.record->delivery->request);
    }
    return 0;
}
