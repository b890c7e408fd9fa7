// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/ndjson.h"

namespace formats
{

QByteArray ndjsonLine(const capture::Record &record, const LeftOut &leftOut)
{
    const http::Request &request = record.delivery->request;
    json::Writer writer(2048 + request.head.size() + request.body.size() * 4 / 3);
    writeRecord(writer, record, leftOut);
    return writer.take().append('\n');
}

QByteArray ndjsonLine(const capture::Rejection &rejection)
{
    json::Writer writer;
    writeRejection(writer, rejection);
    return writer.take().append('\n');
}

} // namespace formats
