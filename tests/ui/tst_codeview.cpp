// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/codefolding.h"
#include "ui/views/codeview.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace ui;
using namespace Qt::Literals::StringLiterals;
using Language = CodeView::Language;

namespace
{

const QString pretty = u"{\n  \"a\": {\n    \"b\": [\n      1\n    ]\n  },\n  \"c\": 2\n}"_s;

QString copiedFrom(CodeView &view)
{
    view.selectAll();
    view.copy();
    return QGuiApplication::clipboard()->text();
}

QList<int> visibleRows(const CodeView &view)
{
    QList<int> rows;
    for (QTextBlock row = view.document()->begin(); row.isValid(); row = row.next()) {
        if (row.isVisible())
            rows += row.blockNumber();
    }
    return rows;
}

QTextBlock rowAt(const CodeView &view, int number)
{
    return view.document()->findBlockByNumber(number);
}

} // namespace

class TstCodeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheTextAtOnce();
    void loadsALongTextInSlices();
    void copiesLinesWithoutTheirBreaks();
    void copiesPartOfARow();
    void numbersLinesNotRows();
    void foldsAnObject();
    void unfoldsAll();
    void foldsByKeyboard();
    void findsWithoutRegardToCase();
    void goesRoundFromHitToHit();
    void findsAcrossABrokenLine();
    void unfoldsWhatHidesAHit();
    void forgetsHitsWithTheText();
    void keepsTheCaretWhileLoading();
};

void TstCodeView::showsTheTextAtOnce()
{
    CodeView view;
    view.setCode(codeText(pretty), Language::Json);
    QVERIFY(view.isLoaded());
    QCOMPARE(view.toPlainText(), pretty);
    view.setCode({});
    QCOMPARE(view.toPlainText(), QString());
}

void TstCodeView::loadsALongTextInSlices()
{
    QString text;
    for (int i = 0; i < 20'000; ++i)
        text += u"line %1 😀\n"_s.arg(i);
    CodeView view;
    view.setCode(codeText(text));
    QVERIFY(!view.isLoaded());
    QVERIFY(view.document()->blockCount() > 100);
    QTRY_VERIFY(view.isLoaded());
    QCOMPARE(view.toPlainText(), text);
}

void TstCodeView::copiesLinesWithoutTheirBreaks()
{
    const QString text = QString(longestRow * 2 + 5, u'x') + u"\nsecond\n"_s
        + QString(longestRow + 1, u'y') + u'\n';
    CodeView view;
    view.setCode(codeText(text));
    QCOMPARE(view.document()->blockCount(), 7);
    QCOMPARE(copiedFrom(view), text);
}

void TstCodeView::copiesPartOfARow()
{
    CodeView view;
    view.setCode(codeText(u"first\nsecond\nthird"_s));
    QTextCursor cursor = view.textCursor();
    cursor.setPosition(3);
    cursor.setPosition(9, QTextCursor::KeepAnchor);
    view.setTextCursor(cursor);
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"st\nsec"_s);
}

void TstCodeView::numbersLinesNotRows()
{
    CodeView view;
    view.resize(400, 400);
    view.setLineWrapMode(QPlainTextEdit::NoWrap);
    view.setGutter(true);
    view.setCode(codeText(u"a\n"_s + QString(longestRow + 1, u'x') + u"\nb"_s));
    view.show();
    QList<int> numbers;
    for (const CodeView::GutterRow &row : view.gutterRows())
        numbers += row.number;
    QCOMPARE(numbers, (QList<int>{1, 2, 0, 3}));
}

void TstCodeView::foldsAnObject()
{
    CodeView view;
    view.setCode(codeText(pretty), Language::Json);
    QVERIFY(canFold(rowAt(view, 0)));
    QVERIFY(!canFold(rowAt(view, 3)));
    view.toggleFold(1);
    QVERIFY(isFolded(rowAt(view, 1)));
    QCOMPARE(visibleRows(view), (QList<int>{0, 1, 5, 6, 7}));
    QCOMPARE(copiedFrom(view), pretty);
    view.toggleFold(1);
    QCOMPARE(visibleRows(view).size(), 8);
}

void TstCodeView::unfoldsAll()
{
    CodeView view;
    view.setCode(codeText(pretty), Language::Json);
    view.toggleFold(2);
    view.toggleFold(0);
    QCOMPARE(visibleRows(view), (QList<int>{0, 7}));
    view.toggleFold(0);
    QCOMPARE(visibleRows(view).size(), 8);
}

void TstCodeView::foldsByKeyboard()
{
    CodeView view;
    view.setCode(codeText(pretty), Language::Json);
    QTest::keyClick(&view, '-');
    QCOMPARE(visibleRows(view), (QList<int>{0, 7}));
    QTest::keyClick(&view, '-');
    QCOMPARE(visibleRows(view), (QList<int>{0, 7}));
    QTest::keyClick(&view, '+');
    QCOMPARE(visibleRows(view).size(), 8);
}

void TstCodeView::findsWithoutRegardToCase()
{
    CodeView view;
    view.setCode(codeText(u"Maya MAYA maya Ää ää"_s));
    QCOMPARE(view.setNeedle(u"maya"_s), 3);
    QCOMPARE(view.setNeedle(u"ää"_s), 2);
    QCOMPARE(view.setNeedle(u"nobody"_s), 0);
    QCOMPARE(view.setNeedle({}), 0);
    QCOMPARE(view.currentHit(), -1);
}

void TstCodeView::goesRoundFromHitToHit()
{
    CodeView view;
    view.setCode(codeText(u"a b a b a"_s));
    view.setNeedle(u"a"_s);
    view.stepHit(1);
    QCOMPARE(view.textCursor().selectionStart(), 0);
    view.stepHit(1);
    QCOMPARE(view.textCursor().selectionStart(), 4);
    view.stepHit(-1);
    view.stepHit(-1);
    QCOMPARE(view.currentHit(), 2);
    QCOMPARE(view.textCursor().selectedText(), u"a"_s);
    QCOMPARE(view.textCursor().selectionStart(), 8);
}

void TstCodeView::findsAcrossABrokenLine()
{
    CodeView view;
    const QString before(longestRow - 2, u'x');
    view.setCode(codeText(before + u"needle"_s));
    QCOMPARE(view.setNeedle(u"needle"_s), 1);
    view.stepHit(1);
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"needle"_s);
}

void TstCodeView::unfoldsWhatHidesAHit()
{
    CodeView view;
    view.setCode(codeText(pretty), Language::Json);
    view.toggleFold(0);
    view.setNeedle(u"\"b\""_s);
    view.stepHit(1);
    QCOMPARE(visibleRows(view).size(), 8);
    QCOMPARE(view.textCursor().block().blockNumber(), 2);
}

void TstCodeView::forgetsHitsWithTheText()
{
    CodeView view;
    view.setCode(codeText(u"aaa"_s));
    view.setNeedle(u"a"_s);
    view.setCode(codeText(u"b"_s));
    QCOMPARE(view.hitCount(), 0);
    view.stepHit(1);
    QCOMPARE(view.currentHit(), -1);
}

void TstCodeView::keepsTheCaretWhileLoading()
{
    CodeView view;
    view.setCode(codeText(u"a line\n"_s.repeated(20'000)));
    QTextCursor cursor = view.textCursor();
    cursor.movePosition(QTextCursor::End);
    view.setTextCursor(cursor);
    const int place = view.textCursor().position();
    QTRY_VERIFY(view.isLoaded());
    QCOMPARE(view.textCursor().position(), place);
}

QTEST_MAIN(TstCodeView)
#include "tst_codeview.moc"
