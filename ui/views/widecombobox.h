// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QComboBox>

namespace ui
{

// A choice whose list is as wide as its longest entry, within the screen, however narrow it is
// itself.
class WideComboBox : public QComboBox
{
    Q_OBJECT

public:
    using QComboBox::QComboBox;

    void showPopup() override;
};

} // namespace ui
