// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/filtering.h"

#include "inspector/inspector.h"
#include "inspector/sending.h"
#include "models/deliverymodel.h"
#include "ui/filterterms.h"
#include "ui/views/filterbar.h"

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::SearchJob;
using models::DeliveryModel;

namespace
{

constexpr int pauseMilliseconds = 200; // what arrives meanwhile is searched together
constexpr int countMilliseconds = 1000;
constexpr qint64 unnoticed = 300; // milliseconds; a search that is over sooner is not told of

// Where a whole term stands, not one that only begins like it nor its opposite; -1: nowhere.
qsizetype placeOf(const QString &term, const QString &text)
{
    const auto edge = [&text](qsizetype at, QChar parenthesis) {
        return at < 0 || at >= text.size() || text[at].isSpace() || text[at] == parenthesis;
    };
    qsizetype at = text.indexOf(term);
    while (at >= 0 && !(edge(at - 1, u'(') && edge(at + term.size(), u')')))
        at = text.indexOf(term, at + 1);
    return at;
}

} // namespace

Filtering::Filtering(inspector::Inspector &inspector, DeliveryModel &model, FilterBar &bar,
                     QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_model(model)
    , m_bar(bar)
    , m_counter(model.rows())
{
    m_more.setSingleShot(true);
    m_more.setInterval(pauseMilliseconds);
    m_count.setSingleShot(true);
    connect(&bar, &FilterBar::filterChanged, this, &Filtering::apply);
    connect(&bar, &FilterBar::stopWanted, this, &Filtering::stop);
    connect(&bar, &FilterBar::goOnWanted, this, &Filtering::goOn);
    connect(&m_more, &QTimer::timeout, this, &Filtering::search);
    connect(&m_count, &QTimer::timeout, this, &Filtering::countParts);
    connect(&m_model, &DeliveryModel::counted, this, [this] {
        m_bar.setMatching(m_model.rowCount(), m_model.counts().all);
        searchMore();
        if (m_model.rowCount() > 0 && !m_parts.isEmpty())
            countParts();
        else if (m_model.rowCount() == 0 && !m_count.isActive())
            m_count.start(countMilliseconds);
    });
    m_bar.setSeen([this](filter::Field field, const QString &path) { return seen(field, path); });
    connect(&m_paths, &inspector::PathsJob::finished, &bar, &FilterBar::offerAgain);
    connect(&m_inspector, &inspector::Inspector::opened, this, [this] {
        m_paths.forget();
        m_pathsTo = 0;
    });
    connect(&m_counter, &models::PartCounter::counted, this, &Filtering::takeCounts);
    connect(&m_recordCounter, &SearchJob::found, this,
            [this](const QList<qint64> &ids) { m_recordsFound += ids.size(); });
    connect(&m_recordCounter, &SearchJob::finished, this, [this] {
        m_parts[m_countedPart].rows = m_parts[m_countedPart].rows.value_or(0) + m_recordsFound;
        m_countedTo[m_countedPart] = m_countingTo;
        Q_EMIT partsCounted();
        countRecords();
    });
    // Nothing can be said of a part that cannot be counted.
    connect(&m_recordCounter, &SearchJob::failed, this, [this] {
        m_parts.removeAt(m_countedPart);
        m_partFilters.removeAt(m_countedPart);
        m_countedTo.removeAt(m_countedPart--);
        Q_EMIT partsCounted();
        countRecords();
    });
    connect(&m_model, &DeliveryModel::searchOutdated, this, &Filtering::searchAgain);
    connect(
        &m_inspector.sending(), &inspector::Sending::kept, this,
        [this](int, const capture::Attempt &attempt) { m_model.setAttempted(attempt.delivery); });
    connect(&m_job, &SearchJob::found, this, &Filtering::take);
    connect(&m_job, &SearchJob::finished, this, &Filtering::end);
    connect(&m_job, &SearchJob::failed, this, [this](const core::Error &error) {
        m_stopped = true;
        m_bar.setSearch({.percent = percent(), .stopped = true});
        Q_EMIT failed(error);
    });
}

bool Filtering::searching() const
{
    return m_wanted && !m_stopped && m_searched < m_model.lastId();
}

// The chips' part of it is asked of the rows that the rest lets through, so that each chip tells
// how many there would be, and what the search has found stays found.
void Filtering::apply(const filter::Filter &filter)
{
    const models::VerdictSplit split = models::splitVerdicts(filter);
    const bool other = split.restText != m_restText;
    m_restText = split.restText;
    if (other) {
        m_job.stop();
        m_bar.setSearch({});
        m_rest = split.rest;
        m_wanted = filter::asksForRecords(m_rest);
        m_stopped = false;
        m_searched = 0;
        m_target = 0;
    }
    m_model.setFilter(split.terms.shown);
    if (other)
        m_model.setSearch(m_rest);
    Q_EMIT verdictsChanged(split.terms);
    m_parts.clear();
    countParts();
    search();
}

// What bodies and headers have is looked up in the latest of them, and offered once it is known.
QList<models::SeenValue> Filtering::seen(filter::Field field, const QString &path)
{
    if (field != filter::Field::Json && field != filter::Field::Header)
        return m_model.valuesSeen(field);
    const auto store = m_inspector.store();
    if (store && m_pathsTo < m_model.lastId() && !m_paths.running()) {
        m_pathsTo = m_model.lastId();
        m_paths.start(store->path, m_pathsTo);
    }
    const QLatin1StringView beginning(field == filter::Field::Json ? "$" : "h.");
    const bool deep = path.startsWith("$.."_L1);
    QList<models::SeenValue> values;
    for (const inspector::SeenPath &one : m_paths.paths()) {
        if (path.isEmpty() && one.path.startsWith(beginning))
            values.append({.text = one.path, .rows = one.deliveries});
        if (path.isEmpty()
            || (deep ? !one.path.endsWith(path.sliced(2))
                     : one.path.compare(path, Qt::CaseInsensitive) != 0))
            continue;
        for (const inspector::SeenPath::Value &value : one.values)
            values.append({.text = value.text, .rows = value.deliveries});
    }
    return values;
}

void Filtering::setVerdicts(const models::VerdictTerms &terms)
{
    m_bar.setText(models::withVerdicts(m_bar.filter(), terms));
}

void Filtering::narrowTo(qint64 from, qint64 to) { put(m_range, timeTerm(from, to)); }

void Filtering::narrowToAccount(const QString &account) { put(m_account, accountTerm(account)); }

void Filtering::put(QString &last, const QString &term)
{
    QString text = m_bar.filter().text;
    const qsizetype at = last.isEmpty() ? -1 : placeOf(last, text);
    if (at < 0)
        m_bar.add(term);
    else
        m_bar.setText(text.replace(at, last.size(), term));
    last = term;
}

void Filtering::searchMore()
{
    if (searching() && !m_job.running() && !m_more.isActive())
        m_more.start();
}

// What was said of these records may no longer be true.
void Filtering::searchAgain(qint64 id)
{
    if (m_job.running() && id <= m_target)
        m_job.stop();
    m_searched = std::min(m_searched, id - 1);
    searchMore();
}

void Filtering::search()
{
    const auto store = m_inspector.store();
    if (!searching() || !store || m_job.running())
        return;
    if (m_searched >= m_target) // else the same stretch goes on
        m_begun = m_searched;
    m_target = m_model.lastId();
    m_running.start();
    m_job.start(store->path, m_rest, m_begun, m_target,
                filter::asksForRepeats(m_rest) ? m_model.repeats(m_begun) : capture::Repeats());
}

void Filtering::take(const QList<qint64> &ids, qint64 last)
{
    m_searched = last;
    if (m_running.hasExpired(unnoticed))
        m_bar.setSearch({.percent = percent()});
    m_model.addFound(ids);
    m_model.settleFound(last);
}

void Filtering::end()
{
    m_searched = m_target;
    m_model.settleFound(m_target);
    m_bar.setSearch({});
    searchMore();
    countParts();
    Q_EMIT searched();
}

void Filtering::stop()
{
    m_job.stop();
    m_stopped = true;
    m_bar.setSearch({.percent = percent(), .stopped = true});
    Q_EMIT searched();
}

void Filtering::goOn()
{
    m_stopped = false;
    m_bar.setSearch({.percent = percent()});
    search();
}

int Filtering::percent() const
{
    return int(std::max<qint64>(m_searched - m_begun, 0) * 100
               / std::max<qint64>(m_target - m_begun, 1));
}

// Only what hides every row needs an explanation.
void Filtering::countParts()
{
    const qint64 all = m_model.counts().all;
    const bool hidden = m_model.rowCount() == 0 && all > 0;
    if (hidden && !m_parts.isEmpty() && (m_counter.running() || m_recordCounter.running()))
        return; // What has come since is counted next time.
    m_counter.stop();
    m_recordCounter.stop();
    m_partFilters = hidden ? filter::conjuncts(m_bar.filter()) : QList<filter::Filter>();
    if (m_parts.size() != m_partFilters.size() || all < m_countedRows) {
        m_parts.clear();
        for (const filter::Filter &part : std::as_const(m_partFilters))
            m_parts.append({.text = part.text.trimmed(), .rows = {}});
        m_countedTo = QList<qint64>(m_parts.size(), 0);
    }
    m_countedRows = all;
    m_counter.start(m_partFilters);
    Q_EMIT partsCounted();
}

void Filtering::takeCounts(const QList<qint64> &rows)
{
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (!filter::asksForRecords(m_partFilters[i]))
            m_parts[i].rows = rows.value(i);
    }
    m_countedPart = -1;
    Q_EMIT partsCounted();
    countRecords();
}

// The next part that only records tell of, once nobody waits for what the whole filter finds.
void Filtering::countRecords()
{
    const auto store = m_inspector.store();
    if (!store || m_job.running())
        return;
    m_countingTo = m_model.lastId();
    m_recordsFound = 0;
    for (++m_countedPart; m_countedPart < m_parts.size(); ++m_countedPart) {
        const filter::Filter &part = m_partFilters[m_countedPart];
        const qint64 after = m_countedTo[m_countedPart];
        if (!filter::asksForRecords(part) || after >= m_countingTo)
            continue;
        return m_recordCounter.start(store->path, part, after, m_countingTo,
                                     filter::asksForRepeats(part) ? m_model.repeats(after)
                                                                  : capture::Repeats());
    }
}

} // namespace ui
