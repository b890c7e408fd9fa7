// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/cause.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace signature
{

// One way in which bytes may have been changed between who signed and who verifies. Nothing is
// made before it is asked for.
struct Variant {
    using Change = std::function<std::optional<QByteArray>(const QByteArray &)>;

    Cause cause = Cause::Layout;
    int rank = 1; // how common the mistake is: 1 every day, 3 seldom
    QString clause; // completes "it fits if …": "the body has no line break at its end"
    Change change; // nothing when it does not apply
};

using Variants = QList<Variant>;

} // namespace signature
