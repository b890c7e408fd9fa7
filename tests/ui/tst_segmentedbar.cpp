// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/segmentedbar.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using ui::SegmentedBar;

class TstSegmentedBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void takesTheFocusAlong_data();
    void takesTheFocusAlong();
    void goesOnByArrows();
    void leavesTheFocusWhereItIs();

private:
    QAbstractButton *segment(int place) const
    {
        return m_bar->findChildren<QAbstractButton *>().at(place);
    }

    std::unique_ptr<QWidget> m_window;
    SegmentedBar *m_bar = nullptr;
    QLineEdit *m_other = nullptr;
};

void TstSegmentedBar::init()
{
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_bar = new SegmentedBar({u"Fields"_s, u"Lines"_s, u"Bytes"_s});
    m_other = new QLineEdit;
    column->addWidget(m_bar);
    column->addWidget(m_other);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstSegmentedBar::takesTheFocusAlong_data()
{
    QTest::addColumn<bool>("clicked");
    QTest::newRow("another one is clicked") << true;
    QTest::newRow("the program chooses another one") << false;
}

void TstSegmentedBar::takesTheFocusAlong()
{
    QFETCH(bool, clicked);
    segment(0)->setFocus();
    QVERIFY(segment(0)->hasFocus());
    if (clicked)
        QTest::mouseClick(segment(1), Qt::LeftButton);
    else
        m_bar->setCurrent(1);
    QCOMPARE(m_bar->current(), 1);
    QVERIFY(segment(1)->hasFocus());
    m_other->setFocus();
    QTest::keyClick(m_other, Qt::Key_Backtab);
    QVERIFY(segment(1)->hasFocus());
}

void TstSegmentedBar::goesOnByArrows()
{
    segment(0)->setFocus();
    QTest::keyClick(segment(0), Qt::Key_Right);
    QVERIFY(segment(1)->hasFocus());
    QCOMPARE(m_bar->current(), 1);
}

void TstSegmentedBar::leavesTheFocusWhereItIs()
{
    m_other->setFocus();
    QTest::mouseClick(segment(2), Qt::LeftButton);
    QCOMPARE(m_bar->current(), 2);
    QVERIFY(m_other->hasFocus());
}

QTEST_MAIN(TstSegmentedBar)
#include "tst_segmentedbar.moc"
