// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "models/factcolumns.h"
#include "support/rows.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"

#include <QDataStream>
#include <QFontInfo>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using models::Column;
using namespace ui;

class TstDeliveryHeader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesTheSummaryWhatRoomIsLeft();
    void choosesColumnsInAMenu();
    void keepsOneColumn();
    void restoresWhatItSaved();
    void keepsWidthsOverManyRestarts();
    void makesRoomForLongNumbers();
    void restoresNothingElse_data();
    void restoresNothingElse();
    void sortsByAClickAndBackByTheThird();
    void namesColumnsWithoutText();
    void addsAColumnBesideTheSummary();
    void addsAColumnWithinTheRoomThereIs();
    void putsATitleOverItsNumbers();
    void keepsAddedColumnsOverARestart();
    void restoresAnOldLayout();
    void addsNoColumnThatIsNone();
    void leavesAllAsItIsWhereItCannotRestore_data();
    void leavesAllAsItIsWhereItCannotRestore();
    void putsARemovedColumnBack();
    void offersTheContentType();
    void offersWhatIsKnownBesideIt();
    void asksForWhatAnAddedColumnSortsBy();

private:
    DeliveryHeader &header() const { return m_view->columns(); }

    models::DeliveryModel m_model;
    std::unique_ptr<DeliveryView> m_view;
};

void TstDeliveryHeader::init()
{
    m_view.reset();
    m_model.replace({});
    m_model.append(rows::several(1, 20));
    m_view = std::make_unique<DeliveryView>(m_model);
    m_view->resize(1200, 300);
    m_view->show();
    m_view->columns().resetColumns();
}

void TstDeliveryHeader::givesTheSummaryWhatRoomIsLeft()
{
    QCOMPARE(header().length(), header().viewport()->width());
    header().setShown(Column::Reply, false);
    QCOMPARE(header().length(), header().viewport()->width());
    m_view->resize(400, 300);
    QVERIFY(header().sectionSize(int(Column::Summary)) > 100); // it scrolls rather than vanish
}

void TstDeliveryHeader::choosesColumnsInAMenu()
{
    QMenu menu;
    header().fillMenu(menu);
    QVERIFY(!header().isShown(Column::Account));
    for (QAction *action : menu.actions()) {
        if (action->text() == models::columnTitle(Column::Account))
            action->toggle();
    }
    QVERIFY(header().isShown(Column::Account));
    QVERIFY(header().sectionSize(int(Column::Account)) > 40);
    menu.actions().last()->trigger(); // back to the columns of the beginning
    QVERIFY(!header().isShown(Column::Account));
}

void TstDeliveryHeader::keepsOneColumn()
{
    for (int column = 0; column < models::columnCount; ++column)
        header().setShown(Column(column), false);
    QCOMPARE(header().hiddenSectionCount(), models::columnCount - 1);
}

void TstDeliveryHeader::restoresWhatItSaved()
{
    header().moveSection(header().visualIndex(int(Column::Reply)), 0);
    header().setShown(Column::Topic, false);
    header().resizeSection(int(Column::Size), 123);
    header().setSortIndicator(int(Column::Size), Qt::AscendingOrder);
    const QByteArray state = header().layoutState();
    DeliveryView later(m_model);
    later.resize(1200, 300);
    QVERIFY(later.columns().restoreLayout(state));
    QCOMPARE(later.columns().visualIndex(int(Column::Reply)), 0);
    QVERIFY(!later.columns().isShown(Column::Topic));
    QCOMPARE(later.columns().sectionSize(int(Column::Size)), 123);
    QCOMPARE(later.columns().sortIndicatorSection(), -1); // the order is not remembered
    QVERIFY(later.following());
}

void TstDeliveryHeader::keepsWidthsOverManyRestarts()
{
    QFont larger = header().font();
    larger.setPixelSize(QFontInfo(larger).pixelSize() + 1);
    header().setFont(larger);
    header().resizeSection(int(Column::Received), 111);
    QByteArray state = header().layoutState();
    const int mark = header().sectionSize(int(Column::Mark));
    int width = 0;
    for (int start = 0; start < 10; ++start) {
        DeliveryView later(m_model);
        later.resize(1200, 300);
        QVERIFY(later.columns().restoreLayout(state));
        later.columns().setFont(larger); // the look comes after the layout
        state = later.columns().layoutState();
        width = later.columns().sectionSize(int(Column::Received));
        QCOMPARE(later.columns().sectionSize(int(Column::Mark)), mark);
    }
    QVERIFY2(std::abs(width - 111) <= 1, qPrintable(QString::number(width)));
}

void TstDeliveryHeader::makesRoomForLongNumbers()
{
    m_model.append({rows::row(123'456'789)});
    const int room = header().sectionSize(int(Column::Number));
    QVERIFY(room > header().fontMetrics().horizontalAdvance(u"123456789"_s));
}

void TstDeliveryHeader::restoresNothingElse_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << QByteArray("hello, this is no layout of ours at all");
    QByteArray future = DeliveryHeader().layoutState();
    future[3] = 9; // the version
    QTest::newRow("another version") << future;
}

void TstDeliveryHeader::restoresNothingElse()
{
    QFETCH(QByteArray, state);
    const QByteArray before = header().layoutState();
    QVERIFY(!header().restoreLayout(state));
    QCOMPARE(header().layoutState(), before);
}

void TstDeliveryHeader::sortsByAClickAndBackByTheThird()
{
    const auto click = [this] {
        const int x = header().sectionViewportPosition(int(Column::Number)) + 10;
        QTest::mouseClick(header().viewport(), Qt::LeftButton, {}, {x, 8});
    };
    click();
    QTRY_COMPARE(m_model.idAt(0), 1);
    QVERIFY(m_model.sorted());
    click();
    QTRY_COMPARE(m_model.idAt(0), 20);
    click();
    QTRY_VERIFY(!m_model.sorted());
    QTRY_COMPARE(m_model.idAt(0), 1);
}

void TstDeliveryHeader::namesColumnsWithoutText()
{
    const auto title = [this](int role) {
        return m_model.headerData(int(Column::Mark), Qt::Horizontal, role).toString();
    };
    QCOMPARE(title(Qt::DisplayRole), u"Mark"_s); // for who cannot see the flag
    QCOMPARE(title(Qt::AccessibleTextRole), u"Mark"_s);
    QCOMPARE(title(Qt::ToolTipRole), u"Mark"_s);
}

void TstDeliveryHeader::addsAColumnBesideTheSummary()
{
    QVERIFY(header().addColumn({.pointer = "/a/b", .path = u"$.a.b"_s}));
    const int section = models::columnCount;
    QCOMPARE(header().count(), section + 1);
    QCOMPARE(header().visualIndex(section), header().visualIndex(int(Column::Summary)) + 1);
    QCOMPARE(header().length(), header().viewport()->width());
    header().setShown(Column(section), false);
    QVERIFY(header().addColumn({.pointer = "/a/b", .path = u"$.a.b"_s}));
    QVERIFY(header().isShown(Column(section)));
    QMenu menu;
    header().fillMenu(menu);
    QVERIFY(std::ranges::any_of(menu.actions(), [](const QAction *action) {
        return action->text() == u"b"_s && action->isChecked();
    }));
    header().resetColumns();
    QCOMPARE(header().count(), section);
}

// The summary gives what it can spare; a little less than a column has otherwise is enough.
void TstDeliveryHeader::addsAColumnWithinTheRoomThereIs()
{
    m_view->resize(400, 300);
    const int least = header().sectionSize(int(Column::Summary));
    const int over = header().length() - header().viewport()->width();
    QVERIFY(over > 0);
    m_view->resize(m_view->width() + over + least / 2, 300);
    QVERIFY(header().addColumn({.pointer = "/a", .path = u"$.a"_s}));
    QCOMPARE(header().length(), header().viewport()->width());
    QVERIFY(header().sectionSize(models::columnCount) >= least / 3);
    QVERIFY(header().addColumn({.pointer = "/b", .path = u"$.b"_s})); // none is left for this one
    QVERIFY(header().sectionSize(models::columnCount + 1) >= least / 3);
}

void TstDeliveryHeader::putsATitleOverItsNumbers()
{
    struct Header : DeliveryHeader {
        using DeliveryHeader::DeliveryHeader;
        using DeliveryHeader::initStyleOptionForIndex;
    };
    QTableView table;
    auto *titles = new Header(&table);
    table.setHorizontalHeader(titles);
    table.setModel(&m_model);
    table.resize(900, 200);
    table.show();
    QVERIFY(titles->addColumn({.pointer = "/a", .path = u"$.a"_s}));
    const auto isRight = [titles] {
        QStyleOptionHeaderV2 option;
        titles->initStyleOptionForIndex(&option, models::columnCount);
        return option.textAlignment.testFlag(Qt::AlignRight);
    };
    QVERIFY(!isRight());
    m_model.setValues({{2, {json::ShortValue{.kind = json::Kind::String, .text = "1"}}}});
    QVERIFY(!isRight());
    m_model.setValues({{1, {json::ShortValue{.kind = json::Kind::Number, .text = "1"}}}});
    QVERIFY(isRight());
}

void TstDeliveryHeader::keepsAddedColumnsOverARestart()
{
    QVERIFY(header().addColumn({.pointer = "/a", .path = u"$.a"_s}));
    QVERIFY(header().addColumn({.pointer = "/b~1c", .path = u"$[\"b/c\"]"_s}));
    header().moveSection(header().visualIndex(models::columnCount), 2);
    header().resizeSection(models::columnCount + 1, 88);
    const QByteArray state = header().layoutState();
    init();
    QCOMPARE(header().count(), models::columnCount);
    QVERIFY(header().restoreLayout(state));
    QCOMPARE(m_model.addedColumns().value(1).path, u"$[\"b/c\"]"_s);
    QCOMPARE(header().visualIndex(models::columnCount), 2);
    QCOMPARE(header().sectionSize(models::columnCount + 1), 88);
}

// As programs wrote it that knew of no added columns.
void TstDeliveryHeader::restoresAnOldLayout()
{
    header().setShown(Column::Account, true);
    QByteArray old;
    QDataStream stream(&old, QIODevice::WriteOnly);
    stream << qint32(1) << qint32(header().count())
           << qint32(QFontInfo(header().font()).pixelSize()) << header().saveState();
    header().setShown(Column::Account, false);
    QVERIFY(header().restoreLayout(old));
    QVERIFY(header().isShown(Column::Account));
}

void TstDeliveryHeader::addsNoColumnThatIsNone()
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << qint32(2) << qint32(3) << QByteArray("no pointer") << u"$.a"_s << QByteArray("/a")
           << u"no path"_s << QByteArray("/a~") << u"$.a"_s;
    header().restoreLayout(state);
    QCOMPARE(header().count(), models::columnCount);
}

void TstDeliveryHeader::leavesAllAsItIsWhereItCannotRestore_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("whole");
    QTest::newRow("a column that is none") << QByteArray("/a~") << u"$.a"_s << true;
    QTest::newRow("a header without a name") << QByteArray("h.") << u"h."_s << true;
    QTest::newRow("a header with a space") << QByteArray("h.a b") << u"h.a b"_s << true;
    QTest::newRow("the state is cut") << QByteArray("/c") << u"$.c"_s << false;
}

void TstDeliveryHeader::leavesAllAsItIsWhereItCannotRestore()
{
    QFETCH(const QByteArray, pointer);
    QFETCH(const QString, path);
    QFETCH(const bool, whole);
    QVERIFY(header().addColumn({.pointer = "/b", .path = u"$.b"_s}));
    const QByteArray before = header().layoutState();
    QByteArray inner = header().saveState();
    if (!whole)
        inner.truncate(inner.size() / 2);
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << qint32(2) << qint32(1) << pointer << path << qint32(header().count()) << qint32(13)
           << inner;
    QVERIFY(!header().restoreLayout(state));
    QCOMPARE(header().layoutState(), before);
}

void TstDeliveryHeader::putsARemovedColumnBack()
{
    QVERIFY(header().addColumn({.pointer = "/a", .path = u"$.a"_s}));
    QVERIFY(header().addColumn(models::headerColumn("X-Shop")));
    header().moveSection(header().visualIndex(models::columnCount), 2);
    header().resizeSection(models::columnCount, 77);
    std::optional<DeliveryHeader::AddedPlace> gone;
    connect(&header(), &DeliveryHeader::removed, this,
            [&gone](const auto &column) { gone = column; });
    header().removeColumn(m_model.addedColumns().first());
    QVERIFY(gone);
    QCOMPARE(m_model.addedColumns(), QList{models::headerColumn("X-Shop")});
    QVERIFY(header().addBack(*gone));
    const int section = m_model.columnOf("/a");
    QCOMPARE(section, models::columnCount + 1);
    QCOMPARE(header().visualIndex(section), 2);
    QCOMPARE(header().sectionSize(section), 77);
}

void TstDeliveryHeader::offersTheContentType()
{
    const auto entry = [this](QMenu &menu) {
        header().fillMenu(menu);
        const QList<QAction *> actions = menu.actions();
        const auto found = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return action->text() == u"Content-Type"_s;
        });
        return found == actions.end() ? nullptr : *found;
    };
    QMenu menu;
    QAction *action = entry(menu);
    QVERIFY(action && !action->isChecked());
    action->toggle();
    QCOMPARE(m_model.addedColumns(), QList{models::headerColumn("Content-Type")});
    QMenu again;
    action = entry(again);
    QVERIFY(action && action->isChecked());
    action->toggle();
    QVERIFY(header().isSectionHidden(models::columnCount));
    const QByteArray state = header().layoutState();
    init();
    QVERIFY(header().restoreLayout(state));
    QCOMPARE(m_model.headerData(models::columnCount, Qt::Horizontal, Qt::DisplayRole).toString(),
             u"Content-Type"_s);
}

void TstDeliveryHeader::offersWhatIsKnownBesideIt()
{
    QMenu menu;
    header().fillMenu(menu);
    for (const QString &title : {u"HTTP version"_s, u"TLS version"_s, u"Sends"_s}) {
        for (QAction *action : menu.actions()) {
            if (action->text() == title)
                action->toggle();
        }
    }
    QCOMPARE(m_model.addedColumns(), models::factColumns());
    const QByteArray state = header().layoutState();
    init();
    QVERIFY(header().restoreLayout(state));
    QCOMPARE(m_model.addedColumns(), models::factColumns());
    QCOMPARE(
        m_model.headerData(models::columnCount + 2, Qt::Horizontal, Qt::DisplayRole).toString(),
        u"Sends"_s);
}

void TstDeliveryHeader::asksForWhatAnAddedColumnSortsBy()
{
    QVERIFY(header().addColumn({.pointer = "/a", .path = u"$.a"_s}));
    const int x = header().sectionViewportPosition(models::columnCount) + 10;
    QTest::mouseClick(header().viewport(), Qt::LeftButton, {}, {x, 8});
    QCOMPARE(header().sortIndicatorSection(), models::columnCount);
    QVERIFY(m_model.awaitsKeys());
    QVERIFY(!m_view->following());
    m_view->setFollowing(true); // which goes back to the order of arrival
    QCOMPARE(header().sortIndicatorSection(), -1);
    QVERIFY(!m_model.awaitsKeys());
}

QTEST_MAIN(TstDeliveryHeader)
#include "tst_deliveryheader.moc"
