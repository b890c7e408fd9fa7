// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/liveinspector.h"
#include "support/rows.h"
#include "ui/dialogs/arrivaldialog.h"
#include "ui/dialogs/publicaddress.h"
#include "ui/views/linkbutton.h"
#include "ui/views/steprow.h"

#include <QLabel>
#include <QLineEdit>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using capture::Reason;
using Outcome = ArrivalCheck::Outcome;

Q_DECLARE_METATYPE(ui::ArrivalFacts)
Q_DECLARE_METATYPE(ui::ArrivalCheck::Outcome)

class TstArrivalDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtTheListener_data();
    void looksAtTheListener();
    void looksAtTheCertificate_data();
    void looksAtTheCertificate();
    void saysWhatAFailedHandshakeMeans();
    void forgivesWhatWasBeforeTheLastWebhook();
    void saysWhatWasRefusedAndWhatItAskedFor();
    void warnsOfAnAnswerThatIsAFailure();
    void looksAtThePublicAddress_data();
    void looksAtThePublicAddress();
    void namesWhatOnlyTheUserCanSee();
    void findsTheLatestOfEachKind();
    void passesOverItsOwnRequests();
    void passesOverWhatWasImported();
    void readsRequestLines_data();
    void readsRequestLines();
    void followsTheListener();
    void takesTheAddressThatIsKnown();
    void showsWhatWasRefused();
    void leadsToTheOtherDialogs();

private:
    static constexpr qint64 now = 1'795'428'600'000'000;

    static capture::Summary rejection(qint64 id, Reason reason, const QString &text)
    {
        capture::Summary row = rows::row(id);
        row.rejection = reason;
        row.peer = u"34.1.2.3"_s;
        row.text = text;
        row.status = 0;
        return row;
    }

    static listener::Listening listening()
    {
        return {.address = u"127.0.0.1"_s, .port = 8443, .urls = {u"https://localhost:8443/"_s}};
    }

    static QDateTime day(int offset)
    {
        return QDateTime::fromSecsSinceEpoch(now / 1'000'000).addDays(offset);
    }
};

void TstArrivalDialog::looksAtTheListener_data()
{
    QTest::addColumn<ArrivalFacts>("facts");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing listens") << ArrivalFacts{} << Outcome::Trouble << u"until"_s;
    QTest::newRow("paused") << ArrivalFacts{.listening = listening(), .paused = true}
                            << Outcome::Trouble << u"503"_s;
    QTest::newRow("listening") << ArrivalFacts{.listening = listening()} << Outcome::Good
                               << u"https://localhost:8443/"_s;
}

void TstArrivalDialog::looksAtTheListener()
{
    QFETCH(const ArrivalFacts, facts);
    QFETCH(const Outcome, outcome);
    QFETCH(const QString, says);
    const ArrivalCheck check = checkListener(facts);
    QCOMPARE(check.outcome, outcome);
    QVERIFY2(check.text.contains(says), qPrintable(check.text));
}

void TstArrivalDialog::looksAtTheCertificate_data()
{
    QTest::addColumn<QDateTime>("end");
    QTest::addColumn<TrustState>("trust");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("none yet") << QDateTime() << TrustState::Unknown << Outcome::Open;
    QTest::newRow("expired") << day(-1) << TrustState::LocalTrusted << Outcome::Trouble;
    QTest::newRow("trusted") << day(1) << TrustState::LocalTrusted << Outcome::Good;
    QTest::newRow("not trusted") << day(1) << TrustState::LocalUntrusted << Outcome::Open;
    QTest::newRow("one's own") << day(1) << TrustState::Own << Outcome::Good;
    QTest::newRow("one's own, expired") << day(-1) << TrustState::Own << Outcome::Trouble;
}

void TstArrivalDialog::looksAtTheCertificate()
{
    QFETCH(const QDateTime, end);
    QFETCH(const TrustState, trust);
    QTEST(checkCertificate({.trust = trust, .certificateEnd = end, .now = now}).outcome, "outcome");
}

void TstArrivalDialog::saysWhatAFailedHandshakeMeans()
{
    QCOMPARE(checkHandshakes({.now = now}).outcome, Outcome::Good);
    const ArrivalFacts facts{
        .handshake = rejection(1, Reason::TlsHandshake,
                               u"The sender does not know the local authority (unknown_ca)."_s),
        .now = now};
    const ArrivalCheck check = checkHandshakes(facts);
    QCOMPARE(check.outcome, Outcome::Trouble);
    QVERIFY(check.text.contains(u"34.1.2.3"_s));
    QVERIFY(check.text.contains(u"unknown_ca"_s));
    QVERIFY(check.text.contains(u"has to trust the local authority"_s));
}

void TstArrivalDialog::forgivesWhatWasBeforeTheLastWebhook()
{
    ArrivalFacts facts{.delivery = rows::row(2),
                       .handshake = rejection(1, Reason::TlsHandshake, u"It failed."_s),
                       .refusal = rejection(1, Reason::PlainHttp, u"It was http."_s),
                       .now = now};
    QCOMPARE(checkHandshakes(facts).outcome, Outcome::Good);
    QCOMPARE(checkRefusals(facts).outcome, Outcome::Good);
    facts.handshake->id = 3;
    facts.refusal->id = 4;
    QCOMPARE(checkHandshakes(facts).outcome, Outcome::Trouble);
    QCOMPARE(checkRefusals(facts).outcome, Outcome::Trouble);
}

void TstArrivalDialog::saysWhatWasRefusedAndWhatItAskedFor()
{
    QCOMPARE(checkRefusals({.now = now}).outcome, Outcome::Good);
    const ArrivalFacts facts{.refusal
                             = rejection(1, Reason::PlainHttp, u"A sender used http://."_s),
                             .refusedLine = u"POST /hook HTTP/1.1"_s,
                             .now = now};
    const QString text = checkRefusals(facts).text;
    QVERIFY(text.contains(capture::title(Reason::PlainHttp)));
    QVERIFY(text.contains(u"“POST /hook HTTP/1.1”"_s));
    QVERIFY(text.contains(u"9 min ago"_s)); // 599.999 s, cut
}

void TstArrivalDialog::warnsOfAnAnswerThatIsAFailure()
{
    ArrivalFacts facts{.now = now};
    QCOMPARE(checkLastWebhook(facts).outcome, Outcome::Open);
    facts.delivery = rows::row(1);
    facts.delivery->target = "/hook";
    QCOMPARE(checkLastWebhook(facts).outcome, Outcome::Good);
    QVERIFY(checkLastWebhook(facts).text.contains(u"/hook"_s));
    facts.delivery->status = 503;
    QCOMPARE(checkLastWebhook(facts).outcome, Outcome::Trouble);
    QVERIFY(checkLastWebhook(facts).title.contains(u"503"_s));
}

void TstArrivalDialog::looksAtThePublicAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("reached");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("none") << QString() << false << Outcome::Open;
    QTest::newRow("not tried") << u"https://a.example.com/"_s << false << Outcome::Open;
    QTest::newRow("leads here") << u"https://a.example.com/"_s << true << Outcome::Good;
    QTest::newRow("this computer's own")
        << u"https://localhost:8443/"_s << true << Outcome::Trouble;
    QTest::newRow("plain HTTP") << u"http://a.example.com/"_s << true << Outcome::Trouble;
}

void TstArrivalDialog::looksAtThePublicAddress()
{
    QFETCH(const QString, url);
    QFETCH(const bool, reached);
    QTEST(checkPublicUrl({.publicUrl = url, .reached = reached}).outcome, "outcome");
}

void TstArrivalDialog::namesWhatOnlyTheUserCanSee()
{
    const QString text = checkSmile({.publicUrl = u"https://a.example.com/x"_s}).text;
    QVERIFY(text.contains(u"https://a.example.com/x"_s));
    QVERIFY(text.contains(u"customer:read"_s));
    QVERIFY(text.contains(u"apps"_s));
    QVERIFY(text.contains(u"24 hours"_s));
}

void TstArrivalDialog::findsTheLatestOfEachKind()
{
    models::DeliveryRows made;
    made.append(rejection(1, Reason::TlsHandshake, u"old"_s));
    made.append(rejection(2, Reason::TlsHandshake, u"new"_s));
    made.append(rejection(3, Reason::PlainHttp, u"plain"_s));
    made.append(rows::row(4));
    made.append(rows::row(5));
    ArrivalFacts facts;
    findLatest(made, facts);
    QCOMPARE(facts.handshake.value().id, 2);
    QCOMPARE(facts.refusal.value().id, 3);
    QCOMPARE(facts.delivery.value().id, 5);
    ArrivalFacts none;
    findLatest({}, none);
    QVERIFY(!none.handshake && !none.refusal && !none.delivery);
}

void TstArrivalDialog::passesOverItsOwnRequests()
{
    models::DeliveryRows made;
    capture::Summary check = rows::row(1);
    check.method = "POST";
    check.target = "/?hookglass-check=0123";
    capture::Summary ping = rows::row(2);
    ping.test = true;
    made.append(check);
    made.append(ping);
    ArrivalFacts facts;
    findLatest(made, facts);
    QVERIFY(!facts.delivery);
}

void TstArrivalDialog::passesOverWhatWasImported()
{
    models::DeliveryRows made;
    made.append(rows::row(1));
    capture::Summary imported = rows::row(2);
    imported.importedAt = now;
    made.append(imported);
    ArrivalFacts facts;
    findLatest(made, facts);
    QCOMPARE(facts.delivery.value().id, 1);
}

void TstArrivalDialog::readsRequestLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a whole head") << QByteArray("POST /a HTTP/1.1\r\nHost: x\r\n\r\n")
                                  << u"POST /a HTTP/1.1"_s;
    QTest::newRow("cut in the line") << QByteArray("POST /a HT") << u"POST /a HT"_s;
    QTest::newRow("a ClientHello") << QByteArray("\x16\x03\x01\x02\x00 \x01", 7) << QString();
    QTest::newRow("a line without an end")
        << QByteArray("GET /" + QByteArray(1000, 'a')) << u"GET /"_s + QString(195, u'a');
}

void TstArrivalDialog::readsRequestLines()
{
    QFETCH(const QByteArray, bytes);
    QTEST(requestLine(bytes), "line");
}

void TstArrivalDialog::followsTheListener()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    const models::DeliveryModel model;
    const ArrivalDialog dialog(*live, model);
    const auto *first = dialog.findChild<StepRow *>();
    QCOMPARE(first->state(), StepRow::State::Trouble);
    QVERIFY(live.listen());
    QCOMPARE(first->state(), StepRow::State::Done);
    live->setPaused(true);
    QTRY_COMPARE(first->state(), StepRow::State::Trouble);
}

void TstArrivalDialog::takesTheAddressThatIsKnown()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    auto endpoints = live->endpoints();
    endpoints.first().publicUrl = u"https://stored.example.com/"_s;
    QSignalSpy changed(&*live, &inspector::Inspector::endpointsChanged);
    live->setEndpoints(endpoints);
    QVERIFY(!changed.isEmpty() || changed.wait());
    const models::DeliveryModel model;
    ArrivalDialog dialog(*live, model);
    const auto *edit = dialog.findChild<QLineEdit *>(u"publicUrl"_s);
    dialog.setPublicUrl({});
    QCOMPARE(edit->text(), u"https://stored.example.com/"_s);
    dialog.setPublicUrl(u"https://typed.example.com/"_s); // what stands there stays
    QCOMPARE(edit->text(), u"https://stored.example.com/"_s);
    ArrivalDialog another(*live, model);
    another.setPublicUrl(u"https://typed.example.com/"_s);
    QCOMPARE(another.findChild<QLineEdit *>(u"publicUrl"_s)->text(),
             u"https://typed.example.com/"_s);
}

void TstArrivalDialog::showsWhatWasRefused()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    QVERIFY(live.listen());
    models::DeliveryModel model;
    connect(&*live, &inspector::Inspector::stored, &model, &models::DeliveryModel::append);
    const ArrivalDialog dialog(*live, model);
    const auto says = [&dialog](const QString &words) {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->text().contains(words); });
    };
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, live->listening()->port);
    QVERIFY(socket.waitForConnected());
    socket.write("POST /typed/wrong HTTP/1.1\r\nHost: localhost\r\n\r\n");
    QTRY_VERIFY(says(u"“POST /typed/wrong HTTP/1.1”"_s));
    QVERIFY(says(capture::title(Reason::PlainHttp)));
}

void TstArrivalDialog::leadsToTheOtherDialogs()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    const models::DeliveryModel model;
    const ArrivalDialog dialog(*live, model);
    QSignalSpy settings(&dialog, &ArrivalDialog::settingsWanted);
    QSignalSpy trust(&dialog, &ArrivalDialog::trustWanted);
    QSignalSpy reach(&dialog, &ArrivalDialog::reachWanted);
    for (auto *link : dialog.findChildren<LinkButton *>())
        link->click();
    QCOMPARE(settings.size(), 1);
    QCOMPARE(trust.size(), 1);
    QCOMPARE(reach.size(), 1);
}

QTEST_MAIN(TstArrivalDialog)
#include "tst_arrivaldialog.moc"
