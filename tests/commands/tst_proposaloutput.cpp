// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/proposaloutput.h"
#include "signature/catalogue.h"
#include "signature/verifier.h"
#include "support/builders.h"
#include "support/capturedoutput.h"
#include "support/smile.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstProposalOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItLooksLike_data();
    void saysWhatItLooksLike();
    void saysSoOnce();
    void saysLittleOfManySenders();

private:
    static capture::Delivery delivery(const http::Fields &fields, const QString &scheme)
    {
        capture::Delivery made = builders::delivery();
        made.request.fields = http::Fields{{"Host", "localhost"}} + fields;
        made.verdict
            = signature::verify(made.request, signature::schemeById(scheme).value(), {}, 0);
        return made;
    }
    QString said(const QList<capture::Delivery> &deliveries)
    {
        CapturedOutput words(STDERR_FILENO);
        commands::SchemeHints hints;
        for (const capture::Delivery &one : deliveries)
            hints.look(u"a.http"_s, one, {}, {}, {});
        return QString::fromUtf8(words.text());
    }
};

void TstProposalOutput::saysWhatItLooksLike_data()
{
    QTest::addColumn<http::Fields>("fields");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("sentence");

    const http::Field stripe{"Stripe-Signature", "t=1795428000,v1=" + QByteArray(64, 'a')};
    const http::Field hubSpot{"X-HubSpot-Signature", QByteArray(64, 'a')};
    const http::Field hub{"X-Hub-Signature-256", "sha256=" + QByteArray(64, 'a')};
    const http::Fields standard{{"webhook-id", "1"},
                                {"webhook-timestamp", "1795428000"},
                                {"webhook-signature", "v1," + QByteArray(43, 'A') + '='}};
    QTest::newRow("another sender than Smile")
        << http::Fields{stripe} << u"smile"_s
        << u"It looks like Stripe (Stripe-Signature with t= and v1=). Try --scheme stripe."_s;
    QTest::newRow("another sender than the given one")
        << http::Fields{stripe} << u"github"_s
        << u"It looks like Stripe (Stripe-Signature with t= and v1=). Try --scheme stripe."_s;
    QTest::newRow("the other Smile")
        << http::Fields{{"Smile-Signature", QByteArray(128, 'a')}} << u"smile"_s
        << u"It looks like Smile (getsmileapi.com, not Smile.io) (Smile-Signature with 128 "
           u"hexadecimal "
           "digits). Try --scheme smile_getsmileapi."_s;
    QTest::newRow("two of one rule")
        << http::Fields{hub} << u"smile"_s
        << u"It could be Meta (WhatsApp, Messenger, Instagram) or GitHub (X-Hub-Signature-256 with "
           "sha256=…). Try --scheme meta."_s;
    QTest::newRow("two of different rules")
        << http::Fields{hubSpot} << u"smile"_s
        << u"It could be HubSpot v1 or HubSpot v2 (X-HubSpot-Signature with 64 hexadecimal "
           "digits). Try --scheme hubspot_v1 or --scheme hubspot_v2."_s;
    QTest::newRow("many") << standard << u"smile"_s
                          << u"It could be Standard Webhooks (symmetric, v1), Brex, Dodo Payments "
                             "or 12 others (webhook-signature with v1,…). “hookglass schemes --for "
                             "FILE” lists them."_s;
    QTest::newRow("a password, which says nothing")
        << http::Fields{{"Authorization", "Basic dTpw"}} << u"smile"_s << QString();
    QTest::newRow("nothing known") << http::Fields{} << u"smile"_s << QString();
    QTest::newRow("the given scheme itself, malformed")
        << http::Fields{{"Stripe-Signature", "x"}} << u"stripe"_s << QString();
}

void TstProposalOutput::saysWhatItLooksLike()
{
    QFETCH(http::Fields, fields);
    QFETCH(QString, scheme);
    QFETCH(QString, sentence);
    const QString expected = sentence.isEmpty()
        ? QString()
        : u"a.http: %1\n"_s.arg(sentence.replace("FILE"_L1, "a.http"_L1));
    QCOMPARE(said({delivery(fields, scheme)}), expected);
}

void TstProposalOutput::saysSoOnce()
{
    const capture::Delivery one = delivery({{"X-Gitlab-Token", "secret"}}, u"smile"_s);
    QCOMPARE(said({one, one, one}).count(u'\n'), 1);
}

void TstProposalOutput::saysLittleOfManySenders()
{
    QList<capture::Delivery> deliveries;
    for (const signature::Scheme &scheme : signature::allSchemes()) {
        if (scheme.type == signature::Type::Hmac && scheme.form.form == signature::Form::Plain)
            deliveries.append(delivery(
                {{signature::signatureHeader(scheme), scheme.form.prefix + QByteArray(64, 'a')}},
                u"smile"_s));
    }
    QVERIFY(deliveries.size() > 50);
    QCOMPARE(said(deliveries).count(u'\n'), 10);
}

QTEST_GUILESS_MAIN(TstProposalOutput)
#include "tst_proposaloutput.moc"
