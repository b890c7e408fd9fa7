// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/linediff.h"
#include "http/message.h"

#include <QByteArrayList>
#include <QStringList>

namespace models
{

// The lines of two requests as people read them, JSON with a line a value, laid side by side.
struct ComparedLines {
    QByteArrayList left;
    QByteArrayList right;
    QList<core::DiffLine> lines; // all of both texts
    QList<bool> ignored; // for each of the lines: it is otherwise, and does not count
};

// Headers and what stands at places that are `ignored` never counts, nor do the commas and the ends
// of containers that are otherwise for that alone. Of each body the first `most` bytes.
ComparedLines comparedLines(const http::Request &left, const http::Request &right,
                            const QStringList &ignored, qsizetype most);

} // namespace models
