// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/database.h"
#include "capture/selection.h"

#include <QHash>

namespace capture
{

// Reads what is known of deliveries beside what they say, and nothing of their bodies. Stays on one
// thread.
class DeliveryFacts
{
public:
    // Another connection to a store that may be written to meanwhile.
    static core::Result<std::unique_ptr<DeliveryFacts>> open(const QString &file);

    struct Facts {
        QByteArray tlsVersion; // "TLSv1.3"; empty: none
        qint64 attempts = 0;
    };
    core::Result<QHash<qint64, Facts>> read(qint64 first, qint64 last); // by id

private:
    explicit DeliveryFacts(Database database);

    const Database m_database; // before the selection: that goes first
    Selection m_rows;
};

} // namespace capture
