// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "support/builders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace capture;
using namespace Qt::Literals::StringLiterals;

// What was sent again, beside its delivery.
class TstStoreAttempts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAnAnswer();
    void keepsWhyThereIsNone();
    void keepsWhatWasSent();
    void keepsNoBodyTwice();
    void givesThemWithTheirRecord();
    void forgetsThemWithTheirDelivery();
    void forgetsTheOneThatEndedAfterItsDelivery();

private:
    Attempt kept(const Attempt &attempt);

    QTemporaryDir m_folder;
    int m_stores = 0;
    std::unique_ptr<Store> m_store; // of one delivery, 1
};

void TstStoreAttempts::init()
{
    const QString file = m_folder.filePath(u"%1.hookglass"_s.arg(++m_stores));
    auto store = Store::open(file, Access::Write);
    QVERIFY(store);
    m_store = std::move(*store);
    Delivery delivery;
    delivery.request = {.method = "POST", .target = "/", .fields = {{"Host", "a"}}, .body = "own"};
    Batch batch;
    batch.deliveries = {std::make_shared<const Delivery>(delivery)};
    QVERIFY(m_store->append(batch));
}

Attempt TstStoreAttempts::kept(const Attempt &attempt)
{
    const auto ids = m_store->append(QList<Attempt>{attempt});
    const auto all = m_store->attempts(attempt.delivery);
    if (!ids || ids->size() != 1 || !all || all->isEmpty() || all->last().id != ids->first())
        return {};
    return all->last();
}

static Attempt attempt()
{
    return {.delivery = 1,
            .sentAt = 1'795'428'000'123'456,
            .target = u"https://app.example/hook"_s,
            .signing = u"now"_s,
            .secret = u"Dev store"_s,
            .source = u"resend"_s,
            .bodyDigest = QByteArray(32, 'd'),
            .times = {.lookup = 1, .connect = 2, .tls = 3, .firstByte = 4, .total = 11},
            .tlsVersion = u"TLSv1.3"_s,
            .certificateChecked = false,
            .proxy = u"http://proxy.example:3128"_s};
}

void TstStoreAttempts::keepsAnAnswer()
{
    Attempt sent = attempt();
    sent.response = http::Response{.status = 302,
                                   .reason = "Found It",
                                   .versionMinor = 0,
                                   .fields = {{"Location", "/x"}, {"a", "1"}, {"A", "\xff"}},
                                   .trailers = {{"T", "2"}},
                                   .body = QByteArray("\0\xff", 2)};
    const Attempt read = kept(sent);
    QCOMPARE(read.response, sent.response);
    QCOMPARE(read.sentAt, sent.sentAt);
    QCOMPARE(read.target, sent.target);
    QCOMPARE(read.signing, sent.signing);
    QCOMPARE(read.secret, sent.secret);
    QCOMPARE(read.source, sent.source);
    QCOMPARE(read.bodyDigest, sent.bodyDigest);
    QCOMPARE(read.times, sent.times);
    QCOMPARE(read.tlsVersion, sent.tlsVersion);
    QCOMPARE(read.certificateChecked, false);
    QCOMPARE(read.proxy, sent.proxy);
    QVERIFY(!read.error && !read.request);
    sent.response = http::Response{};
    QCOMPARE(kept(sent).response, sent.response);
}

void TstStoreAttempts::keepsWhyThereIsNone()
{
    Attempt sent = attempt();
    sent.error = core::Error{.what = u"Cannot send."_s, .why = u"Nothing listens."_s};
    const Attempt read = kept(sent);
    QVERIFY(read.error && !read.response);
    QCOMPARE(core::describe(*read.error), core::describe(*sent.error));
}

void TstStoreAttempts::keepsWhatWasSent()
{
    Attempt sent = attempt();
    sent.request = http::Request{.method = "PUT",
                                 .target = "/new?x",
                                 .fields = {{"Host", "b"}, {"Transfer-Encoding", "chunked"}},
                                 .trailers = {{"T", "2"}},
                                 .framing = http::Framing::Chunked,
                                 .body = "other"};
    const Attempt read = kept(sent);
    QVERIFY(read.request);
    QCOMPARE(read.request->method, sent.request->method);
    QCOMPARE(read.request->target, sent.request->target);
    QCOMPARE(read.request->fields, sent.request->fields);
    QCOMPARE(read.request->trailers, sent.request->trailers);
    QCOMPARE(read.request->framing, sent.request->framing);
    QCOMPARE(read.request->body, sent.request->body);
}

void TstStoreAttempts::keepsNoBodyTwice()
{
    Attempt sent = attempt();
    sent.request = http::Request{.method = "POST", .target = "/", .body = "own"};
    const Attempt read = kept(sent);
    QVERIFY(read.request);
    QCOMPARE(read.request->body, QByteArray());
}

void TstStoreAttempts::givesThemWithTheirRecord()
{
    const auto none = m_store->record(1);
    QVERIFY(none && *none && (*none)->attempts.isEmpty());
    QVERIFY(m_store->append(QList<Attempt>{attempt(), attempt()}));
    const auto one = m_store->record(1);
    QVERIFY(one && *one);
    QCOMPARE((*one)->attempts.size(), 2);
    QVERIFY((*one)->attempts[0].id < (*one)->attempts[1].id);
    const auto all = m_store->records(0, 10);
    QVERIFY(all);
    QCOMPARE(all->first().attempts.size(), 2);
}

void TstStoreAttempts::forgetsThemWithTheirDelivery()
{
    QVERIFY(m_store->append(QList<Attempt>{attempt()}));
    QVERIFY(m_store->remove({1}, 1));
    QVERIFY(m_store->purge());
    QVERIFY(m_store->attempts(1)->isEmpty());
}

void TstStoreAttempts::forgetsTheOneThatEndedAfterItsDelivery()
{
    Attempt ping = attempt();
    ping.delivery = 0;
    QVERIFY(m_store->remove({1}, 1));
    QVERIFY(m_store->purge());
    QVERIFY(m_store->append(QList<Attempt>{attempt(), ping}));
    QVERIFY(m_store->purge());
    QVERIFY(m_store->attempts(1)->isEmpty());
    QCOMPARE(m_store->attempts(0)->size(), 1);
}

QTEST_GUILESS_MAIN(TstStoreAttempts)
#include "tst_storeattempts.moc"
