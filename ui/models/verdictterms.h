// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/filter.h"
#include "models/rowfilter.h"

namespace models
{

// What the chips stand for in a filter: "sig:invalid,malformed", "(sig:invalid OR is:rejected)",
// "fresh:stale", and what is excluded, "-sig:invalid".
struct VerdictTerms {
    RowFilter shown;
    RowFilter excluded; // `rejected` among the signatures

    bool operator==(const VerdictTerms &) const = default;

    bool isEmpty() const { return shown.passesAll() && excluded.passesAll(); }
};

// A filter taken apart. Of several terms for one kind of verdict the first is the chips'.
struct VerdictSplit {
    VerdictTerms terms;
    filter::Filter rest; // without what is shown, with what is excluded; positions as before
    QString restText;
};
VerdictSplit splitVerdicts(const filter::Filter &filter);

// The filter's text with these terms in place of those it has.
QString withVerdicts(const filter::Filter &filter, const VerdictTerms &terms);

} // namespace models
