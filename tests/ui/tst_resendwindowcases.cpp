// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attemptmodel.h"
#include "support/builders.h"
#include "support/livewindow.h"
#include "support/target.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/targetbar.h"
#include "ui/resend/testcases.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/deliveryview.h"

#include <QAction>
#include <QRadioButton>

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
    void tellsOfAnEditedOneThatItWasSignedHere();

private:
    ResendWindow *edit();
    static resend::ConformanceCase named(const QByteArray &id);
    static void choose(ResendWindow &window, const QString &name);
    static std::optional<capture::Attempt> sentBy(ResendWindow &window);

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
    m_live->part<WindowActions>()->editAndResend->trigger();
    auto *window = m_live->part<ResendWindow>();
    window->findChild<TargetBar *>()->setTarget(
        {.url = u"http://127.0.0.1:%1/hook"_s.arg(m_target->port())});
    return window;
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

QTEST_MAIN(TstResendWindowCases)
#include "tst_resendwindowcases.moc"
