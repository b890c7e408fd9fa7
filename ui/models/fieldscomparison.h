// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/document.h"
#include "models/comparison.h"

#include <optional>

namespace models
{

// Method, target, headers by name, and the members of JSON bodies; what Fields shows.
Comparison compareFields(const capture::Delivery &left, const capture::Delivery &right,
                         const QStringList &ignored);

std::optional<json::Document> documentOf(const QByteArray &body); // nothing: it is no JSON

} // namespace models
