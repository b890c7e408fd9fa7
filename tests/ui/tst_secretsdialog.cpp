// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/secretmodel.h"
#include "support/liveinspector.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/secretedit.h"
#include "ui/dialogs/secretsdialog.h"
#include "ui/views/linkbutton.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstSecretsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsNothingWithoutInput();
    void addsWhatWasPasted();
    void saysHowManyWebhooksItVerifies();
    void saysOfWhatKindTheWebhooksAre();
    void countsWhatWasVerifiedWithASecretThatIsGone();
    void warnsAndLetsItBeUsedAnyway();
    void saysWhatAnAddedSecretVerifies();
    void saysAtWhichEndpointItVerifies_data();
    void saysAtWhichEndpointItVerifies();
    void saysThatTheVerdictsAreNotSaved();
    void refusesTheSameSecretTwice();
    void forgetsAndUndoes();
    void saysNothingMoreOfASecretThatWasForgotten();
    void renamesInTheTable();
    void saysNothingMoreOfASecretThatWasRenamed();
    void saysThatSecretsAreNotRemembered();
    void offersEndpointsWhenThereAreSeveral();
    void countsWhatWasVerified();
    void forgetsTheInputWhenItCloses();

private:
    SecretEdit *edit() const { return m_dialog->findChild<SecretEdit *>(); }
    models::SecretModel *model() const { return m_dialog->findChild<models::SecretModel *>(); }
    QPushButton *button(const QString &text) const;
    QString notes() const;
    void add(const QString &secret);
    void startAgain();

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<inspector::Inspector> m_again;
    std::unique_ptr<SecretsDialog> m_dialog;
};

void TstSecretsDialog::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    m_dialog = std::make_unique<SecretsDialog>(**m_live);
    m_dialog->show();
}

void TstSecretsDialog::cleanup()
{
    m_dialog.reset();
    m_again.reset();
    m_live.reset();
}

// On the same store, which the first lets go for another.
void TstSecretsDialog::startAgain()
{
    m_dialog.reset();
    QSignalSpy left(&**m_live, &inspector::Inspector::opened);
    (*m_live)->open(m_live->path(u"other.hookglass"_s));
    QVERIFY(left.wait());
    m_again = std::make_unique<inspector::Inspector>(
        inspector::Places{.dataFolder = m_live->path(u"again"_s),
                          .configFile = m_live->path(u"again/hookglass.conf"_s)});
    QSignalSpy opened(m_again.get(), &inspector::Inspector::opened);
    m_again->open(m_live->path(u"test.hookglass"_s));
    QVERIFY(opened.wait());
    m_dialog = std::make_unique<SecretsDialog>(*m_again);
    m_dialog->show();
}

QPushButton *TstSecretsDialog::button(const QString &text) const
{
    for (auto *button : m_dialog->findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QString TstSecretsDialog::notes() const
{
    QStringList notes;
    for (const auto *note : m_dialog->findChildren<NoteBox *>()) {
        if (note->isVisible())
            notes.append(note->note());
    }
    return notes.join(u'|');
}

void TstSecretsDialog::add(const QString &secret)
{
    edit()->setText(secret);
    QTest::keyClick(edit(), Qt::Key_Return);
}

void TstSecretsDialog::addsNothingWithoutInput()
{
    QVERIFY(!button(u"Add secret"_s)->isEnabled());
    edit()->setText(u" \n "_s);
    QVERIFY(!button(u"Add secret"_s)->isEnabled());
}

void TstSecretsDialog::addsWhatWasPasted()
{
    add(u"\"abcdefghijklmnop\"\n"_s);
    const auto &secrets = (*m_live)->secrets(u"/"_s);
    QCOMPARE(secrets.size(), size_t(1));
    QCOMPARE(secrets.front()->bytes().toByteArray(), "abcdefghijklmnop");
    QCOMPARE(model()->rows().first().label, u"Client secret"_s);
    QCOMPARE(model()->rows().first().lastFour, u"mnop"_s);
    QCOMPARE(edit()->text(), QString());
}

void TstSecretsDialog::saysHowManyWebhooksItVerifies()
{
    QVERIFY(m_live->listen());
    QByteArray bytes("abcdefghijklmnop");
    (*m_live)->useSecrets(u"/"_s, {signature::Secret::take(u"temporary"_s, bytes)});
    QVERIFY(m_live->ping());
    QSignalSpy rejudged(&**m_live, &inspector::Inspector::rejudged);
    (*m_live)->forgetSecret(u"/"_s, u"temporary"_s);
    QVERIFY(rejudged.wait());
    edit()->setText(u"abcdefghijklmnop\n"_s);
    QTRY_COMPARE(notes(),
                 u"This secret verifies the webhook marked “No secret”. Line break at the "
                 "end was removed."_s);
    edit()->setText(u"another-secret-altogether"_s);
    QTRY_COMPARE(notes(), u"This secret does not verify the webhook marked “No secret”."_s);
}

// What was checked with a secret before is not marked "No secret", although none is at hand.
void TstSecretsDialog::saysOfWhatKindTheWebhooksAre()
{
    QVERIFY(m_live->listen());
    QByteArray bytes("abcdefghijklmnop");
    (*m_live)->useSecrets(u"/"_s, {signature::Secret::take(u"temporary"_s, bytes)});
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    QSignalSpy rejudged(&**m_live, &inspector::Inspector::rejudged);
    (*m_live)->forgetSecret(u"/"_s, u"temporary"_s);
    QVERIFY(rejudged.wait());
    m_dialog->setAnyChecked([](const QString &endpoint) { return endpoint == u"/"_s; });
    edit()->setText(u"another-secret-altogether"_s);
    QTRY_COMPARE(
        notes(),
        u"This secret verifies none of the latest 2 webhooks that no secret at hand fits."_s);
    edit()->setText(u"abcdefghijklmnop"_s);
    QTRY_COMPARE(notes(),
                 u"This secret verifies 2 of the latest 2 webhooks that no secret at hand fits."_s);
}

// After a restart without a keyring the secret is pasted again.
void TstSecretsDialog::countsWhatWasVerifiedWithASecretThatIsGone()
{
    QVERIFY(m_live->listen());
    QByteArray bytes("abcdefghijklmnop");
    (*m_live)->useSecrets(u"/"_s, {signature::Secret::take(u"temporary"_s, bytes)});
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    startAgain();
    m_dialog->setAnyChecked([](const QString &endpoint) { return endpoint == u"/"_s; });
    edit()->setText(u"abcdefghijklmnop"_s);
    QTRY_COMPARE(notes(),
                 u"This secret verifies 2 of the latest 2 webhooks that no secret at hand fits."_s);
}

void TstSecretsDialog::warnsAndLetsItBeUsedAnyway()
{
    edit()->setText(u"a b"_s);
    QVERIFY(notes().startsWith(u"That does not look like a signing secret. It has spaces inside "
                               "and 3 characters."_s));
    QVERIFY(button(u"Add anyway"_s)->isEnabled());
    button(u"Add anyway"_s)->click();
    QCOMPARE((*m_live)->secrets(u"/"_s).front()->bytes().toByteArray(), "a b");
}

void TstSecretsDialog::saysWhatAnAddedSecretVerifies()
{
    qint64 verified = 0;
    m_dialog->setVerifiedCount([&verified](const QString &, const QString &) { return verified; });
    add(u"abcdefghijklmnop"_s);
    QTRY_COMPARE(notes(),
                 u"“Client secret” was added. It verifies none of the webhooks received so far."_s);
    verified = 12;
    add(u"qrstuvwxyzabcdef"_s);
    QTRY_COMPARE(
        notes(),
        u"“Client secret 2” was added. Of all webhooks received so far, it verifies 12."_s);
    edit()->setText(u"x"_s);
    QVERIFY(!notes().contains(u"was added"_s));
}

void TstSecretsDialog::saysAtWhichEndpointItVerifies_data()
{
    QTest::addColumn<qint64>("verified");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("none") << qint64(0) << u"It verifies none of the webhooks at /stripe so far."_s;
    QTest::newRow("one") << qint64(1) << u"Of all webhooks at /stripe so far, it verifies 1."_s;
    QTest::newRow("many") << qint64(12) << u"Of all webhooks at /stripe so far, it verifies 12."_s;
}

// With several endpoints the others' webhooks are none of its business.
void TstSecretsDialog::saysAtWhichEndpointItVerifies()
{
    QFETCH(qint64, verified);
    capture::Endpoint stripe;
    stripe.path = u"/stripe"_s;
    (*m_live)->setEndpoints({capture::Endpoint(), stripe});
    m_dialog->choose(u"/stripe"_s);
    m_dialog->setVerifiedCount([verified](const QString &endpoint, const QString &) {
        return endpoint == u"/stripe"_s ? verified : 99;
    });
    edit()->setText(u"abcdefghijklmnop"_s);
    button(u"Add secret"_s)->click();
    QVERIFY2(notes().contains(u"The webhooks at /stripe so far are being checked again."_s),
             qPrintable(notes()));
    QFETCH(QString, sentence);
    QTRY_COMPARE(notes(), u"“Client secret” was added. "_s + sentence);
}

void TstSecretsDialog::saysThatTheVerdictsAreNotSaved()
{
    const core::Error full{.what = u"They are not saved."_s, .why = u"The disk is full."_s};
    Q_EMIT(*m_live)->failed(full);
    QVERIFY(!notes().contains(u"The disk is full."_s)); // not of a secret
    m_dialog->setVerifiedCount([](const QString &, const QString &) { return 3; });
    add(u"abcdefghijklmnop"_s);
    Q_EMIT(*m_live)->failed(full);
    QCOMPARE(notes(), u"“Client secret” was added. They are not saved. The disk is full."_s);
    Q_EMIT(*m_live)->rejudged(u"/"_s);
    QCOMPARE(notes(),
             u"“Client secret” was added. Of all webhooks received so far, it verifies 3."_s);
    Q_EMIT(*m_live)->failed(full); // of something else
    QCOMPARE(notes(),
             u"“Client secret” was added. Of all webhooks received so far, it verifies 3."_s);
}

void TstSecretsDialog::refusesTheSameSecretTwice()
{
    add(u"abcdefghijklmnop"_s);
    edit()->setText(u"abcdefghijklmnop"_s);
    QTRY_COMPARE(notes(), u"This secret is there already, as “Client secret”."_s);
    QVERIFY(!button(u"Add secret"_s)->isEnabled());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE((*m_live)->secrets(u"/"_s).size(), size_t(1));
}

void TstSecretsDialog::forgetsAndUndoes()
{
    add(u"abcdefghijklmnop"_s);
    m_dialog->findChild<QTableView *>()->selectRow(0);
    button(u"Forget"_s)->click();
    QVERIFY((*m_live)->secrets(u"/"_s).empty());
    LinkButton *undo = nullptr;
    for (auto *link : m_dialog->findChildren<LinkButton *>())
        undo = link->text() == u"Undo"_s ? link : undo;
    QVERIFY(undo);
    undo->click();
    QCOMPARE((*m_live)->secrets(u"/"_s).front()->label(), u"Client secret"_s);
}

void TstSecretsDialog::saysNothingMoreOfASecretThatWasForgotten()
{
    m_dialog->setVerifiedCount([](const QString &, const QString &) { return qint64(0); });
    add(u"abcdefghijklmnop"_s);
    QVERIFY2(notes().contains(u"was added"_s), qPrintable(notes()));
    m_dialog->findChild<QTableView *>()->selectRow(0);
    button(u"Forget"_s)->click();
    Q_EMIT(*m_live)->rejudged(u"/"_s);
    QVERIFY2(!notes().contains(u"was added"_s), qPrintable(notes()));
    QVERIFY2(notes().contains(u"was forgotten"_s), qPrintable(notes()));
}

void TstSecretsDialog::renamesInTheTable()
{
    add(u"abcdefghijklmnop"_s);
    QVERIFY(model()->setData(model()->index(0, 0), u"Dev store"_s, Qt::EditRole));
    QTRY_COMPARE((*m_live)->secrets(u"/"_s).front()->label(), u"Dev store"_s);
    QCOMPARE(model()->rows().first().label, u"Dev store"_s);
}

void TstSecretsDialog::saysNothingMoreOfASecretThatWasRenamed()
{
    QTest::failOnWarning(QRegularExpression(u"closeEditor"_s)); // of an editor that is gone
    m_dialog->setVerifiedCount([](const QString &, const QString &) { return qint64(0); });
    add(u"abcdefghijklmnop"_s);
    QVERIFY2(notes().contains(u"was added"_s), qPrintable(notes()));
    auto *table = m_dialog->findChild<QTableView *>();
    table->selectRow(0);
    button(u"Rename"_s)->click();
    auto *name = table->findChild<QLineEdit *>();
    QVERIFY(name);
    name->setText(u"Dev store"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE((*m_live)->secrets(u"/"_s).front()->label(), u"Dev store"_s);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    Q_EMIT(*m_live)->rejudged(u"/"_s);
    QVERIFY2(!notes().contains(u"was added"_s), qPrintable(notes()));
}

void TstSecretsDialog::saysThatSecretsAreNotRemembered()
{
    auto *remember = m_dialog->findChild<QCheckBox *>();
    QVERIFY(remember->isChecked());
    add(u"abcdefghijklmnop"_s);
    QTRY_VERIFY(!remember->isChecked());
    QVERIFY(!model()->rows().first().remembered);
    QCOMPARE(model()->index(0, int(models::SecretModel::Column::KeptIn)).data(),
             u"This session only"_s);
}

void TstSecretsDialog::offersEndpointsWhenThereAreSeveral()
{
    auto *choice = m_dialog->findChild<QComboBox *>();
    QVERIFY(!choice->isVisible());
    capture::Endpoint other;
    other.path = u"/other"_s;
    capture::Endpoint unjudged;
    unjudged.path = u"/plain"_s;
    unjudged.scheme.clear();
    (*m_live)->setEndpoints({capture::Endpoint(), other, unjudged});
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 2);
    choice->setCurrentIndex(1);
    add(u"abcdefghijklmnop"_s);
    QCOMPARE((*m_live)->secrets(u"/other"_s).size(), size_t(1));
    QVERIFY((*m_live)->secrets(u"/"_s).empty());
}

void TstSecretsDialog::countsWhatWasVerified()
{
    add(u"abcdefghijklmnop"_s);
    m_dialog->setVerifiedCount([](const QString &endpoint, const QString &label) {
        return endpoint == u"/"_s && label == u"Client secret"_s ? 14 : 0;
    });
    QCOMPARE(model()->rows().first().verified, std::optional<qint64>(14));
}

void TstSecretsDialog::forgetsTheInputWhenItCloses()
{
    edit()->setText(u"abcdefghijklmnop"_s);
    m_dialog->close();
    QCOMPARE(edit()->text(), QString());
}

QTEST_MAIN(TstSecretsDialog)
#include "tst_secretsdialog.moc"
