// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/wordmarks.h"

#include <algorithm>

namespace core
{

namespace
{

constexpr int mostMoved = 400; // words that are removed and added
constexpr qsizetype bridged = 1; // characters between two marks that are one

bool isOfWord(QChar c) { return c.isLetterOrNumber() || c == u'_' || c.isSurrogate(); }

// Words, white space, and each other character by itself.
QList<Run> piecesOf(QStringView line)
{
    QList<Run> pieces;
    for (qsizetype at = 0; at < line.size();) {
        qsizetype end = at + 1;
        if (isOfWord(line[at])) {
            while (end < line.size() && isOfWord(line[end]))
                ++end;
        } else if (line[at].isSpace()) {
            while (end < line.size() && line[end].isSpace())
                ++end;
        }
        pieces.append({at, end - at});
        at = end;
    }
    return pieces;
}

QByteArrayList textsOf(QStringView line, const QList<Run> &pieces)
{
    QByteArrayList texts;
    for (const Run &piece : pieces)
        texts.append(line.sliced(piece.from, piece.size).toUtf8());
    return texts;
}

void mark(QList<Run> &marks, const Run &piece)
{
    if (!marks.isEmpty() && piece.from - (marks.last().from + marks.last().size) <= bridged)
        marks.last().size = piece.from + piece.size - marks.last().from;
    else
        marks.append(piece);
}

qsizetype lettersOf(QStringView line) { return std::count_if(line.begin(), line.end(), isOfWord); }

// Whether both begin with the same name: "Name: value".
bool nameTheSame(QStringView left, QStringView right)
{
    const auto end = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first;
    return std::find(left.begin(), end, u':') != end;
}

} // namespace

WordMarks wordMarks(const QString &left, const QString &right)
{
    if (left == right || std::max(left.size(), right.size()) > longestMarked)
        return {};
    const QList<Run> leftPieces = piecesOf(left);
    const QList<Run> rightPieces = piecesOf(right);
    WordMarks marks;
    qsizetype common = 0; // letters and digits that stand in both
    for (const DiffLine &piece :
         lineDiff(textsOf(left, leftPieces), textsOf(right, rightPieces), mostMoved)) {
        if (piece.same()) {
            const Run &run = leftPieces[piece.left];
            common += lettersOf(QStringView(left).sliced(run.from, run.size));
        } else if (piece.left >= 0) {
            mark(marks.left, leftPieces[piece.left]);
        } else {
            mark(marks.right, rightPieces[piece.right]);
        }
    }
    // A third of the shorter one, or the two are no two states of one line.
    if (common * 3 < std::min(lettersOf(left), lettersOf(right)) && !nameTheSame(left, right))
        return {};
    return marks;
}

QList<QList<Run>> wordMarks(const QList<DiffLine> &lines, const LineText &left,
                            const LineText &right, qsizetype most)
{
    QList<QList<Run>> marks(lines.size());
    for (qsizetype i = 0; i < lines.size() && most > 0;) {
        const qsizetype removed = i;
        while (i < lines.size() && !lines[i].same() && lines[i].left >= 0)
            ++i;
        const qsizetype added = i;
        while (i < lines.size() && !lines[i].same())
            ++i;
        const qsizetype pairs = std::min({added - removed, i - added, most});
        for (qsizetype k = 0; k < pairs; ++k) {
            const WordMarks found
                = wordMarks(left(lines[removed + k].left), right(lines[added + k].right));
            marks[removed + k] = found.left;
            marks[added + k] = found.right;
        }
        most -= pairs;
        if (i < lines.size() && lines[i].same())
            ++i;
    }
    return marks;
}

} // namespace core
