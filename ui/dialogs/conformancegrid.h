// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/conformancerun.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTreeWidget;

namespace ui
{

// A conformance run against one target: a row for each case, with what was expected, what was seen
// and why it matters. A run of the same scheme and target again tells what was fixed and what got
// worse.
class ConformanceGrid : public QWidget
{
    Q_OBJECT

public:
    explicit ConformanceGrid(QWidget *parent = nullptr);

    void start(const resend::Basis &basis, const resend::Order &order); // one at a time
    void cancel(); // it finishes with what there is
    // An earlier run that all are compared with from now on: which cases passed, by their ids. How
    // many were fixed since and how many got worse, in the run that is shown.
    std::pair<int, int> compareWith(const QHash<QByteArray, bool> &before);
    bool running() const { return m_run != nullptr; }
    const resend::ConformanceReport &report() const { return m_report; } // of the last run

Q_SIGNALS:
    void sent(const capture::Attempt &attempt); // each that was made, cancelled ones as well
    void finished(qsizetype failed, qsizetype cases, qsizetype planned);
    void failed(const core::Error &error); // instead: unreachable, or nothing can be signed

private:
    void build();
    resend::Change changeOf(const resend::ConformanceOutcome &outcome) const;
    void add(const resend::ConformanceOutcome &outcome);
    void conclude(const QList<resend::ConformanceOutcome> &outcomes);
    void forgetRun();
    void showDetail();

    QTreeWidget *m_rows;
    QLabel *m_detail;
    resend::ConformanceRun *m_run = nullptr;
    resend::ConformanceReport m_report;
    QHash<QString, QHash<QByteArray, bool>> m_before; // which cases passed, by scheme and target
    std::optional<QHash<QByteArray, bool>> m_chosen; // in a report; instead
};

} // namespace ui
