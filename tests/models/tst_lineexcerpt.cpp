// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/lineexcerpt.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using models::lineExcerpt;

class TstLineExcerpt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAShortLineAsItIs();
    void showsTheBeginningWithoutMarks();
    void showsWhatIsMarkedWithSomeAround();
    void joinsMarksThatAreNear();
};

using Runs = QList<core::Run>;

void TstLineExcerpt::leavesAShortLineAsItIs()
{
    const auto excerpt = lineExcerpt(u"{\"a\":1}"_s, Runs{{5, 1}});
    QCOMPARE(excerpt.text, u"{\"a\":1}"_s);
    QCOMPARE(excerpt.marks, (Runs{{5, 1}}));
}

void TstLineExcerpt::showsTheBeginningWithoutMarks()
{
    const auto excerpt = lineExcerpt(QString(5000, u'x'), {});
    QCOMPARE(excerpt.text, QString(2000, u'x'));
    QVERIFY(excerpt.marks.isEmpty());
}

void TstLineExcerpt::showsWhatIsMarkedWithSomeAround()
{
    const QString line = QString(100, u'a') + u"OLD"_s + QString(100, u'b') + u"END"_s;
    const auto excerpt = lineExcerpt(line, Runs{{100, 3}, {203, 3}});
    QCOMPARE(excerpt.text,
             u'…' + QString(24, u'a') + u"OLD"_s + QString(24, u'b') + u'…' + QString(24, u'b')
                 + u"END"_s);
    QCOMPARE(excerpt.marks.size(), 2);
    QCOMPARE(excerpt.text.mid(excerpt.marks[0].from, excerpt.marks[0].size), u"OLD"_s);
    QCOMPARE(excerpt.text.mid(excerpt.marks[1].from, excerpt.marks[1].size), u"END"_s);
}

void TstLineExcerpt::joinsMarksThatAreNear()
{
    const QString line = QString(10, u'a') + u"12345678"_s + QString(300, u'b');
    const auto excerpt = lineExcerpt(line, Runs{{10, 2}, {15, 3}});
    QCOMPARE(excerpt.text, QString(10, u'a') + u"12345678"_s + QString(24, u'b') + u'…');
    QCOMPARE(excerpt.marks, (Runs{{10, 2}, {15, 3}}));
}

QTEST_APPLESS_MAIN(TstLineExcerpt)
#include "tst_lineexcerpt.moc"
