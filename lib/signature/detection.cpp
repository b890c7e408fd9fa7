// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/detection.h"

#include "signature/catalogue.h"
#include "signature/proposaltext.h"
#include "signature/receivedsignatures.h"
#include "signature/verifier.h"

#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace signature
{

namespace
{

constexpr qsizetype largestBody = 1024 * 1024; // that a signature is looked for in
constexpr qsizetype mostSightings = 64; // no sender comes near a third of it
constexpr qint64 mostBytes = 256 * 1024 * 1024; // that are digested with secrets
constexpr qint64 perCheck = 4096; // what one costs beside the body, in bytes digested

// The catalogue by the place of the signature.
struct Index {
    QMultiHash<QByteArray, const Scheme *> byHeader; // names in lower case
    QList<const Scheme *> elsewhere;
    QHash<const Scheme *, int> order;

    explicit Index(const QList<Scheme> &schemes)
    {
        for (const Scheme &scheme : schemes) {
            order.insert(&scheme, int(order.size()));
            for (const Place &place : scheme.signature) {
                const QByteArray name = headerOf(place);
                if (!name.isEmpty())
                    byHeader.insert(name, &scheme);
                else if (!elsewhere.contains(&scheme))
                    elsewhere.append(&scheme);
            }
        }
    }
};

const Index &catalogueIndex()
{
    static const Index index(allSchemes());
    return index;
}

// Whether a look at the place is worth while: its name is somewhere.
bool mayHold(const http::Request &request, const Place &place)
{
    if (place.source == Source::Query)
        return request.target.contains(place.name);
    if (request.body.size() > largestBody)
        return false;
    return request.body.contains(
        QByteArrayView(place.name).sliced(place.name.lastIndexOf('/') + 1));
}

// Of numbered headers any may stand alone; the index has the first.
QByteArray asFirst(QByteArray name)
{
    const auto end = std::find_if_not(name.crbegin(), name.crend(),
                                      [](char c) { return c >= '0' && c <= '9'; });
    const qsizetype digits = end - name.crbegin();
    return digits == 0 ? name : name.first(name.size() - digits) + '1';
}

class Detector
{
public:
    Detector(const http::Request &request, const Context &context, const QList<Scheme> &own)
        : m_request(request)
        , m_context(context)
    {
        look(catalogueIndex());
        if (!own.isEmpty())
            look(Index(own));
    }

    void tryOut(const Secrets &secrets);
    Detection proposals();

private:
    void look(const Index &index);
    void look(const Scheme &scheme, const Index &index);
    void demoteOldSignatures();

    // What decides: equal keys are equally likely.
    struct Key {
        Likeness likeness;
        int missingSigns; // negative: more signs come first
        bool old;
        auto operator<=>(const Key &) const = default;
    };
    struct Seen {
        Sighting sighting;
        int order = 0;
        bool old = false;

        Key key() const { return {sighting.likeness(), -sighting.signs(), old}; }
    };
    static bool isNamesake(const Scheme &scheme);
    static bool comesFirst(const Seen &a, const Seen &b);

    const http::Request &m_request;
    const Context &m_context;
    QList<Seen> m_seen;
};

void Detector::look(const Index &index)
{
    QSet<QByteArray> names;
    for (const http::Field &field : m_request.fields) {
        const QByteArray name = field.name.toLower();
        names.insert(name);
        names.insert(asFirst(name));
    }
    QList<const Scheme *> schemes;
    for (const QByteArray &name : std::as_const(names))
        schemes += index.byHeader.values(name);
    for (const Scheme *scheme : index.elsewhere) {
        if (std::any_of(scheme->signature.begin(), scheme->signature.end(),
                        [this](const Place &place) { return mayHold(m_request, place); }))
            schemes.append(scheme);
    }
    std::sort(schemes.begin(), schemes.end(),
              [&](const Scheme *a, const Scheme *b) { return index.order[a] < index.order[b]; });
    schemes.erase(std::unique(schemes.begin(), schemes.end()), schemes.end());
    for (const Scheme *scheme : std::as_const(schemes))
        look(*scheme, index);
}

void Detector::look(const Scheme &scheme, const Index &index)
{
    if (m_seen.size() == mostSightings)
        return;
    auto sighting = sight(m_request, scheme, m_context);
    if (!sighting)
        return;
    const QByteArray name = headerOf(scheme.signature.constFirst());
    sighting->shared = name.isEmpty() || index.byHeader.count(name) > 1
        || catalogueIndex().byHeader.count(name) > 1;
    m_seen.append({*sighting, int(m_seen.size())});
}

// The commonest ones first, while there is time.
void Detector::tryOut(const Secrets &secrets)
{
    if (secrets.empty())
        return;
    qint64 left = mostBytes;
    for (Seen &seen : m_seen) {
        const Scheme &scheme = *seen.sighting.scheme;
        if (!seen.sighting.fits || !seen.sighting.lack.isEmpty())
            continue;
        const qint64 groups = scheme.form.groupSeparator.isEmpty() ? 1 : mostGroups;
        left -= groups * qint64(secrets.size()) * (m_request.body.size() + perCheck);
        if (left < 0)
            break;
        const Verdict verdict = verify(m_request, scheme, secrets, 0, m_context);
        seen.sighting.verified = verdict.signature == Signature::Verified;
        seen.sighting.secret = verdict.secret;
    }
}

// Of two signatures that one sender makes of the same request the one with the weaker hash is there
// for old receivers.
void Detector::demoteOldSignatures()
{
    const auto isOldBeside = [](const Seen &one, const Seen &other) {
        const Scheme &a = *one.sighting.scheme;
        const Scheme &b = *other.sighting.scheme;
        return one.key() == other.key() && a.type == b.type && a.hash < b.hash
            && a.signature != b.signature && !one.sighting.companions.isEmpty()
            && one.sighting.companions == other.sighting.companions;
    };
    QList<bool> old;
    for (const Seen &one : std::as_const(m_seen))
        old.append(std::any_of(m_seen.cbegin(), m_seen.cend(),
                               [&](const Seen &other) { return isOldBeside(one, other); }));
    for (qsizetype row = 0; row < m_seen.size(); ++row)
        m_seen[row].old = old[row];
}

// One that a header or a whole family is named after.
bool Detector::isNamesake(const Scheme &scheme)
{
    QString family = scheme.family;
    family.replace(u'-', u'_');
    const QByteArray header = headerOf(scheme.signature.constFirst());
    return family == scheme.id || header.contains(scheme.id.toLatin1());
}

bool Detector::comesFirst(const Seen &a, const Seen &b)
{
    const auto trifles = [](const Seen &seen) {
        return std::tuple(seen.sighting.absent, !isNamesake(*seen.sighting.scheme), seen.order);
    };
    return a.key() != b.key() ? a.key() < b.key() : trifles(a) < trifles(b);
}

bool haveOneRule(const Scheme &a, const Scheme &b)
{
    const auto rule = [](const Scheme &scheme) {
        return std::tie(scheme.type, scheme.hash, scheme.key, scheme.keyFormat, scheme.signature,
                        scheme.form, scheme.encoding, scheme.message, scheme.otherMessage,
                        scheme.time, scheme.require, scheme.bodyDigest, scheme.urlVariants,
                        scheme.each, scheme.jsonFrom, scheme.jws);
    };
    return rule(a) == rule(b);
}

Detection Detector::proposals()
{
    demoteOldSignatures();
    std::sort(m_seen.begin(), m_seen.end(), comesFirst);
    Detection detection{.alike = !m_seen.isEmpty()};
    int rank = 0;
    for (const Seen &seen : std::as_const(m_seen)) {
        const Sighting &sighting = seen.sighting;
        // Beside one that fits, another form says that it is none of those.
        if (!sighting.fits && m_seen.constFirst().sighting.fits)
            break;
        const qsizetype row = detection.proposals.size();
        if (row == 0 || m_seen[row - 1].key() != seen.key())
            ++rank;
        if (rank == 1)
            detection.alike = detection.alike
                && haveOneRule(*m_seen.constFirst().sighting.scheme, *sighting.scheme);
        detection.proposals.append({.scheme = sighting.scheme->id,
                                    .name = sighting.scheme->name,
                                    .likeness = sighting.likeness(),
                                    .rank = rank,
                                    .sign = signText(sighting),
                                    .reasons = reasonTexts(sighting),
                                    .secret = sighting.secret});
    }
    return detection;
}

} // namespace

QList<Proposal> Detection::first() const
{
    const auto end = std::find_if(proposals.begin(), proposals.end(),
                                  [](const Proposal &proposal) { return proposal.rank > 1; });
    return {proposals.begin(), end};
}

Detection detect(const http::Request &request, const Secrets &secrets, const Context &context,
                 const QList<Scheme> &own)
{
    Detector detector(request, context, own);
    detector.tryOut(secrets);
    return detector.proposals();
}

} // namespace signature
