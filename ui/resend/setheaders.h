// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/comparison.h"

namespace ui
{

// A header that is set when it is sent, so that what is shown of it is an example.
struct SetHeader {
    QByteArray name;
    QString remark; // "(at send)"
};
using SetHeaders = QList<SetHeader>;

// The remark of the header that the line "Name: value" is; empty: it is none of them.
QString remarkOf(const SetHeaders &headers, QStringView line);

// With the long values of those headers, signatures, cut in the middle: there is nothing to read in
// them, and the remark behind must be seen.
http::Request withShortValues(http::Request request, const SetHeaders &headers);

// Writes the remarks behind what goes out, which is the right side.
void addRemarks(models::Comparison &comparison, const SetHeaders &headers);

} // namespace ui
