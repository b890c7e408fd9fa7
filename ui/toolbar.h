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
    // Its button stays as wide as the widest word that it may show, so that none moves the others.
    void keepRoom(QAction *action, const QStringList &words);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setShort(bool shortened);
    void fitWords();

    QList<QAction *> m_spare;
    QAction *m_changing = nullptr;
    QStringList m_words; // of that
    bool m_short = false;
    int m_saved = 0; // pixels, while the words are dropped
};

} // namespace ui
