// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"
#include "core/clock.h"
#include "inspector/sending.h"
#include "models/attemptmodel.h"
#include "models/column.h"
#include "models/deliverymodel.h"
#include "models/fieldeditmodel.h"
#include "resend/resigning.h"
#include "signature/verifier.h"
#include "support/accessiblewalk.h"
#include "support/builders.h"
#include "support/certificates.h"
#include "support/livewindow.h"
#include "support/target.h"
#include "ui/dialogs/comparisontable.h"
#include "ui/dialogs/notebox.h"
#include "ui/messagebar.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/bodypane.h"
#include "ui/resend/casesdialog.h"
#include "ui/resend/changespane.h"
#include "ui/resend/changesview.h"
#include "ui/resend/headerspane.h"
#include "ui/resend/hexeditor.h"
#include "ui/resend/replacebar.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/targetbar.h"
#include "ui/resends.h"
#include "ui/sendingsettings.h"
#include "ui/statusline.h"
#include "ui/tokens.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailtabs.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/messagepage.h"
#include "ui/views/refusalpage.h"
#include "ui/views/segmentedbar.h"
#include "ui/views/sendsview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using support::Target;

static const QByteArray ok = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"ok\":true}";
static const QByteArray body = R"({"topic":"ping"})";

// Edit & Re-send over the whole program, and what the main window shows of it.
class TstResendWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhyTheAnswersBodyIsNotSaved();
    void saysWhatWasCopiedOfTheAnswer();
    void sendsTheBytesAsReceived();
    void sendsWhatWasEdited();
    void sendsWithoutTheMarkWhereItIsNotWanted();
    void signsAgainWhenASecretIsKnown();
    void signsOnceItMaySend();
    void learnsOfSecretsWhileItIsOpen();
    void showsWhatChanged();
    void saysThatBodiesAreFormattedToCompareThem();
    void marksWhatIsSetAtSending();
    void countsTheFieldsThatChanged();
    void marksTheWordsThatChanged();
    void showsChangesInOtherWays_data();
    void showsChangesInOtherWays();
    void takesAnotherHeaderFromTheKeyboard();
    void undoesEditsOfHeaders();
    void showsTheHeadersAsTheyGoOut();
    void forcesHostAndLength_data();
    void forcesHostAndLength();
    void tellsOfASendWhatWasForced();
    void keepsInADraftWhatIsForced();
    void keepsTheCertificateOfEachRefusal();
    void saysNothingOfTlsWhereThereIsNone();
    void sendsOnceWithoutChecking();
    void offersWhatHelpsWhereNothingListens();
    void namesTheCaseThatWasSent();
    void tagsTheRowOfADraft();
    void sendsBadJsonAsItIs();
    void takesBackAllEdits();
    void laysJsonOutWithoutTouchingNumbers();
    void setsUpATestCase_data();
    void setsUpATestCase();
    void takesATestCaseBack();
    void editsBytesThatAreNoText();
    void findsInTheBody();
    void restoresADraft();
    void keepsNoDraftOfNothing();
    void tellsWhyADraftIsNotKept();
    void keepsADraftOfAnotherTarget();
    void keepsNoDraftOfATargetThatWasSentTo();
    void keepsInADraftThatAHeaderIsLeftOut();
    void countsTheChangesOfTheBody();
    void saysThatABodyIsNoJsonAnyMore();
    void dropsTheDraftOfWhatIsDeleted();
    void keepsTheDraftOfAMarkedOneThatIsNotCleared();
    void keepsADraftThatIsOpenWhenItsWebhookComesBack();
    void runsAllTestCases();
    void saysWhyNothingCanBeSent();
    void cancelsWhatIsUnderWay();
    void listsTheSendsInTheDetails();
    void copiesTheDigestThatIsBroken();
    void tellsTimeAndSizeWithoutMoreWords();
    void sendsAgainUnchangedToTheLastTarget();
    void tellsInTheBarWhatWasNotSentAgain();
    void saysOnlyOfKeptSendsThatTheyAreListed();
    void tellsNothingOfAnotherStoresSends();
    void saysInItsColourWhetherItIsJson();
    void showsTheLatestSends();
    void movesNothingForANoteOfTheTarget();
    void showsWordsBesideTheTabsWhereTheyFit_data();
    void showsWordsBesideTheTabsWhereTheyFit();
    void fitsASmallScreen();
    void namesEverythingForScreenReaders();

private:
    ResendWindow *edit(int row = 0);
    static void aim(ResendWindow &window, const Target &target);
    static void press(ResendWindow &window);
    static QString noteOf(const ResendWindow &window, const QString &word);

    std::unique_ptr<support::LiveWindow> m_live;
    std::unique_ptr<Target> m_target;
};

void TstResendWindow::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QVERIFY(m_live->seed({builders::delivery(body), builders::delivery("\xff\x00")}));
    QVERIFY(m_live->open());
    m_target = std::make_unique<Target>(Target::Script{.answer = ok, .bodySize = 1});
}

void TstResendWindow::cleanup()
{
    m_live.reset();
    m_target.reset();
}

ResendWindow *TstResendWindow::edit(int row)
{
    QSignalSpy fetched(&m_live->inspector(), &inspector::Inspector::fetched);
    m_live->part<DeliveryView>()->select(row);
    if (fetched.isEmpty() && !fetched.wait())
        return nullptr;
    m_live->part<WindowActions>()->editAndResend->trigger();
    return m_live->part<ResendWindow>();
}

void TstResendWindow::aim(ResendWindow &window, const Target &target)
{
    window.findChild<TargetBar *>()->setTarget(
        {.url = u"http://127.0.0.1:%1/hook"_s.arg(target.port())});
}

void TstResendWindow::press(ResendWindow &window)
{
    window.send();
    auto *answer = window.findChild<AnswerView *>();
    QTRY_COMPARE(answer->result(), u"200 OK"_s);
}

// The note that has this word in it; empty: none has.
QString TstResendWindow::noteOf(const ResendWindow &window, const QString &word)
{
    for (const auto *box : window.findChildren<NoteBox *>()) {
        if (box->note().contains(word))
            return box->note();
    }
    return {};
}

void TstResendWindow::saysWhyTheAnswersBodyIsNotSaved()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    const core::Error error{.what = u"Cannot save a."_s, .why = u"It is a folder."_s};
    Q_EMIT window->findChild<AnswerView *>()->saveEnded(error);
    QCOMPARE(noteOf(*window, u"Cannot"_s), u"Cannot save a. It is a folder."_s);
}

// As of all else that is copied there.
void TstResendWindow::saysWhatWasCopiedOfTheAnswer()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    Q_EMIT window->findChild<AnswerView *>()->message(u"Copied."_s);
    const auto labels = window->findChildren<ElidedLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [](const ElidedLabel *label) { return label->fullText() == u"Copied."_s; }));
}

void TstResendWindow::sendsTheBytesAsReceived()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    press(*window);
    QCOMPARE(m_target->received(),
             "POST /hook HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_target->port())
                 + "\r\nContent-Length: 16\r\n\r\n" + body);
}

void TstResendWindow::sendsWhatWasEdited()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"other\"}"_s);
    press(*window);
    QVERIFY(m_target->received().endsWith("\r\n\r\n{\"topic\":\"other\"}"));
    QVERIFY(m_target->received().contains("Content-Length: 17\r\n"));
    QVERIFY(m_target->received().contains("Hookglass-Resend: 1\r\n"));
}

void TstResendWindow::sendsWithoutTheMarkWhereItIsNotWanted()
{
    save(SendingSettings{.marks = false}, m_live->settings());
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"other\"}"_s);
    press(*window);
    QVERIFY(m_target->received().endsWith("\r\n\r\n{\"topic\":\"other\"}"));
    QVERIFY(!m_target->received().contains("Hookglass-Resend"));
}

void TstResendWindow::signsAgainWhenASecretIsKnown()
{
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const qint64 now = smile::sentAt * 1'000'000;
    const auto request = window->outgoing(now);
    QVERIFY(request);
    const auto verdict
        = signature::verify(*request, signature::smile(), {smile::secret(u"a"_s)}, now);
    QCOMPARE(verdict.signature, signature::Signature::Verified);
    QCOMPARE(verdict.freshness, signature::Freshness::Fresh);
}

// Who thinks about a host for a while does not send a timestamp of before.
void TstResendWindow::signsOnceItMaySend()
{
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    window->findChild<TargetBar *>()->setTarget(
        {.url
         = u"http://0.0.0.0:%1/hook"_s.arg(m_target->port())}); // reaches it, but by a question
    for (auto *button : window->findChildren<QRadioButton *>()) {
        if (button->accessibleName() == u"Timestamp: Now, at each send"_s)
            button->click();
    }
    qint64 answered = 0;
    QTimer::singleShot(0, window, [&answered] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!question)
            return;
        const qint64 asked = core::now() / 1'000'000;
        if (QTest::qWaitFor([asked] { return core::now() / 1'000'000 > asked; }))
            answered = asked + 1;
        for (auto *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
    });
    press(*window);
    QVERIFY(answered > 0);
    const QByteArray sent = m_target->received();
    const qsizetype stamp = sent.indexOf("Smile-Timestamp: ");
    QVERIFY2(stamp >= 0, sent.constData());
    QVERIFY2(sent.sliced(stamp + 17, 10).toLongLong() >= answered, sent.constData());
}

void TstResendWindow::learnsOfSecretsWhileItIsOpen()
{
    rememberTarget({.url = u"http://127.0.0.1:%1/hook"_s.arg(m_target->port())},
                   m_live->settings());
    ResendWindow *window = edit();
    QVERIFY(window);
    QComboBox *secrets = nullptr;
    for (auto *box : window->findChildren<QComboBox *>()) {
        if (box->accessibleName() == u"Secret to sign with"_s)
            secrets = box;
    }
    QRadioButton *again = nullptr;
    QRadioButton *atOnce = nullptr;
    for (auto *button : window->findChildren<QRadioButton *>()) {
        if (button->accessibleName() == u"Signature: Sign again with"_s)
            again = button;
        if (button->accessibleName() == u"Timestamp: Now, at each send"_s)
            atOnce = button;
    }
    QVERIFY(secrets && atOnce && again && !again->isEnabled());
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    QVERIFY(again->isEnabled() && !again->isChecked());
    QCOMPARE(secrets->currentText(), u"primary"_s);
    window->keepDraft();
    QVERIFY(!Drafts(m_live->inspector()).read(1, builders::delivery().receivedAt)); // no edit
    again->click();
    atOnce->click();
    const auto request = window->outgoing(smile::sentAt * 1'000'000);
    QVERIFY(request);
    QVERIFY(http::count(request->fields, "Smile-Signature") > 0);
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"newer"_s, "quite another secret")});
    QCOMPARE(secrets->count(), 2);
    QCOMPARE(secrets->currentText(), u"primary"_s);
    m_live->inspector().forgetSecret(u"/"_s, u"primary"_s);
    QCOMPARE(secrets->currentText(), u"newer"_s);
    QVERIFY(again->isChecked());
    m_live->inspector().forgetSecret(u"/"_s, u"newer"_s);
    QVERIFY(!again->isEnabled() && !again->isChecked());
}

void TstResendWindow::showsWhatChanged()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    auto *changes = window->findChild<ChangesView *>();
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"other\"}"_s);
    QTRY_VERIFY(changes->toPlainText().contains(u"{\"topic\":\"other\"}"_s)); // as it stands
    QVERIFY(changes->toPlainText().contains(u"{\"topic\":\"ping\"}"_s));
    QVERIFY(!changes->toPlainText().contains(u"Formatted for comparison"_s));
    QVERIFY(changes->toPlainText().contains(u"POST /hook"_s));
}

void TstResendWindow::saysThatBodiesAreFormattedToCompareThem()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    auto *changes = window->findChild<ChangesView *>();
    window->findChild<BodyEditor *>()->setPlainText(u"{\n  \"topic\": \"other\"\n}"_s);
    QTRY_VERIFY(changes->toPlainText().contains(u"\"topic\": \"other\""_s));
    QVERIFY(changes->toPlainText().contains(u"\"topic\": \"ping\""_s));
    QVERIFY(changes->toPlainText().contains(u"Formatted for comparison"_s));
    SegmentedBar *modes = window->findChild<ChangesPane *>()->modes();
    modes->setCurrent(int(models::CompareMode::SideBySide));
    Q_EMIT modes->chosen(modes->current());
    const auto *table = window->findChild<ComparisonTable *>();
    QTRY_VERIFY(table->isVisible());
    const auto notes = window->findChild<ChangesPane *>()->findChildren<QLabel *>();
    QTRY_VERIFY(std::any_of(notes.begin(), notes.end(), [](const QLabel *note) {
        return note->isVisible() && note->text().contains(u"Formatted for comparison"_s);
    }));
}

void TstResendWindow::marksWhatIsSetAtSending()
{
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const auto *changes = window->findChild<ChangesView *>();
    QTRY_VERIFY2(changes->toPlainText().contains(u"(at send, signed with primary)"_s),
                 qPrintable(changes->toPlainText()));
    QVERIFY2(changes->toPlainText().contains(u"  (at send)\n"_s),
             qPrintable(changes->toPlainText()));
}

void TstResendWindow::showsChangesInOtherWays_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QStringList>("cells");
    QTest::newRow("fields") << int(models::CompareMode::Fields)
                            << QStringList{u"\"ping\""_s, u"\"other\""_s};
    QTest::newRow("side by side") << int(models::CompareMode::SideBySide)
                                  << QStringList{u"  \"topic\": \"ping\""_s,
                                                 u"  \"topic\": \"other\""_s};
}

void TstResendWindow::showsChangesInOtherWays()
{
    QFETCH(int, mode);
    QFETCH(QStringList, cells);
    m_live->settings().setValue(u"sending/changes"_s, mode);
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"other\"}"_s);
    const auto *table = window->findChild<ComparisonTable *>();
    const auto shows = [table](const QString &text) {
        for (const models::ComparedRow &row : table->comparison().rows) {
            if (row.cells.contains(text))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(shows(cells[0]) && shows(cells[1]));
    QVERIFY(table->isVisible());
}

static QTableView *headersOf(ResendWindow &window)
{
    window.findChild<DetailTabs *>()->setCurrentIndex(1);
    return window.findChild<HeadersPane *>()->findChild<QTableView *>();
}

// Types into the cell that is edited, and goes on to the next one.
static void type(QTableView &table, const QString &text)
{
    auto *editor = qobject_cast<QLineEdit *>(table.indexWidget(table.currentIndex()));
    QVERIFY(editor);
    editor->setText(text);
    QTest::keyClick(editor, Qt::Key_Tab);
}

void TstResendWindow::takesAnotherHeaderFromTheKeyboard()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    QTableView *table = headersOf(*window);
    const int last = table->model()->rowCount() - 1;
    table->setCurrentIndex(table->model()->index(last, 0));
    table->edit(table->currentIndex());
    type(*table, u"X-New"_s);
    QCOMPARE(table->currentIndex(), table->model()->index(last, 1));
    type(*table, u"its value"_s);
    QCOMPARE(table->currentIndex(), table->model()->index(last + 1, 0));
    QVERIFY(window->outgoing(0));
    QCOMPARE(http::value(window->outgoing(0)->fields, "X-New"), QByteArray("its value"));
}

void TstResendWindow::undoesEditsOfHeaders()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    QAbstractItemModel *model = headersOf(*window)->model();
    const int rows = model->rowCount();
    const auto click = [window](const QString &name) {
        for (auto *button : window->findChildren<QToolButton *>()) {
            if (button->accessibleName() == name && button->isEnabled())
                button->click();
        }
    };
    click(u"Undo in the headers"_s); // there is nothing yet
    QCOMPARE(model->rowCount(), rows);
    QVERIFY(model->setData(model->index(rows - 1, 0), u"X-New"_s));
    QCOMPARE(model->rowCount(), rows + 1);
    click(u"Undo in the headers"_s);
    QCOMPARE(model->rowCount(), rows);
    click(u"Redo in the headers"_s);
    QCOMPARE(model->rowCount(), rows + 1);
    QVERIFY(window->outgoing(0));
    QVERIFY(http::value(window->outgoing(0)->fields, "X-New"));
}

void TstResendWindow::showsTheHeadersAsTheyGoOut()
{
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"longer than it was\"}"_s);
    const auto *model = headersOf(*window)->model();
    const auto shows = [model](const QString &text) {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 1).data().toString() == text)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(shows(u"127.0.0.1:%1 · set when sent"_s.arg(m_target->port())));
    const auto request = window->outgoing(core::now());
    QVERIFY(request);
    const auto length = http::value(request->fields, "Content-Length");
    QVERIFY(!length || shows(QString::fromLatin1(*length) + u" · set when sent"_s));
    const auto *added = window->findChild<HeadersPane *>()->findChild<ElidedLabel *>();
    QVERIFY2(added->fullText().contains(u"Hookglass-Resend: 1"_s), qPrintable(added->fullText()));
}

void TstResendWindow::sendsOnceWithoutChecking()
{
    const support::Issued identity = support::issue({.alternatives = "IP:127.0.0.1"});
    const Target target({.answer = ok, .bodySize = 1}, identity);
    ResendWindow *window = edit();
    QVERIFY(window);
    window->findChild<TargetBar *>()->setTarget(
        {.url = u"https://127.0.0.1:%1/hook"_s.arg(target.port())});
    auto *answer = window->findChild<AnswerView *>();
    auto *refusal = answer->findChild<RefusalPage *>();
    window->send();
    QTRY_VERIFY(refusal->isVisible());
    QPushButton *once = nullptr;
    for (auto *button : refusal->findChildren<QPushButton *>()) {
        if (button->text().remove(u'&') == u"Send without checking, once")
            once = button;
        if (button->text().remove(u'&') == u"Details")
            button->click();
    }
    QVERIFY(once);
    const auto *details = refusal->findChild<QPlainTextEdit *>();
    QVERIFY(details->isVisible());
    QVERIFY2(
        details->toPlainText().contains(tls::fingerprint(tls::toQt(identity.certificate.get()))),
        qPrintable(details->toPlainText()));
    once->click();
    QTRY_COMPARE(answer->result(), u"200 OK"_s);
    QVERIFY(!refusal->isVisible());
    QVERIFY(loadTargets(m_live->settings()).value(0).checkCertificate);
    window->send();
    QTRY_VERIFY(refusal->isVisible());
    QCOMPARE(answer->result(), u"No answer"_s);
}

void TstResendWindow::offersWhatHelpsWhereNothingListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    ResendWindow *window = edit();
    QVERIFY(window);
    auto *bar = window->findChild<TargetBar *>();
    bar->setTarget({.url = u"http://127.0.0.1:%1/hook"_s.arg(port)});
    auto *answer = window->findChild<AnswerView *>();
    const auto offered = [answer](const QString &label) -> QPushButton * {
        for (auto *button : answer->findChildren<QPushButton *>()) {
            if (button->text() == label && button->isVisible())
                return button;
        }
        return nullptr;
    };
    const auto sends
        = [window] { return window->findChild<AttemptTable *>()->model()->rowCount(); };
    window->send();
    QTRY_VERIFY(offered(u"Send again"_s));
    const auto pages = answer->findChildren<MessagePage *>();
    QVERIFY(std::any_of(pages.begin(), pages.end(), [port](const MessagePage *page) {
        return page->isVisible()
            && page->text().contains(u"nothing listens on port %1 of this computer."_s.arg(port));
    }));
    offered(u"Send again"_s)->click();
    QTRY_COMPARE(sends(), 2);
    QTRY_VERIFY(offered(u"Change target"_s));
    offered(u"Change target"_s)->click();
    QVERIFY(window->focusWidget() && bar->isAncestorOf(window->focusWidget()));
    aim(*window, *m_target);
    offered(u"Send again"_s)->click();
    QTRY_COMPARE(answer->result(), u"200 OK"_s);
    QVERIFY(!offered(u"Send again"_s));
}

void TstResendWindow::namesTheCaseThatWasSent()
{
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->useCase({.id = "altered-body", .title = u"Altered"_s});
    press(*window);
    const auto *sends = window->findChild<AttemptTable *>()->model();
    const auto kind = [sends](int row) {
        return sends->index(row, int(models::AttemptModel::Column::Kind)).data().toString();
    };
    QTRY_COMPARE(sends->rowCount(), 1);
    QCOMPARE(kind(0), u"Test: Body altered after signing"_s);
    const QModelIndex told = sends->index(0, int(models::AttemptModel::Column::Kind));
    QVERIFY(told.data(Qt::ToolTipRole)
                .toString()
                .startsWith(u"Test case: Body altered after signing\n"_s));
    auto *table = window->findChild<AttemptTable *>();
    const int column = int(models::AttemptModel::Column::Kind);
    const int wide = table->fontMetrics().horizontalAdvance(kind(0));
    QTRY_VERIFY2(table->columnWidth(column) > wide, "its texts have room");
    window->takeBack();
    press(*window);
    QTRY_COMPARE(sends->rowCount(), 2);
    QCOMPARE(kind(0), u"Re-sent"_s);
}

void TstResendWindow::tagsTheRowOfADraft()
{
    const auto tags = [this] {
        return m_live->part<DeliveryView>()
            ->model()
            ->index(0, int(models::Column::Summary))
            .data(models::DeliveryModel::TagsRole)
            .toStringList();
    };
    ResendWindow *window = edit();
    QVERIFY(window);
    QCOMPARE(tags(), QStringList());
    window->findChild<BodyEditor *>()->setPlainText(u"other"_s);
    window->keepDraft();
    QCOMPARE(tags(), QStringList{u"Draft"_s});
    delete window;
    QCOMPARE(tags(), QStringList{u"Draft"_s});
    m_live->part<WindowActions>()->editAndResend->trigger();
    m_live->part<ResendWindow>()->discardDraft();
    QCOMPARE(tags(), QStringList());
}

void TstResendWindow::countsTheFieldsThatChanged()
{
    m_live->settings().setValue(u"sending/changes"_s, int(models::CompareMode::Fields));
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const QTabBar *bar = nullptr;
    for (const auto *tabs : window->findChildren<DetailTabs *>()) {
        if (tabs->accessibleName() == u"What goes out"_s)
            bar = tabs->tabBar();
    }
    QVERIFY(bar);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"other\",\"a\":1}"_s);
    const auto *table = window->findChild<ComparisonTable *>();
    QTRY_VERIFY(table->isVisible() && table->comparison().rows.size() > 2);
    QTRY_COMPARE(bar->tabData(0).toString(), QString::number(table->comparison().rows.size()));
}

void TstResendWindow::marksTheWordsThatChanged()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"pong\"}"_s);
    const auto *changes = window->findChild<ChangesView *>();
    QTRY_VERIFY(changes->toPlainText().contains(u"pong"_s));
    const QTextCursor word = changes->document()->find(u"pong"_s);
    const QTextCursor key = changes->document()->find(u"topic"_s, word.selectionStart() - 10);
    QVERIFY(word.charFormat().hasProperty(QTextFormat::BackgroundBrush));
    QVERIFY(!key.charFormat().hasProperty(QTextFormat::BackgroundBrush));
}

void TstResendWindow::sendsBadJsonAsItIs()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":"_s);
    press(*window);
    QVERIFY(m_target->received().endsWith("\r\n\r\n{\"topic\":"));
}

void TstResendWindow::takesBackAllEdits()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"other"_s);
    window->restore();
    QCOMPARE(window->findChild<BodyEditor *>()->bytes(), body);
    QVERIFY(window->outgoing(0));
    QVERIFY(!http::value(window->outgoing(0)->fields, resend::markName));
}

void TstResendWindow::laysJsonOutWithoutTouchingNumbers()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    auto *editor = window->findChild<BodyEditor *>();
    editor->setPlainText(u"{\"a\":1.50e2,\"b\":12345678901234567890}"_s);
    window->findChild<BodyPane *>()->format();
    QCOMPARE(editor->bytes(), QByteArray("{\n  \"a\": 1.50e2,\n  \"b\": 12345678901234567890\n}"));
    editor->undo();
    QCOMPARE(editor->bytes(), QByteArray("{\"a\":1.50e2,\"b\":12345678901234567890}"));
}

void TstResendWindow::setsUpATestCase_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *id, const QString &verdict) {
        QTest::newRow(id) << QByteArray(id) << verdict;
    };
    row("good", u"verified fresh"_s);
    row("as-received", u"verified fresh"_s);
    row("huge", u"verified fresh"_s);
    row("wrong-secret", u"invalid fresh"_s);
    row("altered-body", u"invalid fresh"_s);
    row("altered-timestamp", u"invalid fresh"_s);
    row("missing-signature", u"unsigned fresh"_s);
    row("missing-timestamp", u"invalid missing"_s);
    row("stale", u"verified stale"_s);
    row("just-inside", u"verified fresh"_s);
    row("future", u"verified future"_s);
}

void TstResendWindow::setsUpATestCase()
{
    QFETCH(QByteArray, id);
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->useCase({.id = "cut-signature"}); // of which nothing may be left
    window->useCase({.id = id});
    const qint64 now = core::now();
    const auto request = window->outgoing(now);
    QVERIFY2(request, qPrintable(request ? QString() : core::describe(request.error())));
    const auto verdict
        = signature::verify(*request, signature::smile(), {smile::secret(u"a"_s)}, now);
    QTEST(signature::word(verdict.signature) + u' ' + signature::word(verdict.freshness),
          "verdict");
}

void TstResendWindow::takesATestCaseBack()
{
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"mine\":1}"_s);
    const Draft before = window->draft();
    window->useCase({.id = "altered-body", .title = u"Altered"_s});
    QVERIFY(!(window->draft() == before));
    QVERIFY(!noteOf(*window, u"Altered"_s).isEmpty());
    window->useCase({.id = "stale", .title = u"Stale"_s});
    window->takeBack();
    QVERIFY(window->draft() == before);
    QVERIFY(noteOf(*window, u"Stale"_s).isEmpty());
}

void TstResendWindow::editsBytesThatAreNoText()
{
    ResendWindow *window = edit(1);
    QVERIFY(window);
    aim(*window, *m_target);
    auto *hex = window->findChild<HexEditor *>();
    QVERIFY(hex->isVisible());
    QVERIFY(!window->draft().body);
    QTest::keyClicks(hex, u"4142"_s);
    const auto request = window->outgoing(0);
    QVERIFY(request);
    QCOMPARE(request->body.first(2), QByteArray("AB"));
    QCOMPARE(window->draft().body, request->body);
    window->find(); // is for text
    QVERIFY(!window->findChild<ReplaceBar *>()->isVisible());
    window->restore();
    QVERIFY(!window->draft().body);
    QVERIFY(!hex->history().canUndo());
}

void TstResendWindow::findsInTheBody()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    QVERIFY(QTest::qWaitForWindowActive(window));
    auto *bar = window->findChild<ReplaceBar *>();
    QVERIFY(!bar->isVisible());
    window->find();
    QVERIFY(bar->isVisible());
    for (auto *shortcut : window->findChildren<QShortcut *>()) {
        if (shortcut->key() == QKeySequence(Qt::Key_Escape))
            Q_EMIT shortcut->activated();
    }
    QVERIFY(!bar->isVisible());
    QVERIFY(window->isVisible());
}

void TstResendWindow::restoresADraft()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"topic\":\"draft\"}"_s);
    const Draft changed = window->draft();
    delete window;
    auto *open = m_live->part<WindowActions>()->editAndResend;
    open->trigger();
    window = m_live->part<ResendWindow>();
    QVERIFY(window->draft() == changed);
    QVERIFY(!noteOf(*window, u"draft"_s).isEmpty());
    window->discardDraft();
    QVERIFY(!(window->draft().target == changed.target));
    QCOMPARE(window->findChild<BodyEditor *>()->bytes(), body);
    QVERIFY(noteOf(*window, u"draft"_s).isEmpty());
    delete window;
    open->trigger();
    window = m_live->part<ResendWindow>();
    QVERIFY(noteOf(*window, u"draft"_s).isEmpty());
    QCOMPARE(window->findChild<BodyEditor *>()->bytes(), body);
}

void TstResendWindow::keepsNoDraftOfNothing()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    auto *editor = window->findChild<BodyEditor *>();
    editor->setPlainText(u"other"_s);
    window->keepDraft();
    QVERIFY(Drafts(m_live->inspector()).read(1, builders::delivery().receivedAt));
    window->restore();
    window->keepDraft();
    QVERIFY(!Drafts(m_live->inspector()).read(1, builders::delivery().receivedAt));
}

void TstResendWindow::tellsWhyADraftIsNotKept()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    const QString data = m_live->inspector().places().dataFolder;
    const QString folder = data + u"/drafts"_s;
    QVERIFY(QDir().mkpath(data));
    support::write(folder, "in its way");
    window->findChild<BodyEditor *>()->setPlainText(u"other"_s);
    window->keepDraft();
    const QString note
        = u"Cannot make the folder %1. A file of that name is there. What you edited "
          "is lost when this window closes: send it or copy it before."_s.arg(folder);
    QCOMPARE(noteOf(*window, u"is lost"_s), note);
    window->keepDraft();
    QCOMPARE(noteOf(*window, u"is lost"_s), note); // it is no better by now
    QVERIFY(QFile::remove(folder));
    window->keepDraft();
    QVERIFY(noteOf(*window, u"is lost"_s).isEmpty());
    QVERIFY(Drafts(m_live->inspector()).read(1, builders::delivery().receivedAt));
}

void TstResendWindow::keepsADraftOfAnotherTarget()
{
    const SendTarget remembered{.url = u"http://127.0.0.1:1/remembered"_s};
    rememberTarget(remembered, m_live->settings());
    ResendWindow *window = edit();
    QVERIFY(window);
    QCOMPARE(window->draft().target, remembered);
    aim(*window, *m_target);
    const Draft changed = window->draft();
    delete window;
    QCOMPARE(Drafts(m_live->inspector()).ids(), QList<qint64>{1});
    auto *open = m_live->part<WindowActions>()->editAndResend;
    open->trigger();
    window = m_live->part<ResendWindow>();
    QVERIFY(window->draft() == changed);
    QVERIFY(!noteOf(*window, u"draft"_s).isEmpty());
    window->discardDraft();
    QCOMPARE(window->draft().target, remembered);
    delete window;
    QVERIFY(Drafts(m_live->inspector()).ids().isEmpty());
}

// It stands there the next time, whatever webhook is sent.
void TstResendWindow::keepsNoDraftOfATargetThatWasSentTo()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->keepDraft();
    QCOMPARE(Drafts(m_live->inspector()).ids(), QList<qint64>{1});
    const SendTarget target = window->draft().target;
    press(*window);
    QVERIFY(Drafts(m_live->inspector()).ids().isEmpty());
    delete window;
    QVERIFY(Drafts(m_live->inspector()).ids().isEmpty());
    m_live->part<WindowActions>()->editAndResend->trigger();
    QCOMPARE(m_live->part<ResendWindow>()->draft().target, target);
}

void TstResendWindow::keepsInADraftThatAHeaderIsLeftOut()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const auto headersOf
        = [](const ResendWindow &of) { return of.findChild<models::FieldEditModel *>(); };
    const int headers = headersOf(*window)->rowCount();
    QVERIFY(headersOf(*window)->setData(headersOf(*window)->index(0, 0), Qt::Unchecked,
                                        Qt::CheckStateRole));
    delete window;
    m_live->part<WindowActions>()->editAndResend->trigger();
    window = m_live->part<ResendWindow>();
    QCOMPARE(headersOf(*window)->rowCount(), headers);
    QCOMPARE(headersOf(*window)->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
}

void TstResendWindow::countsTheChangesOfTheBody()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    const auto *tabs = window->findChild<DetailTabs *>();
    const auto aside = [tabs] { return tabs->tabBar()->tabData(0).toString(); };
    QCOMPARE(aside(), QString());
    window->findChild<BodyPane *>()->format();
    QTRY_COMPARE(aside(), u"changed"_s);
    auto *editor = window->findChild<BodyEditor *>();
    editor->setPlainText(editor->toPlainText().replace(u"ping"_s, u"pong"_s));
    QTRY_COMPARE(aside(), u"1 change"_s);
    window->restore();
    QCOMPARE(aside(), QString());
}

void TstResendWindow::saysThatABodyIsNoJsonAnyMore()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    const auto *pane = window->findChild<BodyPane *>();
    const auto says = [pane](const QString &words) {
        const auto labels = pane->findChildren<ElidedLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const ElidedLabel *label) {
            return label->fullText().startsWith(words);
        });
    };
    QTRY_VERIFY(says(u"✓ Valid JSON"_s));
    window->findChild<BodyEditor *>()->setPlainText(u"{\"a\" 1}"_s);
    QTRY_VERIFY(says(u"✗ Not valid JSON: line 1, "_s));
}

void TstResendWindow::dropsTheDraftOfWhatIsDeleted()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->findChild<BodyEditor *>()->setPlainText(u"other"_s);
    window->keepDraft();
    const qint64 arrival = builders::delivery().receivedAt;
    QVERIFY(Drafts(m_live->inspector()).read(1, arrival));
    QSignalSpy removed(&m_live->inspector(), &inspector::Inspector::removed);
    m_live->inspector().remove({1}, 1);
    QVERIFY(removed.wait());
    window->findChild<BodyEditor *>()->setPlainText(u"more"_s);
    delete window; // which stood open meanwhile
    QTRY_VERIFY(!Drafts(m_live->inspector()).read(1, arrival));
}

void TstResendWindow::keepsTheDraftOfAMarkedOneThatIsNotCleared()
{
    for (const int row : {0, 1}) {
        ResendWindow *window = edit(row);
        QVERIFY(window);
        for (auto *box : window->findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"Method"_s)
                box->setEditText(u"PUT"_s);
        }
        delete window;
    }
    QCOMPARE(Drafts(m_live->inspector()).ids().size(), 2);
    QSignalSpy cleared(&m_live->inspector(), &inspector::Inspector::cleared);
    m_live->inspector().mark({2}, true);
    m_live->inspector().clear(2, 1);
    QVERIFY(cleared.wait());
    QTRY_COMPARE(Drafts(m_live->inspector()).ids(), QList<qint64>{2});
}

void TstResendWindow::keepsADraftThatIsOpenWhenItsWebhookComesBack()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    window->findChild<BodyEditor *>()->setPlainText(u"other"_s);
    window->keepDraft();
    QSignalSpy restored(&m_live->inspector(), &inspector::Inspector::restored);
    m_live->inspector().remove({1}, 1);
    QTRY_VERIFY(Drafts(m_live->inspector()).ids().isEmpty());
    m_live->inspector().restore(1);
    QVERIFY(restored.wait());
    QTRY_COMPARE(Drafts(m_live->inspector()).ids(), QList<qint64>{1});
}

void TstResendWindow::runsAllTestCases()
{
    m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const Draft before = window->draft();
    window->useCase({.id = "altered-body", .title = u"Altered"_s});
    window->runCases();
    QVERIFY(window->draft() == before);
    auto *dialog = window->findChild<CasesDialog *>();
    QVERIFY(dialog);
    auto *rows = dialog->findChild<QTreeWidget *>();
    QTRY_VERIFY(rows->topLevelItemCount() > 1);
    QCOMPARE(rows->topLevelItem(0)->text(0), u"A good webhook"_s);
    QCOMPARE(rows->topLevelItem(0)->text(3), u"Pass"_s);
    const int padded = rows->visualItemRect(rows->topLevelItem(0)).height();
    QVERIFY2(padded >= rows->fontMetrics().height() + 10, qPrintable(QString::number(padded)));
    QTRY_VERIFY(m_target->received().contains("Smile-Signature")); // one of them goes without
    auto *sends = m_live->part<SendsView>()->findChild<AttemptTable *>()->model();
    QTRY_VERIFY(sends->rowCount() > 1);
    const int last = sends->rowCount() - 1; // of the good one
    QCOMPARE(sends->index(last, int(models::AttemptModel::Column::Signing)).data().toString(),
             u"Signed now, primary"_s);
    QCOMPARE(sends->index(last, int(models::AttemptModel::Column::Result)).data().toString(),
             u"200 OK, as expected"_s);
    const QStringList faults = support::AccessibleWalk(*dialog).faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TstResendWindow::saysWhyNothingCanBeSent()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    QPushButton *send = nullptr;
    for (auto *button : window->findChildren<QPushButton *>()) {
        if (button->text() == u"Send"_s)
            send = button;
    }
    QVERIFY(send && !send->isEnabled());
    QVERIFY2(send->toolTip().startsWith(u"Send (Ctrl+Return)\n"_s), qPrintable(send->toolTip()));
    QVERIFY2(!window->findChild<ChangesView *>()->toPlainText().contains(u"Host"_s),
             "where it goes is not known, and no change");
    aim(*window, *m_target);
    QTRY_VERIFY(send->isEnabled());
    QCOMPARE(send->toolTip(), u"Send (Ctrl+Return)"_s);
}

void TstResendWindow::cancelsWhatIsUnderWay()
{
    const Target silent({.answer = {}, .bodySize = 1});
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, silent);
    window->send();
    QTRY_COMPARE(silent.connections(), 1);
    QPushButton *cancel = nullptr;
    for (auto *button : window->findChildren<QPushButton *>()) {
        if (button->text() == u"Cancel"_s)
            cancel = button;
    }
    QVERIFY(cancel && cancel->toolTip().startsWith(u"Cancel"_s));
    const auto drawing = [cancel] { return cancel->icon().pixmap(16).toImage(); };
    const QImage cross = drawing();
    cancel->click();
    QTRY_COMPARE(window->findChild<AnswerView *>()->result(), u"No answer"_s);
    QCOMPARE(cancel->text(), u"Send"_s);
    QVERIFY(drawing() != cross);
}

void TstResendWindow::listsTheSendsInTheDetails()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    press(*window);
    auto *table = m_live->part<SendsView>()->findChild<AttemptTable *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    auto *answer = m_live->part<SendsView>()->findChild<AnswerView *>();
    QTRY_COMPARE(answer->result(), u"200 OK"_s);
    for (auto *bar : answer->findChildren<SegmentedBar *>()) {
        if (bar->accessibleName() == u"Parts of the answer"_s)
            bar->findChildren<QAbstractButton *>().at(2)->click(); // Timing
    }
    const auto told = [&answer](const QString &words) {
        for (const auto *label : answer->findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return label->text();
        }
        return QString();
    };
    const auto digest = [](const QByteArray &bytes) {
        return QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    };
    QVERIFY(told(u"went out as it was received"_s).contains(digest(body)));
    window->findChild<BodyEditor *>()->setPlainText(u"other"_s);
    press(*window);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTRY_VERIFY(told(u"is another than was received"_s).contains(digest("other")));
}

// In two lines, so that a narrow pane shows it; the clipboard takes it whole.
void TstResendWindow::copiesTheDigestThatIsBroken()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    press(*window);
    auto *answer = window->findChild<AnswerView *>();
    for (auto *bar : answer->findChildren<SegmentedBar *>()) {
        if (bar->accessibleName() == u"Parts of the answer"_s)
            bar->findChildren<QAbstractButton *>().at(2)->click(); // Timing
    }
    QLabel *timing = nullptr;
    for (auto *label : answer->findChildren<QLabel *>()) {
        if (label->text().contains(u"SHA-256"_s))
            timing = label;
    }
    QVERIFY(timing);
    QVERIFY2(timing->minimumSizeHint().width() < 50 * timing->fontMetrics().averageCharWidth(),
             qPrintable(QString::number(timing->minimumSizeHint().width())));
    const QString digest
        = QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
    QVERIFY(timing->text().contains(u"href=\"%1\""_s.arg(digest)));
    Q_EMIT timing->linkActivated(digest);
    QCOMPARE(QGuiApplication::clipboard()->text(), digest);
}

void TstResendWindow::tellsTimeAndSizeWithoutMoreWords()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    press(*window);
    const QRegularExpression facts(u"^[0-9]+ ms · %1$"_s.arg(core::byteSize(11)));
    const auto labels = window->findChild<AnswerView *>()->findChildren<ElidedLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&facts](const ElidedLabel *label) {
        return facts.match(label->accessibleName()).hasMatch();
    }));
}

void TstResendWindow::sendsAgainUnchangedToTheLastTarget()
{
    rememberTarget({.url = u"http://127.0.0.1:%1"_s.arg(m_target->port())}, m_live->settings());
    QSignalSpy fetched(&m_live->inspector(), &inspector::Inspector::fetched);
    m_live->part<DeliveryView>()->select(0);
    QVERIFY(!fetched.isEmpty() || fetched.wait());
    m_live->part<WindowActions>()->sendAgain->trigger();
    QTRY_COMPARE(m_target->connections(), 1);
    QTRY_VERIFY(m_target->received().startsWith("POST / HTTP/1.1\r\n"));
}

// Until it is sent again.
void TstResendWindow::tellsInTheBarWhatWasNotSentAgain()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    rememberTarget({.url = u"http://127.0.0.1:%1"_s.arg(port)}, m_live->settings());
    auto *bar = m_live->part<MessageBar>();
    QList<Message> told;
    const QObject meanwhile;
    connect(bar, &MessageBar::shown, &meanwhile,
            [&told](const Message &message) { told += message; });
    QSignalSpy fetched(&m_live->inspector(), &inspector::Inspector::fetched);
    m_live->part<DeliveryView>()->select(0);
    QVERIFY(!fetched.isEmpty() || fetched.wait());
    auto *sendAgain = m_live->part<WindowActions>()->sendAgain;
    sendAgain->trigger();
    QTRY_VERIFY(bar->has(u"resend 1"_s));
    QCOMPARE(told.last().title, u"Cannot send to http://127.0.0.1:%1."_s.arg(port));
    QVERIFY2(told.last().text.contains(u"nothing listens on port %1"_s.arg(port))
                 && told.last().text.contains(u"Sends of #1."_s),
             qPrintable(told.last().text));
    QVERIFY(!m_live->part<StatusLine>()->notice().startsWith(u"Sending"_s));
    m_live->part<DeliveryView>()->clearSelection();
    told.last().choices.first().run(); // Show
    QCOMPARE(m_live->part<DeliveryView>()->selectedIds(), QList<qint64>{1});
    rememberTarget({.url = u"http://127.0.0.1:%1"_s.arg(m_target->port())}, m_live->settings());
    sendAgain->trigger();
    QVERIFY(!bar->has(u"resend 1"_s));
    QTRY_VERIFY(m_live->part<StatusLine>()->notice().startsWith(u"#1 was sent to"_s));
    QVERIFY(!bar->has(u"resend 1"_s));
}

void TstResendWindow::saysOnlyOfKeptSendsThatTheyAreListed()
{
    auto *bar = m_live->part<MessageBar>();
    QString text;
    const QObject meanwhile;
    connect(bar, &MessageBar::shown, &meanwhile,
            [&text](const Message &message) { text = message.text; });
    capture::Attempt attempt;
    attempt.delivery = 1;
    attempt.error = {.what = u"Cannot send."_s, .why = u"It is off."_s};
    Q_EMIT m_live->part<Resends>()->failed(attempt, {});
    QCOMPARE(text, u"It is off. To choose another target, use Edit & Re-send."_s);
    attempt.id = 7;
    Q_EMIT m_live->part<Resends>()->failed(attempt, {});
    QVERIFY2(text.contains(u"listed under Sends of #1."_s), qPrintable(text));
}

// What is on its way while another one is opened comes back to nobody.
void TstResendWindow::tellsNothingOfAnotherStoresSends()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    rememberTarget({.url = u"http://127.0.0.1:%1"_s.arg(silent.serverPort())}, m_live->settings());
    QSignalSpy fetched(&m_live->inspector(), &inspector::Inspector::fetched);
    m_live->part<DeliveryView>()->select(0);
    QVERIFY(!fetched.isEmpty() || fetched.wait());
    QSignalSpy kept(&m_live->inspector().sending(), &inspector::Sending::kept);
    m_live->part<WindowActions>()->sendAgain->trigger();
    QTRY_VERIFY(silent.hasPendingConnections());
    m_live->part<Resends>()->closeAll();
    silent.nextPendingConnection()->abort();
    QVERIFY(!kept.isEmpty() || kept.wait());
    QVERIFY(!m_live->part<MessageBar>()->has(u"resend 1"_s));
}

void TstResendWindow::saysInItsColourWhetherItIsJson()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    auto *pane = window->findChild<BodyPane *>();
    const auto check = [pane](const QString &text) {
        const auto labels = pane->findChildren<ElidedLabel *>();
        const auto at
            = std::find_if(labels.begin(), labels.end(), [&text](const ElidedLabel *label) {
                  return label->fullText().startsWith(text);
              });
        return at == labels.end() ? QColor() : (*at)->palette().color(QPalette::WindowText);
    };
    const Tokens &look = tokens(window->palette());
    QTRY_COMPARE(check(u"✓ Valid JSON"_s), look.verified);
    window->findChild<BodyEditor *>()->setPlainText(u"{\"a\": }"_s);
    QTRY_COMPARE(check(u"✗ Not valid JSON: "_s), look.invalid);
}

void TstResendWindow::showsTheLatestSends()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const bool low = window->height() < window->fontMetrics().height() * 40;
    press(*window);
    const auto *sends = window->findChild<AttemptTable *>();
    QTRY_VERIFY(sends->isVisible());
    QTRY_VERIFY(sends->viewport()->height() >= (low ? 1 : 3) * sends->rowHeight(0));
    QVERIFY(sends->viewport()->height() < 5 * sends->rowHeight(0)); // the rest is the editors'
}

void TstResendWindow::movesNothingForANoteOfTheTarget()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const auto *editor = window->findChild<BodyEditor *>();
    const auto top = [window, editor] { return editor->mapTo(window, QPoint()).y(); };
    QTRY_VERIFY(editor->isVisible());
    window->layout()->activate();
    const int before = top();
    auto *bar = window->findChild<TargetBar *>();
    bar->findChild<QComboBox *>()->setEditText(u"ftp://localhost/x"_s);
    QVERIFY(!bar->trouble().isEmpty());
    window->layout()->activate();
    QCOMPARE(top(), before);
}

void TstResendWindow::showsWordsBesideTheTabsWhereTheyFit_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("words");
    QTest::newRow("a small screen") << 5.0 << false;
    QTest::newRow("the usual size") << 6.3 << true;
}

void TstResendWindow::showsWordsBesideTheTabsWhereTheyFit()
{
    QFETCH(double, share);
    QFETCH(bool, words);
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"{}"_s);
    const QString all = u"FormatRestore originalTest cases"_s;
    window->resize(int(share * window->fontMetrics().horizontalAdvance(all)), window->height());
    const QToolButton *cases = nullptr;
    for (const auto *button : window->findChildren<QToolButton *>()) {
        if (button->text() == u"Test cases"_s)
            cases = button;
    }
    QVERIFY(cases);
    const auto hasWords = [cases] { return cases->toolButtonStyle() != Qt::ToolButtonIconOnly; };
    QTRY_COMPARE(hasWords(), words);
    for (const auto *tabs : window->findChildren<DetailTabs *>()) {
        const QTabBar *bar = tabs->tabBar();
        QTRY_VERIFY(bar->tabRect(bar->count() - 1).right() < bar->width());
    }
}

void TstResendWindow::fitsASmallScreen()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    window->findChild<BodyEditor *>()->setPlainText(u"other"_s);
    delete window;
    m_live->part<WindowActions>()->editAndResend->trigger();
    window = m_live->part<ResendWindow>(); // with the note of its draft, and a hint
    QVERIFY(!noteOf(*window, u"draft"_s).isEmpty());
    const QSize least = window->layout()->totalMinimumSize();
    QVERIFY2(least.height() <= 565 && least.width() <= 945,
             qPrintable(u"%1 × %2"_s.arg(least.width()).arg(least.height())));
    window->resize(945, 565);
    press(*window);
    QTRY_COMPARE(window->findChild<AnswerView *>()->result(), u"200 OK"_s);
    const auto *sends = window->findChild<AttemptTable *>();
    QTRY_VERIFY(sends->isVisible());
    QTRY_VERIFY(sends->viewport()->height() >= sends->rowHeight(0)); // the latest one, whole
    const auto *changes = window->findChild<ChangesView *>();
    QTRY_VERIFY2(changes->viewport()->height() >= 3 * changes->fontMetrics().height(),
                 qPrintable(QString::number(changes->viewport()->height())));
    for (const auto *tabs : window->findChildren<DetailTabs *>()) {
        if (tabs->accessibleName() == u"What goes out"_s) // the answer is worth more
            QTRY_VERIFY(window->findChild<AnswerView *>()->height() > tabs->height());
        const QTabBar *bar = tabs->tabBar();
        QVERIFY(bar->tabRect(bar->count() - 1).right() < bar->width());
    }
}

void TstResendWindow::namesEverythingForScreenReaders()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    const QStringList faults = support::AccessibleWalk(*window).faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

static QModelIndex valueOf(const ResendWindow &window, const QString &name)
{
    const auto *model = window.findChild<models::FieldEditModel *>();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == name)
            return model->index(row, 1);
    }
    return {};
}

static bool force(const ResendWindow &window, const QString &name, const QString &value)
{
    auto *model = window.findChild<models::FieldEditModel *>();
    const QModelIndex at = valueOf(window, name);
    return model->setData(at, Qt::Checked, Qt::CheckStateRole)
        && model->setData(at, value, Qt::EditRole);
}

void TstResendWindow::forcesHostAndLength_data()
{
    QTest::addColumn<bool>("again");
    QTest::newRow("kept as it was") << false;
    QTest::newRow("signed again, which sets the length") << true;
}

void TstResendWindow::forcesHostAndLength()
{
    QFETCH(bool, again);
    if (again)
        m_live->inspector().useSecrets(u"/"_s, {smile::secret(u"primary"_s)});
    save(SendingSettings{.marks = false}, m_live->settings());
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    QVERIFY(noteOf(*window, u"as written"_s).isEmpty());
    QVERIFY(force(*window, u"Host"_s, u"evil.example"_s));
    QVERIFY(!noteOf(*window, u"Host is sent as written."_s).isEmpty());
    QVERIFY(force(*window, u"Content-Length"_s, u"5"_s));
    QVERIFY(!noteOf(*window, u"Host and Content-Length are sent as written."_s).isEmpty());
    press(*window);
    const QByteArray sent = m_target->received();
    QVERIFY2(sent.startsWith("POST /hook HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 5\r\n"),
             sent.constData());
    QVERIFY2(sent.contains("\r\nConnection: close\r\n"), sent.constData());
    QVERIFY2(sent.endsWith("\r\n\r\n" + body), sent.constData());
    press(*window);
    QCOMPARE(m_target->connections(), 2); // none is used twice
    const QModelIndex length = valueOf(*window, u"Content-Length"_s);
    window->findChild<models::FieldEditModel *>()->setData(length, Qt::Unchecked,
                                                           Qt::CheckStateRole);
    QVERIFY(force(*window, u"Host"_s, u"other.example"_s));
    press(*window);
    QVERIFY2(m_target->received().contains("Host: other.example\r\nContent-Length: 16\r\n"),
             m_target->received().constData());
    QVERIFY(!m_target->received().contains("Connection: close"));
}

void TstResendWindow::tellsOfASendWhatWasForced()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    QVERIFY(force(*window, u"Host"_s, u"evil.example"_s));
    press(*window);
    window->restore();
    press(*window);
    const auto *sends = window->findChild<AttemptTable *>()->model();
    QTRY_COMPARE(sends->rowCount(), 2);
    const auto changes = [sends](int row) {
        return sends->index(row, int(models::AttemptModel::Column::Changes)).data().toString();
    };
    QCOMPARE(changes(0), u"none"_s);
    QCOMPARE(changes(1), u"Header Host"_s);
    const auto down = window->findChildren<QShortcut *>();
    for (auto *key : down) {
        if (key->key() == QKeySequence(Qt::ALT | Qt::Key_Down))
            Q_EMIT key->activated();
    }
    QCOMPARE(valueOf(*window, u"Host"_s).data().toString(), u"evil.example · sent as written"_s);
    QVERIFY(
        !valueOf(*window, u"Content-Length"_s).data(models::FieldEditModel::ForcedRole).toBool());
}

void TstResendWindow::keepsInADraftWhatIsForced()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    QVERIFY(force(*window, u"Content-Length"_s, u"700"_s));
    delete window;
    m_live->part<WindowActions>()->editAndResend->trigger();
    window = m_live->part<ResendWindow>();
    QCOMPARE(valueOf(*window, u"Content-Length"_s).data().toString(), u"700 · sent as written"_s);
    const auto request = window->outgoing(core::now());
    QVERIFY(request);
    QCOMPARE(http::value(request->fields, "Content-Length"), QByteArray("700"));
}

void TstResendWindow::keepsTheCertificateOfEachRefusal()
{
    const support::Issued first = support::issue({.alternatives = "IP:127.0.0.1"});
    const support::Issued second = support::issue({.alternatives = "IP:127.0.0.1"});
    ResendWindow *window = edit();
    QVERIFY(window);
    const auto *sends = window->findChild<AttemptTable *>();
    auto *refusal = window->findChild<AnswerView *>()->findChild<RefusalPage *>();
    const auto shows = [refusal](const support::Issued &identity) {
        return refusal->isVisible()
            && refusal->findChild<QPlainTextEdit *>()->toPlainText().contains(
                tls::fingerprint(tls::toQt(identity.certificate.get())));
    };
    int rows = 0;
    for (const auto &identity : {std::cref(first), std::cref(second)}) {
        const Target target({.answer = ok, .bodySize = 1}, identity);
        window->findChild<TargetBar *>()->setTarget(
            {.url = u"https://127.0.0.1:%1/hook"_s.arg(target.port())});
        window->send();
        ++rows;
        QTRY_COMPARE(sends->model()->rowCount(), rows);
        QTRY_VERIFY(shows(identity));
    }
    aim(*window, *m_target);
    press(*window);
    QTRY_COMPARE(sends->model()->rowCount(), 3);
    QVERIFY(!refusal->isVisible());
    window->findChild<AttemptTable *>()->selectRow(2);
    QVERIFY(shows(first));
    window->findChild<AttemptTable *>()->selectRow(1);
    QVERIFY(shows(second));
}

void TstResendWindow::saysNothingOfTlsWhereThereIsNone()
{
    ResendWindow *window = edit();
    QVERIFY(window);
    aim(*window, *m_target);
    press(*window);
    auto *answer = window->findChild<AnswerView *>();
    Q_EMIT answer->findChild<SegmentedBar *>()->chosen(2);
    QString times;
    for (const auto *label : answer->findChildren<QLabel *>()) {
        if (label->text().contains(u"First byte"_s))
            times = label->text();
    }
    QVERIFY(times.contains(u"Connected"_s));
    QVERIFY2(!times.contains(u"TLS"_s), qPrintable(times));
}

QTEST_MAIN(TstResendWindow)
#include "tst_resendwindow.moc"
