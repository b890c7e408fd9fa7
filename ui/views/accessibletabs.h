// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAccessibleWidget>
#include <QHash>

class QTabBar;

namespace ui
{

// A tab bar for screen readers. Qt 6.4's own says of each tab what it says of the whole bar, so
// that none is ever the selected one.
class AccessibleTabBar : public QAccessibleWidget
{
public:
    explicit AccessibleTabBar(QTabBar *bar);
    ~AccessibleTabBar() override;

    static void announceFor(QTabBar &bar); // describes bars of its class, and tells its changes

    QString text(QAccessible::Text kind) const override; // the name of what the tabs belong to
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;

private:
    QTabBar *bar() const;

    mutable QHash<int, QAccessible::Id> m_tabs; // those that were asked for
};

} // namespace ui
