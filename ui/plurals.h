// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTranslator>

namespace ui
{

// English, the language of the source texts: "%n webhook(s)" becomes "1 webhook" or "2,000
// webhooks", by the separators of the desktop.
class Plurals : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *disambiguation,
                      int n) const override;
};

} // namespace ui
