// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "support/builders.h"
#include "support/smile.h"
#include "support/vectors.h"
#include "ui/views/codeview.h"
#include "ui/views/diagnosisview.h"
#include "ui/views/signatureview.h"
#include "ui/views/valuebox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using signature::Signature;

class TstSignatureView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsBothValuesAndMarksWhereTheyDiffer();
    void showsTheSignedTextWithAllThatIsUnseen();
    void saysWhyNothingIsComputed_data();
    void saysWhyNothingIsComputed();
    void saysThatTheSignedTextIsEmptyAsTheBodyIs_data();
    void saysThatTheSignedTextIsEmptyAsTheBodyIs();
    void saysThatTheSecretIsGone();
    void saysOfTheInvalidThatNoSecretIsAtHand();
    void offersNoSecretWhereNoneCouldHelp();
    void saysHowLongTheValueShouldBe();
    void speaksTheSchemesWords_data();
    void speaksTheSchemesWords();
    void saysOfPublicKeysAndTokensThatNothingIsComputed_data();
    void saysOfPublicKeysAndTokensThatNothingIsComputed();
    void copiesTheComputedValueOnlyAfterAWarning();
    void copiesTheSignedText();
    void offersCodeForAKnownScheme();

private:
    void judge(const http::Request &request, const signature::Secrets &secrets,
               const signature::Scheme &scheme = signature::smile(),
               const signature::Context &context = {});
    void judgeVector(const QString &scheme);
    QPushButton *button(const QString &text) const;
    ValueBox *value(const QString &name) const;
    QString words() const;

    std::unique_ptr<SignatureView> m_view;
};

void TstSignatureView::init()
{
    m_view = std::make_unique<SignatureView>();
    m_view->resize(600, 700);
    m_view->setVisible(true);
    QGuiApplication::clipboard()->clear();
}

void TstSignatureView::judge(const http::Request &request, const signature::Secrets &secrets,
                             const signature::Scheme &scheme, const signature::Context &context)
{
    capture::Delivery delivery = builders::delivery();
    delivery.request = request;
    const qint64 arrival = delivery.receivedAt;
    const auto verdict = signature::verify(request, scheme, secrets, arrival, context);
    m_view->show(
        {.delivery = builders::stored(delivery),
         .verdict = verdict,
         .evidence = signature::explain(request, scheme, secrets, verdict, arrival, context),
         .scheme = scheme,
         .around = {.secrets = secrets}});
}

// The first one of the scheme that is verified.
void TstSignatureView::judgeVector(const QString &scheme)
{
    for (const QJsonObject &vector : vectors::all()) {
        if (vector[u"scheme"].toString() != scheme || !vector[u"valid"].toBool())
            continue;
        judge(vectors::requestOf(vector), vectors::secretsOf(vector),
              signature::schemeById(scheme).value(), vectors::contextOf(vector));
        return;
    }
    QFAIL(qPrintable(u"no vector of "_s + scheme));
}

QPushButton *TstSignatureView::button(const QString &text) const
{
    for (auto *button : m_view->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

ValueBox *TstSignatureView::value(const QString &name) const
{
    for (auto *box : m_view->findChildren<ValueBox *>()) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

QString TstSignatureView::words() const
{
    QStringList words;
    for (const auto *label : m_view->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    return words.join(u'|');
}

void TstSignatureView::showsBothValuesAndMarksWhereTheyDiffer()
{
    QByteArray other(smile::pingSignature);
    other[0] = 'v';
    judge(smile::request(smile::ping, other), {smile::secret(u"Dev store"_s)});
    QCOMPARE(value(u"Received value"_s)->toPlainText(), QString::fromLatin1(other));
    QCOMPARE(value(u"Computed value"_s)->toPlainText(), QString::fromLatin1(smile::pingSignature));
    const auto marks = value(u"Received value"_s)->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.selectedText(), u"v"_s);
    QVERIFY2(words().contains(u"Dev store"_s), qPrintable(words()));
    QVERIFY(button(u"Try another secret…"_s));
}

void TstSignatureView::showsTheSignedTextWithAllThatIsUnseen()
{
    judge(smile::request(QByteArray("\xEF\xBB\xBF{\r\n\t\"a\":\0\x7F 1}\n", 17)),
          {smile::secret(u"Dev store"_s)});
    QCOMPARE(m_view->findChild<CodeView *>()->toPlainText(),
             u"1795428000.⟨U+FEFF⟩{␍␊\n␉\"a\":␀␡ 1}␊\n"_s);
    QVERIFY2(words().contains(u"28 bytes: timestamp, full stop, body."_s), qPrintable(words()));
}

void TstSignatureView::saysWhyNothingIsComputed_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<bool>("haveSecret");
    QTest::addColumn<QString>("why");
    QTest::newRow("no secret") << smile::request() << false << u"there is no secret yet"_s;
    QTest::newRow("no timestamp") << smile::without(smile::request(), "Smile-Timestamp") << true
                                  << u"a part of the signed text is missing"_s;
}

void TstSignatureView::saysWhyNothingIsComputed()
{
    QFETCH(http::Request, request);
    QFETCH(bool, haveSecret);
    QFETCH(QString, why);
    judge(request,
          haveSecret ? signature::Secrets{smile::secret(u"Dev store"_s)} : signature::Secrets());
    QVERIFY2(words().contains(why), qPrintable(words()));
    QVERIFY(!value(u"Computed value"_s)->isVisible());
    QVERIFY(!button(u"Copy computed value…"_s));
    QSignalSpy wanted(m_view.get(), &SignatureView::secretWanted);
    if (auto *add = button(u"Add the secret…"_s))
        add->click();
    QCOMPARE(wanted.size(), haveSecret ? 0 : 1);
}

void TstSignatureView::saysThatTheSignedTextIsEmptyAsTheBodyIs_data()
{
    QTest::addColumn<bool>("haveSecret");
    QTest::newRow("with a secret") << true;
    QTest::newRow("without one") << false;
}

// Nothing is missing: all is done with it as with any other.
void TstSignatureView::saysThatTheSignedTextIsEmptyAsTheBodyIs()
{
    QFETCH(bool, haveSecret);
    const http::Request request{
        .method = "POST", .fields = {{"X-Hub-Signature-256", "sha256=" + QByteArray(64, '0')}}};
    judge(request,
          haveSecret ? signature::Secrets{smile::secret(u"Dev store"_s)} : signature::Secrets(),
          signature::schemeById(u"github"_s).value());
    QVERIFY2(words().contains(u"0 bytes: body. The signed text is empty, since the body is."_s),
             qPrintable(words()));
    QVERIFY2(!words().contains(u"missing"_s), qPrintable(words()));
    QCOMPARE(words().contains(u"there is no secret yet"_s), !haveSecret);
    QCOMPARE(value(u"Computed value"_s)->isVisible(), haveSecret);
    QVERIFY(!button(u"Copy signed text"_s));
}

void TstSignatureView::saysThatTheSecretIsGone()
{
    const http::Request request = smile::request(smile::ping, smile::pingSignature);
    capture::Delivery delivery = builders::delivery();
    delivery.request = request;
    signature::Verdict verdict{.signature = signature::Signature::Verified,
                               .freshness = signature::Freshness::Stale,
                               .secret = u"Dev store"_s};
    verdict.scheme = signature::smile().id;
    const auto asks = [&](const signature::Secrets &secrets) {
        m_view->show({.delivery = builders::stored(delivery),
                      .verdict = verdict,
                      .evidence = signature::explain(request, signature::smile(), secrets, verdict,
                                                     delivery.receivedAt, {}),
                      .scheme = signature::smile(),
                      .around = {.secrets = secrets}});
        return m_view->findChild<DiagnosisView *>()->isVisible();
    };
    QVERIFY(asks({smile::secret(u"Dev store"_s)}));
    QVERIFY(!asks({}));
    QVERIFY2(
        words().contains(u"the secret “Dev store”, which it was verified with, is not at hand"),
        qPrintable(words()));
}

// No hint that a secret may be empty: there is none.
void TstSignatureView::saysOfTheInvalidThatNoSecretIsAtHand()
{
    const http::Request request = smile::request("altered");
    capture::Delivery delivery = builders::delivery();
    delivery.request = request;
    const signature::Verdict verdict{.scheme = signature::smile().id,
                                     .signature = signature::Signature::Invalid,
                                     .freshness = signature::Freshness::Fresh};
    QSignalSpy diagnosed(m_view.get(), &SignatureView::diagnosed);
    m_view->show({.delivery = builders::stored(delivery),
                  .verdict = verdict,
                  .evidence = signature::explain(request, signature::smile(), {}, verdict,
                                                 delivery.receivedAt, {}),
                  .scheme = signature::smile()});
    QVERIFY(diagnosed.wait());
    QVERIFY(!m_view->diagnosis());
    QVERIFY(!m_view->findChild<DiagnosisView *>()->isVisible());
    QVERIFY2(words().contains(u"no secret of this endpoint is at hand any more"_s),
             qPrintable(words()));
    QVERIFY(button(u"Add the secret…"_s));
}

void TstSignatureView::offersNoSecretWhereNoneCouldHelp()
{
    const signature::Secrets secrets{smile::secret(u"Dev store"_s)};
    judge(smile::without(smile::request("altered"), "Smile-Timestamp"), secrets);
    QVERIFY(!button(u"Try another secret…"_s));
    judge(smile::request("altered"), secrets);
    QVERIFY(button(u"Try another secret…"_s));
}

void TstSignatureView::saysHowLongTheValueShouldBe()
{
    judge(smile::request(), {smile::secret(u"Dev store"_s)});
    QVERIFY2(words().contains(u"44 character(s), as expected"_s), qPrintable(words()));
    judge(smile::request(smile::ping, "short"), {smile::secret(u"Dev store"_s)});
    QVERIFY2(words().contains(u"5 character(s); 44 are expected"_s), qPrintable(words()));
}

void TstSignatureView::speaksTheSchemesWords_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QStringList>("facts");

    const auto row = [](const char *scheme, const QStringList &facts) {
        QTest::newRow(scheme) << QString::fromLatin1(scheme) << facts;
    };
    const QString covered = u"covered by the signature"_s;
    row("github", {u"HMAC-SHA256, written in hex"_s, covered, u"64 character(s), as expected"_s});
    row("stripe",
        {u"HMAC-SHA256, written in hex"_s, covered, u"64 character(s), as expected"_s,
         u"timestamp, full stop, body"_s});
    row("svix",
        {u"HMAC-SHA256, written in Base64"_s, covered, u"decoded from Base64"_s,
         u"header svix-id, full stop, timestamp"_s});
    row("twilio", {u"HMAC-SHA1, written in Base64"_s, u"28 character(s), as expected"_s});
    row("shopify",
        {u"HMAC-SHA256, written in Base64"_s, covered, u"44 character(s), as expected"_s});
    row("vonage",
        {u"signed token (JWS, HS256)"_s, u"the scheme has no fixed length"_s,
         u"the token's header, full stop, the token's payload"_s});
    row("mailgun", {u"HMAC-SHA256, written in hex"_s, u"not covered: an altered one"_s});
}

void TstSignatureView::speaksTheSchemesWords()
{
    QFETCH(QString, scheme);
    QFETCH(QStringList, facts);
    judgeVector(scheme);
    for (const QString &fact : std::as_const(facts))
        QVERIFY2(words().contains(fact), qPrintable(fact + u" in "_s + words()));
    QVERIFY(value(u"Computed value"_s)->isVisible());
}

void TstSignatureView::saysOfPublicKeysAndTokensThatNothingIsComputed_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("hasText");

    QTest::newRow("an Ed25519 key") << u"discord"_s << u"only the sender's private key"_s << true;
    QTest::newRow("a token") << u"gitlab"_s << u"the sender sends the secret itself"_s << false;
    QTest::newRow("basic authentication")
        << u"postmark"_s << u"the sender sends the secret itself"_s << false;
}

void TstSignatureView::saysOfPublicKeysAndTokensThatNothingIsComputed()
{
    QFETCH(QString, scheme);
    QFETCH(QString, why);
    QFETCH(bool, hasText);
    judgeVector(scheme);
    QVERIFY2(words().contains(why), qPrintable(words()));
    QVERIFY(!value(u"Computed value"_s)->isVisible());
    QCOMPARE(m_view->findChild<CodeView *>()->isVisible(), hasText);
}

void TstSignatureView::copiesTheComputedValueOnlyAfterAWarning()
{
    judge(smile::request(), {smile::secret(u"Dev store"_s)});
    for (const bool sure : {false, true}) {
        button(u"Copy computed value…"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        auto *warning = m_view->findChild<QMessageBox *>();
        QVERIFY(warning->isVisible());
        QCOMPARE(warning->defaultButton(), warning->button(QMessageBox::Cancel));
        for (auto *choice : warning->buttons()) {
            if (warning->buttonRole(choice)
                == (sure ? QMessageBox::AcceptRole : QMessageBox::RejectRole))
                choice->click();
        }
        QTRY_VERIFY(!m_view->findChild<QMessageBox *>());
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(smile::pingSignature));
}

void TstSignatureView::copiesTheSignedText()
{
    judge(smile::request(), {smile::secret(u"Dev store"_s)});
    button(u"Copy signed text"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"1795428000."_s + QString::fromLatin1(smile::ping));
}

void TstSignatureView::offersCodeForAKnownScheme()
{
    QVERIFY(!button(u"Verification code…"_s));
    judgeVector(u"github"_s);
    QSignalSpy wanted(m_view.get(), &SignatureView::codeWanted);
    auto *code = button(u"Verification code…"_s);
    QVERIFY(code);
    code->click();
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(TstSignatureView)
#include "tst_signatureview.moc"
