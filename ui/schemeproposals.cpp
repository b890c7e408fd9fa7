// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/schemeproposals.h"

#include "signature/proposaltext.h"
#include "ui/messagebar.h"
#include "ui/shownbytes.h"

#include <algorithm>

namespace ui
{

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;
using signature::Signature;

constexpr auto pauseTime = 300ms;
constexpr qsizetype offered = 2; // buttons; the chooser has them all

// Each endpoint has a message of its own.
static QString keyOf(const QString &endpoint) { return u"scheme "_s + endpoint; }

SchemeProposals::SchemeProposals(Inspector &inspector, MessageBar &bar)
    : QObject(&bar)
    , m_inspector(inspector)
    , m_bar(bar)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseTime);
    connect(&m_pause, &QTimer::timeout, this, &SchemeProposals::askAll);
    connect(&inspector, &Inspector::proposed, this,
            [this](const QString &endpoint, qint64, const signature::Detection &detection) {
                take(endpoint, detection);
            });
    connect(&inspector, &Inspector::stored, this, &SchemeProposals::watchArrivals);
    connect(&inspector, &Inspector::fetched, this, &SchemeProposals::watchDetails);
    connect(&inspector, &Inspector::opened, this, [this] {
        m_told.clear();
        dismissAll();
    });
    connect(&inspector, &Inspector::endpointsChanged, this, &SchemeProposals::dismissSettled);
}

void SchemeProposals::dismissAll()
{
    for (const QString &endpoint : std::exchange(m_shown, {}).keys())
        m_bar.dismiss(keyOf(endpoint));
}

// What an endpoint that is gone, or has another scheme by now, was offered.
void SchemeProposals::dismissSettled()
{
    for (const QString &path : m_shown.keys()) {
        const auto &endpoints = m_inspector.endpoints();
        const bool open
            = std::any_of(endpoints.begin(), endpoints.end(), [&](const auto &endpoint) {
                  return endpoint.path == path && endpoint.scheme == m_shown.value(path);
              });
        if (open)
            continue;
        m_shown.remove(path);
        m_bar.dismiss(keyOf(path));
    }
}

void SchemeProposals::watchArrivals(const QList<capture::Summary> &rows)
{
    for (const capture::Summary &row : rows) {
        if (!row.rejection)
            watch(row.endpoint, row.signature);
    }
}

void SchemeProposals::watchDetails(const inspector::Details &details)
{
    if (!details.delivery)
        return;
    const signature::Verdict &verdict = details.judgements.isEmpty()
        ? details.delivery->verdict
        : details.judgements.constLast().verdict;
    watch(details.delivery->endpoint, verdict.signature);
}

// A burst is looked at once.
void SchemeProposals::watch(const QString &endpoint, Signature signature)
{
    const bool unread = signature == Signature::NotApplicable || signature == Signature::Unsigned
        || signature == Signature::Malformed;
    if (!unread || endpoint.isEmpty())
        return;
    m_endpoints.insert(endpoint);
    if (!m_pause.isActive())
        m_pause.start();
}

void SchemeProposals::askAll()
{
    for (const QString &endpoint : std::exchange(m_endpoints, {}))
        m_inspector.propose(endpoint);
}

void SchemeProposals::take(const QString &endpoint, const signature::Detection &detection)
{
    const auto &endpoints = m_inspector.endpoints();
    const auto at
        = std::find_if(endpoints.begin(), endpoints.end(),
                       [&](const capture::Endpoint &has) { return has.path == endpoint; });
    const auto first = detection.first();
    if (at == endpoints.end() || first.isEmpty() || !m_inspector.store()
        || m_inspector.store()->readOnly)
        return;
    const bool known = std::any_of(first.begin(), first.end(), [&](const auto &proposal) {
        return proposal.scheme == at->scheme;
    });
    const bool likely = std::all_of(first.begin(), first.end(), [](const auto &proposal) {
        return proposal.likeness <= signature::Likeness::Incomplete;
    });
    if (known) {
        m_shown.remove(endpoint);
        return m_bar.dismiss(keyOf(endpoint));
    }
    const QString once = endpoint + u'\n' + at->scheme + u'\n' + first.first().scheme;
    if (!likely || m_told.contains(once))
        return;
    m_told.insert(once);
    m_shown.insert(endpoint, at->scheme);
    m_bar.show(message(endpoint, detection));
}

Message SchemeProposals::message(const QString &endpoint, const signature::Detection &detection)
{
    const auto first = detection.first();
    const bool one = first.size() == 1;
    Message message{.key = keyOf(endpoint),
                    .title = one ? tr("This looks like %1").arg(first.first().name)
                                 : tr("Several senders sign like this")};
    message.text = one ? signature::sentence(first.first().sign) : signature::summary(detection);
    const QString held = m_shown.value(endpoint);
    const auto scheme = m_inspector.schemes().find(held);
    const QString name = scheme ? scheme->name : held;
    message.text += u' '
        + (held.isEmpty() ? tr("The endpoint %1 has no scheme.").arg(endpoint)
                          : tr("The endpoint %1 is set to %2.").arg(endpoint, shownText(name)));
    for (qsizetype at = 0; at < first.size() && at < offered; ++at)
        message.choices.append(
            {.label = tr("Use %1").arg(shownText(first.at(at).name)),
             .run = [this, endpoint, id = first.at(at).scheme] { use(endpoint, id); },
             .main = one});
    message.choices.append({.label = one ? tr("Choose another…") : tr("Choose…"),
                            .run = [this, endpoint] { Q_EMIT chooserWanted(endpoint); }});
    return message;
}

void SchemeProposals::use(const QString &endpoint, const QString &scheme)
{
    auto endpoints = m_inspector.endpoints();
    for (capture::Endpoint &changed : endpoints) {
        if (changed.path == endpoint)
            changed.scheme = scheme;
    }
    m_inspector.setEndpoints(endpoints);
}

} // namespace ui
