// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"
#include "models/rowtext.h"
#include "signature/catalogue.h"
#include "support/builders.h"
#include "support/smile.h"
#include "ui/views/bodyview.h"
#include "ui/views/detailsheader.h"
#include "ui/views/detailspane.h"
#include "ui/views/detailtabs.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/findfield.h"
#include "ui/views/fittedscroll.h"
#include "ui/views/linkbutton.h"
#include "ui/views/messagepage.h"
#include "ui/views/overviewview.h"
#include "ui/views/owncodeview.h"
#include "ui/views/verdictframe.h"

#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using signature::Freshness;
using signature::Signature;

class TstDetailsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksToSelectWhenNothingIs();
    void tellsWhichWebhookItIs();
    void tellsWhetherAnAnswerMayStillCome_data();
    void tellsWhetherAnAnswerMayStillCome();
    void saysBothVerdictsInTheTablesWords_data();
    void saysBothVerdictsInTheTablesWords();
    void offersASecretWhereOneIsMissing();
    void offersNoSecretWhereNoneCouldHelp();
    void cutsNoVerdictWhereRoomIsShort_data();
    void cutsNoVerdictWhereRoomIsShort();
    void saysWhatWasJudgedBefore();
    void showsBothValuesOfAnInvalidSignature();
    void saysThatEarlierOnesWereVerified();
    void comesBackFromFindingInTheBody_data();
    void comesBackFromFindingInTheBody();
    void keepsTheTabFromRowToRow();
    void showsOnlyWhatARejectionHas();
    void sumsUpASelection();
    void offersWhatCanBeDoneWithSeveral();
    void keepsANote();
    void takesAHalfWrittenNoteBack();
    void showsAMegabyteWithoutWaiting();
    void keepsTheFocusWhileALargeBodyIsExplainedAgain();
    void forgetsSecretsWithTheRow();
    void neverTakesASendersWordsForMarkup();

private:
    inspector::Details details(Signature signature = Signature::Verified,
                               Freshness freshness = Freshness::Fresh) const;
    QString verdicts() const { return m_pane->findChild<VerdictFrame *>()->text(); }
    QLineEdit *note() const;
    QString message() const;
    LinkButton *link(const QString &text) const;

    std::unique_ptr<DetailsPane> m_pane;
};

void TstDetailsPane::init()
{
    m_pane = std::make_unique<DetailsPane>();
    m_pane->resize(520, 700);
    m_pane->setVisible(true);
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
}

inspector::Details TstDetailsPane::details(Signature signature, Freshness freshness) const
{
    capture::Delivery made = builders::delivery(smile::ping);
    made.id = 2414;
    made.receivedAt = smile::sentAt * 1'000'000;
    made.request = smile::request();
    made.verdict.signature = signature;
    made.verdict.freshness = freshness;
    return {.id = 2414,
            .delivery = builders::stored(made),
            .scheme = std::make_shared<const signature::Scheme>(signature::smile())};
}

QLineEdit *TstDetailsPane::note() const
{
    return m_pane->findChild<DetailsHeader *>()->findChild<QLineEdit *>();
}

QString TstDetailsPane::message() const
{
    QStringList words;
    for (const auto *label : m_pane->findChild<MessagePage *>()->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            words += label->text();
    }
    return words.join(u'|');
}

LinkButton *TstDetailsPane::link(const QString &text) const
{
    for (auto *link : m_pane->findChildren<LinkButton *>()) {
        if (link->text() == text && link->isVisible())
            return link;
    }
    return nullptr;
}

void TstDetailsPane::asksToSelectWhenNothingIs()
{
    QCOMPARE(message(), u"Select a webhook to see its details."_s);
    m_pane->show(details());
    QCOMPARE(message(), QString());
    m_pane->clear();
    QCOMPARE(message(), u"Select a webhook to see its details."_s);
    QCOMPARE(m_pane->shownId(), 0);
}

void TstDetailsPane::tellsWhichWebhookItIs()
{
    inspector::Details shown = details();
    shown.answer = capture::Answer{.id = 2414, .status = 200, .latency = 3100};
    capture::Delivery old = *shown.delivery;
    old.receivedAt = QDateTime({2024, 11, 24}, {14, 32, 15, 977}).toMSecsSinceEpoch() * 1000;
    shown.delivery = builders::stored(old);
    m_pane->show(shown);
    QStringList words;
    for (const auto *label : m_pane->findChild<DetailsHeader *>()->findChildren<ElidedLabel *>())
        words += label->fullText();
    QVERIFY(words.contains(u"ping"_s));
    const QString facts = words.filter(u"Received"_s).join(u' ');
    QVERIFY2(facts.contains(u"24 Nov 2024 14:32:15.977"_s), qPrintable(facts));
    QVERIFY2(facts.contains(u"from 127.0.0.1"_s), qPrintable(facts));
    QVERIFY2(facts.contains(u"replied 200 in 3.1 ms"_s), qPrintable(facts));
}

void TstDetailsPane::tellsWhetherAnAnswerMayStillCome_data()
{
    QTest::addColumn<bool>("before"); // this start
    QTest::addColumn<bool>("imported");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("overview");
    const QString none = u"no answer is recorded"_s;
    const QString noneThere = u"No answer is recorded."_s;
    QTest::newRow("just received")
        << false << false << u"not answered yet"_s << u"Not answered yet."_s;
    QTest::newRow("received before this start") << true << false << none << noneThere;
    QTest::newRow("imported") << false << true << none << noneThere;
}

void TstDetailsPane::tellsWhetherAnAnswerMayStillCome()
{
    QFETCH(bool, before);
    QFETCH(bool, imported);
    QFETCH(QString, fact);
    QFETCH(QString, overview);
    capture::Delivery made = builders::delivery();
    made.id = 7;
    made.receivedAt = before ? core::now() - 3'600'000'000 : core::now();
    inspector::Details shown{.id = 7, .delivery = builders::stored(made)};
    if (imported)
        shown.import = capture::Import();
    m_pane->show(shown);
    const auto labels = m_pane->findChild<DetailsHeader *>()->findChildren<ElidedLabel *>();
    QVERIFY(std::ranges::any_of(
        labels, [&fact](const ElidedLabel *label) { return label->fullText().endsWith(fact); }));
    QVERIFY(m_pane->findChild<OverviewView *>()->text().split(u'\n').contains(overview));
}

void TstDetailsPane::saysBothVerdictsInTheTablesWords_data()
{
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<Freshness>("freshness");
    QTest::newRow("verified and fresh") << Signature::Verified << Freshness::Fresh;
    QTest::newRow("verified but stale") << Signature::Verified << Freshness::Stale;
    QTest::newRow("invalid") << Signature::Invalid << Freshness::Fresh;
    QTest::newRow("unsigned") << Signature::Unsigned << Freshness::Missing;
    QTest::newRow("malformed") << Signature::Malformed << Freshness::Future;
    QTest::newRow("no secret") << Signature::NoSecret << Freshness::Malformed;
}

void TstDetailsPane::saysBothVerdictsInTheTablesWords()
{
    QFETCH(Signature, signature);
    QFETCH(Freshness, freshness);
    m_pane->show(details(signature, freshness));
    QVERIFY2(verdicts().contains(models::signatureWord(signature)), qPrintable(verdicts()));
    const QString word = models::freshnessWord(freshness);
    QVERIFY2(verdicts().contains(word, Qt::CaseInsensitive), qPrintable(verdicts()));
}

void TstDetailsPane::offersASecretWhereOneIsMissing()
{
    QSignalSpy wanted(m_pane.get(), &DetailsPane::secretWanted);
    m_pane->show(details(Signature::Verified));
    QVERIFY(!link(u"Add the secret…"_s));
    m_pane->show(details(Signature::NoSecret));
    QVERIFY(link(u"Add the secret…"_s));
    link(u"Add the secret…"_s)->click();
    QCOMPARE(wanted.size(), 1);
    m_pane->show(details(Signature::Invalid)); // with a secret that is not at hand any more
    QVERIFY(link(u"Add the secret…"_s));
    m_pane->setSurroundings({.secrets = {smile::secret(u"Dev store"_s)}});
    m_pane->show(details(Signature::Invalid));
    QVERIFY(link(u"Try another secret…"_s));
}

void TstDetailsPane::offersNoSecretWhereNoneCouldHelp()
{
    inspector::Details shown = details(Signature::Invalid);
    capture::Delivery undated = *shown.delivery;
    undated.request = smile::without(undated.request, "Smile-Timestamp");
    shown.delivery = builders::stored(undated);
    m_pane->show(shown);
    QVERIFY2(verdicts().contains(u"Smile-Timestamp"_s), qPrintable(verdicts()));
    QVERIFY(link(u"Show the value"_s));
    QVERIFY(!link(u"Add the secret…"_s));
    m_pane->setSurroundings({.secrets = {smile::secret(u"Dev store"_s)}});
    m_pane->show(shown);
    QVERIFY(!link(u"Try another secret…"_s));
}

void TstDetailsPane::cutsNoVerdictWhereRoomIsShort_data()
{
    QTest::addColumn<bool>("sideBySide");
    QTest::addColumn<QSize>("room");
    QTest::addColumn<bool>("scrolls");
    QTest::newRow("beside the tabs, low") << true << QSize(640, 130) << true;
    QTest::newRow("beside the tabs, high") << true << QSize(640, 700) << false;
    QTest::newRow("above the tabs, narrow") << false << QSize(420, 900) << false;
}

void TstDetailsPane::cutsNoVerdictWhereRoomIsShort()
{
    QFETCH(bool, sideBySide);
    QFETCH(QSize, room);
    QFETCH(bool, scrolls);
    m_pane->setMinimumSize(1, 1); // its parts' least would be too much for the first
    m_pane->setSideBySide(sideBySide);
    m_pane->show(details(Signature::Invalid, Freshness::Stale));
    m_pane->resize(room);
    const auto *area = m_pane->findChild<FittedScroll *>();
    const auto *frame = m_pane->findChild<VerdictFrame *>();
    QVERIFY(area);
    QTRY_VERIFY(frame->height() >= frame->heightForWidth(frame->width()));
    QTRY_COMPARE(area->verticalScrollBar()->maximum() > 0, scrolls);
    QCOMPARE(area->verticalScrollBar()->maximum() + area->viewport()->height(), frame->height());
    QCOMPARE(area->focusPolicy() != Qt::NoFocus, scrolls);
}

void TstDetailsPane::saysWhatWasJudgedBefore()
{
    inspector::Details shown = details(Signature::NoSecret);
    shown.judgements = {{.id = 2414,
                         .judgedAt = shown.delivery->receivedAt + 1'000'000,
                         .verdict = {.scheme = u"smile"_s,
                                     .signature = Signature::Verified,
                                     .freshness = Freshness::Fresh,
                                     .ageSeconds = 0,
                                     .secret = u"Dev store"_s}}};
    m_pane->setSurroundings({.secrets = {smile::secret(u"Dev store"_s)}});
    m_pane->show(shown);
    QVERIFY2(verdicts().startsWith(u"Verified"_s), qPrintable(verdicts()));
    QVERIFY2(verdicts().contains(u"“Dev store”"_s), qPrintable(verdicts()));
    QVERIFY2(verdicts().contains(u"At arrival: No secret · now: Verified"_s),
             qPrintable(verdicts()));
    shown.import = capture::Import{.origin = u"theirs.jsonl"_s, .importedAt = 5};
    m_pane->show(shown);
    QVERIFY2(verdicts().contains(u"By its file: No secret · now: Verified"_s),
             qPrintable(verdicts()));
    capture::Delivery unsaid = *shown.delivery; // as a HAR brings it
    unsaid.verdict = {};
    shown.delivery = builders::stored(unsaid);
    m_pane->show(shown);
    QVERIFY2(!verdicts().contains(u"By its file"_s), qPrintable(verdicts()));
}

void TstDetailsPane::showsBothValuesOfAnInvalidSignature()
{
    m_pane->setSurroundings({.secrets = {smile::secret(u"Dev store"_s, "quite another secret")}});
    m_pane->show(details(Signature::Invalid));
    QVERIFY(link(u"Show both values"_s));
    link(u"Show both values"_s)->click();
    QCOMPARE(m_pane->currentTab(), DetailsPane::Signature);
}

// Once, however often the row is shown.
void TstDetailsPane::saysThatEarlierOnesWereVerified()
{
    const QString guess = u"No stored secret matches. Earlier webhooks verified with “Dev store”. "
                          "Perhaps the body, the time or the signature was changed after signing, "
                          "or this sender signs with another secret."_s;
    m_pane->setSurroundings({.secrets = {smile::secret(u"Dev store"_s, "quite another secret")},
                             .verifiedBefore = u"Dev store"_s});
    m_pane->show(details(Signature::Invalid));
    QTRY_VERIFY2(verdicts().contains(guess), qPrintable(verdicts()));
    m_pane->show(details(Signature::Invalid));
    QCOMPARE(verdicts().count(u"Earlier webhooks"_s), 1);
}

void TstDetailsPane::comesBackFromFindingInTheBody_data()
{
    QTest::addColumn<QList<int>>("tabs"); // that are gone to
    QTest::addColumn<int>("after"); // Escape
    using Tab = DetailsPane::Tab;
    QTest::newRow("from another tab") << QList<int>{} << int(Tab::Signature);
    QTest::newRow("not once it was left by itself")
        << QList<int>{Tab::Headers, Tab::Body} << int(Tab::Body);
}

void TstDetailsPane::comesBackFromFindingInTheBody()
{
    QFETCH(QList<int>, tabs);
    m_pane->show(details());
    m_pane->showTab(DetailsPane::Signature);
    QTest::keySequence(m_pane.get(), QKeySequence::Find);
    QCOMPARE(m_pane->currentTab(), DetailsPane::Body);
    for (const int tab : std::as_const(tabs))
        m_pane->showTab(tab);
    auto *find = m_pane->findChild<BodyView *>()->findChild<FindField *>();
    find->setText(u"ping"_s);
    QTest::keyClick(find, Qt::Key_Escape);
    QCOMPARE(find->text(), QString());
    QCOMPARE(m_pane->currentTab(), DetailsPane::Body);
    QTest::keyClick(find, Qt::Key_Escape);
    QTEST(int(m_pane->currentTab()), "after");
}

void TstDetailsPane::keepsTheTabFromRowToRow()
{
    m_pane->show(details());
    m_pane->showTab(DetailsPane::Headers);
    inspector::Details other = details();
    other.id = 2415;
    m_pane->show(other);
    QCOMPARE(m_pane->currentTab(), DetailsPane::Headers);
    m_pane->showTab(9);
    QCOMPARE(m_pane->currentTab(), DetailsPane::Headers);
}

void TstDetailsPane::showsOnlyWhatARejectionHas()
{
    const capture::Rejection rejection{.id = 7,
                                       .receivedAt = smile::sentAt * 1'000'000,
                                       .peer = {.address = u"127.0.0.1"_s, .port = 5},
                                       .reason = capture::Reason::PlainHttp,
                                       .detail = u"The sender spoke HTTP."_s,
                                       .bytes = "GET / HTTP/1.1\r\n"};
    m_pane->show({.id = 7, .rejection = rejection});
    const auto *tabs = m_pane->findChild<DetailTabs *>();
    QCOMPARE(tabs->tabText(DetailsPane::Body), u"Received bytes"_s);
    QVERIFY(!tabs->isTabVisible(DetailsPane::Headers));
    QVERIFY(!tabs->isTabVisible(DetailsPane::Signature));
    QVERIFY2(verdicts().contains(u"The sender spoke HTTP."_s), qPrintable(verdicts()));
    QVERIFY(m_pane->findChild<OverviewView *>()->text().contains(
        capture::title(capture::Reason::PlainHttp)));
    m_pane->show({.id = 8, .rejection = capture::Rejection{.id = 8}});
    for (const auto *button : m_pane->findChild<BodyView *>()->findChildren<QPushButton *>())
        QVERIFY2(!button->isVisibleTo(m_pane.get()) || button->text() != u"Raw"_s,
                 "it would lead to a tab that is not there");
    m_pane->show(details());
    QVERIFY(tabs->isTabVisible(DetailsPane::Headers));
}

void TstDetailsPane::sumsUpASelection()
{
    m_pane->showSelection(12, 5012, u"11 verified, 1 invalid"_s);
    QVERIFY2(message().contains(u"12 webhook"_s), qPrintable(message()));
    QVERIFY2(message().contains(u"5,012 B. 11 verified, 1 invalid"_s), qPrintable(message()));
}

void TstDetailsPane::offersWhatCanBeDoneWithSeveral()
{
    const auto labels = [this](qsizetype count) {
        m_pane->showSelection(count, 5012, {});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QStringList texts;
        for (const auto *button : m_pane->findChild<MessagePage *>()->findChildren<QPushButton *>())
            texts += button->text();
        return texts;
    };
    QCOMPARE(labels(12), (QStringList{u"Re-send…"_s, u"Export…"_s}));
    QCOMPARE(labels(2), (QStringList{u"Re-send…"_s, u"Compare…"_s, u"Export…"_s}));
    QSignalSpy resend(m_pane.get(), &DetailsPane::resendManyWanted);
    QSignalSpy compare(m_pane.get(), &DetailsPane::compareTwoWanted);
    QSignalSpy exported(m_pane.get(), &DetailsPane::exportWanted);
    for (auto *button : m_pane->findChild<MessagePage *>()->findChildren<QPushButton *>())
        button->click();
    QCOMPARE(resend.size() + compare.size() + exported.size(), 3);
    QCOMPARE(labels(0), QStringList());
}

void TstDetailsPane::keepsANote()
{
    QSignalSpy edited(m_pane.get(), &DetailsPane::noteEdited);
    m_pane->show(details());
    QVERIFY(!note()->isVisible());
    m_pane->editNote();
    QVERIFY(note()->hasFocus());
    QTest::keyClicks(note(), u" check balance "_s);
    QTest::keyClick(note(), Qt::Key_Return);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.first(), QVariantList({qint64(2414), u"check balance"_s}));
}

void TstDetailsPane::takesAHalfWrittenNoteBack()
{
    QSignalSpy edited(m_pane.get(), &DetailsPane::noteEdited);
    inspector::Details shown = details();
    shown.note = u"as it was"_s;
    m_pane->show(shown);
    m_pane->editNote();
    QTest::keyClicks(note(), u"something else"_s);
    m_pane->show(shown); // an answer came meanwhile
    QCOMPARE(note()->text(), u"something else"_s);
    QTest::keyClick(note(), Qt::Key_Escape);
    QCOMPARE(note()->text(), u"as it was"_s);
    QCOMPARE(edited.size(), 0);
}

void TstDetailsPane::showsAMegabyteWithoutWaiting()
{
    capture::Delivery made = *details().delivery;
    made.request.body = '"' + QByteArray(1'000'000, 'x') + '"';
    m_pane->show({.id = 2414, .delivery = builders::stored(made)});
    auto *body = m_pane->findChild<BodyView *>();
    QVERIFY(!body->isSettled());
    QVERIFY(verdicts().startsWith(u"Verified"_s));
    QTRY_VERIFY(body->isSettled());
}

void TstDetailsPane::keepsTheFocusWhileALargeBodyIsExplainedAgain()
{
    inspector::Details shown = details(Signature::Invalid);
    capture::Delivery made = *shown.delivery;
    made.request.body = '"' + QByteArray(1'000'000, 'x') + '"';
    shown.delivery = builders::stored(made);
    m_pane->setSurroundings({.secrets = {smile::secret(u"Dev"_s)}});
    m_pane->show(shown);
    m_pane->showTab(DetailsPane::Signature);
    auto *field = m_pane->findChild<OwnCodeView *>()->findChild<QLineEdit *>();
    QTRY_VERIFY(field->isVisible());
    field->setFocus();
    QVERIFY(field->hasFocus());
    m_pane->show(shown); // another webhook was answered
    QVERIFY(field->isVisible());
    QVERIFY(field->hasFocus());
}

// The inspector holds them; here nothing may keep one alive that is forgotten.
void TstDetailsPane::forgetsSecretsWithTheRow()
{
    signature::SecretPtr secret = smile::secret(u"Dev"_s);
    const std::weak_ptr<const signature::Secret> kept = secret;
    m_pane->setSurroundings({.secrets = {secret}});
    m_pane->show(details(Signature::Invalid));
    secret.reset();
    QVERIFY(!kept.expired());
    m_pane->clear();
    QTRY_VERIFY(kept.expired()); // once the search for the cause has ended
}

void TstDetailsPane::neverTakesASendersWordsForMarkup()
{
    capture::Delivery made = *details().delivery;
    made.event.topic = u"<b>bold</b>"_s;
    made.request.target = "/<i>x</i>";
    m_pane->show({.id = 2414, .delivery = builders::stored(made), .note = u"<u>x</u>"_s});
    for (const auto *label : m_pane->findChildren<QLabel *>()) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

QTEST_MAIN(TstDetailsPane)
#include "tst_detailspane.moc"
