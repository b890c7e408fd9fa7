// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/conformance.h"
#include "ui/resend/drafts.h"

namespace ui
{

// The cases of a conformance run that a single request shows. Without a secret to sign with, only
// those that need none.
QList<resend::ConformanceCase> singleCases(const resend::Basis &basis);

// What makes a request that of a case: choices, and what is otherwise in the request itself.
struct CaseSetUp {
    SigningChoices signing;
    std::optional<http::Fields> fields;
    std::optional<QByteArray> body;
};

// `now` in microseconds since the epoch. An error: it cannot be signed.
core::Result<CaseSetUp> setUpOf(const resend::ConformanceCase &wanted, const resend::Basis &basis,
                                qint64 now);

// What a right receiver does with it, a sentence.
QString expectationText(resend::Expectation expects);

} // namespace ui
