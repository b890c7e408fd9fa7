// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/hiddenvalue.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstHiddenValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesAHiddenSignature_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("hidden");
        const QByteArray placeholder = signature::hiddenValue(7);
        QTest::newRow("in the header of its name")
            << u"smile"_s << QByteArray("Smile-Signature") << placeholder << true;
        QTest::newRow("not hidden")
            << u"smile"_s << QByteArray("Smile-Signature") << QByteArray("abc=") << false;
        QTest::newRow("of the first key")
            << u"docusign"_s << QByteArray("X-DocuSign-Signature-1") << placeholder << true;
        QTest::newRow("of the second key, the first being gone")
            << u"docusign"_s << QByteArray("X-DocuSign-Signature-2") << placeholder << true;
        QTest::newRow("of the last number")
            << u"docusign"_s << QByteArray("x-docusign-signature-100") << placeholder << true;
        QTest::newRow("numbered, and not hidden")
            << u"docusign"_s << QByteArray("X-DocuSign-Signature-2") << QByteArray("abc=") << false;
        QTest::newRow("behind what is no number")
            << u"docusign"_s << QByteArray("X-DocuSign-Signature-n") << placeholder << false;
    }

    void seesAHiddenSignature()
    {
        QFETCH(const QString, scheme);
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        const http::Request request{.method = "POST",
                                    .target = "/",
                                    .fields = {{"Host", "localhost"}, {name, value}},
                                    .body = "{}"};
        QTEST(signature::isSignatureHidden(request, *signature::schemeById(scheme)), "hidden");
    }
};

QTEST_GUILESS_MAIN(TstHiddenValue)
#include "tst_hiddenvalue.moc"
