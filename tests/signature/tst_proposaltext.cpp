// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/detection.h"
#include "support/broken.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using broken::post;
using signature::Likeness;
using signature::Proposal;

namespace
{

const QByteArray hex32 = QByteArray(64, 'a');
const QByteArray hex64 = QByteArray(128, 'c');
const QByteArray base32 = QByteArray(32, '\x17').toBase64();
const QByteArray basic = "Basic " + QByteArray("user:password").toBase64();

} // namespace

class TstProposalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowAlikeItIs_data();
    void saysHowAlikeItIs();
    void saysWhy_data();
    void saysWhy();
    void sumsUp_data();
    void sumsUp();
};

void TstProposalText::saysHowAlikeItIs_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<Likeness>("likeness");

    const auto row = [](const char *name, const QString &scheme, Likeness likeness,
                        const http::Fields &fields) {
        QTest::newRow(name) << post("{}", fields) << scheme << likeness;
    };
    row("all is there", u"stripe"_s, Likeness::Complete,
        {{"Stripe-Signature", "t=1795428000,v1=" + hex32}});
    row("a signed header is missing", u"smile"_s, Likeness::Incomplete,
        {{"Smile-Signature", base32}});
    row("a signed value beside the signature is missing", u"stripe"_s, Likeness::Incomplete,
        {{"Stripe-Signature", "v1=" + hex32}});
    row("another length", u"stripe"_s, Likeness::NameOnly, {{"Stripe-Signature", "t=1,v1=ab"}});
    row("twice", u"stripe"_s, Likeness::NameOnly,
        {{"Stripe-Signature", "t=1,v1=" + hex32}, {"Stripe-Signature", "t=1,v1=" + hex32}});
    row("a token of its own name", u"gitlab"_s, Likeness::Complete, {{"X-Gitlab-Token", "secret"}});
    row("a token of a common name", u"brevo"_s, Likeness::Weak, {{"X-Webhook-Token", "secret"}});
    row("a password", u"postmark"_s, Likeness::Weak, {{"Authorization", basic}});
}

void TstProposalText::saysHowAlikeItIs()
{
    QFETCH(http::Request, request);
    QFETCH(QString, scheme);
    for (const Proposal &proposal : signature::detect(request).first()) {
        if (proposal.scheme != scheme)
            continue;
        QTEST(proposal.likeness, "likeness");
        return;
    }
    QFAIL("not proposed");
}

void TstProposalText::saysWhy_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *name, const http::Fields &fields, const QString &sentence) {
        QTest::newRow(name) << post("{}", fields) << sentence;
    };
    const QByteArray hub = "sha256=" + hex32;
    row("the form", {{"Stripe-Signature", "t=1795428000,v1=" + hex32}},
        u"There is Stripe-Signature with t= and v1=."_s);
    row("the length", {{"Smile-Signature", hex64}},
        u"There is Smile-Signature with 128 hexadecimal digits."_s);
    row("the second of two names", {{"Shopify-Hmac-Sha256", base32}},
        u"There is Shopify-Hmac-Sha256 with 44 Base64 characters."_s);
    row("a companion", {{"X-Hub-Signature-256", hub}, {"X-GitHub-Event", "push"}},
        u"What GitHub sends beside it is there too: X-GitHub-Event."_s);
    row("the User-Agent", {{"X-Hub-Signature-256", hub}, {"User-Agent", "GitHub-Hookshot/0"}},
        u"User-Agent names the sender: “GitHub-Hookshot/0”."_s);
    row("what is missing", {{"Smile-Signature", base32}},
        u"The Smile-Timestamp header is part of the signed text, and it is missing."_s);
    row("what has another form", {{"Stripe-Signature", "t=1,v1=ab"}},
        u"There is Stripe-Signature, but it has another form. Expected 64 hexadecimal digits, got "
        "2 characters."_s);
    row("what anybody could send", {{"Authorization", basic}},
        u"Other senders have theirs in the same place, and any text would do."_s);
}

void TstProposalText::saysWhy()
{
    QFETCH(http::Request, request);
    QFETCH(QString, sentence);
    const QStringList reasons = signature::detect(request).proposals.value(0).reasons;
    QVERIFY2(reasons.contains(sentence), qPrintable(reasons.join(u'\n')));
}

void TstProposalText::sumsUp_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("one") << post("{}", {{"Stripe-Signature", "t=1795428000,v1=" + hex32}})
                         << u"It looks like Stripe (Stripe-Signature with t= and v1=)."_s;
    QTest::newRow("two")
        << post("{}", {{"X-Hub-Signature-256", "sha256=" + hex32}})
        << u"It could be Meta (WhatsApp, Messenger, Instagram) or GitHub (X-Hub-Signature-256 with "
           "sha256=…)."_s;
    QTest::newRow("many")
        << post("{}",
                {{"webhook-id", "1"},
                 {"webhook-timestamp", "1"},
                 {"webhook-signature", "v1," + base32}})
        << u"It could be Standard Webhooks (symmetric, v1), Brex, Dodo Payments or 12 others "
           "(webhook-signature with v1,…)."_s;
    QTest::newRow("only the name") << post("{}", {{"Stripe-Signature", "x"}})
                                   << u"It could be Stripe (Stripe-Signature with t= and v1=)."_s;
}

void TstProposalText::sumsUp()
{
    QFETCH(http::Request, request);
    QTEST(signature::summary(signature::detect(request)), "sentence");
}

QTEST_GUILESS_MAIN(TstProposalText)
#include "tst_proposaltext.moc"
