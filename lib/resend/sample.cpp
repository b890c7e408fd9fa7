// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/sample.h"

#include "core/clock.h"
#include "json/pointer.h"
#include "json/restyle.h"
#include "resend/rewrite.h"
#include "signature/bodyedit.h"
#include "signature/jsonmembers.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QUrl>
#include <QUuid>

#include <algorithm>

namespace resend
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype largestSample = 1024LL * 1024;
constexpr char formType[] = "application/x-www-form-urlencoded";

core::Error refusal(const QString &why)
{
    return {.kind = core::ErrorKind::Usage,
            .what = QCoreApplication::translate("resend::Sample", "Cannot read the template."),
            .why = why};
}

// Compact, but for that as it stands: order, numbers and escapes of the file.
std::optional<QByteArray> bodyOf(const json::Document &document)
{
    const auto node = json::resolve(document, "/body");
    if (!node)
        return {};
    const auto body = json::Document::parse(document.value(*node).toByteArray());
    return json::restyled(std::get<json::Document>(body), {}, largestSample);
}

QByteArray randomText()
{
    QByteArray text(20, Qt::Uninitialized);
    for (char &c : text)
        c = "0123456789abcdefghijklmnopqrstuvwxyz"[QRandomGenerator::global()->bounded(36)];
    return text;
}

QList<std::pair<QByteArray, QByteArray>> placeholders(const SampleValues &values)
{
    const qint64 seconds = values.now / 1'000'000;
    const QByteArray iso = core::isoTime(values.now).toLatin1();
    QList<std::pair<QByteArray, QByteArray>> all{
        {"{now}", QByteArray::number(seconds)},
        {"{now-ms}", QByteArray::number(values.now / 1000)},
        {"{now-iso}", iso.first(19) + 'Z'},
        {"{now-iso-ms}", iso.first(23) + 'Z'},
        {"{today}", iso.first(10)},
        {"{uuid}", QUuid::createUuid().toByteArray(QUuid::WithoutBraces)},
        {"{sequence}", QByteArray::number(values.sequence)},
        {"{random}", randomText()}};
    return all;
}

bool isJsonAlone(const QByteArray &text)
{
    return (text.startsWith('{') || text.startsWith('['))
        && std::holds_alternative<json::Document>(json::Document::parse(text));
}

} // namespace

core::Result<Sample> readSample(const QString &id, const QByteArray &json)
{
    if (json.size() > largestSample)
        return refusal(QCoreApplication::translate("resend::Sample", "It is too large."));
    const auto parsed = json::Document::parse(json);
    if (const auto *error = std::get_if<json::SyntaxError>(&parsed))
        return refusal(json::describe(*error));
    const auto &document = std::get<json::Document>(parsed);
    signature::JsonFault fault;
    signature::JsonMembers members(document, 0, {}, fault);
    Sample sample{.id = id};
    sample.scheme = QString::fromUtf8(members.requiredText("scheme"));
    sample.topic = QString::fromUtf8(members.requiredText("topic"));
    sample.title = QString::fromUtf8(members.requiredText("title"));
    for (const auto &[name, value] : members.object("headers").pairs())
        sample.fields.append(http::Field{name, value});
    const auto text = members.text("text");
    if (members.has("body"))
        members.object("body");
    members.finish();
    const auto body = bodyOf(document);
    if (!text && !body)
        members.fail("body", QCoreApplication::translate("resend::Sample", "is missing"));
    if (!fault.text.isEmpty())
        return refusal(fault.text);
    sample.body = text ? *text : *body;
    return sample;
}

const QList<Sample> &allSamples()
{
    static const QList<Sample> samples = [] {
        QList<Sample> all;
        QStringList names = QDir(u":/templates"_s).entryList(QDir::Files);
        for (QString &name : names)
            name.chop(5); // .json
        names.sort(); // The usual one of a topic has the shortest name.
        for (const QString &name : names) {
            QFile file(u":/templates/%1.json"_s.arg(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            if (const auto sample = readSample(name, file.readAll()))
                all.append(*sample);
        }
        std::stable_partition(all.begin(), all.end(),
                              [](const Sample &sample) { return sample.scheme == "smile"_L1; });
        return all;
    }();
    return samples;
}

std::optional<Sample> sampleById(QStringView id)
{
    for (const Sample &sample : allSamples()) {
        if (sample.id == id)
            return sample;
    }
    return {};
}

std::optional<Sample> sampleFor(QStringView scheme, QStringView topic)
{
    for (const Sample &sample : allSamples()) {
        if (sample.scheme == scheme && sample.topic == topic)
            return sample;
    }
    return {};
}

QStringList sampleTopics(QStringView scheme)
{
    QStringList topics;
    for (const Sample &sample : allSamples()) {
        if (sample.scheme == scheme && !topics.contains(sample.topic))
            topics.append(sample.topic);
    }
    return topics;
}

Sample filled(const Sample &sample, const SampleValues &values)
{
    Sample done = sample;
    for (const auto &[name, value] : placeholders(values)) {
        done.body.replace("\"#" + name + '"', value).replace(name, value);
        for (http::Field &field : done.fields)
            field.value.replace(name, value);
    }
    // Behind the filling, since a form has no braces.
    const QByteArray text = done.body.trimmed();
    if (done.jsonField.isEmpty() || !isJsonAlone(text))
        return done;
    done.body = signature::withParameter({}, done.jsonField, text);
    for (http::Field &field : done.fields) {
        if (http::sameName(field.name, "Content-Type") && !field.value.startsWith(formType))
            field.value = formType;
    }
    return done;
}

QByteArray jsonFieldOf(const signature::Scheme &scheme)
{
    const auto &place = scheme.jsonFrom;
    return place && place->source == signature::Source::Form ? place->name : QByteArray();
}

http::Request requestFor(const QUrl &url, const Sample &filled)
{
    http::Request request{
        .method = "POST", .target = targetOf(url, "/"), .framing = http::Framing::ContentLength};
    request.fields.append(http::Field{"Host", hostOf(url)});
    if (http::count(filled.fields, "User-Agent") == 0)
        request.fields.append(http::Field{"User-Agent", "hookglass/" HOOKGLASS_VERSION});
    request.fields.append(filled.fields);
    request.fields.append(http::Field{"Content-Length", QByteArray::number(filled.body.size())});
    request.fields.append(http::Field{"Connection", "close"});
    request.body = filled.body;
    return request;
}

} // namespace resend
