// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/rows.h"
#include "ui/plurals.h"
#include "ui/tokens.h"
#include "ui/views/arrivalstrip.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;
using models::RecentArrivals;
using signature::Signature;
using namespace ui;

class TstArrivalStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void init();
    void cleanup() { m_strip.reset(); }
    void saysItsTotals();
    void saysWhatABarStandsFor();
    void looksAgainWhenRowsCome();
    void movesOnWithTheTime();
    void choosesTheBarsThatAreDrawnOver_data();
    void choosesTheBarsThatAreDrawnOver();
    void choosesOneBarByAClick();
    void choosesNothingWhereNothingArrived();
    void keepsTheStretchWhereItWasWhileTheBarsMove();
    void choosesByKeyboard();
    void givesUpWithEscape();
    void leavesTheWordsAlone();
    void marksProblemsBelowTheBars();
    void canBeReachedWithoutTheMouse();
    void hasNarrowerBarsWhereThereIsLessRoom();

private:
    static constexpr qint64 second = 1'000'000;

    void add(qint64 secondsAgo, Signature verdict = Signature::Verified);
    QPoint middle(int step) const { return m_strip->barRect(step).center(); }

    Plurals m_plurals;
    models::DeliveryModel m_model;
    std::unique_ptr<ArrivalStrip> m_strip;
    qint64 m_now = 0; // seconds
    qint64 m_last = 0;
};

void TstArrivalStrip::init()
{
    m_now = 1'795'428'005;
    m_last = 0;
    m_model.replace({});
    add(25);
    add(5, Signature::Invalid);
    add(0);
    m_strip = std::make_unique<ArrivalStrip>(m_model, nullptr, [this] { return m_now * second; });
    m_strip->resize(m_strip->sizeHint());
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
}

void TstArrivalStrip::add(qint64 secondsAgo, Signature verdict)
{
    capture::Summary row = rows::row(++m_last, verdict);
    row.receivedAt = (m_now - secondsAgo) * second;
    m_model.append({row});
}

void TstArrivalStrip::saysItsTotals()
{
    QCOMPARE(m_strip->accessibleDescription(), u"3 webhooks, 1 with problems."_s);
    m_model.replace({});
    m_strip->look();
    QCOMPARE(m_strip->accessibleDescription(), u"0 webhooks, none with problems."_s);
}

void TstArrivalStrip::saysWhatABarStandsFor()
{
    const auto clock
        = [](qint64 at) { return QDateTime::fromSecsSinceEpoch(at).toString(u"HH:mm:ss"_s); };
    const qint64 last = m_now / 10 * 10;
    const QString time = u"%1 – %2"_s.arg(clock(last), clock(last + 9));
    QCOMPARE(m_strip->barText(59), time + u": 2 webhooks, 1 with problems"_s);
    QVERIFY(m_strip->barText(57).endsWith(u": 1 webhook"_s));
    QVERIFY(m_strip->barText(0).endsWith(u": nothing"_s));
    QHelpEvent help(QEvent::ToolTip, middle(59), m_strip->mapToGlobal(middle(59)));
    QCoreApplication::sendEvent(m_strip.get(), &help);
    QVERIFY(QToolTip::text().startsWith(m_strip->barText(59)));
}

void TstArrivalStrip::looksAgainWhenRowsCome()
{
    add(0);
    QTRY_COMPARE(m_strip->arrivals().total().all, 4u);
}

void TstArrivalStrip::movesOnWithTheTime()
{
    m_now += 10;
    QTRY_COMPARE(m_strip->arrivals().steps[58].all, 2u);
    QCOMPARE(m_strip->arrivals().steps[59].all, 0u);
}

void TstArrivalStrip::choosesTheBarsThatAreDrawnOver_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("to the right") << 10 << 19;
    QTest::newRow("to the left") << 19 << 10;
}

void TstArrivalStrip::choosesTheBarsThatAreDrawnOver()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    add(490);
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, middle(from));
    QTest::mouseMove(m_strip.get(), middle(to));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, middle(to));
    const qint64 start = m_strip->arrivals().start;
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0], (QVariantList{start + 100, start + 199}));
}

void TstArrivalStrip::choosesOneBarByAClick()
{
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, middle(59));
    const qint64 last = m_now / 10 * 10;
    QCOMPARE(chosen.value(0), (QVariantList{last, last + 9}));
}

// It would hide every row.
void TstArrivalStrip::choosesNothingWhereNothingArrived()
{
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, middle(10));
    QCOMPARE(chosen.size(), 0);
    add(490); // not looked at yet
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, middle(10));
    QCOMPARE(chosen.size(), 1);
}

void TstArrivalStrip::keepsTheStretchWhereItWasWhileTheBarsMove()
{
    add(490);
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    const qint64 start = m_strip->arrivals().start;
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, middle(10));
    m_now += 10;
    m_strip->look();
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, middle(10));
    QCOMPARE(chosen.value(0), (QVariantList{start + 100, start + 109}));
}

void TstArrivalStrip::choosesByKeyboard()
{
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    m_strip->setFocus();
    QTest::keyClick(m_strip.get(), Qt::Key_Return); // nothing is chosen yet
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(m_strip.get(), Qt::Key_Left);
    QVERIFY(m_strip->accessibleDescription().startsWith(m_strip->barText(59)));
    QTest::keyClick(m_strip.get(), Qt::Key_Left);
    QTest::keyClick(m_strip.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(m_strip.get(), Qt::Key_Return);
    const qint64 end = m_strip->arrivals().end();
    QCOMPARE(chosen.value(0), (QVariantList{end - 30, end - 11}));
}

void TstArrivalStrip::givesUpWithEscape()
{
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    m_strip->setFocus();
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, middle(10));
    QTest::keyClick(m_strip.get(), Qt::Key_Escape);
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, middle(20));
    QCOMPARE(chosen.size(), 0);
}

void TstArrivalStrip::leavesTheWordsAlone()
{
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, {2, 5});
    QCOMPARE(chosen.size(), 0);
}

void TstArrivalStrip::marksProblemsBelowTheBars()
{
    const QImage image = m_strip->grab().toImage();
    const qreal ratio = image.devicePixelRatio();
    const QColor ink = tokens(m_strip->palette()).invalid;
    const auto marked = [&](int step) {
        const QPoint foot(m_strip->barRect(step).left(), m_strip->height() - 2);
        return image.pixelColor((QPointF(foot) * ratio).toPoint()) == ink;
    };
    QVERIFY(marked(59));
    QVERIFY(!marked(57)); // one came, and all was well
    QVERIFY(!marked(30));
}

void TstArrivalStrip::canBeReachedWithoutTheMouse()
{
    QVERIFY(!m_strip->accessibleName().isEmpty());
    QVERIFY((m_strip->focusPolicy() & Qt::TabFocus) != 0);
}

void TstArrivalStrip::hasNarrowerBarsWhereThereIsLessRoom()
{
    const int usual = m_strip->barRect(0).width();
    m_strip->resize(m_strip->minimumSizeHint());
    QVERIFY(m_strip->width() < m_strip->sizeHint().width());
    const QRect last = m_strip->barRect(models::RecentArrivals::stepCount - 1);
    QVERIFY(last.width() < usual);
    QCOMPARE(last.right(), m_strip->rect().right());
    QVERIFY(m_strip->barRect(0).left() > m_strip->fontMetrics().horizontalAdvance(u"10 min"_s));
    add(520);
    QSignalSpy chosen(m_strip.get(), &ArrivalStrip::rangeChosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, middle(7));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toLongLong(),
             m_strip->arrivals().start + 7 * models::RecentArrivals::stepSpan);
}

QTEST_MAIN(TstArrivalStrip)
#include "tst_arrivalstrip.moc"
