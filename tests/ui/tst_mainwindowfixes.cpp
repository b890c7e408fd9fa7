// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"
#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/secretsdialog.h"
#include "ui/statusline.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/diagnosisbox.h"
#include "ui/views/linkbutton.h"
#include "ui/views/signatureview.h"
#include "ui/views/verdictframe.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using models::Column;
using signature::Signature;

// From a signature that fails to one that is verified, with one click on the proof.
class TstMainWindowFixes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void repairsASecretAndTakesItBack();
    void leavesASecretThatVerifiesOthers();
    void forgetsARepairedSecretForGood();
    void addsAnotherEndpointsSecret();
    void switchesTheScheme();
    void setsThePublicUrl();
    void opensTheSecretsOfTheRowsEndpoint_data();
    void opensTheSecretsOfTheRowsEndpoint();
    void offersAnotherSecretWhereItCouldHelp_data();
    void offersAnotherSecretWhereItCouldHelp();

private:
    bool open(const http::Request &request, Signature signature,
              const QList<http::Request> &later = {});
    QString signatureCell(int row = 0) const;
    QString verdicts() const { return m_live->part<VerdictFrame>()->text(); }
    DiagnosisBox *box() const { return m_live->part<SignatureView>()->findChild<DiagnosisBox *>(); }
    QPushButton *fix() const { return box()->findChild<QPushButton *>(); }
    NoteBox *note() const { return m_live->part<SignatureView>()->findChild<NoteBox *>(); }
    bool click(const QString &link) const;

    std::unique_ptr<support::LiveWindow> m_live;
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";

}

void TstMainWindowFixes::init() { m_live = std::make_unique<support::LiveWindow>(); }

// With the delivery of the first request shown; all as they were judged at arrival.
bool TstMainWindowFixes::open(const http::Request &request, Signature signature,
                              const QList<http::Request> &later)
{
    QList<capture::Delivery> deliveries;
    for (const http::Request &one : QList<http::Request>{request} + later) {
        capture::Delivery delivery = builders::delivery();
        delivery.request = one;
        delivery.verdict.signature = signature;
        delivery.verdict.secret.clear();
        deliveries.append(delivery);
    }
    if (!m_live->seed(deliveries) || !m_live->open())
        return false;
    m_live->part<DeliveryView>()->select(0);
    return QTest::qWaitFor([this] { return m_live->part<DetailsPane>()->shownId() == 1; });
}

QString TstMainWindowFixes::signatureCell(int row) const
{
    return m_live->part<DeliveryView>()
        ->model()
        ->index(row, int(Column::Signature))
        .data()
        .toString();
}

bool TstMainWindowFixes::click(const QString &text) const
{
    for (auto *link : (*m_live)->findChildren<LinkButton *>()) {
        if (link->text() == text && link->isVisible()) {
            link->click();
            return true;
        }
    }
    return false;
}

void TstMainWindowFixes::repairsASecretAndTakesItBack()
{
    QVERIFY(open(smile::request(), Signature::NoSecret));
    m_live->inspector().addSecret(u"/"_s, smile::secret(u"Dev"_s, QByteArray(smile::key) + '\n'),
                                  false);
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Invalid"_s, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        verdicts().contains(u"Proven cause — the secret has something around it."_s), 60'000);
    QVERIFY(click(u"Show the proof"_s));
    QCOMPARE(m_live->part<DetailsPane>()->currentTab(), DetailsPane::Signature);
    QTRY_VERIFY(fix()->isVisible());
    fix()->click();
    QTRY_COMPARE(m_live->part<StatusLine>()->notice(), u"The secret “Dev” was repaired."_s);
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Verified"_s, 30'000);
    QTRY_VERIFY2(verdicts().startsWith(u"Verified"_s), qPrintable(verdicts()));
    QTRY_VERIFY(!box()->isVisible());
    m_live->part<WindowActions>()->undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Invalid"_s, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(box()->isVisible(), 60'000);
    QVERIFY(!note()->isVisible());
}

void TstMainWindowFixes::leavesASecretThatVerifiesOthers()
{
    const QByteArray wrapped = QByteArray(smile::key) + '\n';
    QVERIFY(
        open(smile::request(), Signature::NoSecret,
             {smile::request(body, broken::hmac64(wrapped, "1795428000." + QByteArray(body)))}));
    m_live->inspector().addSecret(u"/"_s, smile::secret(u"Dev"_s, wrapped), false);
    m_live->part<DetailsPane>()->showTab(DetailsPane::Signature);
    QTRY_VERIFY_WITH_TIMEOUT(box()->isVisible() && fix()->isVisible(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(1), u"Verified"_s, 30'000);
    fix()->click();
    QTRY_COMPARE(m_live->part<StatusLine>()->notice(),
                 u"The repaired secret was added as “Dev 2”: “Dev” verifies others."_s);
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Verified"_s, 30'000);
    QCOMPARE(signatureCell(1), u"Verified"_s);
    QCOMPARE(m_live->inspector().secrets(u"/"_s).size(), 2);
    m_live->part<WindowActions>()->undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Invalid"_s, 30'000);
    QCOMPARE(m_live->inspector().secrets(u"/"_s).size(), 1);
}

// What is forgotten is not kept for an undo.
void TstMainWindowFixes::forgetsARepairedSecretForGood()
{
    QVERIFY(open(smile::request(), Signature::NoSecret));
    signature::SecretPtr given = smile::secret(u"Dev"_s, QByteArray(smile::key) + '\n');
    const std::weak_ptr<const signature::Secret> before = given;
    m_live->inspector().addSecret(u"/"_s, given, false);
    given.reset();
    m_live->part<DetailsPane>()->showTab(DetailsPane::Signature);
    QTRY_VERIFY_WITH_TIMEOUT(box()->isVisible() && fix()->isVisible(), 60'000);
    fix()->click();
    QTRY_VERIFY(note()->isVisible());
    const std::weak_ptr<const signature::Secret> after
        = m_live->inspector().secrets(u"/"_s).front();
    m_live->inspector().forgetSecret(u"/"_s, u"Dev"_s);
    m_live->part<DeliveryView>()->clearSelection();
    QTRY_VERIFY_WITH_TIMEOUT(before.expired() && after.expired(), 60'000);
    m_live->part<WindowActions>()->undo->trigger();
    QVERIFY(m_live->inspector().secrets(u"/"_s).empty());
}

void TstMainWindowFixes::addsAnotherEndpointsSecret()
{
    QVERIFY(open(smile::request(), Signature::NoSecret));
    m_live->inspector().setEndpoints({{}, {.path = u"/other"_s}});
    m_live->inspector().addSecret(u"/other"_s, smile::secret(u"Other"_s), false);
    QTRY_VERIFY_WITH_TIMEOUT(verdicts().contains(u"Proven cause — another secret was used."_s),
                             60'000);
    m_live->part<DetailsPane>()->showTab(DetailsPane::Signature);
    QTRY_VERIFY(fix()->isVisible());
    QCOMPARE(fix()->text(), u"Use “Other” here as well"_s);
    fix()->click();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Verified"_s, 30'000);
    m_live->part<WindowActions>()->undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"No secret"_s, 30'000);
    QVERIFY(m_live->inspector().secrets(u"/"_s).empty());
}

void TstMainWindowFixes::switchesTheScheme()
{
    const QByteArray value = "sha256=" + broken::hmacHex(smile::key, body);
    QVERIFY(open(broken::post(body, {{"X-Hub-Signature-256", value}}), Signature::Unsigned));
    m_live->inspector().addSecret(u"/"_s, smile::secret(u"Dev"_s), false);
    m_live->part<DetailsPane>()->showTab(DetailsPane::Signature);
    QTRY_VERIFY_WITH_TIMEOUT(box()->isVisible() && fix()->isVisible(), 60'000);
    QVERIFY2(fix()->text().startsWith(u"Switch to “GitHub"_s), qPrintable(fix()->text()));
    fix()->click();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Verified"_s, 30'000);
    QCOMPARE(m_live->inspector().endpoints().first().scheme, u"github"_s);
    m_live->part<WindowActions>()->undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Unsigned"_s, 30'000);
    QCOMPARE(m_live->inspector().endpoints().first().scheme, u"smile"_s);
}

void TstMainWindowFixes::setsThePublicUrl()
{
    const QByteArray text = QByteArray(body) + "https://hooks.example.com/trello?board=1";
    const QByteArray value = broken::hmac64(smile::key, text, QCryptographicHash::Sha1);
    QVERIFY(open(
        broken::post(body, {{"X-Trello-Webhook", value}, {"X-Forwarded-Host", "hooks.example.com"}},
                     "/trello?board=1"),
        Signature::Unsigned));
    m_live->inspector().setEndpoints({{.scheme = u"trello"_s}});
    m_live->inspector().addSecret(u"/"_s, smile::secret(u"Dev"_s), false);
    m_live->part<DetailsPane>()->showTab(DetailsPane::Signature);
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Invalid"_s, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(box()->isVisible() && fix()->isVisible(), 60'000);
    QCOMPARE(fix()->text(), u"Set the public URL"_s);
    fix()->click();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Verified"_s, 30'000);
    QCOMPARE(m_live->inspector().endpoints().first().publicUrl, u"https://hooks.example.com"_s);
    m_live->part<WindowActions>()->undo->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(), u"Invalid"_s, 30'000);
}

void TstMainWindowFixes::opensTheSecretsOfTheRowsEndpoint_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("the link beside the verdict") << u"link"_s;
    QTest::newRow("the row's menu") << u"menu"_s;
    QTest::newRow("the toolbar") << u"toolbar"_s;
}

void TstMainWindowFixes::opensTheSecretsOfTheRowsEndpoint()
{
    QFETCH(QString, how);
    capture::Delivery delivery = builders::delivery();
    delivery.request = smile::request();
    delivery.endpoint = u"/shop"_s;
    delivery.verdict.signature = Signature::NoSecret;
    delivery.verdict.secret.clear();
    QVERIFY(m_live->seed({delivery}));
    QVERIFY(m_live->open());
    m_live->inspector().setEndpoints({{.path = u"/"_s}, {.path = u"/shop"_s}});
    m_live->part<DeliveryView>()->select(0);
    QTRY_COMPARE(m_live->part<DetailsPane>()->shownId(), 1);
    if (how == "link"_L1)
        QVERIFY(click(u"Add the secret…"_s));
    else if (how == "menu"_L1)
        m_live->part<WindowActions>()->anotherSecret->trigger();
    else
        m_live->part<WindowActions>()->secrets->trigger();
    const auto *dialog = m_live->part<SecretsDialog>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QComboBox *>()->currentText(), u"/shop"_s);
}

void TstMainWindowFixes::offersAnotherSecretWhereItCouldHelp_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<bool>("offered");
    const http::Request untimed = smile::without(smile::request(), "Smile-Timestamp");
    QTest::newRow("no secret") << smile::request() << Signature::NoSecret << true;
    QTest::newRow("none fitted") << smile::request("altered") << Signature::Invalid << true;
    QTest::newRow("a part of the signed text is missing") << untimed << Signature::Invalid << false;
    QTest::newRow("verified") << smile::request() << Signature::Verified << false;
    QTest::newRow("unsigned") << smile::without(smile::request(), "Smile-Signature")
                              << Signature::Unsigned << false;
}

// In the row's menu as beside its verdict.
void TstMainWindowFixes::offersAnotherSecretWhereItCouldHelp()
{
    QFETCH(http::Request, request);
    QFETCH(Signature, signature);
    QFETCH(bool, offered);
    QVERIFY(open(request, signature));
    const QAction *action = m_live->part<WindowActions>()->anotherSecret;
    QTRY_COMPARE(action->isEnabled(), offered);
    QCOMPARE(action->toolTip() == u"Another secret would not change this verdict"_s, !offered);
    const auto beside = [this] {
        return std::ranges::any_of(
            m_live->part<VerdictFrame>()->findChildren<LinkButton *>(), [](const auto *link) {
                return link->isVisible() && link->text().contains(u"secret"_s);
            });
    };
    QTRY_COMPARE(beside(), offered);
}

QTEST_MAIN(TstMainWindowFixes)
#include "tst_mainwindowfixes.moc"
