// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"
#include "support/builders.h"
#include "ui/views/diagnosisbox.h"
#include "ui/views/diagnosisview.h"
#include "ui/views/linkbutton.h"
#include "ui/views/signatureview.h"
#include "ui/views/triedview.h"
#include "ui/views/valuebox.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;
using signature::Origin;
using signature::Question;

// Why a signature fails, in the Signature tab.
class TstDiagnosisView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesWithBothTextsAndWhereTheyDiffer();
    void tellsProofAndHintApartInWordAndShape();
    void tellsAMissingHeaderAsAFact();
    void listsWhatWasTried();
    void offersNoListWhereNothingCouldBeTried();
    void offersTheFixOnlyWhereItMayAct_data();
    void offersTheFixOnlyWhereItMayAct();
    void dropsWhatBelongsToAnotherRow();
    void saysWhatIsKnownWhenItIsStopped();
    void endsWhileItLooks();
    void asksByItself_data();
    void asksByItself();
    void asksTheSameOnce();
    void beginsAtTheTopForAnotherRow();

private:
    static QStringList answerOf(DiagnosisView &view, const Question &question);
    static Question endless();
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";

Question repairable()
{
    Question question = broken::smileBody(body, body);
    question.secrets = {smile::secret(u"Dev"_s, QByteArray(smile::key) + '\n')};
    return question;
}

QString words(const QWidget &widget)
{
    QStringList all;
    for (const auto *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget))
            all += label->text();
    }
    return all.join(u'|');
}

CheckedSignature checkedOf(const Question &question, qint64 id = 1)
{
    capture::Delivery delivery = builders::delivery();
    delivery.id = id;
    delivery.request = question.request;
    const auto verdict
        = verify(question.request, question.scheme, question.secrets, question.receivedAt);
    return {.delivery = builders::stored(delivery),
            .verdict = verdict,
            .evidence = signature::explain(question.request, question.scheme, question.secrets,
                                           verdict, question.receivedAt),
            .scheme = question.scheme,
            .around = {.secrets = question.secrets, .otherSecrets = question.otherSecrets}};
}

} // namespace

QStringList TstDiagnosisView::answerOf(DiagnosisView &view, const Question &question)
{
    view.ask(question, true);
    if (!QTest::qWaitFor([&] { return view.shown().has_value(); }, 60'000))
        return {};
    return view.findChild<DiagnosisBox *>()->text().split(u'\n');
}

// Takes many seconds: a large body, and nothing fits.
Question TstDiagnosisView::endless()
{
    QByteArray large = "[";
    while (large.size() < 16 * 1024 * 1024)
        large += R"({"name":"somebody","points":100},)";
    large += "null]";
    return broken::smiles("something else", large);
}

void TstDiagnosisView::provesWithBothTextsAndWhereTheyDiffer()
{
    DiagnosisView view(Origin::Sender);
    const QStringList answer = answerOf(view, broken::smileBody("{}", "{}\n"));
    QCOMPARE(answer.value(0), u"Proven cause"_s);
    QCOMPARE(answer.value(1), u"A line end or another unseen character was changed."_s);
    QVERIFY2(answer.value(2).startsWith(u"The signature fits if"_s), qPrintable(answer.value(2)));
    QVERIFY2(answer.value(3).startsWith(u"What to do: "_s), qPrintable(answer.value(3)));
    const auto boxes = view.findChildren<ValueBox *>();
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(boxes[0]->toPlainText(), u"1795428000.{}␊"_s);
    QCOMPARE(boxes[0]->extraSelections().value(0).cursor.selectedText(), u"␊"_s);
    QCOMPARE(boxes[1]->toPlainText(), u"1795428000.{}"_s);
    QVERIFY2(words(view).contains(u"At byte 14 the text that fits lacks “␊”."_s),
             qPrintable(words(view)));
}

void TstDiagnosisView::tellsProofAndHintApartInWordAndShape()
{
    DiagnosisView view(Origin::Sender);
    const auto *box = view.findChild<DiagnosisBox *>();
    const QStringList proof = answerOf(view, repairable());
    QCOMPARE(box->look(), DiagnosisBox::Look::Proof);
    const QStringList hint = answerOf(
        view,
        broken::ask(u"smile"_s, "sk_live_0123456789",
                    ::smile::request(body, broken::hmac64("something", "something else"))));
    QCOMPARE(box->look(), DiagnosisBox::Look::Hint);
    QCOMPARE(hint.value(0), u"Only a hint"_s);
    QCOMPARE(hint.value(1), u"Perhaps the secret is another kind of credential."_s);
    QVERIFY(hint.value(2).startsWith(u"Nothing that was tried fits."_s));
    QCOMPARE(proof.value(0), u"Proven cause"_s);
    QVERIFY(!proof.join(u' ').contains(u"hint"_s, Qt::CaseInsensitive));
    QVERIFY(!proof.join(u' ').contains(u"perhaps"_s, Qt::CaseInsensitive));
    QVERIFY(!hint.join(u' ').contains(u"prove"_s, Qt::CaseInsensitive));
    const QStringList nothing = answerOf(view, broken::smiles("something else", body));
    QCOMPARE(box->look(), DiagnosisBox::Look::Nothing);
    QCOMPARE(nothing.value(0), u"No cause found"_s);
}

void TstDiagnosisView::tellsAMissingHeaderAsAFact()
{
    DiagnosisView view(Origin::Sender);
    const QStringList answer
        = answerOf(view,
                   broken::ask(u"smile"_s, ::smile::key,
                               ::smile::without(::smile::request(), "Smile-Timestamp")));
    QCOMPARE(answer.value(0), u"Seen in the request"_s);
    const QString all = answer.join(u' ');
    QVERIFY2(all.contains(u"The Smile-Timestamp header is missing."_s), qPrintable(all));
    QVERIFY2(!all.contains(u"perhaps"_s, Qt::CaseInsensitive), qPrintable(all));
    QVERIFY(view.findChild<DiagnosisBox *>()->look() != DiagnosisBox::Look::Hint);
}

void TstDiagnosisView::listsWhatWasTried()
{
    DiagnosisView view(Origin::Sender);
    answerOf(view, broken::smiles("something else", body));
    auto *tried = view.findChild<TriedView *>();
    QVERIFY(!tried->isUnfolded());
    QVERIFY(!words(*tried).contains(u"none fits"_s));
    tried->findChild<LinkButton *>()->click();
    QVERIFY(tried->isUnfolded());
    for (const QString &what :
         {u"The secret “primary” as it is|does not fit"_s, u"The JSON was written anew|"_s,
          u"The secret was decoded in the wrong way|"_s, u"Two of these at once|none fits"_s})
        QVERIFY2(words(*tried).contains(what), qPrintable(what + u" in "_s + words(*tried)));
    answerOf(view, broken::smileBody("{}", "{}\n"));
    tried->setUnfolded(true);
    QVERIFY2(words(*tried).contains(u"one fits"_s), qPrintable(words(*tried)));
}

// Without a secret, a change to the request gives nothing to compute.
void TstDiagnosisView::offersNoListWhereNothingCouldBeTried()
{
    TriedView tried;
    signature::Diagnosis diagnosis;
    diagnosis.attempts = {{.cause = signature::Cause::JsonReserialised, .count = 1}};
    tried.show(diagnosis, {});
    QVERIFY(tried.isHidden());
    diagnosis.tried = 1;
    tried.show(diagnosis, {});
    QVERIFY(!tried.isHidden());
}

void TstDiagnosisView::offersTheFixOnlyWhereItMayAct_data()
{
    QTest::addColumn<bool>("mendable");

    QTest::newRow("a store that may be written") << true;
    QTest::newRow("a read-only one") << false;
}

void TstDiagnosisView::offersTheFixOnlyWhereItMayAct()
{
    QFETCH(bool, mendable);
    DiagnosisView view(Origin::Sender);
    QSignalSpy wanted(&view, &DiagnosisView::fixWanted);
    view.ask(repairable(), mendable);
    QTRY_VERIFY_WITH_TIMEOUT(view.shown(), 60'000);
    auto *fix = view.findChild<DiagnosisBox *>()->findChild<QPushButton *>();
    QCOMPARE(fix->isVisibleTo(&view), mendable);
    if (!mendable)
        return;
    QCOMPARE(fix->text(), u"Repair the secret “Dev”"_s);
    fix->click();
    QCOMPARE(wanted.size(), 1);
}

void TstDiagnosisView::dropsWhatBelongsToAnotherRow()
{
    SignatureView view;
    QSignalSpy diagnosed(&view, &SignatureView::diagnosed);
    view.show(checkedOf(endless(), 1));
    const auto *diagnosis = view.findChild<DiagnosisView *>();
    QVERIFY(diagnosis->isAsking());
    view.show(checkedOf(broken::smileBody("{}", "{}\n"), 2));
    QTRY_VERIFY_WITH_TIMEOUT(view.diagnosis(), 60'000);
    QCOMPARE(broken::words(view.diagnosis()->causes), QStringList(u"newline"_s));
    QCOMPARE(diagnosed.size(), 1);
    view.show(checkedOf(endless(), 3));
    view.clear();
    QVERIFY(!diagnosis->isAsking());
    QVERIFY(!view.diagnosis());
}

void TstDiagnosisView::saysWhatIsKnownWhenItIsStopped()
{
    DiagnosisView view(Origin::Sender);
    view.setVisible(true);
    view.ask(endless(), true);
    auto *stop = view.findChild<LinkButton *>();
    QCOMPARE(stop->text(), u"Stop"_s);
    QTRY_VERIFY(stop->isVisible() || view.shown());
    stop->click();
    QTRY_VERIFY_WITH_TIMEOUT(view.shown(), 60'000);
    QVERIFY(view.shown()->diagnosis.stopped);
    QVERIFY(!stop->isVisible());
}

void TstDiagnosisView::endsWhileItLooks()
{
    auto view = std::make_unique<DiagnosisView>(Origin::Sender);
    view->ask(endless(), true);
    QVERIFY(view->isAsking());
    view.reset();
}

void TstDiagnosisView::asksByItself_data()
{
    QTest::addColumn<Question>("question");
    QTest::addColumn<QString>("cause"); // empty: it does not ask

    Question renamed = broken::smileBody(body, body);
    renamed.request.fields[2].name = "X-Smile-Signature";
    Question old = broken::smileBody(body, body);
    old.receivedAt += qint64(3600) * 1'000'000;
    Question elsewhere = broken::smileBody(body, body);
    elsewhere.otherSecrets = std::exchange(elsewhere.secrets, {});
    Question nowhere = broken::smileBody(body, body);
    nowhere.secrets.clear();
    QTest::newRow("invalid") << broken::smileBody("{}", "{}\n") << u"newline"_s;
    QTest::newRow("malformed") << broken::ask(
        u"smile"_s, smile::key, smile::request(body, QByteArray("sha256=") + smile::pingSignature))
                               << u"signature-format"_s;
    QTest::newRow("unsigned") << renamed << u"header-missing"_s;
    QTest::newRow("verified, but old") << old << u"clock"_s;
    QTest::newRow("without a secret, but another endpoint has it")
        << elsewhere << u"other-secret"_s;
    QTest::newRow("without any secret") << nowhere << QString();
    QTest::newRow("verified and fresh") << broken::smileBody(body, body) << QString();
}

void TstDiagnosisView::asksByItself()
{
    QFETCH(Question, question);
    QFETCH(QString, cause);
    SignatureView view;
    CheckedSignature checked = checkedOf(question);
    capture::Delivery delivery = *checked.delivery;
    delivery.receivedAt = question.receivedAt;
    checked.delivery = builders::stored(delivery);
    view.show(checked);
    QCOMPARE(view.findChild<DiagnosisView *>()->isAsking(), !cause.isEmpty());
    if (cause.isEmpty())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(view.diagnosis(), 60'000);
    QCOMPARE(broken::words(view.diagnosis()->causes), QStringList(cause));
}

// An answer or a note that comes later shows the row again.
void TstDiagnosisView::asksTheSameOnce()
{
    SignatureView view;
    QSignalSpy diagnosed(&view, &SignatureView::diagnosed);
    const CheckedSignature checked = checkedOf(broken::smileBody("{}", "{}\n"));
    view.show(checked);
    view.show(checked);
    QTRY_COMPARE_WITH_TIMEOUT(diagnosed.size(), 1, 60'000);
    view.show(checked);
    QVERIFY(!view.findChild<DiagnosisView *>()->isAsking());
    QVERIFY(view.diagnosis());
}

void TstDiagnosisView::beginsAtTheTopForAnotherRow()
{
    SignatureView view;
    view.resize(400, 200);
    view.setVisible(true);
    view.show(checkedOf(broken::smileBody(body, body), 1));
    QScrollBar *bar = view.verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    view.show(checkedOf(broken::smileBody(body, body), 1));
    QVERIFY(bar->value() > 0);
    view.show(checkedOf(broken::smileBody(body, body), 2));
    QCOMPARE(bar->value(), 0);
}

QTEST_MAIN(TstDiagnosisView)
#include "tst_diagnosisview.moc"
