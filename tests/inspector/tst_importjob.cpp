// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "inspector/importjob.h"
#include "signature/catalogue.h"
#include "support/builders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstImportJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Another store may say what it likes of where a delivery comes from.
    void takesNothingForItsOwnTest()
    {
        const QTemporaryDir folder;
        const QString theirs = folder.filePath(u"theirs.hookglass"_s);
        {
            const auto store = capture::Store::open(theirs, capture::Access::Write);
            QVERIFY(store);
            capture::Delivery delivery = builders::delivery();
            delivery.test = true;
            delivery.prints = {.body = 1, .signature = 1};
            QVERIFY((*store)->append({.deliveries = {builders::stored(delivery)}}));
        }
        const auto store
            = capture::Store::open(folder.filePath(u"ours.hookglass"_s), capture::Access::Write);
        QVERIFY(store);
        inspector::ImportJob job({theirs}, {}, 5);
        while (job.step(**store)) { }
        const auto rows = (*store)->summaries(0, 10);
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QVERIFY(!rows->first().test);
        QCOMPARE(rows->first().prints,
                 capture::printsOf(builders::delivery().request, &signature::smile()));
    }
};

QTEST_GUILESS_MAIN(TstImportJob)
#include "tst_importjob.moc"
