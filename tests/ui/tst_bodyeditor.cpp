// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/bodyeditor.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::BodyEditor;

class TstBodyEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItGot_data();
    void givesBackWhatItGot();
    void refusesWhatItWouldAlter_data();
    void refusesWhatItWouldAlter();
    void keepsLineEndsWhereItIsEdited();
    void takesBackWhatWasTyped();
    void keepsTheIndentation();
    void marksWhatIsNotAsItWas();
    void marksNoLineThatWasOnlyLaidOut();
};

void TstBodyEditor::givesBackWhatItGot_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a line without an end") << QByteArray("{\"a\":1}");
    QTest::newRow("a final line feed") << QByteArray("a\nb\n");
    QTest::newRow("CR LF all over") << QByteArray("a\r\nb\r\n");
    QTest::newRow("tabs and spaces at an end") << QByteArray("\ta \t\n  \n");
    QTest::newRow("a space that does not break") << QByteArray("a\xc2\xa0"
                                                               "b");
    QTest::newRow("letters beyond the first plane") << QByteArray("\xf0\x9f\x98\x80");
}

void TstBodyEditor::givesBackWhatItGot()
{
    QFETCH(QByteArray, bytes);
    BodyEditor editor;
    QVERIFY(editor.setBytes(bytes));
    QCOMPARE(editor.bytes(), bytes);
}

void TstBodyEditor::refusesWhatItWouldAlter_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("bytes that are no text") << QByteArray("\xff\xfe");
    QTest::newRow("two kinds of line ends") << QByteArray("a\r\nb\nc");
    QTest::newRow("a carriage return alone") << QByteArray("a\rb");
    QTest::newRow("a paragraph separator") << QByteArray("a\xe2\x80\xa9"
                                                         "b");
    QTest::newRow("more than it bears") << QByteArray(BodyEditor::largest + 1, 'a');
    QTest::newRow("a line that is too long") << QByteArray(BodyEditor::longestLine + 1, 'a');
}

void TstBodyEditor::refusesWhatItWouldAlter()
{
    QFETCH(QByteArray, bytes);
    BodyEditor editor;
    QVERIFY(!editor.setBytes(bytes));
    QCOMPARE(editor.bytes(), QByteArray());
}

void TstBodyEditor::keepsLineEndsWhereItIsEdited()
{
    BodyEditor editor;
    QVERIFY(editor.setBytes("a\r\nb"));
    editor.insertPlainText(u"x\n"_s);
    QCOMPARE(editor.bytes(), QByteArray("x\r\na\r\nb"));
}

void TstBodyEditor::takesBackWhatWasTyped()
{
    BodyEditor editor;
    QVERIFY(editor.setBytes("[1]"));
    editor.replace("[\n  1\n]");
    QCOMPARE(editor.bytes(), QByteArray("[\n  1\n]"));
    editor.undo();
    QCOMPARE(editor.bytes(), QByteArray("[1]"));
}

void TstBodyEditor::keepsTheIndentation()
{
    BodyEditor editor;
    QVERIFY(editor.setBytes("    a"));
    editor.moveCursor(QTextCursor::End);
    QTest::keyClick(&editor, Qt::Key_Return);
    QTest::keyClick(&editor, Qt::Key_Tab);
    QTest::keyClicks(&editor, u"b"_s);
    QCOMPARE(editor.bytes(), QByteArray("    a\n      b"));
}

void TstBodyEditor::marksWhatIsNotAsItWas()
{
    BodyEditor editor;
    QVERIFY(editor.setBytes("a\r\nb\r\n"));
    editor.setOriginal("a\r\nb\r\n");
    editor.markChanges();
    QCOMPARE(editor.changes().count(), 0);
    editor.insertPlainText(u"new\n"_s);
    editor.markChanges();
    QCOMPARE(editor.changes().added, 1);
    QCOMPARE(editor.changes().lines.value(0), ui::LineChange::Added);
    const QImage marked = editor.grab().toImage();
    editor.setOriginal(editor.bytes());
    editor.markChanges();
    QCOMPARE(editor.changes().added, 0);
    QVERIFY(editor.grab().toImage() != marked);
}

void TstBodyEditor::marksNoLineThatWasOnlyLaidOut()
{
    BodyEditor editor;
    const QByteArray original = R"({"a":1.0,"b":[2]})";
    QVERIFY(editor.setBytes(original));
    editor.setOriginal(original);
    editor.replace("{\n  \"a\": 1.0,\n  \"b\": [\n    2\n  ]\n}");
    editor.markChanges();
    QCOMPARE(editor.changes().count(), 0);
    editor.replace("{\n  \"a\": 7,\n  \"b\": [\n    2\n  ]\n}");
    editor.markChanges();
    QCOMPARE(editor.changes().changed, 1);
    QCOMPARE(editor.changes().count(), 1);
    editor.replace(R"({"a":7,"b":[2]})"); // in one line again
    editor.markChanges();
    QCOMPARE(editor.changes().count(), 1);
}

QTEST_MAIN(TstBodyEditor)
#include "tst_bodyeditor.moc"
