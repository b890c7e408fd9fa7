// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/cause.h"
#include "signature/secret.h"

#include <QList>
#include <QStringList>

namespace signature
{

// What gives the received value.
struct Match {
    QList<Cause> causes; // none: nothing is wrong
    QStringList clauses;
    QByteArray text; // that is signed
    QByteArray url; // of a changed one
    QString secret; // label of the one that fits
    QString scheme; // id of the other one that fits
    SecretPtr repaired;
};

} // namespace signature
