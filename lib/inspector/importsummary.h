// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace inspector
{

// How far an import has got, or what came of it.
struct ImportSummary {
    QString file; // the one that is read
    qint64 deliveries = 0;
    qint64 rejections = 0;
    qint64 altered = 0; // whose body is not the one that was exported
    qint64 wrong = 0; // lines, entries or files that are no delivery
    QStringList named; // "a.jsonl, line 2: It is no JSON …" of the first ones that are wrong
    bool broken = false; // a file could not be read to its end, or the store not written
    bool cancelled = false;
};

} // namespace inspector
