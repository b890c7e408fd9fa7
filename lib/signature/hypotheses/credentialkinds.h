// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

namespace signature
{

// What a secret is when its beginning says that it is no signing secret: "a secret API key of
// Stripe". Empty for what may be one. Never quotes more than the known beginning.
QString credentialKind(QByteArrayView secret);

} // namespace signature
