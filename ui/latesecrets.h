// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSet>
#include <QTimer>

namespace inspector
{
class Inspector;
}
namespace models
{
class DeliveryModel;
}

namespace ui
{

// Has webhooks judged again that are marked "No secret" although there is one: the keyring may
// answer late, or was closed to the session before.
class LateSecrets : public QObject
{
    Q_OBJECT

public:
    LateSecrets(inspector::Inspector &inspector, const models::DeliveryModel &model,
                QObject *parent = nullptr);

private:
    void expect();
    void look();
    bool hasUnchecked(const QString &endpoint) const;

    inspector::Inspector &m_inspector;
    const models::DeliveryModel &m_model;
    QSet<QString> m_open; // endpoints that were not judged since their secrets changed
    QTimer m_soon;
    bool m_judging = false;
};

} // namespace ui
