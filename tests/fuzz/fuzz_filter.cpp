// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/match.h"
#include "filter/parse.h"

// The first line is a filter, the rest a body. Faults and colours stand inside the text; a filter
// that is good finds its own parts again; a row that knows says what the record says.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray all(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype line = std::max<qsizetype>(all.indexOf('\n'), 0);
    const QString text = QString::fromUtf8(all.first(line));
    constexpr qint64 now = 1'795'428'000'000'000;

    const filter::Parsed parsed = filter::parse(text, now);
    qsizetype end = 0;
    for (const filter::Span &span : parsed.spans) {
        Q_ASSERT(span.position >= end && span.length > 0);
        end = span.position + span.length;
    }
    Q_ASSERT(end <= text.size());
    if (parsed.fault) {
        Q_ASSERT(parsed.fault->position >= 0 && parsed.fault->length >= 0);
        Q_ASSERT(parsed.fault->position + parsed.fault->length <= text.size());
        Q_ASSERT(!filter::marked(text, *parsed.fault).isEmpty());
        return 0;
    }
    capture::Delivery delivery;
    delivery.request.body = all.sliced(line);
    delivery.request.fields = {{"X", delivery.request.body.left(100)}};
    capture::Record record;
    record.delivery = std::make_shared<const capture::Delivery>(delivery);
    const bool found = filter::matches(parsed.filter, record);
    const filter::Match match
        = filter::matches(parsed.filter, capture::summarise(delivery, delivery.id));
    Q_ASSERT(match == filter::Match::NeedsRecord || (match == filter::Match::Yes) == found);
    for (const filter::Filter &part : filter::conjuncts(parsed.filter))
        Q_ASSERT(!filter::parse(part.text, now).fault);
    return 0;
}
