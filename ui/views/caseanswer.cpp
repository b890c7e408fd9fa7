// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/caseanswer.h"

#include "resend/conformanceoutcome.h"
#include "resend/conformancetext.h"

#include <QCoreApplication>

namespace ui
{

static QString tr(const char *text) { return QCoreApplication::translate("ui::CaseAnswer", text); }

std::optional<models::JudgedAnswer> caseAnswer(const capture::Attempt &attempt,
                                               const signature::Scheme &scheme)
{
    const QByteArray id = models::caseOf(attempt).toLatin1();
    if (id.isEmpty() || !attempt.response)
        return {};
    const auto expects = resend::expectationOf(id, scheme);
    if (!expects)
        return {};
    const bool met = resend::judged({.id = id, .expects = *expects}, {attempt}).passed;
    return models::JudgedAnswer{.met = met,
                                .words = met
                                    ? tr("as expected")
                                    : tr("%1 was expected").arg(resend::expectedAnswer(*expects))};
}

} // namespace ui
