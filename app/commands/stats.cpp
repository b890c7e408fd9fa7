// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/filteroption.h"
#include "commands/options.h"
#include "commands/output.h"
#include "core/bytesize.h"
#include "core/clock.h"
#include "inspector/settings.h"
#include "inspector/statistics.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace commands
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("commands", text); }

static QByteArray asJson(const inspector::Statistics &statistics)
{
    QJsonObject signatures;
    for (auto it = statistics.signatures.cbegin(); it != statistics.signatures.cend(); ++it)
        signatures.insert(signature::word(it.key()), it.value());
    QJsonObject freshness;
    for (auto it = statistics.freshness.cbegin(); it != statistics.freshness.cend(); ++it)
        freshness.insert(signature::word(it.key()), it.value());
    QJsonObject topics;
    for (auto it = statistics.topics.cbegin(); it != statistics.topics.cend(); ++it)
        topics.insert(it.key(), it.value());
    const auto time
        = [](qint64 at) { return at == 0 ? QJsonValue() : QJsonValue(core::isoTime(at)); };
    const QJsonObject all{{u"deliveries"_s, statistics.deliveries},
                          {u"rejections"_s, statistics.rejections},
                          {u"body_bytes"_s, statistics.bodyBytes},
                          {u"first_received_at"_s, time(statistics.first)},
                          {u"last_received_at"_s, time(statistics.last)},
                          {u"signature"_s, signatures},
                          {u"freshness"_s, freshness},
                          {u"topics"_s, topics}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact) + '\n';
}

static QByteArray asText(const inspector::Statistics &statistics)
{
    constexpr qsizetype column = 26; // a topic may be longer; its count stands apart all the same
    QByteArray text;
    const auto line = [&text](const QString &name, const QString &value) {
        text += printable((name + u"  "_s).leftJustified(column) + value);
    };
    line(tr("deliveries"), QString::number(statistics.deliveries));
    line(tr("rejections"), QString::number(statistics.rejections));
    line(tr("bodies"), core::byteSize(statistics.bodyBytes));
    if (statistics.first != 0) {
        line(tr("first"), core::isoTime(statistics.first));
        line(tr("last"), core::isoTime(statistics.last));
    }
    for (auto it = statistics.signatures.cbegin(); it != statistics.signatures.cend(); ++it)
        line(tr("signature ") + signature::word(it.key()), QString::number(it.value()));
    for (auto it = statistics.freshness.cbegin(); it != statistics.freshness.cend(); ++it)
        line(tr("freshness ") + signature::word(it.key()), QString::number(it.value()));
    for (auto it = statistics.topics.cbegin(); it != statistics.topics.cend(); ++it)
        line(tr("topic ") + (it.key().isEmpty() ? tr("(none)") : it.key()),
             QString::number(it.value()));
    return text;
}

static int run(const Options &options)
{
    const auto filter = filterOption(options);
    if (!filter)
        return BadUsage;
    const auto store = capture::Store::open(
        options.text(u"store"_s, inspector::Places::standard().defaultStore()),
        capture::Access::Read);
    if (!store)
        return fail(store.error());
    const auto statistics = inspector::statistics(**store, *filter);
    if (!statistics)
        return fail(statistics.error());
    return writeOut(options.has(u"json"_s) ? asJson(*statistics) : asText(*statistics))
        ? Done
        : BadEnvironment;
}

int stats(const QStringList &arguments)
{
    const Usage usage{.command = u"stats"_s,
                      .purpose = tr("Counts what a store holds."),
                      .options
                      = {{u"store"_s, u"FILE"_s, tr("The store; default: the window's own.")},
                         filterUsage(),
                         {u"json"_s, {}, tr("One JSON object.")}},
                      .example = u"hookglass stats --store dev.hookglass --filter time:today"_s};
    return runWith(usage, arguments, run);
}

} // namespace commands
