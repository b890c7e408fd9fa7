// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/setheaders.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using models::CompareMode;
using models::RowChange;

namespace ui
{

static constexpr qsizetype longestValue = 30; // a time in words fits
static constexpr qsizetype headShown = 8;
static constexpr qsizetype tailShown = 4;

static QString nameOf(const SetHeader &header) { return QString::fromLatin1(header.name); }

QString remarkOf(const SetHeaders &headers, QStringView line)
{
    for (const SetHeader &header : headers) {
        if (line.startsWith(nameOf(header) + u':', Qt::CaseInsensitive))
            return header.remark;
    }
    return {};
}

http::Request withShortValues(http::Request request, const SetHeaders &headers)
{
    for (http::Field &field : request.fields) {
        const bool set
            = std::any_of(headers.begin(), headers.end(), [&field](const SetHeader &header) {
                  return http::sameName(field.name, header.name);
              });
        if (set && field.value.size() > longestValue)
            field.value = field.value.first(headShown) + "…" + field.value.last(tailShown);
    }
    return request;
}

// "Header Smile-Signature"
static QString remarkOfPlace(const SetHeaders &headers, const QString &place)
{
    for (const SetHeader &header : headers) {
        if (!place.startsWith(u'$') && place.endsWith(u' ' + nameOf(header), Qt::CaseInsensitive))
            return header.remark;
    }
    return {};
}

void addRemarks(models::Comparison &comparison, const SetHeaders &headers)
{
    const bool fields = comparison.mode == CompareMode::Fields;
    for (models::ComparedRow &row : comparison.rows) {
        const qsizetype cell = fields ? 2 : row.cells.size() - 1;
        if (!fields && row.cells.value(cell).isEmpty() && row.change == RowChange::Same)
            return; // behind the headers
        if (row.change == RowChange::Same || row.change == RowChange::Removed)
            continue;
        const QString remark = fields ? remarkOfPlace(headers, row.cells.value(0))
                                      : remarkOf(headers, row.cells.value(cell));
        if (!remark.isEmpty())
            row.cells[cell] += u"  "_s + remark;
    }
}

} // namespace ui
