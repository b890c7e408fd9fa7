// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/comparedlines.h"

#include "json/print.h"
#include "models/fieldscomparison.h"
#include "models/ignoredplaces.h"

#include <algorithm>
#include <array>
#include <utility>

namespace models
{

namespace
{

struct Text {
    QByteArrayList lines;
    QList<bool> ignored; // for each line

    void append(const QByteArray &line, bool isIgnored)
    {
        lines.append(line);
        ignored.append(isIgnored);
    }
};

// A line that counts, or the lines of a container in which nothing does, as it would stand without
// what is ignored.
struct Counted {
    QByteArray text;
    qsizetype first = 0;
    qsizetype last = 0;
};

// The lines of indented JSON on which something ignored stands, whole containers among it.
void ignoreLines(const QByteArray &text, const QStringList &ignored, QList<bool> &lines)
{
    const auto document = ignored.isEmpty() ? std::nullopt : documentOf(text);
    if (!document)
        return;
    qsizetype line = 0;
    qsizetype counted = 0; // bytes whose line ends `line` tells
    for (const IgnoredPlaces::Stretch &stretch : IgnoredPlaces(ignored).in(*document)) {
        const QByteArrayView value = document->value(stretch.first);
        const qsizetype begin = document->offset(stretch.first);
        line += QByteArrayView(text).sliced(counted, begin - counted).count('\n');
        counted = begin;
        const qsizetype last = std::min(line + value.count('\n'), lines.size() - 1);
        for (qsizetype i = line; i <= last; ++i)
            lines[i] = true;
    }
}

void appendBody(Text &text, const QByteArray &body, const QStringList &ignored, qsizetype most)
{
    const auto document = documentOf(body);
    const auto indented = document ? json::indented(*document, 4 * most) : std::nullopt;
    const QByteArrayList lines = core::linesOf(indented.value_or(body));
    QList<bool> marks(lines.size(), false);
    if (indented)
        ignoreLines(*indented, ignored, marks);
    text.lines += lines;
    text.ignored += marks;
}

Text textOf(const http::Request &request, const QStringList &ignored, qsizetype most)
{
    Text text;
    text.append(request.method + ' ' + request.target, false);
    for (const http::Field &field : request.fields)
        text.append(field.name + ": " + field.value, isIgnored(field.name, ignored));
    text.append({}, false);
    appendBody(text, request.body.first(std::min(request.body.size(), most)), ignored, most);
    return text;
}

// Without the commas, and the line ends of containers, that what is ignored has made needless.
QList<Counted> countedOf(const Text &text)
{
    QList<Counted> counted;
    for (qsizetype i = 0; i < text.lines.size(); ++i) {
        if (text.ignored[i])
            continue;
        const QByteArray line = text.lines[i].trimmed();
        const bool follows = !counted.isEmpty() && counted.last().last + 1 < i;
        if (follows && (line.startsWith('}') || line.startsWith(']'))) {
            QByteArray &before = counted.last().text;
            if (before.endsWith(','))
                before.chop(1);
            if (before.endsWith('{') || before.endsWith('[')) {
                before += line;
                counted.last().last = i;
                continue;
            }
        }
        counted.append({.text = text.lines[i], .first = i, .last = i});
    }
    return counted;
}

QByteArrayList textsOf(const QList<Counted> &counted)
{
    QByteArrayList texts;
    for (const Counted &each : counted)
        texts.append(each.text);
    return texts;
}

// Goes through both texts from one difference that counts to the next. What lies between them is
// the same, or otherwise in what is ignored.
class Merging
{
public:
    Merging(const Text &left, const Text &right)
        : m_texts{&left, &right}
    {
    }

    void run()
    {
        const std::array<QList<Counted>, 2> counted{countedOf(*m_texts[0]), countedOf(*m_texts[1])};
        bool differs = false;
        for (const core::DiffLine &each :
             core::lineDiff(textsOf(counted[0]), textsOf(counted[1]))) {
            const std::array<qsizetype, 2> at{each.left, each.right};
            if (each.same()) {
                m_upTo = {counted[0][at[0]].last + 1, counted[1][at[1]].last + 1};
                differs = false;
                continue;
            }
            const size_t side = each.left >= 0 ? 0 : 1;
            if (!std::exchange(differs, true))
                takeIgnoredFront();
            settle();
            takeDifference(side, counted[side][at[side]]);
        }
        m_upTo = {m_texts[0]->lines.size(), m_texts[1]->lines.size()};
        settle();
    }

    ComparedLines made;

private:
    // So that it stands beside its like, and not on both sides of what is removed.
    void takeIgnoredFront()
    {
        const auto isIgnored
            = [this](size_t side) { return m_texts[side]->ignored.value(m_upTo[side], false); };
        if (!isIgnored(0) || !isIgnored(1))
            return;
        for (size_t side = 0; side < 2; ++side) {
            while (isIgnored(side))
                ++m_upTo[side];
        }
    }

    void add(qsizetype left, qsizetype right, bool ignored)
    {
        made.lines.append({left, right});
        made.ignored.append(ignored);
    }

    void settle()
    {
        const auto stretch = [this](size_t side) {
            const qsizetype from = m_done[side];
            return m_texts[side]->lines.sliced(from, std::max(m_upTo[side], from) - from);
        };
        for (const core::DiffLine &each : core::lineDiff(stretch(0), stretch(1)))
            add(each.left < 0 ? -1 : m_done[0] + each.left,
                each.right < 0 ? -1 : m_done[1] + each.right, !each.same());
        for (size_t side = 0; side < 2; ++side)
            m_done[side] = std::max(m_done[side], m_upTo[side]);
    }

    // With what is ignored in front of it and within it.
    void takeDifference(size_t side, const Counted &difference)
    {
        for (; m_done[side] <= difference.last; ++m_done[side]) {
            const qsizetype line = m_done[side];
            add(side == 0 ? line : -1, side == 1 ? line : -1, m_texts[side]->ignored[line]);
        }
        m_upTo[side] = std::max(m_upTo[side], m_done[side]);
    }

    std::array<const Text *, 2> m_texts;
    std::array<qsizetype, 2> m_done{}; // lines that were added
    std::array<qsizetype, 2> m_upTo{}; // where the lines end that may be
};

} // namespace

ComparedLines comparedLines(const http::Request &left, const http::Request &right,
                            const QStringList &ignored, qsizetype most)
{
    const Text texts[]{textOf(left, ignored, most), textOf(right, ignored, most)};
    Merging merging(texts[0], texts[1]);
    merging.run();
    merging.made.left = texts[0].lines;
    merging.made.right = texts[1].lines;
    return std::move(merging.made);
}

} // namespace models
