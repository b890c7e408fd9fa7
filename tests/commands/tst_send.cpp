// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/command.h"
#include "support/capturedoutput.h"
#include "support/publickeys.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstSend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysThatSigningTakesThePrivateKey_data();
    void saysThatSigningTakesThePrivateKey();
    void sendsUnsignedWithoutLookingAtAKey();

private:
    struct Outcome {
        int status = -1;
        QString words;
    };
    Outcome send(const QByteArray &secret, const QStringList &more);

    QTemporaryDir m_folder;
};

void TstSend::init() { QVERIFY(m_folder.isValid()); }

TstSend::Outcome TstSend::send(const QByteArray &secret, const QStringList &more)
{
    const QString path = m_folder.filePath(u"key"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(secret) != secret.size())
        return {};
    file.close();
    const QStringList words = QStringList{u"--scheme"_s, u"discord"_s, u"--secret-file"_s, path}
        + more + QStringList{u"https://localhost:1/"_s};
    CapturedOutput said(STDERR_FILENO);
    const int status = commands::find(u"send")->run(words);
    return {.status = status, .words = QString::fromUtf8(said.text())};
}

void TstSend::saysThatSigningTakesThePrivateKey_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QStringList>("more");

    QTest::newRow("the public key") << QByteArray(publickeys::edwardsHex) << QStringList();
    QTest::newRow("a private key") << QByteArray("-----BEGIN PRIVATE KEY-----\n") << QStringList();
    QTest::newRow("no key") << QByteArray("a text that is no key") << QStringList();
    QTest::newRow("signed wrongly")
        << QByteArray("a text that is no key") << QStringList{u"--signing"_s, u"wrong"_s};
}

void TstSend::saysThatSigningTakesThePrivateKey()
{
    QFETCH(QByteArray, secret);
    QFETCH(QStringList, more);
    const Outcome outcome = send(secret, more);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.words.contains(u"That takes the private key, which only the sender has."_s),
             qPrintable(outcome.words));
    QVERIFY2(!outcome.words.contains(u"public key"_s), qPrintable(outcome.words));
}

// What is refused next is the trust.
void TstSend::sendsUnsignedWithoutLookingAtAKey()
{
    const Outcome outcome
        = send("no key", {u"--signing"_s, u"none"_s, u"--ca"_s, u"a.pem"_s, u"--insecure"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.words.contains(u"contradict"_s), qPrintable(outcome.words));
}

QTEST_GUILESS_MAIN(TstSend)
#include "tst_send.moc"
