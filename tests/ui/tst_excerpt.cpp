// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/excerpt.h"

#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;
using signature::differencesBetween;

class TstExcerpt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWhatDiffers_data();
    void marksWhatDiffers();
    void marksSeveralDifferences();
    void beginsALittleBeforeTheFirstDifference();
    void keepsWithinItsLength();
    void tearsNoCharacterApart();
};

static QStringList marked(const Excerpt &excerpt)
{
    QStringList parts;
    for (const Mark &mark : excerpt.marks)
        parts += excerpt.text.mid(mark.start, mark.length);
    return parts;
}

void TstExcerpt::marksWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("fitting");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<QStringList>("added");

    const auto row = [](const char *name, const QByteArray &expected, const QByteArray &fitting,
                        const QStringList &removed, const QStringList &added) {
        QTest::newRow(name) << expected << fitting << removed << added;
    };
    row("a line feed too many", "1.{}\n", "1.{}", {u"␊"_s}, {});
    row("a missing byte order mark", "1.{}", "1.\xEF\xBB\xBF{}", {}, {u"⟨U+FEFF⟩"_s});
    row("CR LF for LF", "a\nb", "a\r\nb", {}, {u"␍"_s});
    row("a tab and a null byte", QByteArray("a\tb\0c", 5), "abc", {u"␉b␀"_s}, {u"b"_s});
    row("the same text", "1.{}", "1.{}", {}, {});
}

void TstExcerpt::marksWhatDiffers()
{
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, fitting);
    const auto differences = differencesBetween(expected, fitting);
    QTEST(marked(excerpt(expected, differences, Side::Expected)), "removed");
    QTEST(marked(excerpt(fitting, differences, Side::Fitting)), "added");
}

void TstExcerpt::marksSeveralDifferences()
{
    const QList<signature::Difference> differences{{5, 0, 5, 1}, {8, 1, 9, 2}};
    const Excerpt made = excerpt(R"({"a": 1,  "b":2})", differences, Side::Fitting);
    QCOMPARE(made.text, uR"({"a": 1,  "b":2})"_s);
    QCOMPARE(made.marks, (QList<Mark>{{5, 1}, {9, 2}}));
}

void TstExcerpt::beginsALittleBeforeTheFirstDifference()
{
    const QByteArray text = QByteArray(1000, 'a') + "x" + QByteArray(1000, 'b');
    const QByteArray other = QByteArray(1000, 'a') + "y" + QByteArray(1000, 'b');
    const Excerpt made = excerpt(text, differencesBetween(text, other), Side::Expected);
    QVERIFY(made.text.startsWith(u"…a"_s));
    QVERIFY(made.text.endsWith(u"b…"_s));
    QCOMPARE(marked(made), QStringList{u"x"_s});
    QVERIFY(made.text.size() < 600);
}

void TstExcerpt::keepsWithinItsLength()
{
    const QByteArray text = QByteArray(100'000, 'x');
    const Excerpt made = excerpt(text, differencesBetween(text, "y"), Side::Expected);
    QVERIFY(made.text.size() < 600);
    for (const Mark &mark : made.marks)
        QVERIFY(mark.start + mark.length <= made.text.size());
}

void TstExcerpt::tearsNoCharacterApart()
{
    const QByteArray text = u"Zoë"_s.toUtf8();
    const QByteArray other = u"Zoê"_s.toUtf8();
    const auto differences = differencesBetween(text, other);
    const Excerpt made = excerpt(text, differences, Side::Expected);
    QCOMPARE(made.text, u"Zoë"_s);
    QCOMPARE(marked(made), QStringList{u"ë"_s});
    QCOMPARE(marked(excerpt(other, differences, Side::Fitting)), QStringList{u"ê"_s});
}

QTEST_GUILESS_MAIN(TstExcerpt)
#include "tst_excerpt.moc"
