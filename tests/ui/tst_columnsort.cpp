// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"

#include <QFile>
#include <QLabel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// Sorting by a column that a user added, in the whole window. What is read is told only once the
// test lets the window's events run.
class TstColumnSort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void sortsByAClickDownwardsByTheNextAndBackByTheThird();
    void saysHowFarItIsAndWhenItIsDone();
    void putsWhatArrivesInPlace();
    void stopsWhenEscapeIsPressed();
    void stopsForAnotherColumn();
    void showsWhatItIsSortedByWhereAColumnGoes();
    void staysSortedWhenDeletedOnesComeBack();
    void saysWhyItCannotBeRead();

private:
    static constexpr int first = models::columnCount;
    static constexpr int rows = 99;
    static constexpr qint64 lowest = 43; // id
    static constexpr qint64 highest = 57;

    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    DeliveryHeader &header() const { return view()->columns(); }
    StatusLine *status() const { return m_live->part<StatusLine>(); }
    qint64 id(int row) const
    {
        return view()->model()->index(row, 0).data(models::DeliveryModel::IdRole).toLongLong();
    }
    QString progress() const
    {
        for (const auto *label : status()->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().startsWith(u"Sorting by"_s))
                return label->text();
        }
        return {};
    }
    void add(const QByteArray &name) const
    {
        Q_EMIT m_live->part<DetailsPane>()->columnWanted(
            {.pointer = '/' + name, .path = u"$."_s + QString::fromLatin1(name)});
    }
    void click() const
    {
        const QPoint place(header().sectionViewportPosition(first) + 10, 8);
        QTest::mouseClick(header().viewport(), Qt::LeftButton, {}, place);
    }

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstColumnSort::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QList<capture::Delivery> deliveries;
    for (int i = 1; i <= rows; ++i)
        deliveries.append(builders::delivery("{\"n\":" + QByteArray::number(i * 7 % 100) + '}'));
    QVERIFY(m_live->seed(deliveries));
    QVERIFY(m_live->open());
    add("n");
    QTRY_VERIFY(header().sectionViewportPosition(first) + 10 < header().viewport()->width());
}

void TstColumnSort::sortsByAClickDownwardsByTheNextAndBackByTheThird()
{
    click();
    QTRY_COMPARE(id(0), lowest);
    QCOMPARE(id(rows - 1), highest);
    QCOMPARE(header().sortIndicatorSection(), first);
    click();
    QTRY_COMPARE(id(0), highest);
    QCOMPARE(header().sortIndicatorOrder(), Qt::DescendingOrder);
    click();
    QTRY_COMPARE(id(0), 1);
    QCOMPARE(header().sortIndicatorSection(), -1);
}

void TstColumnSort::saysHowFarItIsAndWhenItIsDone()
{
    status()->notify(u"Copied."_s);
    click();
    QCOMPARE(progress(), u"Sorting by n… 0 %"_s);
    QVERIFY(!view()->following());
    QTRY_COMPARE(status()->notice(), u"Sorted by n; new webhooks are added in place."_s);
    QCOMPARE(progress(), QString());
}

void TstColumnSort::putsWhatArrivesInPlace()
{
    QVERIFY(m_live->listen());
    click();
    QTRY_COMPARE(id(0), lowest);
    QCOMPARE(m_live->send(R"({"n":0})"), 200);
    QTRY_COMPARE(id(0), rows + 1);
    QCOMPARE(id(1), lowest);
}

void TstColumnSort::stopsWhenEscapeIsPressed()
{
    click();
    QVERIFY(view()->hasFocus());
    QTest::keyClick(view(), Qt::Key_Escape);
    QCOMPARE(header().sortIndicatorSection(), -1);
    QCOMPARE(progress(), QString());
    QCOMPARE(id(0), 1);
    click(); // which finds nothing left of it
    QTRY_COMPARE(id(0), lowest);
}

void TstColumnSort::stopsForAnotherColumn()
{
    click();
    header().setSortIndicator(int(models::Column::Number), Qt::DescendingOrder);
    QCOMPARE(progress(), QString());
    QCOMPARE(status()->notice(), u"Sorted by #; new webhooks are added in place."_s);
    QTRY_COMPARE(id(0), rows);
    QCOMPARE(header().sortIndicatorSection(), int(models::Column::Number));
}

void TstColumnSort::showsWhatItIsSortedByWhereAColumnGoes()
{
    add("m");
    header().setSortIndicator(first + 1, Qt::DescendingOrder);
    header().removeColumn({.pointer = "/n", .path = u"$.n"_s});
    QCOMPARE(header().sortIndicatorSection(), first);
    QCOMPARE(header().sortIndicatorOrder(), Qt::DescendingOrder);
    header().removeColumn({.pointer = "/m", .path = u"$.m"_s});
    QCOMPARE(header().sortIndicatorSection(), -1);
    QCOMPARE(progress(), QString());
}

void TstColumnSort::staysSortedWhenDeletedOnesComeBack()
{
    click();
    QTRY_COMPARE(id(0), lowest);
    m_live->inspector().remove({lowest}, 1);
    QTRY_COMPARE(view()->model()->rowCount(), rows - 1);
    QVERIFY(id(0) != lowest);
    m_live->inspector().restore(1);
    QTRY_COMPARE(view()->model()->rowCount(), rows);
    QTRY_COMPARE(id(0), lowest);
}

void TstColumnSort::saysWhyItCannotBeRead()
{
    QVERIFY(QFile::rename(m_live->file(), m_live->path(u"away"_s)));
    click();
    QTRY_VERIFY(m_live->part<MessageBar>()->has(u"sorting"_s));
    QCOMPARE(header().sortIndicatorSection(), -1);
    QCOMPARE(progress(), QString());
    QCOMPARE(id(0), 1);
    QVERIFY(QFile::rename(m_live->path(u"away"_s), m_live->file()));
    click();
    QTRY_COMPARE(id(0), lowest);
    QVERIFY(!m_live->part<MessageBar>()->has(u"sorting"_s));
}

QTEST_MAIN(TstColumnSort)
#include "tst_columnsort.moc"
