// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTabBar>
#include <QTabWidget>

namespace ui
{

// Tabs with an accent line above the chosen one and a small count or text beside the word.
class DetailTabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit DetailTabs(QWidget *parent = nullptr);

    void setCount(int tab, qsizetype count); // -1: none
    void setAside(int tab, const QString &text); // in the place of a count: "3 changes"
};

class DetailTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit DetailTabBar(QWidget *parent = nullptr);

    QSize tabSizeHint(int tab) const override;
    QSize minimumTabSizeHint(int tab) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTab(QPainter &painter, int tab) const;
    QFont labelFont(bool chosen) const;
    QFont countFont() const;
    QString countText(int tab) const;
};

} // namespace ui
