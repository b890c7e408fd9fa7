// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "signature/schemebook.h"

#include <QHash>

#include <optional>

namespace listener
{

// The endpoints with what a judgement needs: a value, made on the main thread and handed over
// whole.
struct Routes {
    QList<capture::Endpoint> endpoints;
    QList<std::optional<signature::Scheme>> schemes; // one an endpoint; nothing: none or unknown
    QHash<QString, signature::Secrets> secrets; // by the endpoint's path

    static Routes make(const QList<capture::Endpoint> &endpoints,
                       const QHash<QString, signature::Secrets> &secrets,
                       const signature::SchemeBook &book = {});
};

} // namespace listener
