// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/fixedits.h"

#include "inspector/inspector.h"
#include "signature/mac.h"
#include "ui/buttontext.h"

#include <QUndoCommand>

#include <algorithm>

namespace ui
{

using inspector::Inspector;

namespace
{

signature::SecretPtr stored(const Inspector &inspector, const QString &endpoint,
                            const QString &label)
{
    for (const signature::SecretPtr &secret : inspector.secrets(endpoint)) {
        if (secret->label() == label)
            return secret;
    }
    return {};
}

// As the secret is kept already: the one that is repaired, or another endpoint's that is added.
bool isRemembered(const Inspector &inspector, const Fix &fix)
{
    const bool anywhere = fix.kind == Fix::Kind::AddSecret;
    const QList<inspector::SecretFacts> facts = inspector.secretFacts();
    return std::any_of(facts.begin(), facts.end(), [&](const inspector::SecretFacts &secret) {
        return secret.label == fix.known && secret.remembered
            && (anywhere || secret.endpoint == fix.endpoint);
    });
}

bool hasEndpoint(const Inspector &inspector, const QString &path)
{
    const QList<capture::Endpoint> &endpoints = inspector.endpoints();
    return std::any_of(
        endpoints.begin(), endpoints.end(),
        [&path](const capture::Endpoint &endpoint) { return endpoint.path == path; });
}

bool holdsSame(const signature::SecretPtr &a, const signature::SecretPtr &b)
{
    return a == b || (a && b && signature::sameBytes(a->bytes(), b->bytes()));
}

// By any endpoint.
bool isHeld(const Inspector &inspector, const signature::SecretPtr &secret)
{
    const QList<capture::Endpoint> &endpoints = inspector.endpoints();
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const capture::Endpoint &endpoint) {
        const signature::Secrets &held = inspector.secrets(endpoint.path);
        return std::any_of(held.begin(), held.end(),
                           [&](const auto &one) { return holdsSame(one, secret); });
    });
}

// Forgets its secrets as soon as the user has forgotten or replaced what it changed: nothing could
// be taken back then.
class SecretFix : public QUndoCommand
{
public:
    SecretFix(Inspector &inspector, const Fix &fix)
        : QUndoCommand(buttonText(labelOf(fix)))
        , m_inspector(inspector)
        , m_endpoint(fix.endpoint)
        , m_label(fix.secret->label())
        , m_before(stored(inspector, fix.endpoint, m_label))
        , m_after(fix.secret)
        , m_remember(isRemembered(inspector, fix))
    {
        QObject::connect(&inspector, &Inspector::secretsChanged, &m_watch, [this] { look(); });
    }

    void redo() override
    {
        if (!m_after || !hasEndpoint(m_inspector, m_endpoint))
            return;
        m_done = true;
        m_inspector.addSecret(m_endpoint, m_after, m_remember);
    }

    // What the user has put in its place since then stays.
    void undo() override
    {
        if (!m_after || !hasEndpoint(m_inspector, m_endpoint))
            return;
        m_done = false;
        if (m_before)
            m_inspector.addSecret(m_endpoint, m_before, m_remember);
        else
            m_inspector.forgetSecret(m_endpoint, m_label);
    }

private:
    void look()
    {
        const signature::SecretPtr &expected = m_done ? m_after : m_before;
        const bool known = m_done || m_before || isHeld(m_inspector, m_after);
        if (m_after && known && holdsSame(stored(m_inspector, m_endpoint, m_label), expected))
            return;
        m_before.reset();
        m_after.reset();
        setObsolete(true);
    }

    Inspector &m_inspector;
    QString m_endpoint;
    QString m_label;
    signature::SecretPtr m_before;
    signature::SecretPtr m_after;
    bool m_remember;
    bool m_done = false;
    QObject m_watch; // ends the connection with this
};

class EndpointFix : public QUndoCommand
{
public:
    EndpointFix(Inspector &inspector, const Fix &fix)
        : QUndoCommand(buttonText(labelOf(fix)))
        , m_inspector(inspector)
        , m_before(find(fix.endpoint))
        , m_after(m_before)
    {
        if (fix.kind == Fix::Kind::SwitchScheme)
            m_after.scheme = fix.scheme;
        else
            m_after.publicUrl = capture::publicUrlFor(m_before, fix.target, fix.url);
    }

    void redo() override { put(m_before, m_after); }
    void undo() override { put(m_after, m_before); }

private:
    capture::Endpoint find(const QString &path) const
    {
        for (const capture::Endpoint &endpoint : m_inspector.endpoints()) {
            if (endpoint.path == path)
                return endpoint;
        }
        return {.path = path};
    }

    // What somebody has set since then stays, and an endpoint that is gone does not come back.
    void put(const capture::Endpoint &from, const capture::Endpoint &to)
    {
        QList<capture::Endpoint> endpoints = m_inspector.endpoints();
        for (capture::Endpoint &endpoint : endpoints) {
            if (endpoint.path != to.path)
                continue;
            if (endpoint.scheme == from.scheme)
                endpoint.scheme = to.scheme;
            if (endpoint.publicUrl == from.publicUrl)
                endpoint.publicUrl = to.publicUrl;
        }
        m_inspector.setEndpoints(endpoints);
    }

    Inspector &m_inspector;
    capture::Endpoint m_before;
    capture::Endpoint m_after;
};

} // namespace

QUndoCommand *editFor(Inspector &inspector, const Fix &fix)
{
    switch (fix.kind) {
    case Fix::Kind::RepairSecret:
    case Fix::Kind::AddSecret:
        return new SecretFix(inspector, fix);
    case Fix::Kind::SwitchScheme:
    case Fix::Kind::SetUrl:
        return new EndpointFix(inspector, fix);
    }
    Q_UNREACHABLE();
}

} // namespace ui
