// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/checkedsignature.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui
{

// How the scheme signs: algorithm, recipe, what it covers, the secret and the value's length.
class SignatureFacts : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureFacts(QWidget *parent = nullptr);

    void show(const CheckedSignature &checked);

private:
    struct Fact {
        QLabel *name;
        QLabel *value;
    };

    Fact add(const QString &name);
    static void say(const Fact &fact, const QString &name, const QString &value);

    QGridLayout *m_grid;
    Fact m_scheme;
    Fact m_algorithm;
    Fact m_recipe;
    Fact m_body;
    Fact m_secret;
    Fact m_length;
};

} // namespace ui
