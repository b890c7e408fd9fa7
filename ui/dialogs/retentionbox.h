// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/retention.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QPushButton;
class QSpinBox;

namespace ui
{

// How much a store keeps: three limits that can be switched on. Nothing is removed before it was
// asked for.
class RetentionBox : public QWidget
{
    Q_OBJECT

public:
    explicit RetentionBox(QWidget *parent = nullptr);

    void setRetention(const capture::Retention &retention); // what is in effect
    capture::Retention chosen() const;
    void restoreDefaults(); // everything is kept, once that is applied

Q_SIGNALS:
    void wanted(const capture::Retention &retention);

private:
    struct Limit {
        QCheckBox *on = nullptr;
        QSpinBox *value = nullptr;
    };

    Limit addLimit(QGridLayout &grid, const QString &text, int most, int offered,
                   const QString &suffix);
    void follow();
    void apply();

    Limit m_days;
    Limit m_count;
    Limit m_megabytes;
    QPushButton *m_apply;
    capture::Retention m_shown;
};

} // namespace ui
