// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"

namespace ui
{

// What one click changes at an endpoint so that a signature fits.
struct Fix {
    enum class Kind : quint8 { RepairSecret, AddSecret, SwitchScheme, SetUrl };

    Kind kind = Kind::RepairSecret;
    QString endpoint; // path
    signature::SecretPtr secret; // of the first two; takes the place of one with its label
    QString known; // of the first two: the label of what is kept already, wrong or elsewhere
    QString scheme; // id
    QString schemeName;
    QByteArray url; // as the sender knew it
    QByteArray target; // of the request that it was found with
};

// What the diagnosis allows, if it really makes the signature fit: verifies, so off the window's
// thread.
std::optional<Fix> fixOf(const signature::Question &question,
                         const signature::Diagnosis &diagnosis);

// The repair for a secret that verifies others as it is: beside it, which stays. `secrets` are the
// endpoint's.
Fix besideTheKnown(const Fix &repair, const signature::Secrets &secrets);

QString labelOf(const Fix &fix); // on a button
QString doneOf(const Fix &fix); // once it is done

} // namespace ui
