// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QHBoxLayout;

namespace ui
{

// The row of buttons at a dialog's foot, under a line: what is done to the content on the left,
// what ends the dialog on the right.
class DialogFooter : public QFrame
{
    Q_OBJECT

public:
    explicit DialogFooter(QWidget *parent = nullptr);

    void addLeft(QWidget *widget);
    void addRight(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
};

} // namespace ui
