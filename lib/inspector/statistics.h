// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"
#include "filter/filter.h"

#include <QMap>

namespace inspector
{

// What a store holds, by the latest judgement of each delivery.
struct Statistics {
    qint64 deliveries = 0;
    qint64 rejections = 0;
    qint64 bodyBytes = 0;
    qint64 first = 0; // microseconds since the epoch; 0: none
    qint64 last = 0;
    QMap<signature::Signature, qint64> signatures;
    QMap<signature::Freshness, qint64> freshness;
    QMap<QString, qint64> topics;
};

// Of what the filter finds, as an export with it would: the records are read where rows do not
// tell.
core::Result<Statistics> statistics(const capture::Store &store, const filter::Filter &filter = {});

} // namespace inspector
