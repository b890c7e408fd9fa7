// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/samplebody.h"

#include <QDateTime>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

QStringList sampleTopics() { return {u"ping"_s, u"customer/updated"_s}; }

static QByteArray customerUpdated(qint64 now)
{
    const auto changed = QDateTime::fromMSecsSinceEpoch(now / 1000, Qt::UTC);
    return R"({"account_id":50271,"data":{"customer":{"id":304169228,"first_name":"Rui",)"
           R"("last_name":"Costa","email":"rui.costa@example.com","state":"member",)"
           R"("date_of_birth":"1004-06-27","points_balance":2500,)"
           R"("referral_url":"https://example.com/?smile_ref=a1b2c3d4","vip_tier_id":null,)"
           R"("created_at":"2024-04-04T15:10:42.030Z","updated_at":")"
        + changed.toString(Qt::ISODateWithMs).toLatin1() + R"("}},"topic":"customer/updated"})";
}

std::optional<QByteArray> sampleBody(const QString &topic, qint64 now)
{
    if (topic == "ping"_L1)
        return QByteArray(R"({"account_id":0,"data":{},"topic":"ping"})");
    if (topic == "customer/updated"_L1)
        return customerUpdated(now);
    return {};
}

} // namespace commands
