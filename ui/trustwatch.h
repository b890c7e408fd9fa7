// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "ui/statusline.h"

#include <QObject>

namespace ui
{

// Finds out whether the system takes the listener's certificate. Reading the system's certificates
// takes its time: that is done in a thread of the pool.
class TrustWatch : public QObject
{
    Q_OBJECT

public:
    explicit TrustWatch(const inspector::Inspector &inspector, QObject *parent = nullptr);

    void check(bool ownCertificate);

Q_SIGNALS:
    void found(ui::TrustState state);

private:
    const inspector::Inspector &m_inspector;
};

} // namespace ui
