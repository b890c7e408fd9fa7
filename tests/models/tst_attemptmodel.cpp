// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attemptmodel.h"

#include <QAbstractItemModelTester>
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
    void tellsThatACertificateWasNotChecked();
};

static QString cell(const AttemptModel &model, int row, Column column)
{
    return model.index(row, int(column)).data().toString();
}

void TstAttemptModel::showsTheNewestFirst()
{
    AttemptModel model;
    const QAbstractItemModelTester tester(&model);
    model.setAttempts({{.target = u"http://a"_s, .signing = u"as-received"_s},
                       {.target = u"http://b"_s, .signing = u"now"_s}});
    QCOMPARE(cell(model, 0, Column::Target), u"http://b"_s);
    QCOMPARE(cell(model, 0, Column::Number), u"2"_s);
    QCOMPARE(cell(model, 0, Column::Signing), u"Signed now"_s);
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
}

void TstAttemptModel::tellsResults()
{
    QFETCH(Attempt, attempt);
    AttemptModel model;
    model.setAttempts({attempt});
    QTEST(cell(model, 0, Column::Result), "text");
    QTEST(model.index(0, 0).data(AttemptModel::SucceededRole).toBool(), "succeeded");
}

void TstAttemptModel::tellsThatACertificateWasNotChecked()
{
    AttemptModel model;
    model.setAttempts({{.response = http::Response{}, .certificateChecked = false}});
    QVERIFY(cell(model, 0, Column::Result).contains(u"not checked"));
}

QTEST_GUILESS_MAIN(TstAttemptModel)
#include "tst_attemptmodel.moc"
