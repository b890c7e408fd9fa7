// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/skeleton.h"

#include <QTest>

#include <algorithm>
#include <memory>

using json::skeletonOf;

class TstSkeleton : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSame_data();
    void isTheSame();
    void isAnother_data();
    void isAnother();
    void readsNothingBehindAnyPartOfAText();
};

void TstSkeleton::isTheSame_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *name, const char *one, const char *other) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other);
    };
    row("whatever the values say", R"({"a":1,"b":"x","c":null})",
        R"({"a":-2.5e3,"b":"","c":null})");
    row("of one boolean and the other", "[true]", "[false]");
    row("whatever space there is", R"({"a":[1,"b"],"c":{}})",
        "{ \"a\" :\t[ 1 , \"b\" ] ,\r\n\"c\": { } }");
    row("whatever a string has in it", R"({"a":"b"})", R"({"a":"\"c\":{\\\"[\\"})");
}

void TstSkeleton::isTheSame()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QCOMPARE(skeletonOf(one), skeletonOf(other));
}

void TstSkeleton::isAnother_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *name, const char *one, const char *other) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other);
    };
    row("another kind", R"({"a":1})", R"({"a":"1"})");
    row("null instead of a boolean", "[true]", "[null]");
    row("another key", R"({"a":1})", R"({"b":1})");
    row("a longer key", R"({"a":1})", R"({"aa":1})");
    row("keys the other way round", R"({"a":1,"b":1})", R"({"b":1,"a":1})");
    row("what is one key or two", R"({"ab":1})", R"({"a":1,"b":1})");
    row("a member more", R"({"a":1})", R"({"a":1,"b":1})");
    row("an element more", "[1]", "[1,1]");
    row("an element less", "[1]", "[]");
    row("a level more", R"({"a":1})", R"({"a":{"a":1}})");
    row("another level", R"({"a":{"b":1},"c":1})", R"({"a":{"b":1,"c":1}})");
    row("an object instead of an array", "[]", "{}");
    row("a string instead of a key", R"({"a":"b"})", R"(["a","b"])");
}

void TstSkeleton::isAnother()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QVERIFY(skeletonOf(one) != skeletonOf(other));
    QVERIFY(skeletonOf(one) != 0 && skeletonOf(other) != 0);
}

// Each in memory of its own size, for a sanitizer to watch over.
void TstSkeleton::readsNothingBehindAnyPartOfAText()
{
    const QByteArray text = R"( {"a\"\\":["x",-1.5,true,null,"\u00e9"],"":{}} )";
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const std::unique_ptr<char[]> part(new char[size_t(size)]);
        std::copy_n(text.constData(), size, part.get());
        QVERIFY(skeletonOf({part.get(), size}) != 0);
    }
}

QTEST_APPLESS_MAIN(TstSkeleton)
#include "tst_skeleton.moc"
