// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/match.h"

#include "filter/recordmatch.h"

#include <algorithm>

namespace filter
{

namespace
{

constexpr quint32 bit(Is word) { return 1U << quint32(word); }
constexpr quint32 bit(Has word) { return 1U << quint32(word); }

// A Summary with its texts as UTF-8.
class SummaryRow
{
public:
    explicit SummaryRow(const capture::Summary &row)
        : m_row(row)
    {
    }

    QByteArrayView text(Field field) const
    {
        QByteArray &text = m_texts[size_t(field)];
        if (text.isNull())
            text = read(field);
        return text;
    }
    static bool whole(Field) { return true; }

    std::optional<qint64> number(Field field) const
    {
        switch (field) {
        case Field::Size:
            return m_row.bodySize;
        case Field::Age:
            return exactAge(m_row.ageSeconds, m_row.receivedAt);
        case Field::Duration:
            return m_row.latency < 0 ? std::nullopt : std::optional(m_row.latency);
        case Field::Reply:
            return m_row.status;
        case Field::Number:
            return m_row.id;
        case Field::Time:
            return m_row.receivedAt;
        default:
            return {};
        }
    }

    KnownWords words(Field field) const
    {
        if (field == Field::Is || field == Field::Has)
            return stateWords(field,
                              {.signature = m_row.signature,
                               .freshness = m_row.freshness,
                               .status = m_row.status,
                               .rejected = m_row.rejection.has_value(),
                               .marked = m_row.marked,
                               .judged = m_row.judgedLater,
                               .noted = !m_row.note.isEmpty(),
                               .body = m_row.bodySize > 0,
                               .account = !m_row.account.isEmpty(),
                               .secret = !m_row.secret.isEmpty(),
                               .aged = m_row.ageSeconds.has_value(),
                               .repeated = m_row.repeated,
                               .replayed = m_row.replayed,
                               .test = m_row.test,
                               .drifted = m_row.drifted,
                               .overtaken = m_row.overtaken,
                               // A rejection itself does not tell it, and is asked as well.
                               .imported = m_row.importedAt != 0 && !m_row.rejection});
        if (m_row.rejection)
            return {};
        const auto number
            = field == Field::Signature ? quint32(m_row.signature) : quint32(m_row.freshness);
        return {.holding = 1U << number};
    }

private:
    QByteArray read(Field field) const
    {
        switch (field) {
        case Field::Topic:
            return m_row.topic.toUtf8();
        case Field::Account:
            return m_row.account.toUtf8();
        case Field::Secret:
            return m_row.secret.toUtf8();
        case Field::From:
            return m_row.peer.toUtf8();
        case Field::Endpoint:
            return m_row.endpoint.toUtf8();
        case Field::Scheme:
            return m_row.scheme.toUtf8();
        case Field::Event:
            return m_row.eventId.toUtf8();
        case Field::Method:
            return m_row.method;
        case Field::Path:
            return m_row.target;
        case Field::Summary:
            return m_row.text.toUtf8();
        case Field::Note:
            return m_row.note.toUtf8();
        default:
            return "";
        }
    }

    const capture::Summary &m_row;
    mutable std::array<QByteArray, fieldCount> m_texts;
};

capture::Summary summaryOf(const capture::Record &record)
{
    const capture::Delivery &delivery = *record.delivery;
    capture::Summary row = capture::summarise(delivery, delivery.id);
    if (record.judged) {
        row.scheme = record.judged->scheme;
        row.secret = record.judged->secret;
        row.signature = record.judged->signature;
        row.freshness = record.judged->freshness;
        row.ageSeconds = record.judged->ageSeconds;
        row.judgedLater = true;
    }
    if (record.judgedEvent) {
        row.topic = record.judgedEvent->topic;
        row.account = record.judgedEvent->account;
        row.eventId = record.judgedEvent->id;
        row.text = record.judgedEvent->summary;
    }
    if (record.answer) {
        row.status = record.answer->status;
        row.latency = record.answer->latency;
    }
    row.marked = record.marked;
    row.note = record.note;
    row.repeated = record.repeated;
    row.replayed = record.replayed;
    row.drifted = !record.oddities.drift.isEmpty();
    row.overtaken = record.oddities.newer != 0;
    if (record.import) // Whatever the time is, it was imported.
        row.importedAt = std::max<qint64>(record.import->importedAt, 1);
    return row;
}

} // namespace

bool troubled(signature::Signature signature, signature::Freshness freshness, int status)
{
    return status >= 400
        || (signature != signature::Signature::Verified
            && signature != signature::Signature::NotApplicable)
        || (freshness != signature::Freshness::Fresh
            && freshness != signature::Freshness::NotApplicable);
}

std::optional<qint64> exactAge(std::optional<qint64> seconds, qint64 receivedAt)
{
    constexpr qint64 second = 1'000'000;
    if (!seconds)
        return {};
    const qint64 fraction = receivedAt % second;
    return *seconds * second + (fraction < 0 ? fraction + second : fraction);
}

KnownWords stateWords(Field field, const RowState &row)
{
    const auto when = [](bool condition, auto word) { return condition ? bit(word) : 0U; };
    if (field == Field::Has) {
        return {.holding = when(row.noted, Has::Note) | when(row.body, Has::Body)
                    | when(row.status > 0, Has::Answer) | when(row.account, Has::Account)
                    | when(row.secret, Has::Secret) | when(row.aged, Has::Age),
                .open = when(!row.rejected, Has::Sends)};
    }
    const bool problem = row.rejected || troubled(row.signature, row.freshness, row.status);
    return {.holding = when(problem, Is::Problem) | when(row.marked, Is::Flagged)
                | when(row.rejected, Is::Rejected) | when(row.judged, Is::Judged)
                | when(row.status > 0, Is::Answered) | when(row.repeated, Is::Repeated)
                | when(row.replayed, Is::Replayed) | when(row.test, Is::Test)
                | when(row.drifted, Is::Drift) | when(row.overtaken, Is::Overtaken)
                | when(row.imported, Is::Imported),
            .open = when(!row.rejected, Is::Resent)};
}

Match matches(const Filter &filter, const capture::Summary &row)
{
    if (!filter.root)
        return Match::Yes;
    const SummaryRow texts(row);
    return fold(*filter.root, [&texts](const Term &term) { return matchRow(term, texts); });
}

bool matches(const Filter &filter, const capture::Record &record)
{
    if (!filter.root)
        return true;
    const capture::Summary summary = summaryOf(record);
    const SummaryRow row(summary);
    RecordContent content(record);
    const Match match = fold(*filter.root, [&](const Term &term) {
        const Match told = matchRow(term, row);
        return told == Match::NeedsRecord ? matchIf(content.fits(term)) : told;
    });
    return match == Match::Yes;
}

// A row's own texts, as long as nothing else was said of them later.
static Match textMatch(const Pattern &pattern, const capture::Content &content, QByteArrayView text)
{
    return content.amended ? Match::NeedsRecord : matchIf(pattern.fits(text));
}

static Match anywhereMatch(const Pattern &pattern, const capture::Content &content)
{
    for (const QByteArrayView text :
         {content.topic, content.summary, content.account, content.event, content.target}) {
        if (!content.amended && pattern.fits(text))
            return Match::Yes;
    }
    return content.amended ? Match::NeedsRecord : Match::No;
}

static void ask(const Node &node, capture::ContentParts &parts)
{
    for (const NodePtr &part : node.parts)
        ask(*part, parts);
    if (node.kind != Node::Kind::Term)
        return;
    const Field field = node.term.field;
    const bool anywhere = field == Field::Anywhere;
    parts.body |= anywhere || field == Field::Body || field == Field::Json;
    parts.fields |= anywhere || field == Field::Header;
    parts.texts |= anywhere || field == Field::Topic || field == Field::Account
        || field == Field::Event || field == Field::Summary;
}

capture::ContentParts partsAsked(const Filter &filter)
{
    capture::ContentParts parts{.texts = false, .fields = false, .body = false};
    if (filter.root)
        ask(*filter.root, parts);
    return parts;
}

Match matches(const Filter &filter, const capture::Content &content)
{
    if (!filter.root)
        return Match::Yes;
    RecordContent parts(content);
    return fold(*filter.root, [&](const Term &term) {
        const auto *pattern = std::get_if<Pattern>(&term.test);
        switch (term.field) {
        case Field::Body:
        case Field::Header:
        case Field::Json:
            return matchIf(parts.fits(term));
        case Field::Anywhere:
            return parts.fits(term) ? Match::Yes : anywhereMatch(*pattern, content);
        case Field::Topic:
            return textMatch(*pattern, content, content.topic);
        case Field::Account:
            return textMatch(*pattern, content, content.account);
        case Field::Event:
            return textMatch(*pattern, content, content.event);
        case Field::Summary:
            return textMatch(*pattern, content, content.summary);
        default:
            return Match::NeedsRecord;
        }
    });
}

bool matches(const Filter &filter, const capture::Rejection &rejection)
{
    if (!filter.root)
        return true;
    const capture::Summary summary = capture::summarise(rejection);
    const SummaryRow row(summary);
    const Match match = fold(*filter.root, [&](const Term &term) {
        const Match told = matchRow(term, row);
        if (told != Match::NeedsRecord)
            return told;
        const auto *pattern = std::get_if<Pattern>(&term.test);
        const bool bytes = term.field == Field::Body || term.field == Field::Anywhere;
        return matchIf(bytes && pattern && pattern->fits(rejection.bytes));
    });
    return match == Match::Yes;
}

} // namespace filter
