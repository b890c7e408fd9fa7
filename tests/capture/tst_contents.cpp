// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/contents.h"
#include "capture/store.h"
#include "support/builders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::Content;
using capture::Contents;
using Ids = QList<qint64>;

class TstContents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"a.hookglass"_s);
        auto opened = capture::Store::open(m_file, capture::Access::Write);
        QVERIFY(opened);
        m_store = std::move(*opened);
        capture::Batch batch;
        for (int i = 1; i <= 5; ++i) {
            capture::Delivery made = builders::delivery("body " + QByteArray::number(i));
            made.event.topic = u"tópic"_s;
            batch.deliveries.append(builders::stored(made));
        }
        QVERIFY(m_store->append(batch));
    }

    void readsWhatDeliveriesSay()
    {
        const auto contents = Contents::open(m_file);
        QVERIFY(contents);
        (*contents)->start(1, 4);
        Content content;
        QVERIFY((*contents)->next(content));
        QCOMPARE(content.id, 2);
        QCOMPARE(content.body.toByteArray(), "body 2");
        QCOMPARE(content.topic.toByteArray(), "tópic");
        QVERIFY(content.head.startsWith("POST "));
        QVERIFY(!content.amended);
        QCOMPARE(rest(**contents), (Ids{3, 4}));
        QVERIFY(!(*contents)->trouble());
    }

    void readsOnlyWhatIsAskedFor_data()
    {
        QTest::addColumn<bool>("texts");
        QTest::addColumn<bool>("fields");
        QTest::addColumn<bool>("body");
        QTest::newRow("nothing but ids") << false << false << false;
        QTest::newRow("texts") << true << false << false;
        QTest::newRow("fields") << false << true << false;
        QTest::newRow("bodies") << false << false << true;
        QTest::newRow("texts and bodies") << true << false << true;
    }

    void readsOnlyWhatIsAskedFor()
    {
        QFETCH(bool, texts);
        QFETCH(bool, fields);
        QFETCH(bool, body);
        QVERIFY(m_store->setNote(1, u"look here"_s));
        const auto contents
            = Contents::open(m_file, {.texts = texts, .fields = fields, .body = body});
        QVERIFY(contents);
        (*contents)->start(0, 1);
        Content content;
        QVERIFY((*contents)->next(content));
        QCOMPARE(content.id, 1);
        QCOMPARE(content.topic.toByteArray(), texts ? "tópic" : "");
        QCOMPARE(content.target.toByteArray(), texts ? "/" : "");
        QCOMPARE(content.amended, texts);
        QCOMPARE(content.head.startsWith("POST "), fields);
        QCOMPARE(content.body.toByteArray(), body ? "body 1" : "");
        QCOMPARE(rest(**contents), Ids{});
    }

    void leavesOutWhatWasRemoved()
    {
        QVERIFY(m_store->remove({2, 3}, 1));
        const auto contents = Contents::open(m_file);
        (*contents)->start(0, 5);
        QCOMPARE(rest(**contents), (Ids{1, 4, 5}));
        QVERIFY(m_store->restore(1)); // also when it is begun anew
        (*contents)->start(0, 5);
        QCOMPARE(rest(**contents), (Ids{1, 2, 3, 4, 5}));
    }

    void leavesOutLargeBodies()
    {
        const auto contents = Contents::open(m_file);
        (*contents)->start(0, 1, 5);
        Content content;
        QVERIFY((*contents)->next(content));
        QCOMPARE(content.body.size(), 0);
    }

    void knowsWhatWasSaidLater()
    {
        QVERIFY(m_store->setNote(2, u"look here"_s));
        QVERIFY(m_store->append(
            {capture::Judgement{.id = 3}, capture::Judgement{.id = 4, .event = capture::Event{}}}));
        const auto contents = Contents::open(m_file);
        (*contents)->start(0, 5);
        Ids amended;
        for (Content content; (*contents)->next(content);) {
            if (content.amended)
                amended.append(content.id);
        }
        QCOMPARE(amended, (Ids{2, 4}));
    }

    void saysWhyItCannotRead()
    {
        const auto contents = Contents::open(m_folder->filePath(u"none.hookglass"_s));
        QVERIFY(!contents);
        QVERIFY(!contents.error().what.isEmpty());
    }

private:
    static Ids rest(Contents &contents)
    {
        Ids ids;
        for (Content content; contents.next(content);)
            ids.append(content.id);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<capture::Store> m_store;
};

QTEST_GUILESS_MAIN(TstContents)
#include "tst_contents.moc"
