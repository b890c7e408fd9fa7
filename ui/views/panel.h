// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace ui
{

// A bar of the window's or the views' colour with thin lines at some edges.
class Panel : public QWidget
{
    Q_OBJECT

public:
    enum class Ground { Window, Base };

    Panel(Ground ground, Qt::Edges lines, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    Qt::Edges m_lines;
};

} // namespace ui
