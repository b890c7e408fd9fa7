// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/pathsjob.h"
#include "inspector/searchjob.h"
#include "models/completion.h"
#include "models/partcounter.h"
#include "models/verdictterms.h"

#include <QElapsedTimer>
#include <QTimer>

namespace inspector
{
class Inspector;
}
namespace models
{
class DeliveryModel;
}

namespace ui
{

class FilterBar;

// Brings the filter that is typed to the table: at once as far as the rows tell, and the rest as a
// search through the store finds it, also for what arrives later.
class Filtering : public QObject
{
    Q_OBJECT

public:
    Filtering(inspector::Inspector &inspector, models::DeliveryModel &model, FilterBar &bar,
              QObject *parent);

    // Whether there may be matches that nobody has seen yet.
    bool searching() const;

    // The filter's parts that all have to match, and what each would match alone, while they hide
    // every row. As of a moment ago, and bit by bit: it takes a while.
    const QList<models::PartCount> &parts() const { return m_parts; }

    // Writes a range of arrival times into the filter, in place of the one before; seconds since
    // the epoch, both ends included.
    void narrowTo(qint64 from, qint64 to);
    void narrowToAccount(const QString &account); // the same for an account
    void setVerdicts(const models::VerdictTerms &terms); // the same for what the chips stand for

Q_SIGNALS:
    void verdictsChanged(const models::VerdictTerms &terms); // in the filter
    void searched(); // to its end
    void partsCounted();
    void failed(const core::Error &error);

private:
    void apply(const filter::Filter &filter);
    QList<models::SeenValue> seen(filter::Field field, const QString &path);
    void put(QString &last, const QString &term);
    void search();
    void searchMore();
    void searchAgain(qint64 id);
    void take(const QList<qint64> &ids, qint64 last);
    void stop();
    void goOn();
    void end();
    void countParts();
    void takeCounts(const QList<qint64> &rows);
    void countRecords();
    int percent() const;

    inspector::Inspector &m_inspector;
    models::DeliveryModel &m_model;
    FilterBar &m_bar;
    inspector::SearchJob m_job;
    inspector::PathsJob m_paths; // that are offered
    qint64 m_pathsTo = 0; // seen up to this row
    filter::Filter m_rest; // of the filter, without what the chips stand for
    QString m_restText;
    QTimer m_more;
    QTimer m_count;
    QElapsedTimer m_running;
    QList<models::PartCount> m_parts;
    QList<filter::Filter> m_partFilters; // in the same order
    models::PartCounter m_counter; // of those that rows can tell
    inspector::SearchJob m_recordCounter; // of the others, one after the other
    qsizetype m_countedPart = -1; // by the latter,
    QList<qint64> m_countedTo; // for each, all records up to this one
    qint64 m_countingTo = 0;
    qint64 m_recordsFound = 0;
    qint64 m_countedRows = 0; // how many there were in all
    QString m_range; // the terms that were written last by narrowTo()
    QString m_account; // and by narrowToAccount()
    qint64 m_begun = 0; // the search that runs looks at the ids above this one,
    qint64 m_searched = 0; // has come this far
    qint64 m_target = 0; // and goes up to this one
    bool m_wanted = false; // the filter asks for records
    bool m_stopped = false; // by the user
};

} // namespace ui
