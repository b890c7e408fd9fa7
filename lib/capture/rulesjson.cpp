// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/answerrules.h"
#include "json/pointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace capture
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostRules = 200;
constexpr int longestWait = 600'000; // milliseconds

QString base64(const QByteArray &bytes) { return QString::fromLatin1(bytes.toBase64()); }

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonObject written(const ResponseProfile &profile)
{
    QJsonArray fields;
    for (const http::Field &field : profile.fields)
        fields.append(QJsonArray{base64(field.name), base64(field.value)});
    return {{u"status"_s, profile.status},
            {u"fields"_s, fields},
            {u"body"_s, base64(profile.body)},
            {u"delay"_s, profile.delayMilliseconds}};
}

ResponseProfile readProfile(const QJsonObject &object)
{
    ResponseProfile profile{.status = qBound(200, object["status"_L1].toInt(200), 599)};
    const QJsonArray fields = object["fields"_L1].toArray();
    for (const QJsonValue &field : fields)
        profile.fields.append(http::Field{fromBase64(field[0]), fromBase64(field[1])});
    profile.body = fromBase64(object["body"_L1]);
    profile.delayMilliseconds = qBound(0, object["delay"_L1].toInt(), longestWait);
    return profile;
}

QJsonObject written(const AnswerRule &rule)
{
    const RuleCondition &when = rule.when;
    return {{u"method"_s, QString::fromLatin1(when.method)},
            {u"path"_s, when.path},
            {u"topic"_s, when.topic},
            {u"account"_s, when.account},
            {u"signature"_s, when.signature ? signature::word(*when.signature) : QString()},
            {u"freshness"_s, when.freshness ? signature::word(*when.freshness) : QString()},
            {u"answer"_s, written(rule.answer)},
            {u"fault"_s, QString::fromLatin1(word(rule.fault))},
            {u"first"_s, rule.failFirst},
            {u"until"_s, rule.until},
            {u"minutes"_s, rule.minutes}};
}

// What it is for must be understood whole: a lost condition would make it decide everything.
std::optional<AnswerRule> readAnswer(const QJsonObject &object)
{
    const auto fault = faultFromWord(object["fault"_L1].toString().toLatin1());
    const QString verdict = object["signature"_L1].toString();
    const QString age = object["freshness"_L1].toString();
    const auto signature = signature::signatureFromWord(verdict);
    const auto freshness = signature::freshnessFromWord(age);
    if (!fault || (!verdict.isEmpty() && !signature) || (!age.isEmpty() && !freshness))
        return {};
    return AnswerRule{.when = {.method = object["method"_L1].toString().toLatin1(),
                               .path = object["path"_L1].toString(),
                               .topic = object["topic"_L1].toString(),
                               .account = object["account"_L1].toString(),
                               .signature = signature,
                               .freshness = freshness},
                      .answer = readProfile(object["answer"_L1].toObject()),
                      .fault = *fault,
                      .failFirst = qMax(0, object["first"_L1].toInt()),
                      .until = object["until"_L1].toInteger(),
                      .minutes = qMax(0, object["minutes"_L1].toInt())};
}

QJsonObject written(const ForwardRule &rule)
{
    return {{u"target"_s, rule.target},   {u"ca"_s, rule.authorityFile},
            {u"pin"_s, rule.pin},         {u"check"_s, rule.checkCertificate},
            {u"relay"_s, rule.relays},    {u"relay_ms"_s, rule.relayMilliseconds},
            {u"retries"_s, rule.retries}, {u"enabled"_s, rule.enabled}};
}

ForwardRule readForward(const QJsonObject &object)
{
    return {.target = object["target"_L1].toString(),
            .authorityFile = object["ca"_L1].toString(),
            .pin = object["pin"_L1].toString(),
            .checkCertificate = object["check"_L1].toBool(true),
            .relays = object["relay"_L1].toBool(),
            .relayMilliseconds = qBound(100, object["relay_ms"_L1].toInt(10'000), longestWait),
            .retries = qBound(0, object["retries"_L1].toInt(), 1000),
            .enabled = object["enabled"_L1].toBool(true)};
}

} // namespace

QByteArray writeRules(const Rules &rules)
{
    if (rules == Rules())
        return {};
    QJsonArray answers;
    for (const AnswerRule &rule : rules.answers)
        answers.append(written(rule));
    QJsonArray forwards;
    for (const ForwardRule &rule : rules.forwards)
        forwards.append(written(rule));
    return QJsonDocument(QJsonObject{{u"answers"_s, answers},
                                     {u"forwards"_s, forwards},
                                     {u"handshake"_s, rules.handshake},
                                     {u"subject"_s, rules.subject}})
        .toJson(QJsonDocument::Compact);
}

Rules readRules(const QByteArray &json)
{
    Rules rules;
    if (json.isEmpty())
        return rules;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonArray answers = object["answers"_L1].toArray();
    for (const QJsonValue &value : answers) {
        const auto rule = readAnswer(value.toObject());
        if (rule && rules.answers.size() < mostRules)
            rules.answers.append(*rule);
    }
    const QJsonArray forwards = object["forwards"_L1].toArray();
    for (const QJsonValue &value : forwards) {
        if (rules.forwards.size() < mostRules)
            rules.forwards.append(readForward(value.toObject()));
    }
    rules.handshake = object["handshake"_L1].toBool();
    const QString subject = object["subject"_L1].toString();
    rules.subject = json::isPointer(subject.toUtf8()) ? subject : QString();
    return rules;
}

} // namespace capture
