// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/signer.h"
#include "support/liveinspector.h"
#include "support/smile.h"

#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;
using signature::Signature;

// What an endpoint is judged by: its scheme, of the catalogue or the store's own, and its URL.
class TstSchemes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void verifiesAgainstThePublicUrl();
    void judgesAgainByThePublicUrl();
    void judgesAgainByAnotherScheme();
    void judgesByTheSetUpsParameters();
    void judgesByItsOwnSchemes();
    void keepsItsOwnSchemes();
    void judgesAgainWhenItsOwnSchemeChanges();
    void findsTheEventAgainWhenOnlyItsPlacesChange();
    void judgesAgainAtAPathThatComesBack();
    void judgesNothingWithoutTheScheme();
    void judgesEveryEndpointThatChanged();
    void triesASecretWithThePublicUrl();
    void proposesWhatArrives();
    void proposesNothingWhereNothingArrived();
    void listsWhatCameLast();

private:
    void setEndpoint(const capture::Endpoint &endpoint);
    void send(const http::Request &request);
    inspector::Details details(qint64 id);
    signature::Verdict latest(qint64 id);

    std::unique_ptr<support::LiveInspector> m_live;
};

namespace
{

const QString publicUrl = u"https://hooks.example.com/sms"_s;

// As Twilio signs it: the URL that its console knows, and the form's fields.
http::Request sms(const QByteArray &url)
{
    http::Request request;
    request.method = "POST";
    request.target = "/";
    request.framing = http::Framing::ContentLength;
    request.body = "Body=Hello&From=%2B15551234567";
    request.fields = {{"Host", "localhost"},
                      {"Content-Type", "application/x-www-form-urlencoded"},
                      {"Content-Length", QByteArray::number(request.body.size())}};
    const auto done = signature::sign(*signature::schemeById(u"twilio"), *smile::secret(u"Dev"_s),
                                      request, {}, {.url = url});
    return done ? *done : request;
}

// Smile's rule under headers of its own.
signature::Scheme acme(const QByteArray &header = "Acme-Signature")
{
    signature::Scheme scheme = signature::smile();
    scheme.id = u"acme"_s;
    scheme.name = u"Acme"_s;
    scheme.signature = {{signature::Source::Header, header}};
    scheme.time->from.name = "Acme-Timestamp";
    return scheme;
}

http::Request acmeRequest()
{
    http::Request request = smile::request();
    request.fields[1].name = "Acme-Timestamp";
    request.fields[2].name = "Acme-Signature";
    return request;
}

} // namespace

void TstSchemes::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    (*m_live)->useSecrets(u"/"_s, {smile::secret(u"Dev"_s)});
    QVERIFY(m_live->listen());
}

void TstSchemes::setEndpoint(const capture::Endpoint &endpoint)
{
    QSignalSpy rejudged(&**m_live, &Inspector::rejudged);
    (*m_live)->setEndpoints({endpoint});
    QVERIFY(rejudged.wait());
}

void TstSchemes::send(const http::Request &request)
{
    QSignalSpy answered(&**m_live, &Inspector::answered);
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QUrl url((*m_live)->listening()->urls.first());
    socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(url.port()));
    QByteArray bytes = request.method + ' ' + request.target + " HTTP/1.1\r\n";
    for (const http::Field &field : request.fields)
        bytes += field.name + ": " + field.value + "\r\n";
    socket.write(bytes + "\r\n" + request.body);
    QTRY_COMPARE(answered.size(), 1);
}

inspector::Details TstSchemes::details(qint64 id)
{
    QSignalSpy fetched(&**m_live, &Inspector::fetched);
    (*m_live)->fetch(id);
    return fetched.wait() ? fetched[0][0].value<inspector::Details>() : inspector::Details();
}

signature::Verdict TstSchemes::latest(qint64 id)
{
    const inspector::Details all = details(id);
    if (!all.delivery)
        return {};
    return all.judgements.isEmpty() ? all.delivery->verdict : all.judgements.last().verdict;
}

void TstSchemes::verifiesAgainstThePublicUrl()
{
    setEndpoint({.scheme = u"twilio"_s, .publicUrl = publicUrl});
    send(sms(publicUrl.toUtf8()));
    QCOMPARE(latest(1).signature, Signature::Verified);
    QSignalSpy fetched(&**m_live, &Inspector::fetched);
    (*m_live)->fetch(1);
    QVERIFY(fetched.wait());
    const auto details = fetched[0][0].value<inspector::Details>();
    QCOMPARE(details.scheme->id, u"twilio"_s);
    QCOMPARE(details.senderUrl, publicUrl.toUtf8());
}

void TstSchemes::judgesAgainByThePublicUrl()
{
    setEndpoint({.scheme = u"twilio"_s});
    send(sms(publicUrl.toUtf8()));
    QCOMPARE(latest(1).signature, Signature::Invalid);
    setEndpoint({.scheme = u"twilio"_s, .publicUrl = publicUrl});
    QCOMPARE(latest(1).signature, Signature::Verified);
}

void TstSchemes::judgesAgainByAnotherScheme()
{
    send(sms("https://localhost/"));
    QCOMPARE(latest(1).signature, Signature::Unsigned);
    QSignalSpy judged(&**m_live, &Inspector::judged);
    setEndpoint({.scheme = u"twilio"_s});
    QCOMPARE(latest(1).signature, Signature::Verified);
    QCOMPARE(judged.last()[1].toLongLong(), 1);
    QCOMPARE(judged.last()[2].toLongLong(), 1);
}

// As PayPal signs the receiver's own webhook id, which no request tells.
void TstSchemes::judgesByTheSetUpsParameters()
{
    signature::Scheme scheme = acme();
    scheme.message = *signature::parseTemplate("{timestamp}.{config:app}");
    (*m_live)->putScheme(scheme);
    http::Request request = acmeRequest();
    const auto done = signature::sign(scheme, *smile::secret(u"Dev"_s), request, "1795428000",
                                      {.parameters = {{"app", "42"}}});
    QVERIFY(done);
    setEndpoint({.scheme = u"acme"_s});
    send(*done);
    QCOMPARE(latest(1).signature, Signature::Invalid);
    setEndpoint({.scheme = u"acme"_s, .parameters = {{"app", "42"}}});
    QCOMPARE(latest(1).signature, Signature::Verified);
    send(*done);
    QCOMPARE(latest(2).signature, Signature::Verified);
}

void TstSchemes::judgesByItsOwnSchemes()
{
    (*m_live)->putScheme(acme());
    setEndpoint({.scheme = u"acme"_s});
    send(acmeRequest());
    QCOMPARE(latest(1).signature, Signature::Verified);
    QCOMPARE(latest(1).scheme, u"acme"_s);
}

void TstSchemes::keepsItsOwnSchemes()
{
    (*m_live)->putScheme(acme());
    setEndpoint({.scheme = u"acme"_s});
    send(acmeRequest());
    QSignalSpy opened(&**m_live, &Inspector::opened);
    (*m_live)->open(m_live->path(u"other.hookglass"_s));
    QVERIFY(opened.wait());
    QVERIFY((*m_live)->schemes() == signature::SchemeBook());
    (*m_live)->open(m_live->path(u"test.hookglass"_s));
    QVERIFY(opened.wait());
    QVERIFY((*m_live)->schemes() == signature::SchemeBook({acme()}));
    (*m_live)->useSecrets(u"/"_s, {smile::secret(u"Dev"_s)});
    send(acmeRequest());
    QCOMPARE(latest(2).signature, Signature::Verified);
}

void TstSchemes::judgesAgainWhenItsOwnSchemeChanges()
{
    (*m_live)->putScheme(acme("Other-Signature"));
    setEndpoint({.scheme = u"acme"_s});
    send(acmeRequest());
    QCOMPARE(latest(1).signature, Signature::Unsigned);
    QSignalSpy rejudged(&**m_live, &Inspector::rejudged);
    (*m_live)->putScheme(acme());
    QVERIFY(rejudged.wait());
    QCOMPARE(latest(1).signature, Signature::Verified);
}

void TstSchemes::findsTheEventAgainWhenOnlyItsPlacesChange()
{
    (*m_live)->putScheme(acme());
    setEndpoint({.scheme = u"acme"_s});
    send(acmeRequest());
    QCOMPARE(details(1).delivery->event.topic, u"ping"_s);
    signature::Scheme other = acme();
    other.eventType = {{signature::Source::Header, "Acme-Timestamp"}};
    QSignalSpy rejudged(&**m_live, &Inspector::rejudged);
    QSignalSpy judged(&**m_live, &Inspector::judged);
    (*m_live)->putScheme(other);
    QVERIFY(rejudged.wait());
    QCOMPARE(judged.last()[0].value<QList<capture::Judgement>>().size(), 1);
    QCOMPARE(details(1).judgements.last().event.value_or(capture::Event()).topic, u"1795428000"_s);
    (*m_live)->rejudge(u"/"_s); // and nothing is news any more
    QVERIFY(rejudged.wait());
    QCOMPARE(details(1).judgements.size(), 1);
    (*m_live)->putScheme(acme());
    QVERIFY(rejudged.wait());
    QCOMPARE(details(1).judgements.last().event.value_or(capture::Event()).topic, u"ping"_s);
}

void TstSchemes::judgesAgainAtAPathThatComesBack()
{
    const capture::Endpoint rest{.path = u"/"_s};
    QSignalSpy rejudged(&**m_live, &Inspector::rejudged);
    (*m_live)->setEndpoints({rest, {.path = u"/a"_s, .scheme = u"stripe"_s}});
    QVERIFY(rejudged.wait());
    http::Request request = smile::request();
    request.target = "/a";
    send(request);
    QCOMPARE(latest(1).signature, Signature::Unsigned);
    (*m_live)->setEndpoints({rest});
    (*m_live)->useSecrets(u"/a"_s, {smile::secret(u"Dev"_s)});
    (*m_live)->setEndpoints({rest, {.path = u"/a"_s, .scheme = u"smile"_s}});
    QVERIFY(rejudged.wait());
    QCOMPARE(latest(1).signature, Signature::Verified);
}

void TstSchemes::judgesNothingWithoutTheScheme()
{
    (*m_live)->putScheme(acme());
    setEndpoint({.scheme = u"acme"_s});
    send(acmeRequest());
    QSignalSpy rejudged(&**m_live, &Inspector::rejudged);
    (*m_live)->removeScheme(u"acme"_s);
    QVERIFY(rejudged.wait());
    QCOMPARE(latest(1), signature::Verdict({.scheme = u"acme"_s}));
    send(acmeRequest());
    QCOMPARE(latest(2), signature::Verdict({.scheme = u"acme"_s}));
}

// The second one must not take the place of the first, which is still under way.
void TstSchemes::judgesEveryEndpointThatChanged()
{
    const auto with = [](const QString &scheme) {
        return QList<capture::Endpoint>{{.path = u"/"_s, .scheme = scheme},
                                        {.path = u"/a"_s, .scheme = scheme}};
    };
    (*m_live)->setEndpoints(with(u"stripe"_s));
    send(smile::request());
    http::Request below = smile::request();
    below.target = "/a";
    (*m_live)->useSecrets(u"/a"_s, {smile::secret(u"Dev"_s)});
    send(below);
    QSignalSpy rejudged(&**m_live, &Inspector::rejudged);
    (*m_live)->setEndpoints(with(u"smile"_s));
    QTRY_VERIFY(rejudged.size() >= 2);
    QCOMPARE(latest(1).signature, Signature::Verified);
    QCOMPARE(latest(2).signature, Signature::Verified);
}

void TstSchemes::triesASecretWithThePublicUrl()
{
    (*m_live)->forgetSecret(u"/"_s, u"Dev"_s);
    setEndpoint({.scheme = u"twilio"_s, .publicUrl = publicUrl});
    send(sms(publicUrl.toUtf8()));
    QSignalSpy tested(&**m_live, &Inspector::secretTested);
    (*m_live)->testSecret(u"/"_s, smile::secret(u"?"_s), 1);
    QVERIFY(tested.wait());
    QCOMPARE(tested[0], QVariantList({1, qint64(1), qint64(1)}));
}

void TstSchemes::proposesWhatArrives()
{
    send(sms("https://localhost/"));
    QSignalSpy proposed(&**m_live, &Inspector::proposed);
    (*m_live)->propose(u"/"_s);
    (*m_live)->propose(u"/"_s);
    QTRY_COMPARE(proposed.size(), 2);
    QCOMPARE(proposed[0][0].toString(), u"/"_s);
    QCOMPARE(proposed[0][1].toLongLong(), 1);
    const auto first = proposed[0][2].value<signature::Detection>().proposals.first();
    QCOMPARE(first.scheme, u"twilio"_s);
    QCOMPARE(first.likeness, signature::Likeness::Verified);
}

void TstSchemes::proposesNothingWhereNothingArrived()
{
    send(smile::request());
    QSignalSpy proposed(&**m_live, &Inspector::proposed);
    (*m_live)->propose(u"/a"_s);
    (*m_live)->propose(u"/"_s);
    QVERIFY(proposed.wait());
    QCOMPARE(proposed.size(), 1);
    QCOMPARE(proposed[0][0].toString(), u"/"_s);
}

void TstSchemes::listsWhatCameLast()
{
    send(smile::request());
    send(smile::request());
    QSignalSpy listed(&**m_live, &Inspector::recentListed);
    (*m_live)->listRecent(u"/"_s);
    (*m_live)->listRecent(u"/a"_s);
    QTRY_COMPARE(listed.size(), 2);
    const auto rows = listed[0][1].value<QList<capture::Summary>>();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].id, 2);
    QCOMPARE(listed[1][1].value<QList<capture::Summary>>().size(), 0);
}

QTEST_GUILESS_MAIN(TstSchemes)
#include "tst_schemes.moc"
