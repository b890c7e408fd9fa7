// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "json/writer.h"
#include "resend/conformanceoutcome.h"
#include "resend/conformancetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace resend
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QByteArrayView format = "hookglass.conformance/1";
constexpr qsizetype largestReport = 1024LL * 1024;

void write(json::Writer &writer, const ConformanceOutcome &outcome)
{
    const ConformanceCase &wanted = outcome.wanted;
    writer.name("case").string(wanted.id);
    writer.name("title").string(wanted.title);
    writer.name("result").string(outcome.passed ? "pass"_ba : "fail"_ba);
    writer.name("expected").string(expectedAnswer(wanted.expects));
    writer.name("seen").string(outcome.seen);
    writer.name("status");
    outcome.status == 0 ? writer.null() : writer.number(outcome.status);
    writer.name("milliseconds");
    outcome.milliseconds < 0 ? writer.null() : writer.number(outcome.milliseconds);
    writer.name("reason");
    outcome.reason.isEmpty() ? writer.null() : writer.string(outcome.reason);
    writer.name("why").string(wanted.why);
}

} // namespace

QByteArray jsonLine(const ConformanceOutcome &outcome, Change change)
{
    json::Writer writer;
    writer.beginObject();
    write(writer, outcome);
    writer.name("change");
    if (change == Change::None)
        writer.null();
    else
        writer.string(change == Change::Fixed ? "fixed"_ba : "regressed"_ba);
    return writer.endObject().take();
}

QString untried(const ConformanceReport &report)
{
    const bool rotated = std::any_of(
        report.outcomes.begin(), report.outcomes.end(),
        [](const ConformanceOutcome &outcome) { return outcome.wanted.id == "rotated-secret"; });
    return rotated ? QString()
                   : QCoreApplication::translate("resend::Conformance",
                                                 "Not tried: a change of secrets, for which there "
                                                 "must be two.");
}

QByteArray writeReport(const ConformanceReport &report)
{
    json::Writer writer;
    writer.beginObject();
    writer.name("format").string(format);
    writer.name("at").string(core::isoTime(report.at));
    writer.name("scheme").string(report.scheme);
    writer.name("target").string(report.target);
    writer.name("cases").beginArray();
    for (const ConformanceOutcome &outcome : report.outcomes) {
        writer.beginObject();
        write(writer, outcome);
        writer.endObject();
    }
    return writer.endArray().endObject().take() + '\n';
}

core::Result<QHash<QByteArray, bool>> readReport(const QByteArray &json)
{
    const QJsonObject object
        = json.size() > largestReport ? QJsonObject() : QJsonDocument::fromJson(json).object();
    if (object["format"_L1].toString() != QLatin1StringView(format.data(), format.size()))
        return core::Error{.kind = core::ErrorKind::Usage,
                           .what = QCoreApplication::translate(
                               "resend::Conformance", "This is no report of a conformance run."),
                           .why = {}};
    QHash<QByteArray, bool> passed;
    const QJsonArray cases = object["cases"_L1].toArray();
    for (const QJsonValue &entry : cases)
        passed.insert(entry["case"_L1].toString().toUtf8(),
                      entry["result"_L1].toString() == "pass"_L1);
    return passed;
}

} // namespace resend
