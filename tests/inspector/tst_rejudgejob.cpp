// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/rejudgejob.h"
#include "signature/catalogue.h"
#include "support/builders.h"
#include "support/smile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using inspector::SecretTrial;
using signature::Signature;

class TstRejudgeJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened
            = capture::Store::open(m_folder->filePath(u"a.hookglass"_s), capture::Access::Write);
        QVERIFY(opened);
        m_store = std::move(*opened);
    }

    void cleanup() { m_store.reset(); }

    void triesASecretWhereNoneFitsNow_data()
    {
        QTest::addColumn<Signature>("shown");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<qint64>("tried");
        QTest::newRow("no secret was there") << Signature::NoSecret << u""_s << u"/"_s << 1LL;
        QTest::newRow("none fitted") << Signature::Invalid << u""_s << u"/"_s << 1LL;
        QTest::newRow("the one that fitted is gone")
            << Signature::Verified << u"Old"_s << u"/"_s << 1LL;
        QTest::newRow("one at hand fits") << Signature::Verified << u"Dev"_s << u"/"_s << 0LL;
        QTest::newRow("unsigned") << Signature::Unsigned << u""_s << u"/"_s << 0LL;
        QTest::newRow("none fitted elsewhere") << Signature::Invalid << u""_s << u"/a"_s << 0LL;
        QTest::newRow("gone elsewhere") << Signature::Verified << u"Old"_s << u"/a"_s << 0LL;
    }

    void triesASecretWhereNoneFitsNow()
    {
        QFETCH(const Signature, shown);
        QFETCH(const QString, secret);
        QFETCH(const QString, endpoint);
        append(1, {.scheme = u"smile"_s, .signature = shown, .secret = secret}, endpoint);
        const SecretTrial right = trial(smile::key);
        QTEST(right.tried, "tried");
        QCOMPARE(right.verified, right.tried);
        const SecretTrial wrong = trial("another-client-secret-0123456789");
        QTEST(wrong.tried, "tried");
        QCOMPARE(wrong.verified, 0);
    }

    // Where hundreds fit none, the older ones that were verified once are tried still.
    void countsBothKindsApart()
    {
        append(3, {.scheme = u"smile"_s, .signature = Signature::Verified, .secret = u"Old"_s});
        append(230, {.scheme = u"smile"_s, .signature = Signature::NoSecret});
        const SecretTrial found = trial(smile::key);
        QCOMPARE(found.tried, 203);
        QCOMPARE(found.verified, 203);
    }

    void looksAtTheLatestAlone()
    {
        append(1, {.scheme = u"smile"_s, .signature = Signature::Verified, .secret = u"Old"_s});
        append(400, {.scheme = u"smile"_s, .signature = Signature::Unsigned});
        QCOMPARE(trial(smile::key).tried, 0);
    }

private:
    void append(int count, const signature::Verdict &verdict, const QString &endpoint = u"/"_s)
    {
        capture::Delivery delivery = builders::delivery(smile::ping);
        delivery.request = smile::request();
        delivery.endpoint = endpoint;
        delivery.verdict = verdict;
        capture::Batch batch;
        for (int at = 0; at < count; ++at)
            batch.deliveries.append(builders::stored(delivery));
        QVERIFY(m_store->append(batch));
    }

    SecretTrial trial(const QByteArray &key)
    {
        const auto found = inspector::trySecret(*m_store, {}, signature::smile(),
                                                smile::secret(u"?"_s, key), {u"Dev"_s});
        return found ? *found : SecretTrial{.verified = -1, .tried = -1};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<capture::Store> m_store;
};

QTEST_GUILESS_MAIN(TstRejudgeJob)

#include "tst_rejudgejob.moc"
