// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"
#include "ui/fix.h"

#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;
using signature::Question;

// What one click may change.
class TstFix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repairsTheSecret();
    void takesAnotherEndpointsSecret_data();
    void takesAnotherEndpointsSecret();
    void switchesTheScheme();
    void setsThePublicUrl();
    void offersNothingThatWouldNotDo_data();
    void offersNothingThatWouldNotDo();

private:
    static std::optional<Fix> fixFor(const Question &question)
    {
        return fixOf(question, signature::diagnose(question));
    }
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";
const QByteArray usual = QByteArray(broken::stamp) + '.' + body;

Question signedWith(const QByteArray &key, const QByteArray &stored)
{
    return broken::ask(u"smile"_s, stored, smile::request(body, broken::hmac64(key, usual)));
}

// Trello signs the body and the URL that it was given.
Question behindTunnel()
{
    http::Request request = broken::post(
        body, {{"X-Forwarded-Host", "hooks.example.com"}, {"X-Forwarded-Proto", "https"}},
        "/trello?board=1");
    const QByteArray text = QByteArray(body) + "https://hooks.example.com/trello?board=1";
    request.fields.append(
        {"X-Trello-Webhook", broken::hmac64(smile::key, text, QCryptographicHash::Sha1)});
    return broken::ask(u"trello"_s, smile::key, request);
}

Question github(const QByteArray &key)
{
    const QByteArray value = "sha256=" + broken::hmacHex(key, body);
    Question question
        = broken::ask(u"smile"_s, key, broken::post(body, {{"X-Hub-Signature-256", value}}));
    question.otherSchemes = {*signature::schemeById(u"github"_s)};
    return question;
}

} // namespace

void TstFix::repairsTheSecret()
{
    const auto fix = fixFor(signedWith(smile::key, QByteArray(smile::key) + '\n'));
    QVERIFY(fix);
    QCOMPARE(fix->kind, Fix::Kind::RepairSecret);
    QCOMPARE(fix->secret->label(), u"primary"_s);
    QCOMPARE(fix->secret->bytes(), QByteArrayView(smile::key));
    QCOMPARE(labelOf(*fix), u"Repair the secret “primary”"_s);
    QCOMPARE(doneOf(*fix), u"The secret “primary” was repaired."_s);
}

void TstFix::takesAnotherEndpointsSecret_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("stored");

    QTest::newRow("a free label") << u"Other"_s << u"Other"_s;
    QTest::newRow("a label that is taken here") << u"primary"_s << u"primary 2"_s;
}

void TstFix::takesAnotherEndpointsSecret()
{
    QFETCH(QString, label);
    Question question = signedWith("another-secret-0123456789", smile::key);
    question.otherSecrets = {smile::secret(label, "not-this-one-0123456789"),
                             smile::secret(label, "another-secret-0123456789")};
    const auto fix = fixFor(question);
    QVERIFY(fix);
    QCOMPARE(fix->kind, Fix::Kind::AddSecret);
    QTEST(fix->secret->label(), "stored");
    QCOMPARE(fix->secret->bytes(), QByteArrayView("another-secret-0123456789"));
}

void TstFix::switchesTheScheme()
{
    const auto fix = fixFor(github(smile::key));
    QVERIFY(fix);
    QCOMPARE(fix->kind, Fix::Kind::SwitchScheme);
    QCOMPARE(fix->scheme, u"github"_s);
    QVERIFY(labelOf(*fix).contains(u"GitHub"_s));
}

void TstFix::setsThePublicUrl()
{
    const auto fix = fixFor(behindTunnel());
    QVERIFY(fix);
    QCOMPARE(fix->kind, Fix::Kind::SetUrl);
    QCOMPARE(fix->url, QByteArray("https://hooks.example.com/trello?board=1"));
    QCOMPARE(fix->target, QByteArray("/trello?board=1"));
}

void TstFix::offersNothingThatWouldNotDo_data()
{
    QTest::addColumn<Question>("question");

    QTest::newRow("another body was signed") << broken::smileBody("{}", "{}\n");
    QTest::newRow("nothing fits") << broken::smiles("something else", body);
    QTest::newRow("two mistakes at once") << [] {
        Question question = signedWith(smile::key, QByteArray(smile::key) + '\n');
        question.request = smile::request(body, broken::hmac64(smile::key, body));
        return question;
    }();
    QTest::newRow("the developer's own code is asked about") << [] {
        Question question = signedWith(smile::key, QByteArray(smile::key) + '\n');
        question.origin = signature::Origin::OwnCode;
        question.computed = broken::hmac64(smile::key, usual);
        return question;
    }();
}

void TstFix::offersNothingThatWouldNotDo()
{
    QFETCH(Question, question);
    QVERIFY(!fixFor(question));
}

QTEST_GUILESS_MAIN(TstFix)
#include "tst_fix.moc"
