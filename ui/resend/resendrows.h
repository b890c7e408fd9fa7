// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"

#include <QTableWidget>

namespace ui
{

// How each of many sends went, the latest on top, and above them those that failed. At most
// mostShown rows.
class ResendRows : public QTableWidget
{
    Q_OBJECT

public:
    explicit ResendRows(QWidget *parent = nullptr);

    static constexpr int mostShown = 500;

    void startOver();
    void begin(qint64 id);
    void take(const capture::Attempt &attempt);

private:
    void add(int row, qint64 id);
    int rowOf(qint64 id) const; // below the failed ones; -1: it has none

    int m_failed = 0; // rows on top
};

// The results as a file for spreadsheets: a header, and a line for each attempt.
QByteArray resultsHeader();
QByteArray resultsLine(const capture::Attempt &attempt);

} // namespace ui
