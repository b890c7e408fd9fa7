// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"
#include "http/headers.h"
#include "json/document.h"
#include "json/shortvalue.h"

namespace ui
{

// What a menu offers to filter by: as it is called there, and as it is written.
struct FilterTerm {
    QString label;
    QString text;
};

// What a row has; nothing for what it has not.
QList<FilterTerm> filterTerms(const capture::Summary &row);

// The rows of one delivery that was tried again; there is at least one.
FilterTerm attemptsTerm(const QList<qint64> &ids);

// "time:2026-11-23T14:30:00..2026-11-23T14:34:59", by the clock of this computer: seconds since the
// epoch, all of the last one included.
QString timeTerm(qint64 from, qint64 to);

QString accountTerm(const QString &account); // "account:=48213"

// "$.data.customer.id:904311782", by the JSON pointer to whom a body is about; empty: nobody is
// there, or the body is too large to look.
QString customerTerm(const QByteArray &pointer, const QByteArray &body);

// "$.data.customer.id:=904311782"; empty for objects and arrays.
QString filterTerm(const json::Document &document, json::Document::Node node);

// The same, by a path as a filter writes it; empty for a value that is cut, too.
QString filterTerm(const QString &path, const json::ShortValue &value);

// "h.User-Agent:=Smile/2.0"; empty where the value is no text.
QString filterTerm(const http::Field &field);

} // namespace ui
