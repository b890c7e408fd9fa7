// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/shortestedit.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace core
{

namespace
{

// What lies between the equal beginnings and ends of two sequences.
class Middle
{
public:
    Middle(qsizetype left, qsizetype right, const SameAt &same)
        : m_same(same)
        , m_endLeft(left)
        , m_endRight(right)
    {
        while (m_begin < std::min(m_endLeft, m_endRight) && same(m_begin, m_begin))
            ++m_begin;
        while (std::min(m_endLeft, m_endRight) > m_begin && same(m_endLeft - 1, m_endRight - 1)) {
            --m_endLeft;
            --m_endRight;
        }
    }

    qsizetype begin() const { return m_begin; }
    qsizetype width() const { return m_endLeft - m_begin; }
    qsizetype height() const { return m_endRight - m_begin; }
    bool same(qsizetype x, qsizetype y) const { return m_same(m_begin + x, m_begin + y); }

private:
    const SameAt &m_same;
    qsizetype m_begin = 0;
    qsizetype m_endLeft;
    qsizetype m_endRight;
};

// How far each diagonal k = x - y was reached by d steps: every second one from -d to d.
using Reached = std::vector<qint32>;

qsizetype at(const Reached &reached, qsizetype k)
{
    const auto d = qsizetype(reached.size()) - 1;
    return k < -d || k > d ? -1 : reached[size_t((k + d) / 2)];
}

// Whether the way to diagonal k came by one of the right sequence, from k + 1.
bool cameDown(const Reached &before, qsizetype k, qsizetype d)
{
    return k == -d || (k != d && at(before, k - 1) < at(before, k + 1));
}

// Where diagonal k is entered.
qsizetype entry(const Reached &before, qsizetype k, qsizetype d)
{
    return d == 0 ? 0 : cameDown(before, k, d) ? at(before, k + 1) : at(before, k - 1) + 1;
}

// The steps before the one that reached the end; nothing where a limit is passed.
std::vector<Reached> trace(const Middle &middle, const EditLimits &limits)
{
    if (std::max(middle.width(), middle.height()) >= std::numeric_limits<qint32>::max())
        return {};
    std::vector<Reached> steps;
    Reached before{-1};
    qint64 comparisons = 0;
    for (qsizetype d = 0; d <= limits.edits && comparisons <= limits.comparisons; ++d) {
        Reached now(size_t(d + 1), -1);
        for (qsizetype k = -d; k <= d; k += 2) {
            const qsizetype start = entry(before, k, d);
            qsizetype x = start;
            while (x < middle.width() && x - k < middle.height() && middle.same(x, x - k))
                ++x;
            comparisons += x - start;
            now[size_t((k + d) / 2)] = qint32(x);
            if (x >= middle.width() && x - k >= middle.height()) {
                steps.push_back(std::move(before));
                return steps;
            }
        }
        steps.push_back(std::exchange(before, std::move(now)));
    }
    return {};
}

void append(QList<EditRun> &runs, const EditRun &run)
{
    if (run.left + run.right == 0)
        return;
    if (runs.isEmpty() || runs.constLast().same != run.same) {
        runs.append(run);
    } else {
        runs.last().left += run.left;
        runs.last().right += run.right;
    }
}

// The way back from the end, so what comes last is found first.
QList<EditRun> walkBack(const Middle &middle, const std::vector<Reached> &steps)
{
    QList<EditRun> runs;
    qsizetype x = middle.width();
    qsizetype y = middle.height();
    for (auto d = qsizetype(steps.size()) - 1; d > 0; --d) {
        const Reached &before = steps[size_t(d)];
        const qsizetype k = x - y;
        const qsizetype equal = x - entry(before, k, d);
        append(runs, {.left = equal, .right = equal, .same = true});
        const bool down = cameDown(before, k, d);
        append(runs, {.left = down ? 0 : 1, .right = down ? 1 : 0});
        x -= equal + (down ? 0 : 1);
        y -= equal + (down ? 1 : 0);
    }
    append(runs, {.left = x, .right = x, .same = true});
    std::reverse(runs.begin(), runs.end());
    return runs;
}

} // namespace

Edits shortestEdit(qsizetype left, qsizetype right, const SameAt &same, const EditLimits &limits)
{
    const Middle middle(left, right, same);
    const EditRun all{.left = middle.width(), .right = middle.height()};
    Edits edits;
    append(edits.runs, {.left = middle.begin(), .right = middle.begin(), .same = true});
    if (all.left == 0 || all.right == 0) {
        append(edits.runs, all);
    } else if (const auto steps = trace(middle, limits); !steps.empty()) {
        edits.runs += walkBack(middle, steps);
    } else {
        append(edits.runs, all);
        edits.matched = false;
    }
    const qsizetype end = left - middle.begin() - all.left;
    append(edits.runs, {.left = end, .right = end, .same = true});
    return edits;
}

} // namespace core
