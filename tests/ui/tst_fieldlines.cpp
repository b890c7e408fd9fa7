// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/fieldlines.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstFieldLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatItWrote();
    void takesSpaceOffNamesAndValues();
    void skipsEmptyLines();
    void namesTheLineAndTheProblem_data();
    void namesTheLineAndTheProblem();
    void takesSoManyFieldsAndNoMore();
};

void TstFieldLines::givesBackWhatItWrote()
{
    const http::Fields fields{{"Content-Type", "application/json"},
                              {"X-Time", "12:30:00"},
                              {"x-time", "grüezi"},
                              {"X-Empty", ""}};
    const auto read = fieldsFromText(textFromFields(fields));
    QVERIFY(read);
    QCOMPARE(*read, fields);
}

void TstFieldLines::takesSpaceOffNamesAndValues()
{
    const auto read = fieldsFromText(u"  X-A :  b c  "_s);
    QVERIFY(read);
    QCOMPARE(*read, http::Fields({{"X-A", "b c"}}));
}

void TstFieldLines::skipsEmptyLines()
{
    const auto read = fieldsFromText(u"\n  \nX-A: b\n\n"_s);
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
}

void TstFieldLines::namesTheLineAndTheProblem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no colon") << u"X-A: b\nnonsense"_s
                              << u"Line 2 is not of the form “Name: value”."_s;
    QTest::newRow("no name") << u": b"_s << u"Line 1 is not of the form “Name: value”."_s;
    QTest::newRow("space in the name")
        << u"X A: b"_s << u"Line 1 has a character in its name that no header may have."_s;
    QTest::newRow("control character in the value")
        << u"X-A: b\u0001c"_s << u"Line 1 has a control character."_s;
    QTest::newRow("carriage return in the value")
        << u"X-A: b\rX-B: c"_s << u"Line 1 has a control character."_s;
    QTest::newRow("the app's own")
        << u"content-length: 5"_s << u"Line 1: content-length is set by the app."_s;
    QTest::newRow("longest line") << u"X: "_s + QString(8 * 1024 - 3, u'b') << QString();
    QTest::newRow("one over the longest line")
        << u"X: "_s + QString(8 * 1024 - 2, u'b') << u"Line 1 is longer than 8 KB."_s;
}

void TstFieldLines::namesTheLineAndTheProblem()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const auto read = fieldsFromText(text);
    QCOMPARE(read ? QString() : read.error().why, problem);
}

void TstFieldLines::takesSoManyFieldsAndNoMore()
{
    const auto lines = [](int count) { return QStringList(count, u"X-A: b"_s).join(u'\n'); };
    QVERIFY(fieldsFromText(lines(64)));
    const auto over = fieldsFromText(lines(65));
    QVERIFY(!over);
    QCOMPARE(over.error().why, u"There are more than 64 headers."_s);
}

QTEST_GUILESS_MAIN(TstFieldLines)
#include "tst_fieldlines.moc"
