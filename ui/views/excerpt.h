// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/differences.h"
#include "ui/views/valuebox.h"

namespace ui
{

// A part of a text, from a little before its first difference on, with all that is unseen made
// visible and the differences marked.
struct Excerpt {
    QString text;
    QList<Mark> marks;
};

// Of the text that the scheme signs, or of the one that fits.
enum class Side { Expected, Fitting };
Excerpt excerpt(QByteArrayView text, const QList<signature::Difference> &differences, Side side);

} // namespace ui
