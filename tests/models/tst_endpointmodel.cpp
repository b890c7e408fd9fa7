// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/endpointmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace models;
using Column = EndpointModel::Column;

class TstEndpointModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatAnEndpointDoes();
    void namesTheSchemes();
    void switchesOffWithTheCheckBox();
    void addsUnderAFreePath();
    void removesARow();
    void saysNothingOfAnUnchangedEndpoint();
    void isNotEditedByBeingFed();
    void namesTheProblemOfAPath_data();
    void namesTheProblemOfAPath();
    void describesAReply_data();
    void describesAReply();
    void countsTheRulesInForce_data();
    void countsTheRulesInForce();

private:
    static QList<capture::Endpoint> endpoints();
};

QList<capture::Endpoint> TstEndpointModel::endpoints()
{
    capture::Endpoint other;
    other.path = u"/other"_s;
    other.scheme.clear();
    other.profile.status = 503;
    other.profile.delayMilliseconds = 1500;
    return {capture::Endpoint(), other};
}

void TstEndpointModel::saysWhatAnEndpointDoes()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEndpoints(endpoints());
    QCOMPARE(model.index(0, int(Column::Path)).data(), u"/"_s);
    QCOMPARE(model.index(0, int(Column::Path)).data(Qt::AccessibleTextRole), u"/, enabled"_s);
    QVERIFY(model.index(0, int(Column::Scheme)).data().toString().startsWith(u"Smile"_s));
    QCOMPARE(model.index(1, int(Column::Scheme)).data(), u"None"_s);
    QCOMPARE(model.index(1, int(Column::Reply)).data(),
             u"503 Service Unavailable after 1,500 ms"_s);
    auto ruled = endpoints();
    ruled[0].rules.answers.append(capture::AnswerRule());
    model.setEndpoints(ruled);
    QCOMPARE(model.index(0, int(Column::Reply)).data(), u"200 OK, 1 rule"_s);
}

void TstEndpointModel::namesTheSchemes()
{
    EndpointModel model;
    model.setEndpoints({{.scheme = u"stripe"_s}, {.path = u"/a"_s, .scheme = u"acme"_s}});
    const auto name
        = [&model](int row) { return model.index(row, int(Column::Scheme)).data().toString(); };
    QCOMPARE(name(0), u"Stripe"_s);
    QCOMPARE(name(1), u"acme (unknown)"_s);
    QSignalSpy changed(&model, &EndpointModel::dataChanged);
    model.setSchemes(signature::SchemeBook({{.id = u"acme"_s, .name = u"Acme, Inc."_s}}));
    QCOMPARE(name(1), u"Acme, Inc."_s);
    QCOMPARE(changed.size(), 1);
}

void TstEndpointModel::switchesOffWithTheCheckBox()
{
    EndpointModel model;
    model.setEndpoints(endpoints());
    QSignalSpy edited(&model, &EndpointModel::edited);
    QVERIFY(model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(edited.size(), 1);
    QVERIFY(!model.endpoints().at(1).enabled);
    QVERIFY(!model.setData(model.index(1, 1), Qt::Unchecked, Qt::CheckStateRole));
}

void TstEndpointModel::addsUnderAFreePath()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEndpoints(endpoints());
    QCOMPARE(model.add(), 2);
    QCOMPARE(model.add(), 3);
    QCOMPARE(model.endpoints().at(2).path, u"/hooks"_s);
    QCOMPARE(model.endpoints().at(3).path, u"/hooks-2"_s);
    QCOMPARE(model.endpoints().at(3).scheme, u"smile"_s);
}

void TstEndpointModel::removesARow()
{
    EndpointModel model;
    const QAbstractItemModelTester tester(&model);
    model.setEndpoints(endpoints());
    QSignalSpy edited(&model, &EndpointModel::edited);
    model.remove(0);
    QCOMPARE(model.endpoints(), endpoints().sliced(1));
    QCOMPARE(edited.size(), 1);
}

void TstEndpointModel::saysNothingOfAnUnchangedEndpoint()
{
    EndpointModel model;
    model.setEndpoints(endpoints());
    QSignalSpy edited(&model, &EndpointModel::edited);
    model.change(0, endpoints().at(0));
    QCOMPARE(edited.size(), 0);
}

void TstEndpointModel::isNotEditedByBeingFed()
{
    EndpointModel model;
    QSignalSpy edited(&model, &EndpointModel::edited);
    QSignalSpy reset(&model, &EndpointModel::modelReset);
    model.setEndpoints(endpoints());
    model.setEndpoints(endpoints());
    QCOMPARE(edited.size(), 0);
    QCOMPARE(reset.size(), 1);
}

void TstEndpointModel::namesTheProblemOfAPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("problem");
    const auto characters = u"A path has no spaces, no “?”, no “#” and only ASCII characters."_s;
    QTest::newRow("fine") << u"/hooks/smile"_s << QString();
    QTest::newRow("its own path") << u"/other"_s << QString();
    QTest::newRow("escapes") << u"/a%20b"_s << QString();
    QTest::newRow("empty") << QString() << u"A path starts with a slash."_s;
    QTest::newRow("no slash") << u"hooks"_s << u"A path starts with a slash."_s;
    QTest::newRow("space") << u"/a b"_s << characters;
    QTest::newRow("query") << u"/a?b"_s << characters;
    QTest::newRow("fragment") << u"/a#b"_s << characters;
    QTest::newRow("not ASCII") << u"/ü"_s << characters;
    QTest::newRow("slash at the end")
        << u"/a/"_s << u"Leave out the slash at the end; what is below the path matches."_s;
    QTest::newRow("taken") << u"/"_s << u"Another endpoint has this path."_s;
    QTest::newRow("longest") << u'/' + QString(1023, u'a') << QString();
    QTest::newRow("one over the longest")
        << u'/' + QString(1024, u'a') << u"A path has at most 1,024 characters."_s;
}

void TstEndpointModel::namesTheProblemOfAPath()
{
    QFETCH(QString, path);
    QTEST(pathProblem(endpoints(), 1, path), "problem");
}

void TstEndpointModel::describesAReply_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("delay");
    QTest::addColumn<QString>("text");
    QTest::newRow("usual") << 200 << 0 << u"200 OK"_s;
    QTest::newRow("delayed") << 200 << 250 << u"200 OK after 250 ms"_s;
    QTest::newRow("without a phrase") << 299 << 0 << u"299"_s;
}

void TstEndpointModel::describesAReply()
{
    QFETCH(int, status);
    QFETCH(int, delay);
    capture::ResponseProfile profile;
    profile.status = status;
    profile.delayMilliseconds = delay;
    QTEST(replyText(profile), "text");
}

void TstEndpointModel::countsTheRulesInForce_data()
{
    const capture::AnswerRule forGood;
    const capture::AnswerRule ending{.until = 11};
    const capture::AnswerRule over{.until = 10};
    QTest::addColumn<QList<capture::AnswerRule>>("rules"); // now is 10
    QTest::addColumn<QString>("text");
    using Rules = QList<capture::AnswerRule>;
    QTest::newRow("none") << Rules() << u"200 OK"_s;
    QTest::newRow("one") << Rules{forGood} << u"200 OK, 1 rule"_s;
    QTest::newRow("several") << Rules{forGood, ending, over} << u"200 OK, 2 rules"_s;
    QTest::newRow("all over") << Rules{over} << u"200 OK"_s;
}

void TstEndpointModel::countsTheRulesInForce()
{
    QFETCH(QList<capture::AnswerRule>, rules);
    QTEST(replyText(capture::Endpoint{.rules = {.answers = rules}}, 10), "text");
}

QTEST_GUILESS_MAIN(TstEndpointModel)
#include "tst_endpointmodel.moc"
