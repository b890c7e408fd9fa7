// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "support/accessiblewalk.h"
#include "support/liveinspector.h"
#include "ui/dialogs/messagechips.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/schemeactions.h"
#include "ui/dialogs/schemedialog.h"
#include "ui/dialogs/schemeform.h"
#include "ui/views/sentencelabel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstSchemeDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void savesANewScheme();
    void namesAFaultAtItsPlace();
    void showsTheSignedBytesOfAWebhook();
    void tellsAnEmptyTextFromOneThatLacksAPart_data();
    void tellsAnEmptyTextFromOneThatLacksAPart();
    void fillsFromTheRequest();
    void fillsAnIncompleteFormAndKeepsTheRest();
    void triesTheSelectedWebhookFirst();
    void believesNoFilesClaims();
    void saysWhenThereIsNoRoom();
    void handsOutAndBringsInAFile();
    void saysWhatIsWrongInAFile();
    void keepsASchemeThatIsInUse();
    void namesEverythingForScreenReaders();

private:
    void open(const signature::Scheme &scheme);
    template <typename Widget> Widget *named(const QString &name) const;
    QString words() const;
    QPushButton *button(const QString &text) const;

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<SchemeDialog> m_dialog;
};

namespace
{

// With as many as a store takes, in one statement.
bool fillWithSchemes(const QString &file)
{
    {
        auto scheme = signature::smile();
        scheme.id = u"own-0"_s;
        auto store = capture::Store::open(file, capture::Access::Write);
        if (!store || !(*store)->putScheme(scheme))
            return false;
    }
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"fill"_s);
    database.setDatabaseName(file);
    const bool done = database.open()
        && QSqlQuery(database).exec(
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
            "INSERT INTO schemes(id, json) SELECT 'own-' || i, CAST(replace(CAST(json AS TEXT), "
            "'\"own-0\"', '\"own-' || i || '\"') AS BLOB) FROM n, schemes"_s.arg(
                capture::Store::mostSchemes - 1));
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(u"fill"_s);
    return done;
}

} // namespace

void TstSchemeDialog::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    QByteArray bytes = "01234567890123456789012345678901";
    (*m_live)->useSecrets(u"/"_s, {signature::Secret::take(u"Dev"_s, bytes)});
}

void TstSchemeDialog::cleanup()
{
    m_dialog.reset();
    m_live.reset();
}

void TstSchemeDialog::open(const signature::Scheme &scheme)
{
    m_dialog = std::make_unique<SchemeDialog>(**m_live, u"/"_s, scheme);
    m_dialog->show();
}

template <typename Widget> Widget *TstSchemeDialog::named(const QString &name) const
{
    for (auto *widget : m_dialog->findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    qFatal("There is no %s.", qPrintable(name));
}

QString TstSchemeDialog::words() const
{
    QStringList texts;
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisibleTo(m_dialog.get()))
            texts.append(label->text());
    }
    for (const auto *sentence : m_dialog->findChildren<SentenceLabel *>())
        texts.append(sentence->text());
    return texts.join(u'\n');
}

QPushButton *TstSchemeDialog::button(const QString &text) const
{
    for (auto *found : m_dialog->findChildren<QPushButton *>()) {
        if (found->text().remove(u'&') == text)
            return found;
    }
    qFatal("There is no button %s.", qPrintable(text));
}

void TstSchemeDialog::savesANewScheme()
{
    open(SchemeDialog::blank());
    QSignalSpy saved(m_dialog.get(), &SchemeDialog::saved);
    m_dialog->findChild<SchemeForm *>()->findChild<QLineEdit *>()->setText(u"Acme, Inc."_s);
    named<QLineEdit>(u"Signature: name"_s)->setText(u"Acme-Signature"_s);
    button(u"Save scheme"_s)->click();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), u"acme-inc"_s);
    const auto scheme = (*m_live)->schemes().find(u"acme-inc");
    QVERIFY(scheme);
    QCOMPARE(scheme->name, u"Acme, Inc."_s);
    QCOMPARE(scheme->message.text, "{body}");
}

void TstSchemeDialog::namesAFaultAtItsPlace()
{
    open(SchemeDialog::blank());
    QSignalSpy saved(m_dialog.get(), &SchemeDialog::saved);
    m_dialog->findChild<SchemeForm *>()->findChild<QLineEdit *>()->setText(u"Acme"_s);
    named<QLineEdit>(u"Signature: name"_s)->setText(u"no header"_s);
    QVERIFY2(words().contains(u"“no header” is no header's name."_s), qPrintable(words()));
    named<QLineEdit>(u"Signature: name"_s)->setText(u"Acme-Signature"_s);
    auto *chips = m_dialog->findChild<MessageChips *>();
    chips->add("{timestamp}");
    QVERIFY2(words().contains(u"{timestamp} needs a timestamp."_s), qPrintable(words()));
    button(u"Save scheme"_s)->click();
    QCOMPARE(saved.size(), 0);
    QVERIFY(m_dialog->isVisible());
}

void TstSchemeDialog::showsTheSignedBytesOfAWebhook()
{
    QVERIFY(m_live->listen());
    QVERIFY(m_live->ping());
    auto copy = signature::smile();
    copy.id.clear();
    open(copy);
    auto *text = named<QPlainTextEdit>(u"Signed text"_s);
    QTRY_VERIFY(text->toPlainText().endsWith(uR"(.{"account_id":0,"data":{},"topic":"ping"})"_s));
    QVERIFY2(words().contains(u"Verified"_s), qPrintable(words()));
    m_dialog->findChild<MessageChips *>()->add("!");
    QTRY_VERIFY(text->toPlainText().endsWith(uR"("ping"}!)"_s));
    QVERIFY2(words().contains(u"Invalid"_s), qPrintable(words()));
}

void TstSchemeDialog::tellsAnEmptyTextFromOneThatLacksAPart_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("all that it is made of is empty")
        << QByteArray("{header:X-None|opt}")
        << u"The signed text is empty, since all that it is made of is."_s;
    QTest::newRow("a part is missing")
        << QByteArray("{header:X-None}") << u"None: something that it is made of is not there."_s;
}

void TstSchemeDialog::tellsAnEmptyTextFromOneThatLacksAPart()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, sentence);
    QVERIFY(m_live->listen());
    QVERIFY(m_live->ping());
    auto copy = signature::smile();
    copy.id.clear();
    copy.message = *signature::parseTemplate(message);
    open(copy);
    QTRY_VERIFY2(words().contains(sentence), qPrintable(words()));
}

void TstSchemeDialog::fillsFromTheRequest()
{
    QVERIFY(m_live->listen());
    QVERIFY(m_live->ping());
    open(SchemeDialog::blank());
    auto *fill = button(u"Fill from this request"_s);
    QTRY_VERIFY(fill->isEnabled());
    m_dialog->findChild<SchemeForm *>()->findChild<QLineEdit *>()->setText(u"Acme"_s);
    fill->click();
    const auto scheme = m_dialog->findChild<SchemeForm *>()->scheme();
    QVERIFY2(scheme, scheme ? "" : qPrintable(scheme.error().why));
    QCOMPARE(scheme->signature.first().name, "Smile-Signature");
    QCOMPARE(scheme->message.text, "{timestamp}.{body}");
    QCOMPARE(scheme->name, u"Acme"_s);
    QVERIFY2(
        m_dialog->findChild<NoteBox *>()->note().contains(u"This request is signed like this."_s),
        qPrintable(m_dialog->findChild<NoteBox *>()->note()));
}

void TstSchemeDialog::fillsAnIncompleteFormAndKeepsTheRest()
{
    QVERIFY(m_live->listen());
    QVERIFY(m_live->ping());
    auto scheme = SchemeDialog::blank();
    scheme.require = {{{signature::Source::Header, "User-Agent"}, "Hookglass/" HOOKGLASS_VERSION}};
    scheme.account = {{signature::Source::Json, "/account_id"}};
    open(scheme);
    QVERIFY(!m_dialog->findChild<SchemeForm *>()->rule()); // it has no place for the signature
    auto *fill = button(u"Fill from this request"_s);
    QTRY_VERIFY(fill->isEnabled());
    fill->click();
    const auto filled = m_dialog->findChild<SchemeForm *>()->rule();
    QVERIFY2(filled, filled ? "" : qPrintable(filled.error().why));
    QVERIFY(filled->require == scheme.require);
    QCOMPARE(filled->account, scheme.account);
    QCOMPARE(filled->message.text, "{timestamp}.{body}");
}

void TstSchemeDialog::triesTheSelectedWebhookFirst()
{
    QVERIFY(m_live->listen());
    QVERIFY(m_live->ping());
    QVERIFY(m_live->ping());
    auto copy = signature::smile();
    copy.id.clear();
    open(copy);
    m_dialog->prefer(1);
    auto *webhooks = named<QComboBox>(u"Webhook to try the scheme on"_s);
    QTRY_COMPARE(webhooks->currentData().toLongLong(), 1);
    QTRY_VERIFY(webhooks->count() == 2);
    QCOMPARE(webhooks->currentData().toLongLong(), 1);
    open(copy); // none is selected
    webhooks = named<QComboBox>(u"Webhook to try the scheme on"_s);
    QTRY_COMPARE(webhooks->currentData().toLongLong(), 2);
}

void TstSchemeDialog::believesNoFilesClaims()
{
    auto acme = *signature::schemeById(u"stripe");
    acme.id = u"acme"_s;
    acme.coversBody = true;
    acme.message = *signature::parseTemplate("{timestamp}");
    const QString path = m_live->path(u"acme.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(signature::writeScheme(acme));
    file.close();
    SchemeActions actions(**m_live, u"/"_s);
    actions.importFrom(path);
    const auto taken = (*m_live)->schemes().find(u"acme");
    QVERIFY(taken);
    QCOMPARE(taken->trust, signature::Trust::Own);
    QVERIFY(!taken->confirmed && !taken->placesConfirmed && !taken->coversBody);
}

void TstSchemeDialog::saysWhenThereIsNoRoom()
{
    const QString full = m_live->path(u"full.hookglass"_s);
    QVERIFY(fillWithSchemes(full));
    QSignalSpy opened(&**m_live, &inspector::Inspector::opened);
    (*m_live)->open(full);
    QVERIFY(opened.wait());
    QCOMPARE((*m_live)->schemes().own().size(), capture::Store::mostSchemes);
    open(SchemeDialog::blank());
    QSignalSpy saved(m_dialog.get(), &SchemeDialog::saved);
    m_dialog->findChild<SchemeForm *>()->findChild<QLineEdit *>()->setText(u"Acme"_s);
    named<QLineEdit>(u"Signature: name"_s)->setText(u"Acme-Signature"_s);
    button(u"Save scheme"_s)->click();
    QCOMPARE(saved.size(), 0);
    QVERIFY(m_dialog->isVisible());
    QVERIFY2(m_dialog->findChild<NoteBox *>()->note().contains(u"at most 1,000"_s),
             qPrintable(m_dialog->findChild<NoteBox *>()->note()));
}

void TstSchemeDialog::handsOutAndBringsInAFile()
{
    auto acme = signature::smile();
    acme.id = u"acme"_s;
    acme.name = u"Acme"_s;
    const QString file = m_live->path(u"acme.json"_s);
    SchemeActions actions(**m_live, u"/"_s);
    QSignalSpy stored(&actions, &SchemeActions::stored);
    actions.setScheme(acme);
    actions.exportTo(file);
    actions.importFrom(file);
    actions.importFrom(file); // never over what is there
    QCOMPARE(stored.size(), 2);
    QCOMPARE(stored[0][0].toString(), u"acme"_s);
    QCOMPARE(stored[1][0].toString(), u"acme-2"_s);
    auto own = acme;
    signature::makeOwn(own);
    QVERIFY((*m_live)->schemes().find(u"acme") == own);
}

void TstSchemeDialog::saysWhatIsWrongInAFile()
{
    const QString path = m_live->path(u"bad.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"id":"a","name":"A","verify":{"type":"hmac","key":"utf8","message":"{bdy}"}})");
    file.close();
    SchemeActions actions(**m_live, u"/"_s);
    QSignalSpy told(&actions, &SchemeActions::told);
    actions.importFrom(path);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].toBool(), false);
    QVERIFY2(told[0][2].toString().contains(u"verify.message: unknown source “bdy”"_s)
                 || told[0][2].toString().contains(u"message: unknown source “bdy”"_s),
             qPrintable(told[0][2].toString()));
    QCOMPARE((*m_live)->schemes().own().size(), 0);
}

void TstSchemeDialog::keepsASchemeThatIsInUse()
{
    auto acme = signature::smile();
    acme.id = u"acme"_s;
    (*m_live)->putScheme(acme);
    (*m_live)->setEndpoints({{.scheme = u"acme"_s}});
    SchemeActions actions(**m_live, u"/"_s);
    actions.setScheme(acme);
    QSignalSpy told(&actions, &SchemeActions::told);
    actions.remove();
    QCOMPARE(told[0][0].toBool(), false);
    QVERIFY((*m_live)->schemes().isOwn(u"acme"));
    (*m_live)->setEndpoints({{.scheme = u"smile"_s}});
    actions.remove();
    QVERIFY(!(*m_live)->schemes().isOwn(u"acme"));
}

void TstSchemeDialog::namesEverythingForScreenReaders()
{
    open(SchemeDialog::blank());
    const support::AccessibleWalk walk(*m_dialog);
    QVERIFY2(walk.faults().isEmpty(), qPrintable(walk.faults().join(u'\n')));
    QVERIFY(walk.controls() > 15);
}

QTEST_MAIN(TstSchemeDialog)
#include "tst_schemedialog.moc"
