// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attemptmodel.h"
#include "support/builders.h"
#include "support/livewindow.h"
#include "support/target.h"
#include "ui/dialogs/notebox.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/signingbox.h"
#include "ui/resend/targetbar.h"
#include "ui/resend/testcases.h"
#include "ui/tokens.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/deliveryview.h"
#include "ui/views/elidedlabel.h"

#include <QAction>
#include <QLabel>
#include <QRadioButton>
#include <QShortcut>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using support::Target;

static const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
static const QByteArray body = R"({"topic":"ping"})";

// What a test case that Edit & Re-send is set up for leaves behind.
class TstResendWindowCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsTheSigningAsARunOfAllDoes_data();
    void tellsTheSigningAsARunOfAllDoes();
    void tellsTheSigningThatIsChosenAfterwards();
    void judgesTheAnswerByWhatIsExpected_data();
    void judgesTheAnswerByWhatIsExpected();
    void saysThatItIsTheCaseNoMore();
    void saysWhoseSignatureIsKept_data();
    void saysWhoseSignatureIsKept();
    void tellsOfAnEditedOneThatItWasSignedHere();
    void tellsOfALoadedOneWhatIsStillTrue_data();
    void tellsOfALoadedOneWhatIsStillTrue();
    void isThereAgainAfterARestart();
    void isTakenBackAfterARestart();
    void isTheSameForAnotherTarget();
    void saysThatItIsGone();
    void saysWhyItCannotBeSetUp();
    void isSetUpWhenItsSecretComesLater();
    void leavesWhatWasEditedBeforeItsSecretCame();
    void saysWhatAnEditedDraftBeganAs();

private:
    ResendWindow *edit();
    ResendWindow *editAnew(ResendWindow *window);
    ResendWindow *editWithoutSecret(ResendWindow *window);
    static resend::ConformanceCase named(const QByteArray &id);
    static void choose(ResendWindow &window, const QString &name);
    static std::optional<capture::Attempt> sentBy(ResendWindow &window);
    static bool says(const ResendWindow &window, const QString &text);
    static QString chosen(const ResendWindow &window);
    static QString hint(const ResendWindow &window);

    std::unique_ptr<support::LiveWindow> m_live;
    std::unique_ptr<Target> m_target;
};

void TstResendWindowCases::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QVERIFY(m_live->seed({builders::delivery(body)}));
    QVERIFY(m_live->open());
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    m_target = std::make_unique<Target>(Target::Script{.answer = ok, .bodySize = 1});
}

void TstResendWindowCases::cleanup()
{
    m_live.reset();
    m_target.reset();
}

ResendWindow *TstResendWindowCases::edit()
{
    QSignalSpy fetched(&m_live->inspector(), &inspector::Inspector::fetched);
    m_live->part<DeliveryView>()->select(0);
    if (fetched.isEmpty() && !fetched.wait())
        return nullptr;
    rememberTarget({.url = u"http://127.0.0.1:%1/hook"_s.arg(m_target->port())},
                   m_live->settings());
    m_live->part<WindowActions>()->editAndResend->trigger();
    return m_live->part<ResendWindow>();
}

ResendWindow *TstResendWindowCases::editAnew(ResendWindow *window)
{
    delete window; // which keeps its draft
    m_live->part<WindowActions>()->editAndResend->trigger();
    return m_live->part<ResendWindow>();
}

// As when the keychain has not given it yet.
ResendWindow *TstResendWindowCases::editWithoutSecret(ResendWindow *window)
{
    delete window; // which keeps its draft
    m_live->inspector().forgetSecret(u"/"_s, u"primary"_s);
    return editAnew(nullptr);
}

resend::ConformanceCase TstResendWindowCases::named(const QByteArray &id)
{
    const auto cases = singleCases({.scheme = signature::smile(),
                                    .secrets = {smile::secret(u"primary"_s)},
                                    .request = smile::request()});
    for (const resend::ConformanceCase &wanted : cases) {
        if (wanted.id == id)
            return wanted;
    }
    return {};
}

void TstResendWindowCases::choose(ResendWindow &window, const QString &name)
{
    for (auto *button : window.findChildren<QRadioButton *>()) {
        if (button->accessibleName() == name)
            button->click();
    }
}

// What is kept of a send, which an export tells as well.
std::optional<capture::Attempt> TstResendWindowCases::sentBy(ResendWindow &window)
{
    const auto *sends = window.findChild<AttemptTable *>();
    const int before = sends->model()->rowCount();
    window.send();
    if (!QTest::qWaitFor([&] { return sends->model()->rowCount() > before; }))
        return {};
    return sends->current();
}

// In one of its notes.
bool TstResendWindowCases::says(const ResendWindow &window, const QString &text)
{
    const auto boxes = window.findChildren<NoteBox *>();
    return std::ranges::any_of(boxes,
                               [&text](const NoteBox *box) { return box->note().contains(text); });
}

// Of signature and timestamp, as screen readers say it.
QString TstResendWindowCases::chosen(const ResendWindow &window)
{
    QStringList names;
    for (const auto *button : window.findChild<SigningBox *>()->findChildren<QRadioButton *>()) {
        if (button->isChecked())
            names.append(button->accessibleName());
    }
    return names.join(u", "_s);
}

// Under them.
QString TstResendWindowCases::hint(const ResendWindow &window)
{
    const auto labels = window.findChild<SigningBox *>()->findChildren<QLabel *>();
    return labels.constLast()->isVisible() ? labels.constLast()->text() : QString();
}

void TstResendWindowCases::tellsTheSigningAsARunOfAllDoes_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("signing");
    QTest::addColumn<QString>("secret");
    const auto row
        = [](const char *name, const char *id, const QString &signing, const QString &secret = {}) {
              QTest::newRow(name) << QByteArray(id) << signing << secret;
          };
    row("a body altered after signing", "altered-body", u"wrong"_s);
    row("a timestamp that is no time", "malformed-timestamp", u"wrong"_s);
    row("a timestamp left out", "missing-timestamp", u"wrong"_s);
    row("another secret", "wrong-secret", u"wrong"_s);
    row("no signature", "missing-signature", u"none"_s);
    row("a good one", "good", u"now"_s, u"primary"_s);
    row("a stale one", "stale", u"stale"_s, u"primary"_s);
    row("one just inside the tolerance", "just-inside", u"signed"_s, u"primary"_s);
}

void TstResendWindowCases::tellsTheSigningAsARunOfAllDoes()
{
    QFETCH(QByteArray, id);
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named(id));
    const auto sent = sentBy(*window);
    QVERIFY(sent);
    QCOMPARE(sent->source, u"case:"_s + QString::fromLatin1(id));
    QTEST(sent->signing, "signing");
    QTEST(sent->secret, "secret");
}

void TstResendWindowCases::tellsTheSigningThatIsChosenAfterwards()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("altered-body"));
    choose(*window, u"Signature: Sign again with"_s);
    choose(*window, u"Timestamp: Now, at each send"_s);
    const auto sent = sentBy(*window);
    QVERIFY(sent);
    QCOMPARE(sent->source, u"resend"_s);
    QCOMPARE(sent->signing, u"now"_s);
    QCOMPARE(sent->secret, u"primary"_s);
}

void TstResendWindowCases::judgesTheAnswerByWhatIsExpected_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("met");
    const QByteArray refusal = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
    QTest::newRow("a bad one refused") << "altered-body"_ba << refusal << u"as expected"_s << true;
    QTest::newRow("a bad one accepted")
        << "altered-body"_ba << ok << u"4xx was expected"_s << false;
    QTest::newRow("a good one accepted") << "good"_ba << ok << u"as expected"_s << true;
    QTest::newRow("a good one refused") << "good"_ba << refusal << u"2xx was expected"_s << false;
}

void TstResendWindowCases::judgesTheAnswerByWhatIsExpected()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, answer);
    QFETCH(QString, words);
    QFETCH(bool, met);
    m_target = std::make_unique<Target>(Target::Script{.answer = answer, .bodySize = 1});
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named(id));
    QVERIFY(sentBy(*window));
    const auto *view = window->findChild<AnswerView *>();
    bool told = false;
    bool inked = false;
    const Tokens &look = tokens(view->palette());
    for (const auto *label : view->findChildren<ElidedLabel *>()) {
        told = told || label->fullText().startsWith(words + u" · "_s);
        if (label->fullText() == view->result())
            inked = label->palette().color(QPalette::WindowText)
                == (met ? look.verified : look.invalid);
    }
    QVERIFY(told);
    QVERIFY(inked);
}

// Edits may lead back to it.
void TstResendWindowCases::saysThatItIsTheCaseNoMore()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("altered-body"));
    QVERIFY(says(*window, u"refuses it (4xx)"_s));
    choose(*window, u"Signature: Sign again with"_s);
    QTRY_VERIFY(says(*window, u"Changed since: Body altered after signing."_s));
    QVERIFY(!says(*window, u"refuses it (4xx)"_s));
    window->useCase(named("stale"));
    QVERIFY(says(*window, u"refuses it (4xx)"_s));
    choose(*window, u"Timestamp: Now, at each send"_s);
    QTRY_VERIFY(says(*window, u"Changed since: "_s));
    choose(*window, u"Timestamp: Shift by"_s);
    QTRY_VERIFY(says(*window, u"refuses it (4xx)"_s));
    window->takeBack();
    QVERIFY(!says(*window, u"Changed since: "_s));
    QVERIFY(!says(*window, u"Test case: "_s));
}

void TstResendWindowCases::saysWhoseSignatureIsKept_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("a body altered after signing") << "altered-body"_ba;
    QTest::newRow("a timestamp that is no time") << "malformed-timestamp"_ba;
}

void TstResendWindowCases::saysWhoseSignatureIsKept()
{
    QFETCH(QByteArray, id);
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named(id));
    const QString ofCase = u"Signature: As in the test case, Timestamp: As in the test case"_s;
    QCOMPARE(chosen(*window), ofCase);
    QCOMPARE(hint(*window),
             u"Set up by the test case with primary. Choose “Sign again with” to sign anew."_s);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    QTRY_COMPARE(hint(*window),
                 u"Set up by the test case. Choose “Sign again with” to sign anew."_s);
    QCOMPARE(chosen(*window), ofCase);
    window->restore();
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    QTRY_VERIFY(hint(*window).startsWith(u"The original signature does not fit"_s));
    QCOMPARE(chosen(*window), u"Signature: Keep original value, Timestamp: Keep original"_s);
}

// Its headers still have the signature that was made here, not the sender's.
void TstResendWindowCases::tellsOfAnEditedOneThatItWasSignedHere()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("altered-body"));
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    auto sent = sentBy(*window);
    QVERIFY(sent);
    QCOMPARE(sent->source, u"resend"_s);
    QCOMPARE(sent->signing, u"wrong"_s);
    window->restore();
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    sent = sentBy(*window);
    QVERIFY(sent);
    QCOMPARE(sent->signing, u"kept"_s);
}

void TstResendWindowCases::tellsOfALoadedOneWhatIsStillTrue_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("signing");
    QTest::newRow("a bad signature stays one") << "altered-body"_ba << u"wrong"_s;
    QTest::newRow("a good one is not of now") << "good"_ba << u"kept"_s;
}

void TstResendWindowCases::tellsOfALoadedOneWhatIsStillTrue()
{
    QFETCH(QByteArray, id);
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named(id));
    QVERIFY(sentBy(*window));
    QVERIFY(sentBy(*window));
    for (auto *key : window->findChildren<QShortcut *>()) {
        if (key->key() == QKeySequence(Qt::ALT | Qt::Key_Down))
            Q_EMIT key->activated(); // the one before
    }
    choose(*window, u"Signature: Keep original value"_s);
    choose(*window, u"Timestamp: Keep original"_s);
    const auto sent = sentBy(*window);
    QVERIFY(sent);
    QTEST(sent->signing, "signing");
}

void TstResendWindowCases::isThereAgainAfterARestart()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    const Draft mine = window->draft();
    window->useCase(named("altered-body"));
    window = editAnew(window);
    QVERIFY(says(*window, u"Test case: Body altered after signing"_s));
    QCOMPARE(window->findChild<BodyEditor *>()->bytes(), "{\"mine\":2}");
    const auto sent = sentBy(*window);
    QVERIFY(sent);
    QCOMPARE(sent->source, u"case:altered-body"_s);
    QCOMPARE(sent->signing, u"wrong"_s);
    window->takeBack();
    QVERIFY(window->draft() == mine);
}

// Where nothing else was changed, that leaves no draft.
void TstResendWindowCases::isTakenBackAfterARestart()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("good"));
    window = editAnew(window);
    QVERIFY(says(*window, u"Test case: A good webhook"_s));
    window->takeBack();
    window->keepDraft();
    QVERIFY(Drafts(m_live->inspector()).ids().isEmpty());
}

// So the target that was typed after the case is kept with it, and stays when it is taken back.
void TstResendWindowCases::isTheSameForAnotherTarget()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    const Draft before = window->draft();
    window->useCase(named("altered-body"));
    const SendTarget other{.url = u"http://127.0.0.1:1/other"_s};
    window->findChild<TargetBar *>()->setTarget(other);
    window = editAnew(window);
    QVERIFY(says(*window, u"Test case: Body altered after signing"_s));
    QCOMPARE(window->draft().target, other);
    window->takeBack();
    QCOMPARE(window->draft().target, other);
    QVERIFY(sameEdits(window->draft(), before));
}

void TstResendWindowCases::saysThatItIsGone()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("stale"));
    window = editWithoutSecret(window);
    QVERIFY(says(*window, u"was restored without its test case"_s));
    QVERIFY(says(*window, u"no secret to sign it with"_s));
}

void TstResendWindowCases::saysWhyItCannotBeSetUp()
{
    m_live.reset();
    m_live = std::make_unique<support::LiveWindow>();
    capture::Delivery delivery = builders::delivery(body);
    delivery.verdict.scheme = u"standard_webhooks"_s;
    QVERIFY(m_live->seed({delivery}));
    QVERIFY(m_live->open());
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s, "whsec_c2VjcmV0")});
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("altered-body"));
    delete window; // which keeps its draft
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s, "no Base64")});
    window = editAnew(nullptr);
    QVERIFY(
        says(*window, u"without its test case: Body altered after signing. Cannot sign for "_s));
}

void TstResendWindowCases::isSetUpWhenItsSecretComesLater()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    const Draft mine = window->draft();
    window->useCase(named("altered-body"));
    window = editWithoutSecret(window);
    QVERIFY(says(*window, u"was restored without its test case"_s));
    QCOMPARE(window->findChild<BodyEditor *>()->bytes(), "{\"mine\":1}");
    m_live->inspector().useSecrets(u"/other"_s, {smile::secret(u"primary"_s)});
    QVERIFY(says(*window, u"was restored without its test case"_s));
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    QVERIFY(says(*window, u"Test case: Body altered after signing, restored"_s));
    QCOMPARE(window->findChild<BodyEditor *>()->bytes(), "{\"mine\":2}");
    window->takeBack();
    QVERIFY(window->draft() == mine);
}

void TstResendWindowCases::leavesWhatWasEditedBeforeItsSecretCame()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("altered-body"));
    window = editWithoutSecret(window);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    QCOMPARE(window->findChild<BodyEditor *>()->bytes(), "{\"mine\":1}");
    QVERIFY(says(*window, u"Choose the case again to set it up."_s));
    QVERIFY(!says(*window, u"no secret to sign it with"_s));
}

void TstResendWindowCases::saysWhatAnEditedDraftBeganAs()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->useCase(named("altered-body"));
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    window = editAnew(window);
    QVERIFY(says(*window, u"edited since: Body altered after signing."_s));
    const auto sent = sentBy(*window);
    QVERIFY(sent);
    QCOMPARE(sent->source, u"resend"_s);
    QCOMPARE(sent->signing, u"wrong"_s);
}

QTEST_MAIN(TstResendWindowCases)
#include "tst_resendwindowcases.moc"
