// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/wordmarks.h"

namespace models
{

struct LineExcerpt {
    QString text;
    QList<core::Run> marks;
};

// Of a line that is too long to be looked through, such as a compact body, what is marked in it
// with some characters around; "…" stands for the rest. Without marks its beginning.
LineExcerpt lineExcerpt(const QString &line, const QList<core::Run> &marks);

} // namespace models
