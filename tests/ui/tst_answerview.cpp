// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/answerview.h"
#include "ui/views/elidedlabel.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::AnswerView;
using ui::ElidedLabel;

class TstAnswerView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesRoomForTheFacts_data();
    void leavesRoomForTheFacts();
    void showsAShortResultWhole();
    void showsAUsualResultBeforeTheEndOfTheFacts();
    void tellsTheWholeOfAResultThatIsCut();

private:
    void show(const QByteArray &reason, const QString &proxy = {});
    const ElidedLabel *label(const QString &text) const;

    std::unique_ptr<AnswerView> m_view;
};

static const QByteArray longReason
    = "OK, 3 rules were applied, 2 of them to the customer, and the rest is queued for later";

void TstAnswerView::show(const QByteArray &reason, const QString &proxy)
{
    m_view = std::make_unique<AnswerView>();
    m_view->resize(700, 400);
    m_view->setVisible(true);
    m_view->show({.target = u"http://localhost:3000/hook"_s,
                  .response = http::Response{.status = 200, .reason = reason, .body = "ok"},
                  .times = {.total = 104},
                  .proxy = proxy});
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QCoreApplication::processEvents(); // what is laid out anew
}

const ElidedLabel *TstAnswerView::label(const QString &text) const
{
    for (const auto *one : m_view->findChildren<ElidedLabel *>()) {
        if (one->fullText().startsWith(text))
            return one;
    }
    qFatal("There is no such label.");
}

void TstAnswerView::leavesRoomForTheFacts_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("a short reason") << QByteArray("OK");
    QTest::newRow("a long one") << longReason;
    QTest::newRow("an endless one") << longReason.repeated(20);
}

void TstAnswerView::leavesRoomForTheFacts()
{
    QFETCH(QByteArray, reason);
    show(reason);
    const ElidedLabel *facts = label(u"104 ms"_s);
    QTRY_COMPARE(facts->text(), facts->fullText());
    m_view->resize(640, 400);
    QTRY_COMPARE(m_view->width(), 640); // which a long reason does not hinder
    QTRY_COMPARE(facts->text(), facts->fullText());
}

void TstAnswerView::showsAShortResultWhole()
{
    show("Not Quite OK", u"http://proxy.example.com:3128/"_s + QString(200, u'x'));
    QTRY_COMPARE(label(u"200"_s)->text(), u"200 Not Quite OK"_s);
    QVERIFY(label(u"104 ms"_s)->text().startsWith(u"104 ms"_s));
}

void TstAnswerView::showsAUsualResultBeforeTheEndOfTheFacts()
{
    show("Service Unavailable", u"http://proxy.example.com:3128/"_s + QString(200, u'x'));
    m_view->resize(600, 400);
    QTRY_COMPARE(m_view->width(), 600);
    QTRY_COMPARE(label(u"200"_s)->text(), u"200 Service Unavailable"_s);
    QVERIFY(label(u"104 ms"_s)->text() != label(u"104 ms"_s)->fullText());
}

void TstAnswerView::tellsTheWholeOfAResultThatIsCut()
{
    show(longReason);
    const QString whole = u"200 "_s + QString::fromLatin1(longReason);
    QCOMPARE(m_view->result(), whole);
    const ElidedLabel *result = label(u"200"_s);
    QTRY_VERIFY(result->text() != whole);
    QVERIFY(result->text().startsWith(u"200 OK"_s));
    QCOMPARE(result->toolTip(), whole);
    QCOMPARE(result->accessibleName(), whole);
}

QTEST_MAIN(TstAnswerView)
#include "tst_answerview.moc"
