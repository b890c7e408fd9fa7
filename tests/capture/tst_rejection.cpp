// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rejection.h"

#include <QSet>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using capture::Reason;

class TstRejection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheIdsOfFiles_data();
    void keepsTheIdsOfFiles();
    void titlesEachReasonDifferently();
    void refusesOtherWords();
};

void TstRejection::keepsTheIdsOfFiles_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("id");

    const QStringList ids{u"tls-handshake"_s,
                          u"plain-http"_s,
                          u"malformed-http"_s,
                          u"head-too-large"_s,
                          u"target-too-long"_s,
                          u"body-too-large"_s,
                          u"timeout"_s,
                          u"cut-off"_s,
                          u"method-refused"_s,
                          u"version-refused"_s,
                          u"too-many-connections"_s,
                          u"not-stored"_s,
                          u"paused"_s};
    for (int i = 0; i < ids.size(); ++i)
        QTest::newRow(qPrintable(ids[i])) << i << ids[i];
}

void TstRejection::keepsTheIdsOfFiles()
{
    QFETCH(int, reason);
    QFETCH(QString, id);
    QCOMPARE(word(Reason(reason)), id);
    QCOMPARE(capture::reasonFromWord(id), Reason(reason));
}

void TstRejection::titlesEachReasonDifferently()
{
    QSet<QString> titles;
    for (int i = 0; i <= int(Reason::Paused); ++i) {
        QVERIFY(!title(Reason(i)).isEmpty());
        titles.insert(title(Reason(i)));
    }
    QCOMPARE(titles.size(), qsizetype(Reason::Paused) + 1);
    QCOMPARE(title(Reason::PlainHttp), u"Plain HTTP on the HTTPS port"_s);
}

void TstRejection::refusesOtherWords()
{
    QVERIFY(!capture::reasonFromWord(u""));
    QVERIFY(!capture::reasonFromWord(u"Timeout"));
    QVERIFY(!capture::reasonFromWord(u"time-out"));
}

QTEST_GUILESS_MAIN(TstRejection)
#include "tst_rejection.moc"
