// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/differences.h"

#include <algorithm>

namespace signature
{

namespace
{

constexpr qsizetype window = 48; // how far an insertion is followed before it is one with the rest
constexpr qsizetype anchor = 4; // bytes that must agree for two places to be the same

qsizetype commonBeginning(QByteArrayView a, QByteArrayView b)
{
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

qsizetype commonEnd(QByteArrayView a, QByteArrayView b)
{
    return std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
}

// Whether the texts go on alike from here: both for a while, or both to their ends.
bool agree(QByteArrayView a, QByteArrayView b)
{
    const qsizetype size = std::min({anchor, a.size(), b.size()});
    return a.first(size) == b.first(size) && (size == anchor || a.size() == b.size());
}

struct Skips {
    qsizetype text = 0;
    qsizetype fitting = 0;
};

// The nearest place where they agree again.
std::optional<Skips> resume(QByteArrayView text, QByteArrayView fitting)
{
    for (qsizetype sum = 1; sum <= 2 * window; ++sum) {
        for (qsizetype skip = std::max<qsizetype>(0, sum - window); skip <= std::min(sum, window);
             ++skip) {
            const qsizetype other = sum - skip;
            if (skip <= text.size() && other <= fitting.size()
                && agree(text.sliced(skip), fitting.sliced(other)))
                return Skips{skip, other};
        }
    }
    return {};
}

} // namespace

QList<Difference> differencesBetween(QByteArrayView text, QByteArrayView fitting)
{
    QList<Difference> all;
    qsizetype at = 0;
    qsizetype fittingAt = 0;
    while (true) {
        const qsizetype same = commonBeginning(text.sliced(at), fitting.sliced(fittingAt));
        at += same;
        fittingAt += same;
        const QByteArrayView rest = text.sliced(at);
        const QByteArrayView fittingRest = fitting.sliced(fittingAt);
        if (rest.isEmpty() && fittingRest.isEmpty())
            return all;
        const bool last = all.size() == mostDifferences - 1;
        const auto skips = last ? std::nullopt : resume(rest, fittingRest);
        if (!skips) {
            const qsizetype end = commonEnd(rest, fittingRest);
            all.append({at, rest.size() - end, fittingAt, fittingRest.size() - end});
            return all;
        }
        all.append({at, skips->text, fittingAt, skips->fitting});
        at += skips->text;
        fittingAt += skips->fitting;
    }
}

} // namespace signature
