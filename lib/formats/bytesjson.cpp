// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/bytesjson.h"

namespace formats
{

using json::Writer;

void writeBytes(Writer &writer, QByteArrayView bytes)
{
    if (json::isUtf8(bytes)) {
        writer.string(bytes);
        return;
    }
    const QByteArray encoded = QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64();
    writer.beginObject().name("base64").string(encoded).endObject();
}

void writeFields(Writer &writer, const http::Fields &fields)
{
    writer.beginArray();
    for (const http::Field &field : fields) {
        writer.beginArray();
        writeBytes(writer, field.name);
        writeBytes(writer, field.value);
        writer.endArray();
    }
    writer.endArray();
}

} // namespace formats
