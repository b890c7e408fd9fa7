// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/samplebody.h"

#include "core/bytesize.h"
#include "core/filetrouble.h"
#include "signature/schemejson.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::ErrorKind;
using core::Result;

constexpr qint64 largestBody = 1024LL * 1024 * 1024;

QString tr(const char *text) { return QCoreApplication::translate("commands::Send", text); }

Error refusal(const QString &what, const QString &why)
{
    return {.kind = ErrorKind::Usage, .what = what, .why = why};
}

Result<QByteArray> fileContents(const QString &name)
{
    const bool standardInput = name == "-"_L1;
    QFile file(name);
    const bool opened
        = standardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const QString what
        = tr("Cannot read the body from %1.").arg(standardInput ? tr("standard input") : name);
    if (!opened)
        return Error{ErrorKind::Environment, what, core::fileTrouble(file)};
    QByteArray bytes;
    while (bytes.size() <= largestBody) { // A pipe gives what it has, and a folder an error.
        const QByteArray piece = file.read(1024 * 1024);
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (file.error() != QFile::NoError)
        return Error{ErrorKind::Environment, what, core::fileTrouble(file)};
    if (bytes.size() > largestBody)
        return refusal(what, tr("It is larger than %1.").arg(core::byteSize(largestBody)));
    return bytes;
}

Result<resend::Sample> sampleNamed(const QString &id)
{
    if (const auto sample = resend::sampleById(id))
        return *sample;
    QStringList ids;
    for (const resend::Sample &sample : resend::allSamples())
        ids.append(sample.id);
    return refusal(tr("There is no template “%1”.").arg(id),
                   tr("There are %1.").arg(ids.join(u", "_s)));
}

Result<resend::Sample> sampleOfTopic(const QString &topic, const signature::Scheme &scheme)
{
    if (const auto sample = resend::sampleFor(scheme.id, topic))
        return *sample;
    // What has no template of its own can be tried out with Smile's.
    if (const auto sample = resend::sampleFor(u"smile", topic))
        return *sample;
    const QString known = resend::sampleTopics(scheme.id).isEmpty() ? u"smile"_s : scheme.id;
    return refusal(tr("There is no ready body for the topic “%1”.").arg(topic),
                   tr("There is one for %1; name another's with --body.")
                       .arg(resend::sampleTopics(known).join(tr(" and "))));
}

QByteArray headerOf(const signature::Places &places)
{
    const auto place = std::find_if(places.begin(), places.end(), [](const signature::Place &one) {
        return one.source == signature::Source::Header;
    });
    return place == places.end() ? QByteArray() : place->name;
}

bool isSigned(const signature::Scheme &scheme, const QByteArray &header)
{
    return std::any_of(scheme.message.segments.begin(), scheme.message.segments.end(),
                       [&](const signature::Segment &segment) {
                           return segment.place.source == signature::Source::Header
                               && http::sameName(segment.place.name, header);
                       });
}

// Of a body that is given: its kind, and what the sender has in headers beside it, as far as it is
// known. An id that is signed is made where it is signed.
http::Fields fieldsOf(const Options &options, const signature::Scheme &scheme)
{
    http::Fields fields{
        {"Content-Type",
         signature::readsForm(scheme) ? "application/x-www-form-urlencoded" : "application/json"}};
    const QByteArray event = headerOf(scheme.eventType);
    if (options.has(u"topic"_s) && !event.isEmpty())
        fields.append(http::Field{event, options.text(u"topic"_s).toUtf8()});
    const QByteArray delivery = headerOf(scheme.deliveryId);
    if (!delivery.isEmpty() && !isSigned(scheme, delivery))
        fields.append(http::Field{delivery, "{uuid}"});
    return fields;
}

} // namespace

QList<Option> bodyOptions()
{
    return {
        {u"topic"_s, u"TOPIC"_s,
         tr("What it is about, such as ping or customer/updated; default: the scheme's first. "
            "With --body it goes into the sender's header for it, where there is one.")},
        {u"template"_s, u"ID"_s, tr("A ready webhook, such as smile-customer-updated-vip.")},
        {u"body"_s, u"FILE"_s,
         tr("Sends the bytes of FILE instead; - is standard input. {now}, {uuid} and the like in "
            "it "
            "are filled in. Where the provider has its JSON in a form, JSON alone is put into "
            "it.")},
    };
}

Result<resend::Sample> sampleOf(const Options &options, const signature::Scheme &scheme)
{
    if (options.has(u"body"_s) && options.has(u"template"_s))
        return refusal(tr("--template and --body contradict one another."),
                       tr("Both say what the body is."));
    if (options.has(u"body"_s)) {
        const Result<QByteArray> body = fileContents(options.text(u"body"_s));
        if (!body)
            return body.error();
        return resend::Sample{.scheme = scheme.id,
                              .fields = fieldsOf(options, scheme),
                              .body = *body,
                              .jsonField = resend::jsonFieldOf(scheme)};
    }
    if (options.has(u"template"_s))
        return sampleNamed(options.text(u"template"_s));
    const QStringList topics = resend::sampleTopics(scheme.id);
    const QString usual = topics.isEmpty() || topics.contains(u"ping") ? u"ping"_s : topics.first();
    return sampleOfTopic(options.text(u"topic"_s, usual), scheme);
}

} // namespace commands
