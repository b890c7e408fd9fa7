// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/answerchoice.h"

#include "capture/answerrules.h"
#include "capture/rulewords.h"
#include "listener/responder.h"
#include "signature/handshakeanswer.h"

#include <QCryptographicHash>
#include <QSet>

namespace listener
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestTitle = 200; // it is stored with each answer

// A rule is the same one as long as it is for the same deliveries, and until the same time.
QByteArray ruleKey(const QString &endpoint, const capture::AnswerRule &rule)
{
    const capture::AnswerRule scope{
        .when = rule.when, .failFirst = rule.failFirst, .until = rule.until};
    return QCryptographicHash::hash(endpoint.toUtf8() + '\n'
                                        + capture::writeRules({.answers = {scope}}),
                                    QCryptographicHash::Sha256);
}

// A sender without ids sends an event's body again as it was.
QByteArray eventKey(const capture::Delivery &delivery)
{
    return delivery.event.id.isEmpty()
        ? QCryptographicHash::hash(delivery.request.body, QCryptographicHash::Sha256)
        : delivery.event.id.toUtf8();
}

// Each rule that counts takes note of what it fits, whichever rule decides the answer in the end:
// the first two of an event are the same ones wherever the rule stands in the list.
const capture::AnswerRule *firstThatFits(const capture::Endpoint &endpoint,
                                         const capture::Delivery &delivery, EventCounter &events,
                                         qint64 now)
{
    const capture::AnswerRule *first = nullptr;
    QByteArray event;
    QSet<QByteArray> counted; // one that stands there twice counts once
    for (const capture::AnswerRule &rule : endpoint.rules.answers) {
        int occurrence = 1;
        if (rule.failFirst > 0) {
            if (!capture::fits(rule, delivery, occurrence, now))
                continue;
            const QByteArray key = ruleKey(endpoint.path, rule);
            if (counted.contains(key))
                continue;
            counted.insert(key);
            if (event.isEmpty())
                event = eventKey(delivery);
            occurrence = events.count(key, event);
        }
        if (!first && capture::fits(rule, delivery, occurrence, now))
            first = &rule;
    }
    return first;
}

std::optional<AnswerChoice> handshakeAnswer(const Routes &routes, const capture::Endpoint &endpoint,
                                            const http::Request &request)
{
    const auto &scheme = routes.schemes[&endpoint - routes.endpoints.constData()];
    if (!endpoint.rules.handshake || !scheme || !scheme->handshake)
        return {};
    const signature::Handshake &handshake = *scheme->handshake;
    const signature::Secrets secrets = routes.secrets.value(endpoint.path);
    if (const auto answer = signature::answerTo(handshake, request, secrets))
        return AnswerChoice{.profile
                            = {.status = 200, .fields = answer->fields, .body = answer->body},
                            .source = u"handshake"_s};
    const bool locked = secrets.empty() && signature::needsSecret(handshake);
    if (!locked || !signature::isChallenge(handshake, request))
        return {};
    const QString why = u"The challenge cannot be answered: this endpoint has no secret."_s;
    return AnswerChoice{.profile = refusal(503, why), .source = u"handshake: no secret"_s};
}

int relayTime(const capture::Rules &rules)
{
    for (const capture::ForwardRule &rule : rules.forwards) {
        if (rule.enabled && rule.relays)
            return rule.relayMilliseconds;
    }
    return 0;
}

} // namespace

int EventCounter::count(const QByteArray &rule, const QByteArray &event)
{
    const Key key(rule, event);
    int &times = m_counts[key];
    if (times == 0)
        m_order.push_back(key);
    const int now = ++times;
    if (m_order.size() > most) {
        m_counts.remove(m_order.front());
        m_order.pop_front();
    }
    return now;
}

void EventCounter::forgetOthers(const Routes &routes)
{
    QSet<QByteArray> rules;
    for (const capture::Endpoint &endpoint : routes.endpoints) {
        for (const capture::AnswerRule &rule : endpoint.rules.answers) {
            if (rule.failFirst > 0)
                rules.insert(ruleKey(endpoint.path, rule));
        }
    }
    const auto goes = [&rules](const Key &key) { return !rules.contains(key.first); };
    for (const Key &key : m_order) {
        if (goes(key))
            m_counts.remove(key);
    }
    std::erase_if(m_order, goes);
}

AnswerChoice choose(const Routes &routes, const capture::Delivery &delivery, EventCounter &events,
                    qint64 now)
{
    const capture::Endpoint *endpoint = capture::match(routes.endpoints, delivery.request.target);
    if (!endpoint)
        return {.profile = refusal(404, u"No endpoint matches this path."_s)};
    if (const auto answer = handshakeAnswer(routes, *endpoint, delivery.request))
        return *answer;
    if (const capture::AnswerRule *rule = firstThatFits(*endpoint, delivery, events, now))
        return {.profile = rule->answer,
                .fault = rule->fault,
                .until = rule->until,
                .source = u"rule"_s,
                .rule = capture::ruleTitle(*rule).left(longestTitle)};
    return {.profile = endpoint->profile, .relayMilliseconds = relayTime(endpoint->rules)};
}

} // namespace listener
