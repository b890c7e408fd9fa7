// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/nearnames.h"

#include <algorithm>
#include <numeric>

namespace signature
{

namespace
{

constexpr qsizetype longestName = 100;
constexpr int mostLettersOff = 2;

// Letters and digits in lower case, without what proxies and frameworks put in front.
QByteArray bare(QByteArrayView name)
{
    QByteArray lower = name.toByteArray().toLower();
    for (const char *prefix : {"http_", "http-", "x-", "x_", "x-original-", "x-forwarded-"}) {
        if (lower.startsWith(prefix))
            lower = lower.sliced(qsizetype(qstrlen(prefix)));
    }
    QByteArray letters;
    for (const char c : lower) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters += c;
    }
    return letters;
}

// How many letters must be changed, added or left out (Levenshtein).
int lettersOff(const QByteArray &a, const QByteArray &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (size_t j = 0; j < size_t(b.size()); ++j) {
            const int changed = diagonal + (a[i] == b[qsizetype(j)] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QList<http::Field> nearNames(const http::Fields &fields, QByteArrayView name)
{
    struct Found {
        http::Field field;
        int off = 0;
    };
    const QByteArray wanted = bare(name);
    QList<Found> found;
    for (const http::Field &field : fields) {
        if (http::sameName(field.name, name) || field.name.size() > longestName)
            continue;
        const int off = lettersOff(bare(field.name), wanted);
        if (off <= mostLettersOff && off * 4 <= wanted.size())
            found.append({field, off});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found &a, const Found &b) { return a.off < b.off; });
    QList<http::Field> near;
    for (const Found &one : found)
        near.append(one.field);
    return near;
}

} // namespace signature
