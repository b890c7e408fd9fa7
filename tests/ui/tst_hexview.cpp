// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/hexview.h"

#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray counting(int size)
{
    QByteArray bytes;
    for (int i = 0; i < size; ++i)
        bytes += char(i);
    return bytes;
}

// A view wide enough for 16 bytes a line.
class WideHexView : public HexView
{
public:
    explicit WideHexView(const QByteArray &bytes)
    {
        resize(2000, 300);
        show();
        setBytes(bytes);
    }
};

} // namespace

class TstHexView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesALine_data();
    void writesALine();
    void takesEightBytesWhereItIsNarrow();
    void takesSixteenWhereTheyFit_data();
    void takesSixteenWhereTheyFit();
    void leadsToWhatTheScrollBarLeavesNoRoomFor();
    void movesByKeyboard_data();
    void movesByKeyboard();
    void staysInsideOfTheBytes();
    void choosesWithShift();
    void choosesARange();
    void copiesHexAndText();
    void findsBytes();
    void scrollsToTheLastLine();
    void tellsTheCaretsLine();
    void picksAByteByMouse();
    void hasNothingToDoWithoutBytes();
};

void TstHexView::writesALine_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("line");
    QTest::addColumn<QString>("text");
    QTest::newRow("a whole line")
        << QByteArray("0123456789abcdef") << qsizetype(0)
        << u"0000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef"_s;
    QTest::newRow("the rest") << QByteArray("0123456789abcdefXY") << qsizetype(1)
                              << u"0010  58 59                                            XY"_s;
    QTest::newRow("bytes that are no text")
        << QByteArray("\x00\x1F\x7F\x80\xFF ~", 7) << qsizetype(0)
        << u"0000  00 1f 7f 80 ff 20 7e                             ····· ~"_s;
    QTest::newRow("more digits beyond 64 KB")
        << QByteArray(0x10001, 'a') << qsizetype(0x1000)
        << u"00010000  61                                               a"_s;
}

void TstHexView::writesALine()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, line);
    const WideHexView view(bytes);
    QCOMPARE(view.bytesPerLine(), 16);
    QTEST(view.lineText(line), "text");
}

void TstHexView::takesEightBytesWhereItIsNarrow()
{
    HexView view;
    view.resize(200, 200);
    view.show();
    view.setBytes(counting(32));
    QCOMPARE(view.bytesPerLine(), 8);
    QVERIFY(view.horizontalScrollBar()->maximum() > 0);
}

void TstHexView::takesSixteenWhereTheyFit_data()
{
    QTest::addColumn<int>("lines"); // of sixteen, beyond those that are in sight at once
    QTest::addColumn<bool>("beside"); // there is room for the scroll bar, too
    QTest::addColumn<int>("more"); // pixels than the lines need
    QTest::addColumn<int>("columns");
    QTest::newRow("just, and nothing scrolls") << 0 << false << 0 << 16;
    QTest::newRow("not, and nothing would scroll") << 0 << false << -1 << 8;
    QTest::newRow("just, but not beside the scroll bar") << 1 << false << 0 << 8;
    QTest::newRow("a pixel less than beside the scroll bar") << 1 << true << -1 << 8;
    QTest::newRow("just, beside the scroll bar") << 1 << true << 0 << 16;
}

// Whether the window was narrower before, or wider.
void TstHexView::takesSixteenWhereTheyFit()
{
    QFETCH(int, lines);
    QFETCH(bool, beside);
    QFETCH(int, more);
    QFETCH(int, columns);
    constexpr int height = 300;
    WideHexView view(counting(16));
    int least = 100;
    for (view.resize(least, height); view.bytesPerLine() < 16; view.resize(++least, height)) { }
    view.setBytes(counting(16 * (view.verticalScrollBar()->pageStep() + lines)));
    const int width = least + more + (beside ? view.verticalScrollBar()->sizeHint().width() : 0);
    for (int before : {width - 60, width + 60}) {
        view.resize(before, height);
        QCoreApplication::processEvents();
        view.resize(width, height);
        QCoreApplication::processEvents();
        QCOMPARE(view.bytesPerLine(), columns);
        QCOMPARE(view.verticalScrollBar()->maximum() == 0, lines == 0 && columns == 16);
        if (columns == 16)
            QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    }
}

void TstHexView::leadsToWhatTheScrollBarLeavesNoRoomFor()
{
    constexpr int height = 300;
    WideHexView view(counting(16));
    int least = 100;
    for (view.resize(least, height); view.horizontalScrollBar()->maximum() > 0;)
        view.resize(++least, height);
    QCOMPARE(view.bytesPerLine(), 8);
    view.setBytes(counting(4096));
    QTRY_COMPARE(view.horizontalScrollBar()->maximum(),
                 view.verticalScrollBar()->sizeHint().width());
}

void TstHexView::movesByKeyboard_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifier>("modifier");
    QTest::addColumn<qsizetype>("from");
    QTest::addColumn<qsizetype>("to");
    const auto row = [](const char *name, Qt::Key key, qsizetype from, qsizetype to,
                        Qt::KeyboardModifier modifier = Qt::NoModifier) {
        QTest::newRow(name) << key << modifier << from << to;
    };
    row("a byte to the right", Qt::Key_Right, 15, 16);
    row("a byte to the left", Qt::Key_Left, 16, 15);
    row("a line down", Qt::Key_Down, 3, 19);
    row("a line up", Qt::Key_Up, 19, 3);
    row("not above the first line", Qt::Key_Up, 3, 3);
    row("to the line's start", Qt::Key_Home, 19, 16);
    row("to the line's end", Qt::Key_End, 19, 31);
    row("to the very start", Qt::Key_Home, 100, 0, Qt::ControlModifier);
    row("to the very end", Qt::Key_End, 100, 255, Qt::ControlModifier);
}

void TstHexView::movesByKeyboard()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifier, modifier);
    QFETCH(qsizetype, from);
    QFETCH(qsizetype, to);
    WideHexView view(counting(256));
    view.select(from, 1);
    QTest::keyClick(&view, key, modifier);
    QCOMPARE(view.selectionStart(), to);
    QCOMPARE(view.selectionLength(), 1);
}

void TstHexView::staysInsideOfTheBytes()
{
    WideHexView view(counting(20));
    view.select(19, 1);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(view.selectionStart(), 19);
    view.select(0, 1);
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_PageUp);
    QCOMPARE(view.selectionStart(), 0);
}

void TstHexView::choosesWithShift()
{
    WideHexView view(counting(64));
    view.select(5, 1);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectionStart(), 5);
    QCOMPARE(view.selectionLength(), 17);
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(view.selectionStart(), 0);
    QCOMPARE(view.selectionLength(), 6);
}

void TstHexView::choosesARange()
{
    WideHexView view(counting(64));
    view.select(10, 4);
    QCOMPARE(view.selectionStart(), 10);
    QCOMPARE(view.selectionLength(), 4);
    view.select(60, 100);
    QCOMPARE(view.selectionLength(), 4);
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selectionLength(), 64);
}

void TstHexView::copiesHexAndText()
{
    WideHexView view("{\"a\":1}");
    view.select(1, 3);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"22 61 22"_s);
    view.copyText();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"\"a\""_s);
}

void TstHexView::findsBytes()
{
    WideHexView view("Maya, maya");
    QCOMPARE(view.setNeedle("MAYA"), 2);
    QCOMPARE(view.currentHit(), -1);
    view.stepHit(1);
    view.stepHit(1);
    QCOMPARE(view.selectionStart(), 6);
    QCOMPARE(view.selectionLength(), 4);
    view.stepHit(1);
    QCOMPARE(view.currentHit(), 0);
    view.setBytes("x");
    view.stepHit(1);
    QCOMPARE(view.currentHit(), -1);
}

void TstHexView::scrollsToTheLastLine()
{
    WideHexView view(counting(4096));
    view.select(4095, 1);
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    view.setBytes(counting(16));
    QCOMPARE(view.verticalScrollBar()->maximum(), 0);
}

void TstHexView::tellsTheCaretsLine()
{
    WideHexView view(counting(64));
    QSignalSpy moved(&view, &HexView::caretMoved);
    view.select(17, 1);
    QCOMPARE(moved.size(), 1);
    QVERIFY(view.caretText().startsWith(u"0010  10 11"_s));
    QCOMPARE(view.accessibleDescription(), view.caretText());
}

void TstHexView::picksAByteByMouse()
{
    WideHexView view(counting(64));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, {1, 1});
    QCOMPARE(view.selectionStart(), 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      {view.viewport()->width() - 1, view.viewport()->height() - 1});
    QCOMPARE(view.selectionLength(), 64);
}

void TstHexView::hasNothingToDoWithoutBytes()
{
    WideHexView view({});
    view.select(3, 3);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.selectionLength(), 0);
    QCOMPARE(view.caretText(), QString());
}

QTEST_MAIN(TstHexView)
#include "tst_hexview.moc"
