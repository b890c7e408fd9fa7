// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/answerchoice.h"

#include "capture/answerrules.h"
#include "listener/responder.h"
#include "signature/handshakeanswer.h"

#include <QCryptographicHash>

#include <algorithm>

namespace listener
{

using namespace Qt::Literals::StringLiterals;

int EventCounter::count(const QByteArray &event)
{
    int &times = m_counts[event];
    if (times == 0)
        m_order.push_back(event);
    const int now = ++times;
    if (m_order.size() > most) {
        m_counts.remove(m_order.front());
        m_order.pop_front();
    }
    return now;
}

namespace
{

// A sender without ids sends an event's body again as it was.
QByteArray eventKey(const capture::Delivery &delivery)
{
    const QByteArray id = delivery.event.id.isEmpty()
        ? QCryptographicHash::hash(delivery.request.body, QCryptographicHash::Sha256)
        : delivery.event.id.toUtf8();
    return delivery.endpoint.toUtf8() + '\n' + id;
}

std::optional<capture::ResponseProfile> handshakeAnswer(const Routes &routes,
                                                        const capture::Endpoint &endpoint,
                                                        const http::Request &request)
{
    const auto &scheme = routes.schemes[&endpoint - routes.endpoints.constData()];
    if (!endpoint.rules.handshake || !scheme || !scheme->handshake)
        return {};
    const auto answer
        = signature::answerTo(*scheme->handshake, request, routes.secrets.value(endpoint.path));
    if (!answer)
        return {};
    return capture::ResponseProfile{.status = 200, .fields = answer->fields, .body = answer->body};
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

AnswerChoice choose(const Routes &routes, const capture::Delivery &delivery, EventCounter &events,
                    qint64 now)
{
    AnswerChoice choice{.profile = reply(routes, delivery.request.target)};
    const capture::Endpoint *endpoint = capture::match(routes.endpoints, delivery.request.target);
    if (!endpoint)
        return choice;
    if (const auto answer = handshakeAnswer(routes, *endpoint, delivery.request))
        return {.profile = *answer, .source = u"handshake"_s};
    const auto &rules = endpoint->rules.answers;
    const bool counts = std::any_of(rules.begin(), rules.end(),
                                    [](const auto &rule) { return rule.failFirst > 0; });
    const int occurrence = counts ? events.count(eventKey(delivery)) : 1;
    for (const capture::AnswerRule &rule : rules) {
        if (capture::fits(rule, delivery, occurrence, now))
            return {.profile = rule.answer,
                    .fault = rule.fault,
                    .until = rule.until,
                    .source = u"rule"_s};
    }
    choice.relayMilliseconds = relayTime(endpoint->rules);
    return choice;
}

} // namespace listener
