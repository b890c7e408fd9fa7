// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/waitingforwards.h"

#include "capture/database.h"
#include "capture/selection.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Result;

Result<QList<WaitingForward>> waitingForwards(const QString &file, qint64 delivery)
{
    const Result<Database> database = Database::open(file, Access::Read);
    if (!database)
        return database.error();
    Selection rows(*database,
                   u"SELECT f.id, f.endpoint, f.target, f.since, f.tries, f.next_at, "
                   "EXISTS(SELECT 1 FROM forwards b WHERE b.endpoint = f.endpoint "
                   "AND b.target = f.target AND b.id < f.id "
                   "AND b.delivery NOT IN (SELECT id FROM removed)) "
                   "FROM forwards f WHERE f.delivery = ?1 ORDER BY f.id"_s);
    rows.start({delivery});
    return rows.all([delivery](const Selection &row) {
        return WaitingForward{.task = {.id = row.number(0),
                                       .delivery = delivery,
                                       .endpoint = row.text(1),
                                       .target = row.text(2),
                                       .since = row.number(3),
                                       .tries = int(row.number(4)),
                                       .nextAt = row.number(5)},
                              .first = row.number(6) == 0};
    });
}

} // namespace capture
