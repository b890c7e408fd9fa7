// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/signer.h"
#include "signature/verifier.h"
#include "support/smile.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstSigner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAsOthersDo();
    void signsWhatIsVerified_data();
    void signsWhatIsVerified();
};

void TstSigner::signsAsOthersDo()
{
    const http::Fields expected{{"Smile-Timestamp", "1795428000"},
                                {"Smile-Signature", smile::pingSignature}};
    QCOMPARE(signature::sign(signature::smile(), *smile::secret(u"primary"_s), "1795428000",
                             smile::ping),
             expected);
}

void TstSigner::signsWhatIsVerified_data()
{
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("a timestamp that is none") << QByteArray("yesterday") << QByteArray("x");
    QTest::newRow("a body of zeros") << QByteArray("1795428000") << QByteArray(5000, '\0');
}

void TstSigner::signsWhatIsVerified()
{
    QFETCH(QByteArray, timestamp);
    QFETCH(QByteArray, body);
    const auto secret = smile::secret(u"primary"_s);
    http::Request request;
    request.fields = signature::sign(signature::smile(), *secret, timestamp, body);
    request.body = body;
    QCOMPARE(signature::verify(request, signature::smile(), {secret}, 0).signature,
             signature::Signature::Verified);
}

QTEST_GUILESS_MAIN(TstSigner)
#include "tst_signer.moc"
