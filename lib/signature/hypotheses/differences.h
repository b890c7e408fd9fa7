// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QList>

namespace signature
{

// Where two texts differ: a span of each, one of which may be empty.
struct Difference {
    qsizetype at = 0; // in the text that the scheme signs
    qsizetype length = 0;
    qsizetype fittingAt = 0; // in the text that fits
    qsizetype fittingLength = 0;

    bool operator==(const Difference &) const = default;
};

constexpr qsizetype mostDifferences = 200;

// Where two texts differ, in their order; the last one takes the rest when there are more than
// `mostDifferences`. Takes time with the size of the texts only.
QList<Difference> differencesBetween(QByteArrayView text, QByteArrayView fitting);

} // namespace signature
