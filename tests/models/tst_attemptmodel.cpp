// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attemptchanges.h"
#include "models/attemptmodel.h"
#include "models/rowtext.h"
#include "signature/catalogue.h"
#include "support/builders.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::Attempt;
using models::AttemptModel;
using Column = AttemptModel::Column;

class TstAttemptModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestFirst();
    void tellsResults_data();
    void tellsResults();
    void judgesByWhatIsExpected_data();
    void judgesByWhatIsExpected();
    void tellsThatACertificateWasNotChecked();
    void tellsWhatWasChanged_data();
    void tellsWhatWasChanged();
    void knowsABodyThatIsNotKeptTwice();
    void tellsWhatKindItIs_data();
    void tellsWhatKindItIs();
    void namesTheBodyThatWentOut();
    void tellsWhenItWasSentAsTheClockHere();
    void tellsWhichTimestampItHad_data();
    void tellsWhichTimestampItHad();
};

static capture::Delivery received()
{
    capture::Delivery delivery
        = builders::delivery(R"({"data":{"points":1,"tags":["x","y"]},"a.b":1,"host":"h"})");
    delivery.request.fields = {{"Host", "a"}, {"X-Signature", "s"}, {"X-Shop", "a"}};
    return delivery;
}

static QString cell(const AttemptModel &model, int row, Column column)
{
    return model.index(row, int(column)).data().toString();
}

void TstAttemptModel::showsTheNewestFirst()
{
    AttemptModel model;
    const QAbstractItemModelTester tester(&model);
    model.setAttempts({{.target = u"http://a"_s, .signing = u"as-received"_s},
                       {.target = u"http://b"_s, .signing = u"now"_s, .secret = u"Dev store"_s}});
    QCOMPARE(cell(model, 0, Column::Target), u"http://b"_s);
    QCOMPARE(cell(model, 0, Column::Number), u"2"_s);
    QCOMPARE(cell(model, 0, Column::Signing), u"Signed now, Dev store"_s);
    QCOMPARE(cell(model, 1, Column::Signing), u"As received"_s);
    QCOMPARE(cell(model, 1, Column::Number), u"1"_s);
}

void TstAttemptModel::tellsResults_data()
{
    QTest::addColumn<Attempt>("attempt");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("succeeded");
    QTest::newRow("a good answer")
        << Attempt{.response = http::Response{.status = 204, .reason = "Fine"}} << u"204 Fine"_s
        << true;
    QTest::newRow("a redirect, without a word")
        << Attempt{.response = http::Response{.status = 302}} << u"302"_s << false;
    QTest::newRow("none") << Attempt{.error = core::Error{}} << u"No answer"_s << false;
    QTest::newRow("none, and why")
        << Attempt{.error = core::Error{.why = u"It was refused. Nothing listens."_s}}
        << u"No answer: It was refused"_s << false;
    QTest::newRow("a part, and why")
        << Attempt{.error = core::Error{.why = u"Its answer was not whole within 30 s."_s},
                   .times = {.firstByte = 3}}
        << u"No whole answer: Its answer was not whole within 30 s"_s << false;
}

void TstAttemptModel::tellsResults()
{
    QFETCH(Attempt, attempt);
    AttemptModel model;
    model.setAttempts({attempt});
    QTEST(cell(model, 0, Column::Result), "text");
    QFETCH(QString, text);
    QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), u"Send 1, "_s + text);
    QTEST(model.index(0, 0).data(AttemptModel::SucceededRole).toBool(), "succeeded");
}

void TstAttemptModel::judgesByWhatIsExpected_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("met");
    QTest::newRow("a refusal that was expected") << 401 << true;
    QTest::newRow("a success that was not") << 200 << false;
}

void TstAttemptModel::judgesByWhatIsExpected()
{
    QFETCH(int, status);
    QFETCH(bool, met);
    AttemptModel model;
    const QAbstractItemModelTester tester(&model);
    model.setAttempts({{.source = u"resend"_s, .response = http::Response{.status = status}},
                       {.source = u"case:stale"_s, .response = http::Response{.status = status}}});
    model.setJudge([met](const Attempt &attempt) -> std::optional<models::JudgedAnswer> {
        if (models::caseOf(attempt).isEmpty())
            return {};
        return models::JudgedAnswer{.met = met, .words = u"judged"_s};
    });
    const QString code = QString::number(status);
    QCOMPARE(cell(model, 0, Column::Result), code + u", judged"_s);
    QCOMPARE(model.index(0, 0).data(AttemptModel::SucceededRole).toBool(), met);
    QCOMPARE(cell(model, 1, Column::Result), code);
    QCOMPARE(model.index(1, 0).data(AttemptModel::SucceededRole).toBool(), !met);
}

void TstAttemptModel::tellsThatACertificateWasNotChecked()
{
    AttemptModel model;
    model.setAttempts({{.response = http::Response{}, .certificateChecked = false}});
    QVERIFY(cell(model, 0, Column::Result).contains(u"not checked"));
}

void TstAttemptModel::tellsWhatWasChanged_data()
{
    QTest::addColumn<http::Request>("sent");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text, auto change) {
        http::Request sent = received().request;
        change(sent);
        QTest::newRow(name) << sent << text;
    };
    row("nothing", u"none"_s, [](http::Request &) { });
    row("the target", u"none"_s, [](http::Request &sent) { sent.target = "/elsewhere"; });
    row("what is signed anew", u"none"_s,
        [](http::Request &sent) { sent.fields[1].value = "other"; });
    row("a header", u"Header X-Shop"_s, [](http::Request &sent) { sent.fields[2].value = "b"; });
    row("a header more", u"Header X-New"_s,
        [](http::Request &sent) { sent.fields.append(http::Field{"X-New", "1"}); });
    row("the method", u"Method"_s, [](http::Request &sent) { sent.method = "PUT"; });
    row("members of the body", u"points, tags[1], [\"a.b\"]"_s, [](http::Request &sent) {
        sent.body = R"({"data":{"points":2,"tags":["x","z"]},"a.b":2,"host":"h"})";
    });
    row("a member with a name that headers have", u"host"_s,
        [](http::Request &sent) { sent.body.replace("\"h\"", "\"other\""); });
    row("how the body is written", u"Body"_s,
        [](http::Request &sent) { sent.body.replace(",", ", "); });
    row("a body that is no JSON", u"Body"_s, [](http::Request &sent) { sent.body = "{"; });
    row("another kind of body", u"Body"_s, [](http::Request &sent) { sent.body = "[1]"; });
    row("a large body", u"Body"_s,
        [](http::Request &sent) { sent.body = '"' + QByteArray(600'000, 'a') + '"'; });
    row("no body", u"Body"_s, [](http::Request &sent) { sent.body.clear(); });
}

void TstAttemptModel::tellsWhatWasChanged()
{
    QFETCH(http::Request, sent);
    AttemptModel model;
    const QAbstractItemModelTester tester(&model);
    model.setReceived(builders::stored(received()), {},
                      [](const Attempt &) { return QByteArrayList{"Host", "x-signature"}; });
    model.setAttempts(
        {{.request = sent,
          .bodyDigest = QCryptographicHash::hash(sent.body, QCryptographicHash::Sha256)}});
    QTEST(cell(model, 0, Column::Changes), "text");
}

void TstAttemptModel::knowsABodyThatIsNotKeptTwice()
{
    http::Request sent = received().request;
    sent.body.clear();
    const Attempt attempt{.request = sent,
                          .bodyDigest = QCryptographicHash::hash(received().request.body,
                                                                 QCryptographicHash::Sha256)};
    QCOMPARE(models::sentBody(received(), attempt), received().request.body);
    QCOMPARE(models::changesText(received(), {}, attempt), u"none"_s);
    QCOMPARE(models::changesText(received(), {}, Attempt{}), u"none"_s);
}

void TstAttemptModel::tellsWhatKindItIs_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("kind");
    QTest::newRow("by hand") << u"resend"_s << u"Re-sent"_s;
    QTest::newRow("a forward") << u"forward"_s << u"Forwarded"_s;
    QTest::newRow("a test case") << u"case:stale"_s << u"Test: Title of stale"_s;
    QTest::newRow("a test case that is not known") << u"case:odd"_s << u"Test: odd"_s;
    QTest::newRow("nothing, as in old stores") << QString() << u"Re-sent"_s;
}

void TstAttemptModel::tellsWhatKindItIs()
{
    QFETCH(QString, source);
    AttemptModel model;
    model.setCaseTitles(
        [](const QString &id) { return id == "odd"_L1 ? QString() : u"Title of "_s + id; });
    model.setAttempts({{.source = source}});
    QTEST(cell(model, 0, Column::Kind), "kind");
}

void TstAttemptModel::namesTheBodyThatWentOut()
{
    AttemptModel model;
    model.setAttempts(
        {{.source = u"forward"_s},
         {.source = u"forward"_s,
          .bodyDigest = QCryptographicHash::hash("abc", QCryptographicHash::Sha256)}});
    const auto tip = [&model](int row) {
        return model.index(row, int(Column::Kind)).data(Qt::ToolTipRole).toString();
    };
    QCOMPARE(tip(0), u"Forwarded\nBody that went out, SHA-256: ba7816bf8f01…"_s);
    QCOMPARE(tip(1), u"Forwarded"_s);
}

void TstAttemptModel::tellsWhenItWasSentAsTheClockHere()
{
    AttemptModel model;
    model.setAttempts({{.sentAt = 1'700'000'000'123'000}});
    QCOMPARE(model.index(0, int(Column::Sent)).data(Qt::ToolTipRole).toString(),
             models::fullTimeText(1'700'000'000'123'000));
}

void TstAttemptModel::tellsWhichTimestampItHad_data()
{
    constexpr qint64 sentAt = 1'700'000'000; // seconds
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("choice");
    const auto row = [](const char *name, qint64 seconds, const QString &choice) {
        QTest::newRow(name) << QByteArray::number(seconds) << choice;
    };
    row("now", sentAt, u"Now"_s);
    row("now, a second on its way", sentAt - 1, u"Now"_s);
    row("kept", 1'600'000'000, u"Kept original"_s);
    row("ten minutes before", sentAt - 601, u"−10 min"_s);
    row("ten minutes ahead", sentAt + 599, u"+10 min"_s);
    row("at the limit", sentAt - 300, u"−300 s"_s);
    row("beyond the limit", sentAt - 305, u"−305 s"_s);
    row("a second short of the limit ahead", sentAt + 299, u"+299 s"_s);
    row("a day before", sentAt - 86'400, u"−24 h"_s);
    QTest::newRow("no time") << QByteArray("yesterday") << u"No time"_s;
    QTest::newRow("none") << QByteArray() << u"Left out"_s;
}

void TstAttemptModel::tellsWhichTimestampItHad()
{
    QFETCH(QByteArray, time);
    capture::Delivery delivery = builders::delivery("{}");
    const auto withTime = [&delivery](const QByteArray &text) {
        http::Request request = delivery.request;
        request.fields = {{"Smile-Signature", "x"}};
        if (!text.isEmpty())
            request.fields.append(http::Field{"Smile-Timestamp", text});
        return request;
    };
    const Attempt attempt{.sentAt = 1'700'000'000'000'000, .request = withTime(time)};
    delivery.request = withTime("1600000000");
    AttemptModel model;
    model.setReceived(builders::stored(delivery), signature::smile(), {});
    model.setAttempts({attempt, {.sentAt = attempt.sentAt}});
    QTEST(cell(model, 1, Column::Timestamp), "choice");
    QCOMPARE(cell(model, 0, Column::Timestamp), u"Kept original"_s);
    model.setReceived(builders::stored(delivery), {}, {});
    QCOMPARE(cell(model, 1, Column::Timestamp), u"–"_s);
}

QTEST_GUILESS_MAIN(TstAttemptModel)
#include "tst_attemptmodel.moc"
