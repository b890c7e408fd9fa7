// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/search.h"

#include "signature/hypotheses/bodyvariants.h"
#include "signature/hypotheses/timestampvariants.h"
#include "signature/hypotheses/urlvariants.h"

#include <algorithm>

namespace signature
{

namespace
{

constexpr int highestRank = 3;
constexpr int mostTogether = 4; // of two changes' ranks
constexpr int stages = 5;

bool saysForm(const http::Request &request)
{
    const auto type = http::value(request.fields, "Content-Type");
    return type && type->toLower().contains("x-www-form-urlencoded");
}

} // namespace

Search::Search(const Question &question, const Secrets &others, Budget &budget)
    : m_question(question)
    , m_budget(budget)
    , m_readings(question)
    , m_keys(question.scheme, question.secrets, others)
    , m_bench(question)
    , m_usual(question.scheme.type == Type::KeyedDigest ? Construction::TextAlone
                                                        : Construction::Hmac)
{
    collect();
}

void Search::addVariants(Part part, int stage, const Variants &variants)
{
    m_lists.push_back(std::make_unique<const Variants>(variants));
    for (const Variant &variant : *m_lists.back())
        m_changes.push_back(
            {.part = part, .stage = stage, .rank = variant.rank, .variant = &variant});
}

// In the order in which changes of one rank are tried.
void Search::collect()
{
    const QByteArray &body = m_question.request.body;
    addVariants(Part::Body, stages, newlineVariants());
    for (const Key &key : m_keys.changed())
        m_changes.push_back({.part = Part::Key, .rank = key.rank, .key = &key, .works = true});
    addVariants(Part::Body, 2, jsonVariants());
    addVariants(Part::Body, 3, escapingVariants());
    for (const Layout &layout : layouts())
        m_changes.push_back({.part = Part::Layout, .rank = layout.rank, .layout = &layout});
    addVariants(Part::Text, 0, textVariants());
    if (!m_bench.timestamp().isNull())
        addVariants(
            Part::Timestamp, 0,
            timestampVariants(m_bench.timestamp(), m_question.request, m_question.receivedAt));
    for (const Construction construction :
         {Construction::KeyThenText, Construction::TextThenKey, Construction::TextAlone,
          Construction::Swapped, Construction::Hmac}) {
        if (construction != m_usual)
            m_changes.push_back({.part = Part::Construction, .construction = construction});
    }
    const auto &message = m_question.scheme.message;
    if (message.uses(Source::Url) || message.uses(Source::UrlWithoutQuery)
        || message.uses(Source::Path) || message.uses(Source::Target))
        addVariants(Part::Url, 0, urlVariants(m_bench.url(), m_question.request));
    addVariants(Part::Body, 4, charsetVariants());
    addVariants(Part::Body, 1, formVariants(saysForm(m_question.request)));
    addVariants(Part::Body, 1, wrappingVariants(body));
    addVariants(Part::Body, 2, restoringVariants(body));
    std::stable_sort(m_changes.begin(), m_changes.end(),
                     [](const Change &a, const Change &b) { return a.rank < b.rank; });
}

QByteArray Search::usualText() const
{
    return m_bench.textHoldsKey() ? QByteArray() : m_bench.text({}, {}).value_or(QByteArray());
}

std::optional<Match> Search::asItIs()
{
    attempt(QList<const Change *>());
    return m_match;
}

std::optional<Match> Search::withOneChange()
{
    for (Change &change : m_changes) {
        if (m_budget.isSpent())
            return {};
        m_fresh = false;
        if (attempt({&change}))
            return m_match;
        change.works = change.works || m_fresh;
    }
    return {};
}

std::optional<Match> Search::withTwoChanges()
{
    for (int together = 2; together <= mostTogether; ++together) {
        for (size_t i = 0; i < m_changes.size(); ++i) {
            const Change &first = m_changes[i];
            for (size_t j = i + 1; j < m_changes.size() && first.rank <= together / 2; ++j) {
                const Change &second = m_changes[j];
                if (first.rank + second.rank != together || !goTogether(first, second))
                    continue;
                if (m_budget.isSpent())
                    return {};
                if (attempt({&first, &second}))
                    return m_match;
            }
        }
    }
    return {};
}

// What changes nothing by itself may do so once the body is unpacked.
bool Search::goTogether(const Change &a, const Change &b)
{
    if (a.part == Part::Body && b.part == Part::Body) {
        const Change &earlier = a.stage < b.stage ? a : b;
        const bool unpacks = earlier.stage == 1 && earlier.works;
        const bool order = a.stage != b.stage || a.stage == stages;
        return order && (unpacks || (a.works && b.works));
    }
    return a.part != b.part && a.works && b.works && !(a.key && a.key->causes.size() == mostCauses)
        && !(b.key && b.key->causes.size() == mostCauses);
}

bool Search::attempt(const QList<const Change *> &changes)
{
    Shape shape;
    Construction construction = m_usual;
    const Key *key = nullptr;
    const Change *body = nullptr;
    for (const Change *change : changes) {
        switch (change->part) {
        case Part::Body:
            shape.body = change->variant;
            if (body && body->stage > change->stage) {
                shape.moreBody = body->variant;
            } else if (body) {
                shape.body = body->variant;
                shape.moreBody = change->variant;
            }
            body = change;
            break;
        case Part::Timestamp:
            shape.timestamp = change->variant;
            break;
        case Part::Url:
            shape.url = change->variant;
            break;
        case Part::Layout:
            shape.layout = change->layout;
            break;
        case Part::Text:
            shape.text = change->variant;
            break;
        case Part::Construction:
            construction = change->construction;
            break;
        case Part::Key:
            key = change->key;
            break;
        }
    }
    if (key)
        return attempt(shape, construction, *key);
    return std::any_of(m_keys.usual().begin(), m_keys.usual().end(),
                       [&](const Key &usual) { return attempt(shape, construction, usual); });
}

bool Search::attempt(const Shape &shape, Construction construction, const Key &key)
{
    const auto text = m_bench.text(shape, key.bytes);
    m_budget.spend(shape.effort() * m_question.request.body.size(), 0);
    if (!text)
        return false;
    const size_t seen = qHashMulti(size_t(construction), QByteArrayView(*text), &key);
    if (m_seen.contains(seen))
        return false;
    m_seen.insert(seen);
    m_fresh = true;
    return compare(shape, construction, key, *text);
}

bool Search::compare(const Shape &shape, Construction construction, const Key &key,
                     const QByteArray &text)
{
    QList<Cause> changed = joined(shape.causes(), key.causes);
    if (construction != m_usual)
        changed = joined(changed, {Cause::Digest});
    if (changed.size() == 1)
        m_budget.note(changed.first());
    for (const Hash hash : m_readings.hashes()) {
        if (!m_budget.allows(1))
            return false;
        m_budget.spend(text.size(), 1);
        const Digest digest = signature::compute(construction, hash, key.bytes, text);
        if (const auto how = m_readings.match(digest, hash, changed)) {
            found(shape, construction, key, *how, text);
            return true;
        }
    }
    return false;
}

void Search::found(const Shape &shape, Construction construction, const Key &key,
                   const Reading &how, const QByteArray &text)
{
    Match match{.causes = joined(joined(shape.causes(), key.causes), how.causes),
                .clauses = shape.clauses() + key.clauses,
                .text = text,
                .secret = key.label};
    if (construction != m_usual) {
        match.causes = joined(match.causes, {Cause::Digest});
        match.clauses.append(clause(construction));
    }
    match.clauses += how.clauses;
    if (shape.url)
        match.url = shape.url->change(m_bench.url()).value_or(QByteArray());
    if (key.text) {
        QByteArray copy(key.text->constData(), key.text->size());
        match.repaired = Secret::take(key.label, copy);
    }
    m_match = match;
}

} // namespace signature
