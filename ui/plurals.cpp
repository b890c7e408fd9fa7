// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/plurals.h"

namespace ui
{

using namespace Qt::Literals::StringLiterals;

// A null string leaves the text as it stands. Numbers are written as everywhere in the window.
QString Plurals::translate(const char *, const char *text, const char *, int n) const
{
    if (n < 0 || !text)
        return {};
    const QString source = QString::fromUtf8(text);
    if (!source.contains("(s)"_L1) && !source.contains("%n"_L1))
        return {};
    return QString(source).replace("(s)"_L1, n == 1 ? ""_L1 : "s"_L1).replace("%n"_L1, "%Ln"_L1);
}

} // namespace ui
