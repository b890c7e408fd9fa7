// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/readings.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("signature::Readings", text); }

constexpr std::array allHashes{Hash::Md5, Hash::Sha1, Hash::Sha256, Hash::Sha384, Hash::Sha512};

QString nameOf(Hash hash)
{
    switch (hash) {
    case Hash::Md5:
        return QStringLiteral("MD5");
    case Hash::Sha1:
        return QStringLiteral("SHA-1");
    case Hash::Sha256:
        return QStringLiteral("SHA-256");
    case Hash::Sha384:
        return QStringLiteral("SHA-384");
    case Hash::Sha512:
        return QStringLiteral("SHA-512");
    }
    Q_UNREACHABLE();
}

bool isDigestSize(qsizetype size)
{
    return std::any_of(allHashes.begin(), allHashes.end(),
                       [size](Hash hash) { return qsizetype(digestSize(hash)) == size; });
}

// Base64 of a digest has letters of both cases.
bool hasOneCaseOnly(const QByteArray &text)
{
    return text == text.toLower() || text == text.toUpper();
}

Reading readingOf(const ReceivedText &received, const DigestReading &read)
{
    Reading reading{.digest = read.digest};
    if (received.cause) {
        reading.causes.append(*received.cause);
        reading.clauses.append(received.clause);
    }
    if (read.cause) {
        reading.causes.append(*read.cause);
        reading.clauses.append(read.clause);
    }
    return reading;
}

} // namespace

QList<Cause> joined(const QList<Cause> &some, const QList<Cause> &more)
{
    QList<Cause> all = some + more;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Readings::Readings(const Question &question)
    : m_usual(question.scheme.hash)
{
    bool usual = false;
    for (const ReceivedText &received : receivedTexts(question)) {
        bool plausible = false;
        for (const DigestReading &read : digestReadings(received.text, question.scheme.encoding)) {
            plausible = plausible || isDigestSize(read.digest.size());
            m_all.append(readingOf(received, read));
        }
        const bool base64 = question.scheme.encoding != Encoding::Hex;
        if (!plausible || (base64 && hasOneCaseOnly(received.text)))
            m_odd.append(received);
    }
    std::stable_sort(m_all.begin(), m_all.end(), [](const Reading &a, const Reading &b) {
        return a.causes.size() < b.causes.size();
    });
    for (const Reading &reading : m_all)
        usual = usual || reading.digest.size() <= qsizetype(digestSize(m_usual));
    if (usual || !m_odd.isEmpty())
        m_hashes.append(m_usual);
    for (const Hash hash : allHashes) {
        const bool received = std::any_of(m_all.begin(), m_all.end(), [hash](const Reading &one) {
            return one.digest.size() == qsizetype(digestSize(hash));
        });
        if (received && !m_hashes.contains(hash))
            m_hashes.append(hash);
    }
}

std::optional<Reading> Readings::match(const Digest &digest, Hash hash,
                                       const QList<Cause> &before) const
{
    const QByteArrayView bytes = digest.view();
    for (const Reading &reading : m_all) {
        const QByteArrayView read = reading.digest;
        const bool cut = read.size() < bytes.size() && hash == m_usual;
        if (read.size() != bytes.size() && !cut)
            continue;
        if (!sameBytes(read, bytes.first(read.size())))
            continue;
        auto taken = accepted(reading, bytes.toByteArray(), hash);
        if (taken && joined(before, taken->causes).size() <= mostCauses)
            return taken;
    }
    if (m_odd.isEmpty() || hash != m_usual)
        return {};
    auto odd = oddMatch(digest);
    return odd && joined(before, odd->causes).size() <= mostCauses ? odd : std::nullopt;
}

// Adds what the digest itself tells: its algorithm, and that only its beginning is there.
std::optional<Reading> Readings::accepted(Reading reading, const QByteArray &digest,
                                          Hash hash) const
{
    if (hash != m_usual) {
        reading.causes.append(Cause::Digest);
        reading.clauses.append(
            tr("the algorithm is %1, not %2").arg(nameOf(hash), nameOf(m_usual)));
    }
    if (reading.digest.size() < digest.size()) {
        reading.causes.append(Cause::SignatureFormat);
        reading.clauses.append(tr("only the first %1 of its %2 bytes are compared: the value was "
                                  "cut off")
                                   .arg(reading.digest.size())
                                   .arg(digest.size()));
    }
    if (joined({}, reading.causes).size() > mostCauses)
        return {};
    return reading;
}

std::optional<Reading> Readings::oddMatch(const Digest &digest) const
{
    for (const DigestPrint &print : oddPrints(digest.view())) {
        for (const ReceivedText &received : m_odd) {
            if (received.text != print.text)
                continue;
            Reading reading{.digest = digest.view().toByteArray(),
                            .causes = {print.cause},
                            .clauses = {print.clause}};
            if (received.cause && *received.cause != print.cause) {
                reading.causes.append(*received.cause);
                reading.clauses.append(received.clause);
            }
            return reading;
        }
    }
    return {};
}

} // namespace signature
