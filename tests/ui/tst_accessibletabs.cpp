// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/accessibletabs.h"
#include "ui/views/detailtabs.h"

#include <QAccessible>
#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstAccessibleTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_tabs.reset(); }
    void namesEachTab();
    void saysWhichTabIsSelected();
    void choosesATab();
    void passesOverHiddenTabs();
    void findsATabByItsPlace();

private:
    QAccessibleInterface *bar() const;
    QAccessibleInterface *tab(int number) const { return bar()->child(number); }

    std::unique_ptr<DetailTabs> m_tabs;
};

void TstAccessibleTabs::init()
{
    QAccessible::setActive(true);
    m_tabs = std::make_unique<DetailTabs>();
    for (const auto &word : {u"&Body"_s, u"Headers"_s, u"Raw"_s})
        m_tabs->addTab(new QLabel(word), word);
    m_tabs->setCount(1, 9);
    m_tabs->resize(500, 200);
    m_tabs->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tabs.get()));
}

QAccessibleInterface *TstAccessibleTabs::bar() const
{
    return QAccessible::queryAccessibleInterface(m_tabs->tabBar());
}

void TstAccessibleTabs::namesEachTab()
{
    m_tabs->setAccessibleName(u"Parts"_s);
    QCOMPARE(bar()->role(), QAccessible::PageTabList);
    QCOMPARE(bar()->text(QAccessible::Name), u"Parts"_s);
    QCOMPARE(tab(0)->text(QAccessible::Name), u"Body"_s);
    QCOMPARE(tab(1)->text(QAccessible::Name), u"Headers 9"_s);
    QCOMPARE(tab(2)->role(), QAccessible::PageTab);
    QCOMPARE(bar()->indexOfChild(tab(2)), 2);
    QCOMPARE(tab(2)->parent(), bar());
}

void TstAccessibleTabs::saysWhichTabIsSelected()
{
    m_tabs->setCurrentIndex(1);
    QVERIFY(tab(1)->state().selected);
    QVERIFY(!tab(0)->state().selected);
    QVERIFY(tab(0)->state().selectable);
    m_tabs->setCurrentIndex(0);
    QVERIFY(tab(0)->state().selected);
    QVERIFY(!tab(1)->state().selected);
}

void TstAccessibleTabs::choosesATab()
{
    QAccessibleActionInterface *action = tab(2)->actionInterface();
    QVERIFY(action);
    action->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_tabs->currentIndex(), 2);
}

void TstAccessibleTabs::passesOverHiddenTabs()
{
    QVERIFY(!tab(1)->state().invisible);
    m_tabs->setTabVisible(1, false);
    QVERIFY(tab(1)->state().invisible);
    QAccessibleInterface *last = tab(2);
    m_tabs->removeTab(2);
    QVERIFY(!last->isValid());
}

void TstAccessibleTabs::findsATabByItsPlace()
{
    const QPoint place = tab(1)->rect().center();
    QCOMPARE(bar()->childAt(place.x(), place.y()), tab(1));
}

QTEST_MAIN(TstAccessibleTabs)
#include "tst_accessibletabs.moc"
