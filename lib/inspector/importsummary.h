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
    qint64 wrong = 0; // lines or entries that are no delivery, or are cut off
    QStringList files; // names of those of which nothing could be read
    QStringList named; // what is wrong: "a.jsonl, line 2: It is no JSON …" of the first ones
    bool broken = false; // the system did not let a file be read, or the store be written
    bool cancelled = false;
};

} // namespace inspector
