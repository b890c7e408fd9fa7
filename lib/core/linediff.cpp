// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/linediff.h"

#include <algorithm>
#include <vector>

namespace core
{

namespace
{

// What lies between the equal beginnings and ends of two texts.
class Middle
{
public:
    Middle(const QByteArrayList &left, const QByteArrayList &right)
        : m_left(left)
        , m_right(right)
        , m_endLeft(left.size())
        , m_endRight(right.size())
    {
        while (m_begin < std::min(m_endLeft, m_endRight) && left[m_begin] == right[m_begin])
            ++m_begin;
        while (std::min(m_endLeft, m_endRight) > m_begin
               && left[m_endLeft - 1] == right[m_endRight - 1]) {
            --m_endLeft;
            --m_endRight;
        }
    }

    qsizetype begin() const { return m_begin; }
    qsizetype endLeft() const { return m_endLeft; }
    qsizetype endRight() const { return m_endRight; }
    qsizetype width() const { return m_endLeft - m_begin; }
    qsizetype height() const { return m_endRight - m_begin; }

    bool same(qsizetype x, qsizetype y) const
    {
        return m_left[m_begin + x] == m_right[m_begin + y];
    }

private:
    const QByteArrayList &m_left;
    const QByteArrayList &m_right;
    qsizetype m_begin = 0;
    qsizetype m_endLeft;
    qsizetype m_endRight;
};

// How far each diagonal k = x - y was reached, from -d to d, after d steps.
using Reached = std::vector<qsizetype>;

qsizetype at(const Reached &reached, qsizetype k)
{
    const auto d = qsizetype(reached.size() / 2);
    return k < -d || k > d ? -1 : reached[size_t(k + d)];
}

// Whether the way to diagonal k came by a line of the right text, from k + 1.
bool cameDown(const Reached &before, qsizetype k, qsizetype d)
{
    return k == -d || (k != d && at(before, k - 1) < at(before, k + 1));
}

// The steps before the one that reached the end; nothing where it takes more than `most`.
std::vector<Reached> trace(const Middle &middle, int most)
{
    std::vector<Reached> steps;
    Reached before{-1};
    for (qsizetype d = 0; d <= most; ++d) {
        Reached now(size_t(2 * d + 1), -1);
        for (qsizetype k = -d; k <= d; k += 2) {
            qsizetype x = d == 0         ? 0
                : cameDown(before, k, d) ? at(before, k + 1)
                                         : at(before, k - 1) + 1;
            while (x < middle.width() && x - k < middle.height() && middle.same(x, x - k))
                ++x;
            now[size_t(k + d)] = x;
            if (x >= middle.width() && x - k >= middle.height()) {
                steps.push_back(before);
                return steps;
            }
        }
        steps.push_back(before);
        before = std::move(now);
    }
    return {};
}

// The way back from the end, so the lines come last first.
QList<DiffLine> walkBack(const Middle &middle, const std::vector<Reached> &steps)
{
    QList<DiffLine> lines;
    qsizetype x = middle.width();
    qsizetype y = middle.height();
    for (auto d = qsizetype(steps.size()) - 1; d > 0; --d) {
        const Reached &before = steps[size_t(d)];
        const qsizetype k = x - y;
        const bool down = cameDown(before, k, d);
        const qsizetype startX = down ? at(before, k + 1) : at(before, k - 1) + 1;
        while (x > startX)
            lines.append({middle.begin() + --x, middle.begin() + --y});
        if (down)
            lines.append({-1, middle.begin() + --y});
        else
            lines.append({middle.begin() + --x, -1});
    }
    while (x > 0)
        lines.append({middle.begin() + --x, middle.begin() + --y});
    std::reverse(lines.begin(), lines.end());
    return lines;
}

// Between two lines that are the same, what is removed stands before what is added.
void removedFirst(QList<DiffLine> &lines)
{
    for (auto first = lines.begin(); first != lines.end();) {
        first = std::find_if(first, lines.end(), [](const DiffLine &line) { return !line.same(); });
        const auto last
            = std::find_if(first, lines.end(), [](const DiffLine &line) { return line.same(); });
        std::stable_partition(first, last, [](const DiffLine &line) { return line.left >= 0; });
        first = last;
    }
}

} // namespace

QList<DiffLine> lineDiff(const QByteArrayList &left, const QByteArrayList &right, int most)
{
    const Middle middle(left, right);
    QList<DiffLine> lines;
    for (qsizetype i = 0; i < middle.begin(); ++i)
        lines.append({i, i});
    if (const auto steps = trace(middle, most); !steps.empty()) {
        lines += walkBack(middle, steps);
    } else {
        for (qsizetype i = middle.begin(); i < middle.endLeft(); ++i)
            lines.append({i, -1});
        for (qsizetype i = middle.begin(); i < middle.endRight(); ++i)
            lines.append({-1, i});
    }
    for (qsizetype i = middle.endLeft(); i < left.size(); ++i)
        lines.append({i, i - middle.endLeft() + middle.endRight()});
    removedFirst(lines);
    return lines;
}

QByteArrayList linesOf(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    for (QByteArray &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    if (lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace core
