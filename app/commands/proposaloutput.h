// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "signature/detection.h"

#include <QSet>

namespace commands
{

// The file's name; of a delivery in a store "dev.hookglass #17".
QString nameOf(const QString &file, const capture::Delivery &delivery);

// A line each: id, likeness, the delivery, reasons.
QByteArray proposalLines(const QString &name, const signature::Detection &detection);

// One line: {"file":…,"id":17,"ambiguous":false,"alike":true,"proposals":[…]}
QByteArray proposalsJson(const QString &file, const capture::Delivery &delivery,
                         const signature::Detection &detection);

// Says on stderr which schemes deliveries look like that have no signature of the scheme at hand:
// each sentence once, a few in all.
class SchemeHints
{
public:
    void look(const QString &name, const capture::Delivery &delivery,
              const signature::Secrets &secrets, const signature::Context &context,
              const QList<signature::Scheme> &own);

private:
    QSet<QString> m_said;
};

} // namespace commands
