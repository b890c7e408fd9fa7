// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QToolBar>

namespace ui
{

// A tool bar some of whose buttons drop their words where there is no room for all, so that what
// stands behind them is still seen.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    using QToolBar::QToolBar;

    void setSpare(const QList<QAction *> &actions); // of this bar, each with an icon

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setShort(bool shortened);

    QList<QAction *> m_spare;
    bool m_short = false;
    int m_saved = 0; // pixels, while the words are dropped
};

} // namespace ui
