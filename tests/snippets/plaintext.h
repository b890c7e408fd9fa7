// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/schemejson.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

inline core::Result<signature::Scheme> custom(const QByteArray &verify)
{
    return signature::readScheme(R"({"id":"own","name":"Own","verify":)" + verify + '}');
}

// With its comments in one line each.
inline QString plainText(QString code)
{
    static const QRegularExpression comment(u"\\n *(//|#) "_s);
    return code.replace(comment, u" "_s);
}
