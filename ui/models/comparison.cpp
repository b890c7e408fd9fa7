// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/comparison.h"

#include "core/linediff.h"
#include "json/print.h"
#include "models/fieldscomparison.h"
#include "models/ignoredplaces.h"
#include "models/shownbytes.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using capture::Delivery;

namespace
{

// Without the commas, and the line ends of containers, that what was left out has made needless.
QByteArrayList closedUp(const QByteArrayList &lines)
{
    QByteArrayList closed;
    for (const QByteArray &line : lines) {
        const QByteArray text = line.trimmed();
        const bool closes = text.startsWith('}') || text.startsWith(']');
        if (closes && !closed.isEmpty() && closed.last().endsWith(','))
            closed.last().chop(1);
        if (closes && !closed.isEmpty()
            && (closed.last().endsWith('{') || closed.last().endsWith('[')))
            closed.last() += text;
        else
            closed.append(line);
    }
    return closed;
}

// A line a value, and without the lines of what is ignored; nothing where the body is not JSON.
std::optional<QByteArrayList> indentedWithout(const QByteArray &body, const QStringList &ignored)
{
    auto document = documentOf(body);
    const auto text = document ? json::indented(*document, 4 * mostComparedBytes) : std::nullopt;
    if (!text)
        return {};
    document = ignored.isEmpty() ? std::nullopt : documentOf(*text);
    if (!document)
        return core::linesOf(*text);
    QByteArray kept;
    qsizetype done = 0;
    for (const IgnoredPlaces::Stretch &stretch : IgnoredPlaces(ignored).in(*document)) {
        const QByteArrayView value = document->value(stretch.first);
        const qsizetype end = value.data() + value.size() - document->text().constData();
        const qsizetype begin = text->lastIndexOf('\n', document->offset(stretch.first)) + 1;
        const qsizetype lineEnd = text->indexOf('\n', end);
        kept += text->sliced(done, std::max(begin - done, qsizetype(0)));
        done = std::max(done, lineEnd < 0 ? text->size() : lineEnd + 1);
    }
    return closedUp(core::linesOf(kept + text->sliced(done)));
}

// The request as people read it: without what is ignored, JSON with a line a value.
QByteArrayList linesOf(const http::Request &request, const QStringList &ignored)
{
    QByteArrayList lines{request.method + ' ' + request.target};
    for (const http::Field &field : request.fields) {
        if (!isIgnored(field.name, ignored))
            lines.append(field.name + ": " + field.value);
    }
    lines.append(QByteArray());
    const QByteArray body = request.body.first(std::min(request.body.size(), mostComparedBytes));
    const std::optional<QByteArrayList> indented = indentedWithout(body, ignored);
    return lines + indented.value_or(core::linesOf(body));
}

struct TwoTexts {
    QByteArrayList left;
    QByteArrayList right;
    QList<core::DiffLine> lines;
    QList<QList<core::Run>> marks; // of the lines
};

QString lineAt(const QByteArrayList &lines, qsizetype line)
{
    return line < 0 ? QString() : shownBytes(lines[line]);
}

TwoTexts twoTexts(const Delivery &left, const Delivery &right, const QStringList &ignored)
{
    TwoTexts texts{linesOf(left.request, ignored), linesOf(right.request, ignored), {}, {}};
    texts.lines = core::lineDiff(texts.left, texts.right);
    return texts;
}

// Of the texts as they are shown.
TwoTexts marked(TwoTexts texts)
{
    texts.marks = core::wordMarks(
        texts.lines, [&texts](qsizetype line) { return lineAt(texts.left, line); },
        [&texts](qsizetype line) { return lineAt(texts.right, line); });
    return texts;
}

QString number(qsizetype line) { return line < 0 ? QString() : QString::number(line + 1); }

qsizetype runs(const QList<core::DiffLine> &lines)
{
    qsizetype count = 0;
    bool inRun = false;
    for (const core::DiffLine &line : lines) {
        count += !line.same() && !inRun ? 1 : 0;
        inRun = !line.same();
    }
    return count;
}

RowChange changeOf(const core::DiffLine &line)
{
    return line.same() ? RowChange::Same : line.left >= 0 ? RowChange::Removed : RowChange::Added;
}

Comparison compareLines(const TwoTexts &texts)
{
    Comparison made{.mode = CompareMode::Lines, .differences = runs(texts.lines)};
    for (qsizetype i = 0; i < texts.lines.size(); ++i) {
        const core::DiffLine &line = texts.lines[i];
        const QString text
            = line.left >= 0 ? lineAt(texts.left, line.left) : lineAt(texts.right, line.right);
        made.rows.append({changeOf(line),
                          {number(line.left), number(line.right), text},
                          {{}, {}, texts.marks[i]}});
    }
    return made;
}

// A removed line stands beside the added one that took its place.
Comparison compareSides(const TwoTexts &texts)
{
    Comparison made{.mode = CompareMode::SideBySide, .differences = runs(texts.lines)};
    const auto add = [&](RowChange change, qsizetype left, qsizetype right) {
        made.rows.append(
            {change,
             {number(left), lineAt(texts.left, left), number(right), lineAt(texts.right, right)}});
    };
    const auto &lines = texts.lines;
    for (qsizetype i = 0; i < lines.size();) {
        if (lines[i].same()) {
            add(RowChange::Same, lines[i].left, lines[i].right);
            ++i;
            continue;
        }
        qsizetype added = i;
        while (added < lines.size() && !lines[added].same() && lines[added].left >= 0)
            ++added;
        qsizetype end = added;
        while (end < lines.size() && !lines[end].same())
            ++end;
        for (qsizetype k = 0; k < std::max(added - i, end - added); ++k) {
            const bool left = i + k < added;
            const bool right = added + k < end;
            add(left && right ? RowChange::Changed
                    : left    ? RowChange::Removed
                              : RowChange::Added,
                left ? lines[i + k].left : -1, right ? lines[added + k].right : -1);
            if (left && right)
                made.rows.last().marks = {{}, texts.marks[i + k], {}, texts.marks[added + k]};
        }
        i = end;
    }
    return made;
}

QString hexOf(QByteArrayView bytes)
{
    QString shown = QString::fromLatin1(bytes.toByteArray().toHex(' ')).leftJustified(47, u' ');
    shown += u"  "_s;
    for (const char c : bytes)
        shown += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
    return shown;
}

Comparison compareBytes(const QByteArray &left, const QByteArray &right)
{
    constexpr qsizetype width = 16;
    Comparison made{.mode = CompareMode::Bytes};
    const qsizetype longest = std::max(left.size(), right.size());
    made.cut = longest > mostComparedBytes;
    for (qsizetype at = 0; at < std::min(longest, mostComparedBytes); at += width) {
        const QByteArray a = left.mid(at, width);
        const QByteArray b = right.mid(at, width);
        const RowChange change = a == b ? RowChange::Same
            : a.isEmpty()               ? RowChange::Added
            : b.isEmpty()               ? RowChange::Removed
                                        : RowChange::Changed;
        made.differences += change == RowChange::Same ? 0 : 1;
        made.rows.append(
            {change,
             {QString::number(at, 16).rightJustified(8, u'0'), a.isEmpty() ? QString() : hexOf(a),
              b.isEmpty() ? QString() : hexOf(b)}});
    }
    return made;
}

} // namespace

Comparison compare(const Delivery &left, const Delivery &right, CompareMode mode,
                   const QStringList &ignored)
{
    Comparison made;
    switch (mode) {
    case CompareMode::Fields:
        return compareFields(left, right, ignored);
    case CompareMode::Lines:
        made = compareLines(marked(twoTexts(left, right, ignored)));
        break;
    case CompareMode::SideBySide:
        made = compareSides(marked(twoTexts(left, right, ignored)));
        break;
    case CompareMode::Bytes:
        return compareBytes(left.request.body, right.request.body);
    }
    made.ignored = compareFields(left, right, ignored).ignored;
    made.cut = std::max(left.request.body.size(), right.request.body.size()) > mostComparedBytes;
    return made;
}

QByteArray patch(const Delivery &left, const Delivery &right, const QStringList &ignored)
{
    constexpr qsizetype around = 3;
    const TwoTexts texts = twoTexts(left, right, ignored);
    const auto &lines = texts.lines;
    QByteArray out;
    const auto changedNear = [&](qsizetype i) {
        const auto from = std::max<qsizetype>(i - around, 0);
        const auto to = std::min(i + around + 1, lines.size());
        return std::any_of(lines.begin() + from, lines.begin() + to,
                           [](const core::DiffLine &line) { return !line.same(); });
    };
    qsizetype before[2] = {0, 0}; // lines of each text in front of i
    for (qsizetype i = 0; i < lines.size();) {
        if (!changedNear(i)) {
            ++before[0];
            ++before[1];
            ++i;
            continue;
        }
        QByteArray hunk;
        qsizetype length[2] = {0, 0};
        for (; i < lines.size() && changedNear(i); ++i) {
            const bool inLeft = lines[i].left >= 0;
            length[0] += inLeft ? 1 : 0;
            length[1] += lines[i].right >= 0 ? 1 : 0;
            hunk += lines[i].same() ? ' ' : inLeft ? '-' : '+';
            hunk += (inLeft ? texts.left[lines[i].left] : texts.right[lines[i].right]) + '\n';
        }
        const auto range = [&](int side) {
            return QByteArray::number(before[side] + (length[side] > 0 ? 1 : 0)) + ','
                + QByteArray::number(length[side]);
        };
        out += "@@ -" + range(0) + " +" + range(1) + " @@\n" + hunk;
        before[0] += length[0];
        before[1] += length[1];
    }
    if (!out.isEmpty())
        out.prepend("--- #" + QByteArray::number(left.id) + "\n+++ #" + QByteArray::number(right.id)
                    + '\n');
    return out;
}

} // namespace models
