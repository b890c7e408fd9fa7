// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/latesecrets.h"

#include "inspector/inspector.h"
#include "models/deliverymodel.h"

#include <utility>

using namespace std::chrono_literals;

namespace ui
{

using inspector::Inspector;

LateSecrets::LateSecrets(Inspector &inspector, const models::DeliveryModel &model, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
    , m_model(model)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300ms);
    connect(&m_soon, &QTimer::timeout, this, &LateSecrets::look);
    connect(&inspector, &Inspector::opened, this, [this] { m_judging = false; });
    connect(&inspector, &Inspector::secretsChanged, this, &LateSecrets::expect);
    connect(&inspector, &Inspector::loadFinished, this, &LateSecrets::expect);
    connect(&inspector, &Inspector::judged, this, [this] { m_judging = true; });
    connect(&inspector, &Inspector::rejudged, this, [this](const QString &endpoint) {
        m_judging = false;
        m_open.remove(endpoint);
    });
}

void LateSecrets::expect()
{
    m_open.clear();
    for (const inspector::SecretFacts &secret : m_inspector.secretFacts())
        m_open.insert(secret.endpoint);
    m_soon.start();
}

// Whoever adds a secret has its endpoint judged anyway, so that is waited for. And what stays
// without a secret after that is not judged for ever.
void LateSecrets::look()
{
    if (m_judging)
        return m_soon.start();
    const QSet<QString> open = std::exchange(m_open, {});
    for (const QString &endpoint : open) {
        if (hasUnchecked(endpoint))
            m_inspector.rejudge(endpoint);
    }
}

bool LateSecrets::hasUnchecked(const QString &endpoint) const
{
    const models::DeliveryRows &rows = m_model.rows();
    const QByteArray path = endpoint.toUtf8();
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const models::PackedRow &packed = rows[row];
        if (!packed.rejected() && packed.signatureVerdict() == signature::Signature::NoSecret
            && rows.string(packed.endpoint) == path)
            return true;
    }
    return false;
}

} // namespace ui
