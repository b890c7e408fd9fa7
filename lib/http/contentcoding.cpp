// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/contentcoding.h"

#include <QCoreApplication>
#include <QList>

#include <zlib.h>

#include <memory>

namespace http
{

namespace
{

constexpr qsizetype mostCodings = 4;
constexpr qsizetype pieceSize = 64 * 1024;
constexpr int anyHeader = MAX_WBITS + 32; // zlib tells gzip from zlib
constexpr int noHeader = -MAX_WBITS; // some senders take "deflate" to mean this

struct Inflated {
    QByteArray bytes;
    bool whole = false;
    bool cut = false;
};

Inflated inflated(const QByteArray &packed, int windowBits, qsizetype limit)
{
    Inflated out;
    z_stream stream{};
    if (inflateInit2(&stream, windowBits) != Z_OK)
        return out;
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    int state = Z_OK;
    while (state == Z_OK && out.bytes.size() < limit) {
        const qsizetype from = out.bytes.size();
        const qsizetype room = std::min(std::max(from, pieceSize), limit - from);
        out.bytes.resize(from + room);
        stream.next_out = reinterpret_cast<Bytef *>(out.bytes.data() + from);
        stream.avail_out = uInt(room);
        state = inflate(&stream, Z_NO_FLUSH);
        out.bytes.resize(from + room - qsizetype(stream.avail_out));
    }
    out.whole = state == Z_STREAM_END;
    out.cut = !out.whole && out.bytes.size() == limit;
    return out;
}

Inflated undone(const QByteArray &body, const QByteArray &coding, qsizetype limit)
{
    Inflated out = inflated(body, anyHeader, limit);
    if (!out.whole && !out.cut && coding == "deflate")
        out = inflated(body, noHeader, limit);
    return out;
}

// In the order they were applied, without those that change nothing.
QByteArrayList codingsOf(const QByteArray &contentEncoding)
{
    QByteArrayList codings;
    for (const QByteArray &part : contentEncoding.toLower().split(',')) {
        const QByteArray coding = part.trimmed();
        if (!coding.isEmpty() && coding != "identity")
            codings += coding;
    }
    return codings;
}

bool isKnown(const QByteArray &coding)
{
    return coding == "gzip" || coding == "x-gzip" || coding == "deflate";
}

QString tr(const char *text) { return QCoreApplication::translate("http::ContentCoding", text); }

} // namespace

Decoded decodedBody(const QByteArray &body, const QByteArray &contentEncoding, qsizetype limit)
{
    Decoded out{.bytes = body};
    const QByteArrayList codings = codingsOf(contentEncoding);
    if (body.isEmpty() || codings.isEmpty())
        return out;
    if (codings.size() > mostCodings)
        return {.bytes = body, .fault = tr("There are more than four content codings.")};
    for (auto coding = codings.crbegin(); coding != codings.crend(); ++coding) {
        const QString name = QString::fromLatin1(*coding);
        if (!isKnown(*coding))
            return {.bytes = body, .fault = tr("“%1” is not among gzip and deflate.").arg(name)};
        const Inflated next = undone(out.bytes, *coding, limit);
        if (!next.whole && !next.cut)
            return {.bytes = body, .fault = tr("The bytes are not whole, valid %1.").arg(name)};
        out.bytes = next.bytes;
        out.cut = out.cut || next.cut;
        if (out.cut)
            break;
    }
    out.coding = QString::fromLatin1(codings.join(", "));
    return out;
}

} // namespace http
