// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/fixedits.h"

#include "inspector/inspector.h"

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
        return secret.label == fix.secret->label() && secret.remembered
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

class SecretFix : public QUndoCommand
{
public:
    SecretFix(Inspector &inspector, const Fix &fix)
        : QUndoCommand(labelOf(fix))
        , m_inspector(inspector)
        , m_fix(fix)
        , m_before(stored(inspector, fix.endpoint, fix.secret->label()))
        , m_remember(isRemembered(inspector, fix))
    {
    }

    void redo() override
    {
        if (hasEndpoint(m_inspector, m_fix.endpoint))
            m_inspector.addSecret(m_fix.endpoint, m_fix.secret, m_remember);
    }

    // What the user has put in its place since then stays.
    void undo() override
    {
        if (!hasEndpoint(m_inspector, m_fix.endpoint)
            || stored(m_inspector, m_fix.endpoint, m_fix.secret->label()) != m_fix.secret)
            return;
        if (m_before)
            m_inspector.addSecret(m_fix.endpoint, m_before, m_remember);
        else
            m_inspector.forgetSecret(m_fix.endpoint, m_fix.secret->label());
    }

private:
    Inspector &m_inspector;
    Fix m_fix;
    signature::SecretPtr m_before;
    bool m_remember;
};

class EndpointFix : public QUndoCommand
{
public:
    EndpointFix(Inspector &inspector, const Fix &fix)
        : QUndoCommand(labelOf(fix))
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
