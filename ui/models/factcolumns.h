// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/addedcolumns.h"

namespace models
{

// Added columns of what is known of a webhook beside its headers and its body: its HTTP version,
// its TLS version, and how often it was sent.
const QList<AddedColumn> &factColumns();
bool isFactColumn(const AddedColumn &column); // a filter has no field of it

QString factTitle(const AddedColumn &column);

} // namespace models
