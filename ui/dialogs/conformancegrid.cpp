// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/conformancegrid.h"

#include "core/clock.h"
#include "models/localtimes.h"
#include "resend/conformancetext.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/icons.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

enum Column { Case, Expected, Seen, Result, Columns };
constexpr int shownRows = 5; // a small screen has no room for more
constexpr int widths[] = {36, 15, 18, 20}; // characters

QString keyOf(const resend::ConformanceReport &report)
{
    return report.scheme + u' ' + report.target;
}

QString resultText(bool passed, resend::Change change)
{
    switch (change) {
    case resend::Change::Fixed:
        return ConformanceGrid::tr("Pass, fixed");
    case resend::Change::Regressed:
        return ConformanceGrid::tr("Fail, regressed");
    case resend::Change::None:
        break;
    }
    return passed ? ConformanceGrid::tr("Pass") : ConformanceGrid::tr("Fail");
}

} // namespace

ConformanceGrid::ConformanceGrid(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QTreeWidget)
    , m_detail(wrappedLabel({}))
{
    build();
    connect(m_rows, &QTreeWidget::currentItemChanged, this, &ConformanceGrid::showDetail);
}

void ConformanceGrid::build()
{
    m_rows->setAccessibleName(tr("Cases"));
    m_rows->setItemDelegate(new RowDelegate(m_rows));
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setHeaderLabels({tr("Case"), tr("Expected"), tr("Seen"), tr("Result")});
    m_rows->header()->setStretchLastSection(true);
    for (int column = Case; column < Columns; ++column)
        m_rows->setColumnWidth(column, widths[column] * fontMetrics().averageCharWidth());
    m_rows->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_rows->setMinimumHeight((fontMetrics().height() + 5) * shownRows);
    m_detail->setAccessibleName(tr("What the case means"));
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_detail->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows, 1);
    column->addWidget(m_detail);
}

void ConformanceGrid::start(const resend::Basis &basis, const resend::Order &order)
{
    if (running())
        return;
    m_rows->clear();
    m_report = {.at = core::now(),
                .scheme = basis.scheme.id,
                .target = order.target.toString(QUrl::RemoveUserInfo)};
    m_run = new resend::ConformanceRun(basis, order, this);
    connect(m_run, &resend::ConformanceRun::sent, this, &ConformanceGrid::sent);
    connect(m_run, &resend::ConformanceRun::judged, this, &ConformanceGrid::add);
    connect(m_run, &resend::ConformanceRun::finished, this, &ConformanceGrid::conclude);
    connect(m_run, &resend::ConformanceRun::failed, this, [this](const core::Error &error) {
        forgetRun();
        Q_EMIT failed(error);
    });
    m_run->start();
}

void ConformanceGrid::cancel()
{
    if (running())
        m_run->cancel();
}

resend::Change ConformanceGrid::changeOf(const resend::ConformanceOutcome &outcome) const
{
    return resend::changeOf(outcome, m_chosen ? *m_chosen : m_before.value(keyOf(m_report)));
}

std::pair<int, int> ConformanceGrid::compareWith(const QHash<QByteArray, bool> &before)
{
    m_chosen = before;
    std::pair<int, int> changes; // fixed, got worse
    for (int row = 0; row < m_report.outcomes.size(); ++row) {
        const resend::ConformanceOutcome &outcome = m_report.outcomes.at(row);
        const resend::Change change = changeOf(outcome);
        m_rows->topLevelItem(row)->setText(Result, resultText(outcome.passed, change));
        changes.first += change == resend::Change::Fixed;
        changes.second += change == resend::Change::Regressed;
    }
    return changes;
}

void ConformanceGrid::add(const resend::ConformanceOutcome &outcome)
{
    const resend::Change change = changeOf(outcome);
    const QString seen = outcome.milliseconds < 0
        ? outcome.seen
        : tr("%1 in %L2 ms").arg(outcome.seen).arg(outcome.milliseconds);
    // The report has the reason with its times in UTC.
    const QString why = outcome.passed
        ? outcome.wanted.why
        : models::withLocalTimes(outcome.reason) + u' ' + outcome.wanted.why;
    auto *row
        = new QTreeWidgetItem({outcome.wanted.title, resend::expectedAnswer(outcome.wanted.expects),
                               seen, resultText(outcome.passed, change)});
    row->setIcon(Result,
                 outcome.passed ? icon(u"success"_s, &Tokens::verified)
                                : icon(u"error"_s, &Tokens::invalid));
    QFont font = m_rows->font();
    font.setBold(!outcome.passed);
    row->setFont(Result, font);
    for (int column = Case; column < Columns; ++column)
        row->setToolTip(column, why);
    row->setData(Case, Qt::UserRole, why);
    const bool follows = m_rows->currentItem() == nullptr
        || m_rows->indexOfTopLevelItem(m_rows->currentItem()) == m_rows->topLevelItemCount() - 1;
    m_rows->addTopLevelItem(row);
    if (follows)
        m_rows->setCurrentItem(row);
}

// The first that failed is what to look at.
void ConformanceGrid::conclude(const QList<resend::ConformanceOutcome> &outcomes)
{
    m_report.outcomes = outcomes;
    const qsizetype planned = m_run->size();
    forgetRun();
    auto &before = m_before[keyOf(m_report)];
    for (const resend::ConformanceOutcome &outcome : outcomes)
        before.insert(outcome.wanted.id, outcome.passed);
    const auto bad = [](const resend::ConformanceOutcome &outcome) { return !outcome.passed; };
    const auto first = std::find_if(outcomes.begin(), outcomes.end(), bad);
    if (first != outcomes.end())
        m_rows->setCurrentItem(m_rows->topLevelItem(int(first - outcomes.begin())));
    Q_EMIT finished(std::count_if(outcomes.begin(), outcomes.end(), bad), outcomes.size(), planned);
}

// It speaks just now.
void ConformanceGrid::forgetRun()
{
    m_run->deleteLater();
    m_run = nullptr;
}

void ConformanceGrid::showDetail()
{
    const QTreeWidgetItem *row = m_rows->currentItem();
    m_detail->setText(row ? row->data(Case, Qt::UserRole).toString() : QString());
}

} // namespace ui
