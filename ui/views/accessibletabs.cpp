// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/accessibletabs.h"

#include "ui/views/detailtabs.h"

#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

class AccessibleTab : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleTab(QTabBar *bar, int tab)
        : m_bar(bar)
        , m_tab(tab)
    {
    }

    int tab() const { return m_tab; }
    bool isValid() const override { return m_bar && m_tab < m_bar->count(); }
    QObject *object() const override { return nullptr; }
    QAccessible::Role role() const override { return QAccessible::PageTab; }
    QAccessible::State state() const override;
    QRect rect() const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_bar);
    }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (isValid() && name == pressAction())
            m_bar->setCurrentIndex(m_tab);
    }

private:
    QPointer<QTabBar> m_bar;
    int m_tab;
};

QAccessible::State AccessibleTab::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    if (state.invalid)
        return state;
    const bool chosen = m_bar->currentIndex() == m_tab;
    state.selectable = true;
    state.selected = chosen;
    state.focusable = true;
    state.focused = chosen && m_bar->hasFocus();
    state.invisible = !m_bar->isVisible() || !m_bar->isTabVisible(m_tab);
    state.disabled = !m_bar->isEnabled() || !m_bar->isTabEnabled(m_tab);
    return state;
}

QRect AccessibleTab::rect() const
{
    const QRect room = isValid() ? m_bar->tabRect(m_tab) : QRect();
    return room.isEmpty() ? room : QRect(m_bar->mapToGlobal(room.topLeft()), room.size());
}

// With the count beside the word, such as "Headers 9".
QString AccessibleTab::text(QAccessible::Text kind) const
{
    if (!isValid() || kind != QAccessible::Name)
        return {};
    const QString word = m_bar->tabText(m_tab).remove(u'&');
    return u"%1 %2"_s.arg(word, m_bar->tabData(m_tab).toString()).trimmed();
}

QAccessibleInterface *describeTabs(const QString &, QObject *object)
{
    auto *bar = qobject_cast<DetailTabBar *>(object);
    return bar ? new AccessibleTabBar(bar) : nullptr;
}

} // namespace

AccessibleTabBar::AccessibleTabBar(QTabBar *bar)
    : QAccessibleWidget(bar, QAccessible::PageTabList)
{
}

AccessibleTabBar::~AccessibleTabBar()
{
    for (const QAccessible::Id tab : std::as_const(m_tabs))
        QAccessible::deleteAccessibleInterface(tab);
}

void AccessibleTabBar::announceFor(QTabBar &bar)
{
    static const bool described = (QAccessible::installFactory(describeTabs), true);
    Q_UNUSED(described)
    QObject::connect(&bar, &QTabBar::currentChanged, &bar, [&bar](int tab) {
        QAccessibleEvent selected(&bar, QAccessible::Selection);
        selected.setChild(tab);
        QAccessible::updateAccessibility(&selected);
    });
}

QTabBar *AccessibleTabBar::bar() const { return static_cast<QTabBar *>(object()); }

QString AccessibleTabBar::text(QAccessible::Text kind) const
{
    const QString own = QAccessibleWidget::text(kind);
    const QWidget *pages = bar()->parentWidget();
    return own.isEmpty() && kind == QAccessible::Name && pages ? pages->accessibleName() : own;
}

// The tabs, then the buttons that scroll them.
int AccessibleTabBar::childCount() const
{
    return bar()->count() + QAccessibleWidget::childCount();
}

QAccessibleInterface *AccessibleTabBar::child(int index) const
{
    if (index < 0)
        return nullptr;
    if (index >= bar()->count())
        return QAccessibleWidget::child(index - bar()->count());
    if (!m_tabs.contains(index))
        m_tabs.insert(index,
                      QAccessible::registerAccessibleInterface(new AccessibleTab(bar(), index)));
    return QAccessible::accessibleInterface(m_tabs.value(index));
}

int AccessibleTabBar::indexOfChild(const QAccessibleInterface *child) const
{
    if (child && !child->object() && child->role() == QAccessible::PageTab)
        return static_cast<const AccessibleTab *>(child)->tab();
    const int button = QAccessibleWidget::indexOfChild(child);
    return button < 0 ? -1 : bar()->count() + button;
}

QAccessibleInterface *AccessibleTabBar::childAt(int x, int y) const
{
    const int tab = bar()->tabAt(bar()->mapFromGlobal(QPoint(x, y)));
    return tab < 0 ? QAccessibleWidget::childAt(x, y) : child(tab);
}

} // namespace ui
