// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace ui
{

enum class LineChange : quint8 { Same, Changed, Added };

// What a text's lines say of those that it was made of. Lines count from 0; line ends do not count,
// but an empty line behind the last one does.
struct LineChanges {
    QList<LineChange> lines; // one for each line of the new text
    QList<qsizetype> removals; // in front of which of them lines are gone, ascending; the number of
                               // lines: behind the last one
    qsizetype changed = 0;
    qsizetype added = 0;
    qsizetype removed = 0;

    qsizetype count() const { return changed + added + removed; }

    bool operator==(const LineChanges &) const = default;
};

LineChanges lineChanges(const QByteArray &before, const QByteArray &after);

} // namespace ui
