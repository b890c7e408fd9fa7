// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/resendrows.h"

#include "capture/outcome.h"
#include "core/clock.h"
#include "formats/csv.h"
#include "models/attemptmodel.h"
#include "models/localtimes.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/icons.h"

#include <QHeaderView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

ResendRows::ResendRows(QWidget *parent)
    : QTableWidget(0, 3, parent)
{
    setItemDelegate(new RowDelegate(this));
    setHorizontalHeaderLabels({u"#"_s, tr("Result"), tr("Time")});
    setAccessibleName(tr("Webhooks sent"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

void ResendRows::startOver()
{
    setRowCount(0);
    m_failed = 0;
}

void ResendRows::add(int row, qint64 id)
{
    insertRow(row);
    auto *number = new QTableWidgetItem(u"#%1"_s.arg(id));
    number->setData(Qt::UserRole, id);
    setItem(row, 0, number);
    setItem(row, 1, new QTableWidgetItem(icon(u"waiting"_s, &Tokens::muted), tr("Sending")));
    setItem(row, 2, new QTableWidgetItem);
    if (rowCount() > mostShown)
        removeRow(mostShown);
}

void ResendRows::begin(qint64 id)
{
    if (m_failed < mostShown)
        add(m_failed, id);
}

int ResendRows::rowOf(qint64 id) const
{
    for (int row = m_failed; row < rowCount(); ++row) {
        if (item(row, 0)->data(Qt::UserRole).toLongLong() == id)
            return row;
    }
    return -1;
}

void ResendRows::take(const capture::Attempt &attempt)
{
    const bool good = capture::succeeded(attempt);
    int row = rowOf(attempt.delivery);
    if (!good) {
        if (row >= 0)
            removeRow(row);
        row = 0;
        add(row, attempt.delivery);
        m_failed = std::min(m_failed + 1, mostShown);
    }
    if (row < 0)
        return;
    auto *result = item(row, 1);
    result->setIcon(
        icon(good ? u"success"_s : u"error"_s, good ? &Tokens::verified : &Tokens::invalid));
    result->setText(attempt.error ? models::withLocalTimes(attempt.error->why)
                                  : models::resultText(attempt));
    result->setToolTip(attempt.error ? models::withLocalTimes(core::describe(*attempt.error))
                                     : result->text());
    auto *time = item(row, 2);
    time->setText(tr("%L1 ms").arg(attempt.times.total));
    time->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

QByteArray resultsHeader()
{
    return "id,sent_at,target,signing,succeeded,status,result,milliseconds\r\n";
}

QByteArray resultsLine(const capture::Attempt &attempt)
{
    const QByteArray status
        = attempt.response ? QByteArray::number(attempt.response->status) : QByteArray();
    const QString result
        = attempt.error ? core::describe(*attempt.error) : models::resultText(attempt);
    const QByteArrayList cells{QByteArray::number(attempt.delivery),
                               core::isoTime(attempt.sentAt).toLatin1(),
                               formats::csvCell(attempt.target.toUtf8()),
                               attempt.signing.toLatin1(),
                               capture::succeeded(attempt) ? "true" : "false",
                               status,
                               formats::csvCell(result.toUtf8()),
                               attempt.times.total < 0 ? QByteArray()
                                                       : QByteArray::number(attempt.times.total)};
    return cells.join(',') + "\r\n";
}

} // namespace ui
