// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/parser.h"

#include <QList>

#include <algorithm>

// What one stream of bytes became; the same however it was cut.
struct Outcome {
    QList<http::Request> requests;
    QList<bool> kept;
    http::ParseError error = http::ParseError::None;
    http::RequestParser::Progress progress = http::RequestParser::Progress::Idle;
    qsizetype taken = 0;
};

static Outcome parse(QByteArrayView bytes, qsizetype piece, const http::Limits &limits)
{
    using Progress = http::RequestParser::Progress;
    http::RequestParser parser(limits);
    Outcome outcome;
    while (outcome.taken < bytes.size() && parser.progress() != Progress::Failed) {
        const auto part
            = bytes.sliced(outcome.taken, std::min(piece, bytes.size() - outcome.taken));
        outcome.taken += parser.feed(part);
        if (parser.progress() == Progress::Complete) {
            outcome.kept.append(parser.keepsAlive());
            outcome.requests.append(parser.take());
        }
    }
    outcome.error = parser.error();
    outcome.progress = parser.progress();
    return outcome;
}

static void check(const http::Request &request, const http::Limits &limits)
{
    Q_ASSERT(!request.method.isEmpty() && !request.target.isEmpty());
    Q_ASSERT(request.head.size() <= limits.head && request.head.endsWith("\r\n\r\n"));
    Q_ASSERT(request.target.size() <= limits.target);
    Q_ASSERT(request.fields.size() <= limits.fields);
    Q_ASSERT(request.body.size() <= limits.body);
    Q_ASSERT(request.trailers.isEmpty() || request.framing == http::Framing::Chunked);
    Q_ASSERT(request.body.isEmpty() || request.framing != http::Framing::None);
    Q_ASSERT(!request.head.contains('\0'));
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    // The first byte says how the rest is cut and whether the limits are narrow.
    const bool narrow = data[0] & 0x80;
    const qsizetype piece = 1 + (data[0] & 0x7f);
    const QByteArrayView bytes(data + 1, qsizetype(size) - 1);
    const http::Limits limits = narrow ? http::Limits{.head = 300,
                                                      .fields = 6,
                                                      .target = 40,
                                                      .chunkExtensions = 20,
                                                      .trailers = 60,
                                                      .body = 100}
                                       : http::Limits{};

    const Outcome whole = parse(bytes, bytes.size(), limits);
    for (const http::Request &request : whole.requests)
        check(request, limits);
    const Outcome cut = parse(bytes, piece, limits);
    Q_ASSERT(cut.requests == whole.requests);
    Q_ASSERT(cut.kept == whole.kept);
    Q_ASSERT(cut.error == whole.error);
    Q_ASSERT(cut.progress == whole.progress);
    return 0;
}
