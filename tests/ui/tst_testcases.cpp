// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "support/smile.h"
#include "ui/resend/testcases.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using resend::Basis;
using resend::SignatureChoice;
using ui::SigningTime;

constexpr qint64 now = smile::sentAt * 1'000'000;

// Which cases there are, and what makes a request one of them.
class TstTestCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatOneRequestCannotShow();
    void needsNoSecretForSome();
    void takesTheOtherSecretOfARotation();
    void makesACaseByChoices_data();
    void makesACaseByChoices();
    void makesACaseByOtherBytes();
};

static Basis basis(const signature::Secrets &secrets = {smile::secret(u"one"_s)})
{
    return {.scheme = signature::smile(), .secrets = secrets, .request = smile::request()};
}

static QByteArrayList ids(const Basis &basis)
{
    QByteArrayList all;
    for (const resend::ConformanceCase &wanted : ui::singleCases(basis))
        all.append(wanted.id);
    return all;
}

void TstTestCases::leavesOutWhatOneRequestCannotShow()
{
    const QByteArrayList all = ids(basis());
    for (const char *id : {"good", "wrong-secret", "altered-body", "missing-signature", "stale"})
        QVERIFY2(all.contains(id), id);
    for (const char *id : {"prompt", "duplicate", "out-of-order", "slow", "rotated-secret"})
        QVERIFY2(!all.contains(id), id);
}

void TstTestCases::needsNoSecretForSome()
{
    QCOMPARE(ids(basis({})), QByteArrayList({"wrong-secret", "missing-signature"}));
}

void TstTestCases::takesTheOtherSecretOfARotation()
{
    const Basis two = basis({smile::secret(u"one"_s), smile::secret(u"two"_s, "other")});
    QVERIFY(ids(two).contains("rotated-secret"));
    const auto setUp = ui::setUpOf({.id = "rotated-secret"}, two, now);
    QVERIFY(setUp);
    QCOMPARE(setUp->signing.secret, u"two"_s);
}

void TstTestCases::makesACaseByChoices_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<SignatureChoice>("signature");
    QTest::addColumn<SigningTime>("time");
    QTest::addColumn<qint64>("shift"); // seconds
    using S = SignatureChoice;
    using T = SigningTime;
    const auto row = [](const char *id, S signature, T time, qint64 shift) {
        QTest::newRow(id) << QByteArray(id) << signature << time << shift;
    };
    row("good", S::Again, T::Now, 0);
    row("wrong-secret", S::Wrong, T::Now, 0);
    row("missing-signature", S::LeaveOut, T::Now, 0);
    row("missing-timestamp", S::Again, T::LeaveOut, 0);
    row("just-outside", S::Again, T::Shift, -310);
    row("at-the-limit", S::Again, T::Shift, -300);
    row("just-inside", S::Again, T::Shift, -290);
}

void TstTestCases::makesACaseByChoices()
{
    QFETCH(QByteArray, id);
    const auto setUp = ui::setUpOf({.id = id}, basis(), now);
    QVERIFY(setUp);
    QTEST(setUp->signing.signature, "signature");
    QTEST(setUp->signing.time, "time");
    QFETCH(qint64, shift);
    QCOMPARE(setUp->signing.shift, shift * 1'000'000);
    QVERIFY(!setUp->fields && !setUp->body);
}

void TstTestCases::makesACaseByOtherBytes()
{
    const auto setUp = ui::setUpOf({.id = "altered-body"}, basis(), now);
    QVERIFY(setUp);
    QVERIFY(setUp->fields && setUp->body);
    QVERIFY(*setUp->body != smile::request().body);
    QVERIFY(setUp->signing.signature == SignatureChoice::Keep);
    QVERIFY(setUp->signing.time == SigningTime::Keep);
    const auto huge = ui::setUpOf({.id = "huge"}, basis(), now);
    QVERIFY(huge && !huge->fields && huge->body->size() > 1'000'000);
}

QTEST_APPLESS_MAIN(TstTestCases)
#include "tst_testcases.moc"
