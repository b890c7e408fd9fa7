// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/ink.h"
#include "ui/dialogs/comparisontable.h"
#include "ui/style.h"
#include "ui/tokens.h"

#include <QHeaderView>
#include <QImage>
#include <QPixmap>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>

using namespace ui;
using namespace Qt::Literals::StringLiterals;
using models::CompareMode;
using models::Comparison;
using models::RowChange;

class TstComparisonTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlinesTheCurrentDifferenceInItsColour_data();
    void outlinesTheCurrentDifferenceInItsColour();
    void selectsWhatIsTheSameAsEverywhere();
    void beginsItsCellsBelowTheirTitles();
    void putsTitlesOverTheirNumbers_data();
    void putsTitlesOverTheirNumbers();
    void cutsNoBytes_data();
    void cutsNoBytes();
    void takesSoManyBytesAsFit();

private:
    static Comparison comparison();
};

Comparison TstComparisonTable::comparison()
{
    return {.mode = CompareMode::Lines,
            .rows = {{RowChange::Same, {u"1"_s, u"1"_s, u"a"_s}},
                     {RowChange::Removed, {u"2"_s, {}, u"b"_s}},
                     {RowChange::Same, {u"3"_s, u"2"_s, u"c"_s}},
                     {RowChange::Added, {{}, u"3"_s, u"d"_s}}},
            .differences = 2};
}

void TstComparisonTable::outlinesTheCurrentDifferenceInItsColour_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("steps");
    QTest::newRow("removed, light") << false << 1;
    QTest::newRow("added, light") << false << 2;
    QTest::newRow("removed, dark") << true << 1;
    QTest::newRow("added, dark") << true << 2;
}

void TstComparisonTable::outlinesTheCurrentDifferenceInItsColour()
{
    QFETCH(const bool, dark);
    QFETCH(const int, steps);
    const Tokens &look = dark ? darkTokens() : lightTokens();
    ComparisonTable table;
    table.setPalette(paletteOf(look));
    table.resize(600, 300);
    table.show();
    table.setComparison(comparison(), u"#1"_s, u"#2"_s);
    for (int step = 0; step < steps; ++step)
        table.goToChange(1);
    const QImage image = table.viewport()->grab().toImage();
    const auto cell = [&table](int row) { return table.visualRect(table.model()->index(row, 2)); };
    for (const int row : {1, 3}) {
        const QRect rect = cell(row);
        QCOMPARE(image.pixelColor(rect.right() - 6, rect.center().y()),
                 row == 1 ? look.removed : look.added);
        const bool current = row == 2 * steps - 1;
        for (const int edge : {rect.top(), rect.bottom()})
            QCOMPARE(image.pixelColor(rect.center().x(), edge) == look.accent, current);
    }
}

void TstComparisonTable::selectsWhatIsTheSameAsEverywhere()
{
    ComparisonTable table;
    table.setPalette(paletteOf(lightTokens()));
    table.resize(600, 300);
    table.show();
    table.setComparison(comparison(), u"#1"_s, u"#2"_s);
    table.selectRow(0);
    const QRect rect = table.visualRect(table.model()->index(0, 2));
    const QColor top = table.viewport()->grab().toImage().pixelColor(rect.center().x(), rect.top());
    QVERIFY(top != lightTokens().accent);
}

void TstComparisonTable::beginsItsCellsBelowTheirTitles()
{
    Style style;
    ComparisonTable table;
    table.horizontalHeader()->setStyle(&style); // of which the titles' room is
    table.resize(600, 300);
    table.show();
    const QString title = u"HHH"_s;
    table.setComparison({.mode = CompareMode::Fields,
                         .rows = {{RowChange::Same, {u"path"_s, u"HHH"_s, u"b"_s, {}}}}},
                        title, u"#2"_s);
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const QHeaderView *header = table.horizontalHeader();
    const int from = header->sectionPosition(1);
    const int titleInk = firstInk(header->viewport()->grab().toImage(),
                                  {from + 2, 3, header->sectionSize(1) - 4, header->height() - 6});
    const QRect cell = table.visualRect(table.model()->index(0, 1)).adjusted(2, 2, -2, -2);
    const int cellInk = firstInk(table.viewport()->grab().toImage(), cell);
    QVERIFY2(titleInk >= 0 && std::abs(titleInk - cellInk) <= 2,
             qPrintable(u"%1 and %2"_s.arg(titleInk).arg(cellInk)));
}

void TstComparisonTable::putsTitlesOverTheirNumbers_data()
{
    QTest::addColumn<CompareMode>("mode");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("fields") << CompareMode::Fields << QList<int>();
    QTest::newRow("lines") << CompareMode::Lines << QList{0, 1};
    QTest::newRow("side by side") << CompareMode::SideBySide << QList{0, 2};
    QTest::newRow("bytes") << CompareMode::Bytes << QList{0, 2};
}

void TstComparisonTable::putsTitlesOverTheirNumbers()
{
    QFETCH(const CompareMode, mode);
    QFETCH(const QList<int>, numbers);
    ComparisonTable table;
    Comparison some = comparison();
    some.mode = mode;
    table.setComparison(some, u"#1"_s, u"#2"_s);
    const QAbstractItemModel &model = *table.model();
    for (int column = 0; column < model.columnCount(); ++column) {
        const QVariant title = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        QCOMPARE(title, model.index(0, column).data(Qt::TextAlignmentRole));
        QCOMPARE(title.value<Qt::Alignment>().testFlag(Qt::AlignRight), numbers.contains(column));
    }
}

void TstComparisonTable::cutsNoBytes_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("scrolls");
    QTest::newRow("a narrow window") << 600 << true;
    QTest::newRow("a wide one") << 3000 << false;
}

void TstComparisonTable::cutsNoBytes()
{
    QFETCH(const int, width);
    QFETCH(const bool, scrolls);
    ComparisonTable table;
    table.resize(width, 300);
    table.show();
    const QString bytes = u"00 11 22 33 44 55 66 77  88 99 aa bb cc dd ee ff  0123456789abcdef"_s;
    table.setComparison(
        {.mode = CompareMode::Bytes, .rows = {{RowChange::Same, {u"0"_s, bytes, u"0"_s, bytes}}}},
        u"#1"_s, u"#2"_s);
    const int least = table.fontMetrics().horizontalAdvance(bytes);
    QVERIFY(table.columnWidth(1) >= least);
    QVERIFY(table.columnWidth(3) >= least);
    QTRY_COMPARE(table.horizontalScrollBar()->maximum() > 0, scrolls);
}

void TstComparisonTable::takesSoManyBytesAsFit()
{
    ComparisonTable table;
    QSignalSpy changed(&table, &ComparisonTable::fittingBytesChanged);
    table.resize(3000, 300);
    table.show();
    QCOMPARE(table.fittingBytes(), models::wideRow);
    QCOMPARE(changed.size(), 0);
    int width = 3000;
    while (table.fittingBytes() == models::wideRow && width > 100)
        table.resize(--width, 300);
    QCOMPARE(table.fittingBytes(), models::narrowRow);
    QCOMPARE(changed.size(), 1);
    table.resize(width + 1, 300);
    QCOMPARE(changed.size(), 2);
    const QString bytes = u"00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff  0123456789abcdef"_s;
    const models::ComparedRow row{RowChange::Same, {u"0"_s, bytes, u"0"_s, bytes}};
    table.setComparison({.mode = CompareMode::Bytes, .rows = QList<models::ComparedRow>(100, row)},
                        u"#1"_s, u"#2"_s);
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    QTRY_VERIFY(table.verticalScrollBar()->isVisible());
    QTRY_COMPARE(table.horizontalScrollBar()->maximum(), 0); // even beside it
}

QTEST_MAIN(TstComparisonTable)
#include "tst_comparisontable.moc"
