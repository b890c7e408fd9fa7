// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "support/liveinspector.h"
#include "ui/dialogs/endpointeditor.h"
#include "ui/dialogs/forwardsdialog.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/dialogs/schemechooser.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/resend/resenddialog.h"
#include "ui/sendingsettings.h"
#include "ui/views/codefont.h"
#include "ui/views/linkbutton.h"
#include "ui/windowstate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>

#include <openssl/pkcs12.h>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using Page = SettingsDialog::Page;

class TstSettingsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void staysLargeEnoughToRead();
    void savesAndListensAnewForAPort();
    void saysWhereItStillListens();
    void keepsThePortThatWorks();
    void usesAnOwnCertificate_data();
    void usesAnOwnCertificate();
    void keepsTheRunningCertificate_data();
    void keepsTheRunningCertificate();
    void neverSavesThePassword();
    void warnsOfACertificateThatNamesNoHost();
    void forgetsWhatItSaidOfOtherFiles();
    void goesBackToTheLocalCertificate();
    void forgetsThePasswordWithTheLocalCertificate();
    void saysLocallyWhenACertificateExpired();
    void storesEndpoints();
    void refusesAnEndpointThatIsThereAlready();
    void warnsOfAnAnswerThatSmileTakesForAFailure();
    void storesTheChosenScheme();
    void storesThePublicUrl();
    void storesRulesAndTargets();
    void countsTheRulesInForceAsTheyEnd();
    void answersChallengesByChoice();
    void saysThatAChallengeNeedsASecret();
    void saysThatASchemeIsUnknown();
    void changesTheLookAtOnce();
    void setsRowsCloserTogether();
    void writesCodeInAnotherFont();
    void changesTheAllowedAge();
    void tellsWhetherRowsAreTinted();
    void keepsHowWebhooksAreSent();
    void keepsARateOfOnesOwn();
    void forgetsTargetsAndHosts();

private:
    template <typename Widget> Widget *named(const QString &name) const
    {
        return named<Widget>(*m_dialog, name);
    }
    template <typename Widget> static Widget *named(const QWidget &in, const QString &name);
    QPushButton *button(const QString &text) const;
    QString notes() const;
    QString words() const;
    void use(const QString &certificate, const QString &key, const QString &password);

    support::Issued m_issued = support::issue();
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<SettingsDialog> m_dialog;
};

// One file of each kind, good and bad ones.
void TstSettingsDialog::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto write = [this](const char *name, const QByteArray &bytes) {
        support::write(m_folder->filePath(QString::fromLatin1(name)), bytes);
    };
    const support::Issued other = support::issue();
    const support::Issued past = support::issue({.fromDay = -9, .untilDay = -2});
    write("chain.pem", m_issued.pem());
    write("key.pem", m_issued.keyPem());
    write("both.pem", m_issued.pem() + m_issued.keyPem());
    write("locked.pem", support::encryptedKeyPem(m_issued.key.get(), "right"));
    write("other.pem", other.keyPem());
    write("past.pem", past.pem());
    write("past-key.pem", past.keyPem());
    write("bundle.p12", support::pkcs12(m_issued, "right"));
    write("text.pem", "hello");
    const support::Issued unnamed = support::issue({.alternatives = {}});
    write("unnamed.pem", unnamed.pem() + unnamed.keyPem());
}

void TstSettingsDialog::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    m_file = std::make_unique<QSettings>(m_live->path(u"a.conf"_s), QSettings::IniFormat);
    m_dialog = std::make_unique<SettingsDialog>(**m_live, *m_file);
    m_dialog->show();
}

void TstSettingsDialog::cleanup()
{
    m_dialog.reset();
    m_live.reset();
}

template <typename Widget> Widget *TstSettingsDialog::named(const QWidget &in, const QString &name)
{
    for (auto *widget : in.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    for (auto *label : in.findChildren<QLabel *>()) {
        if (QString(label->text()).remove(u'&') == name)
            return qobject_cast<Widget *>(label->buddy());
    }
    return nullptr;
}

QPushButton *TstSettingsDialog::button(const QString &text) const
{
    for (auto *button : m_dialog->findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QString TstSettingsDialog::notes() const
{
    QStringList notes;
    for (const auto *note : m_dialog->findChildren<NoteBox *>()) {
        if (note->isVisible())
            notes += note->note();
    }
    return notes.join(u'|');
}

QString TstSettingsDialog::words() const
{
    QStringList words;
    for (const auto *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    return words.join(u'|');
}

void TstSettingsDialog::use(const QString &certificate, const QString &key, const QString &password)
{
    const auto path
        = [this](const QString &name) { return name.isEmpty() ? name : m_folder->filePath(name); };
    m_dialog->showPage(Page::Certificate);
    for (auto *choice : m_dialog->findChildren<QRadioButton *>()) {
        if (choice->text().contains(u"own certificate"_s))
            choice->click();
    }
    named<QLineEdit>(u"Certificate file"_s)->setText(path(certificate));
    named<QLineEdit>(u"Key file"_s)->setText(path(key));
    named<QLineEdit>(u"Password of the key"_s)->setText(password);
    for (auto *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"&Check and use"_s)
            button->click();
    }
}

void TstSettingsDialog::staysLargeEnoughToRead()
{
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    m_dialog->resize(1, 1);
    const int line = m_dialog->fontMetrics().height();
    const auto *list = m_dialog->findChild<QListWidget *>();
    QVERIFY(m_dialog->width() >= list->width() + 20 * line);
    QVERIFY(m_dialog->height() >= 18 * line);
    QVERIFY(m_dialog->minimumHeight() < 560); // a small screen has room for it
}

void TstSettingsDialog::savesAndListensAnewForAPort()
{
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::listenerSettingsChanged);
    named<QSpinBox>(u"Port"_s)->setValue(9443);
    QVERIFY(changed.wait());
    QCOMPARE(changed.first().first().value<inspector::Settings>().port, quint16(9443));
    QCOMPARE(inspector::load(*m_file).port, quint16(9443));
}

void TstSettingsDialog::saysWhereItStillListens()
{
    QVERIFY(m_live->listen());
    const quint16 port = (*m_live)->listening()->port;
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    QSignalSpy failed(&**m_live, &inspector::Inspector::listenFailed);
    (*m_live)->listen({.port = holder.serverPort()});
    QVERIFY(failed.wait());
    const QString told = notes();
    const quint16 free = failed.first().at(1).value<quint16>();
    QVERIFY2(told.contains(
                 u"Port %1 is free. Still listening on 127.0.0.1, port %2."_s.arg(free).arg(port)),
             qPrintable(told));
}

void TstSettingsDialog::keepsThePortThatWorks()
{
    QVERIFY(m_live->listen());
    const quint16 works = (*m_live)->listening()->port;
    auto *port = named<QSpinBox>(u"Port"_s);
    QCOMPARE(port->value(), works);
    connect(m_dialog.get(), &SettingsDialog::listenerSettingsChanged, &**m_live,
            &inspector::Inspector::listen);
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const quint16 taken = holder.serverPort();
    QSignalSpy failed(&**m_live, &inspector::Inspector::listenFailed);
    port->setValue(taken);
    QVERIFY(failed.wait());
    const QString still
        = u"Still listening on 127.0.0.1, port %1; the change was not kept."_s.arg(works);
    QVERIFY2(notes().contains(still), qPrintable(notes()));
    QCOMPARE(port->value(), works);
    QCOMPARE(inspector::load(*m_file).port, works);
    holder.close();
    QSignalSpy started(&**m_live, &inspector::Inspector::listeningStarted);
    for (auto *link : m_dialog->findChildren<LinkButton *>()) {
        if (link->text() == u"Try again"_s && link->isVisible())
            link->click();
    }
    QVERIFY(started.wait());
    QCOMPARE((*m_live)->listening()->port, taken);
    QCOMPARE(inspector::load(*m_file).port, taken);
    QVERIFY2(!notes().contains(u"was not kept"_s), qPrintable(notes()));
}

void TstSettingsDialog::usesAnOwnCertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("password");
    QTest::newRow("chain and key") << u"chain.pem"_s << u"key.pem"_s << QString();
    QTest::newRow("both in one file") << u"both.pem"_s << QString() << QString();
    QTest::newRow("a locked key") << u"chain.pem"_s << u"locked.pem"_s << u"right"_s;
    QTest::newRow("PKCS#12") << u"bundle.p12"_s << QString() << u"right"_s;
}

void TstSettingsDialog::usesAnOwnCertificate()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, password);
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::listenerSettingsChanged);
    use(certificate, key, password);
    QVERIFY2(notes().startsWith(u"In use now. For "_s), qPrintable(notes()));
    QCOMPARE(changed.size(), 1);
    auto settings = changed.first().first().value<inspector::Settings>();
    QCOMPARE(settings.certificateFile, m_folder->filePath(certificate));
    QSignalSpy started(&**m_live, &inspector::Inspector::listeningStarted);
    settings.port = 0;
    (*m_live)->listen(settings, changed.first().at(1).toString());
    QVERIFY(started.wait());
    QCOMPARE((*m_live)->identity()->chain.first(), tls::toQt(m_issued.certificate.get()));
}

void TstSettingsDialog::keepsTheRunningCertificate_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("why");
    QTest::newRow("another key") << u"chain.pem"_s << u"other.pem"_s << QString()
                                 << u"belongs to another certificate"_s;
    QTest::newRow("expired") << u"past.pem"_s << u"past-key.pem"_s << QString() << u"expired"_s;
    QTest::newRow("wrong password of a key")
        << u"chain.pem"_s << u"locked.pem"_s << u"wrong"_s << u"password"_s;
    QTest::newRow("wrong password of a bundle")
        << u"bundle.p12"_s << QString() << u"wrong"_s << u"password"_s;
    QTest::newRow("no certificate") << u"text.pem"_s << QString() << QString() << u"text.pem"_s;
    QTest::newRow("no file") << u"none.pem"_s << QString() << QString() << u"none.pem"_s;
}

void TstSettingsDialog::keepsTheRunningCertificate()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, password);
    QFETCH(QString, why);
    QVERIFY(m_live->listen());
    const auto before = (*m_live)->identity()->chain;
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::listenerSettingsChanged);
    use(certificate, key, password);
    QVERIFY2(notes().startsWith(u"Cannot "_s) && notes().contains(why), qPrintable(notes()));
    QCOMPARE(changed.size(), 0);
    QVERIFY(inspector::load(*m_file).certificateFile.isEmpty());
    QCOMPARE((*m_live)->identity()->chain, before);
}

void TstSettingsDialog::neverSavesThePassword()
{
    use(u"bundle.p12"_s, QString(), u"right"_s);
    m_file->sync();
    QVERIFY(!support::contents(m_file->fileName()).contains("right"));
}

void TstSettingsDialog::warnsOfACertificateThatNamesNoHost()
{
    use(u"unnamed.pem"_s, QString(), QString());
    QVERIFY2(notes().startsWith(u"In use now, but most senders will refuse it."_s),
             qPrintable(notes()));
}

void TstSettingsDialog::forgetsWhatItSaidOfOtherFiles()
{
    use(u"text.pem"_s, QString(), QString());
    QVERIFY2(notes().contains(u"text.pem"_s), qPrintable(notes()));
    auto *file = named<QLineEdit>(u"Certificate file"_s);
    file->selectAll();
    QTest::keyClick(file, Qt::Key_Delete);
    QVERIFY2(!notes().contains(u"text.pem"_s), qPrintable(notes()));
}

void TstSettingsDialog::goesBackToTheLocalCertificate()
{
    use(u"both.pem"_s, QString(), QString());
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::listenerSettingsChanged);
    for (auto *choice : m_dialog->findChildren<QRadioButton *>()) {
        if (choice->text().contains(u"made on this computer"_s))
            choice->click();
    }
    QCOMPARE(changed.size(), 1);
    QVERIFY(inspector::load(*m_file).certificateFile.isEmpty());
}

void TstSettingsDialog::forgetsThePasswordWithTheLocalCertificate()
{
    use(u"bundle.p12"_s, QString(), u"right"_s);
    auto *password = named<QLineEdit>(u"Password of the key"_s);
    QCOMPARE(password->text(), u"right"_s);
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::listenerSettingsChanged);
    for (auto *choice : m_dialog->findChildren<QRadioButton *>()) {
        if (choice->text().contains(u"made on this computer"_s))
            choice->click();
    }
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).toString(), QString());
    QCOMPARE(password->text(), QString());
    password->undo();
    QCOMPARE(password->text(), QString());
}

void TstSettingsDialog::saysLocallyWhenACertificateExpired()
{
    use(u"past.pem"_s, u"past-key.pem"_s, QString());
    static const QRegularExpression local(uR"( expired on \d+ \w+ \d{4} \d\d:\d\d:\d\d \S+\.)"_s);
    QVERIFY2(notes().contains(local), qPrintable(notes()));
}

void TstSettingsDialog::storesEndpoints()
{
    m_dialog->showPage(Page::Endpoints);
    named<QLineEdit>(u"Path"_s)->setText(u"/hooks"_s);
    QTest::keyClick(named<QLineEdit>(u"Path"_s), Qt::Key_Return);
    named<QSpinBox>(u"Reply status"_s)->setValue(201);
    named<QPlainTextEdit>(u"Reply headers"_s)->setPlainText(u"X-Seen: yes"_s);
    named<QPlainTextEdit>(u"Reply body"_s)->setPlainText(u"thanks"_s);
    QTRY_COMPARE((*m_live)->endpoints().first().path, u"/hooks"_s);
    const capture::ResponseProfile profile = (*m_live)->endpoints().first().profile;
    QCOMPARE(profile.status, 201);
    QCOMPARE(profile.fields, http::Fields({{"X-Seen", "yes"}}));
    QCOMPARE(profile.body, "thanks");
}

void TstSettingsDialog::refusesAnEndpointThatIsThereAlready()
{
    capture::Endpoint other;
    other.path = u"/other"_s;
    (*m_live)->setEndpoints({capture::Endpoint(), other});
    m_dialog->showPage(Page::Endpoints);
    named<QTableView>(u"Endpoints"_s)->selectRow(1);
    named<QLineEdit>(u"Path"_s)->setText(u"/"_s);
    QVERIFY2(words().contains(u"Another endpoint has this path."_s), qPrintable(words()));
    named<QLineEdit>(u"Path"_s)->setText(u"hooks"_s);
    QVERIFY2(words().contains(u"A path starts with a slash."_s), qPrintable(words()));
    QCOMPARE((*m_live)->endpoints().last().path, u"/other"_s);
}

void TstSettingsDialog::warnsOfAnAnswerThatSmileTakesForAFailure()
{
    m_dialog->showPage(Page::Endpoints);
    QCOMPARE(notes(), QString());
    named<QSpinBox>(u"Reply status"_s)->setValue(500);
    QVERIFY2(notes().startsWith(u"Smile takes this for a failed delivery."_s), qPrintable(notes()));
    auto *editor = m_dialog->findChild<EndpointEditor *>();
    editor->setScheme({});
    QCOMPARE(notes(), QString());
}

void TstSettingsDialog::storesTheChosenScheme()
{
    m_dialog->showPage(Page::Endpoints);
    named<QPushButton>(u"Signing scheme"_s)->click();
    auto *chooser = m_dialog->findChild<SchemeChooser *>();
    QVERIFY(chooser);
    auto *search = chooser->findChild<QLineEdit *>();
    search->setText(u"twilio form"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE((*m_live)->endpoints().first().scheme, u"twilio"_s);
    QCOMPARE(named<QPushButton>(u"Signing scheme"_s)->text(), u"Twilio (form)…"_s);
    QVERIFY2(words().contains(u"This scheme signs the URL"_s), qPrintable(words()));
}

void TstSettingsDialog::storesThePublicUrl()
{
    m_dialog->showPage(Page::Endpoints);
    auto *url = named<QLineEdit>(u"Public URL"_s);
    url->setText(u"hooks.example.com"_s);
    QVERIFY2(words().contains(u"A whole web address is needed"_s), qPrintable(words()));
    url->setText(u" https://hooks.example.com/sms "_s);
    QTRY_COMPARE((*m_live)->endpoints().first().publicUrl, u"https://hooks.example.com/sms"_s);
    QVERIFY2(!words().contains(u"A whole web address is needed"_s), qPrintable(words()));
}

void TstSettingsDialog::storesRulesAndTargets()
{
    m_dialog->showPage(Page::Endpoints);
    const capture::AnswerRule rule{.answer = {.status = 503}};
    named<QPushButton>(u"Rules and faults"_s)->click();
    auto *rules = m_dialog->findChild<RulesDialog *>();
    QVERIFY(rules);
    Q_EMIT rules->taken({rule});
    rules->close();
    named<QPushButton>(u"Send on to"_s)->click();
    auto *forwards = m_dialog->findChild<ForwardsDialog *>();
    QVERIFY(forwards);
    const capture::ForwardRule target{.target = u"http://localhost:3000"_s, .retries = 3};
    Q_EMIT forwards->taken({target});
    forwards->close();
    QTRY_COMPARE((*m_live)->endpoints().first().rules.forwards,
                 QList<capture::ForwardRule>{target});
    QCOMPARE((*m_live)->endpoints().first().rules.answers, QList<capture::AnswerRule>{rule});
    QCOMPARE(named<QPushButton>(u"Rules and faults"_s)->text(), u"1 of 1 in force…"_s);
    QCOMPARE(named<QPushButton>(u"Send on to"_s)->text(), u"http://localhost:3000…"_s);
}

void TstSettingsDialog::countsTheRulesInForceAsTheyEnd()
{
    (*m_live)->setEndpoints(
        {{.rules = {.answers = {{.answer = {.status = 503}, .until = core::now() + 1'500'000},
                                {.answer = {.status = 503}}}}}});
    m_dialog->showPage(Page::Endpoints);
    auto *rules = named<QPushButton>(u"Rules and faults"_s);
    QCOMPARE(rules->text(), u"2 of 2 in force…"_s);
    QTRY_COMPARE(rules->text(), u"1 of 2 in force…"_s);
}

void TstSettingsDialog::answersChallengesByChoice()
{
    const auto choice = [this]() -> QCheckBox * {
        for (auto *box : m_dialog->findChildren<QCheckBox *>()) {
            if (box->isVisible() && box->text().remove(u'&') == u"Answer the challenge"_s)
                return box;
        }
        return nullptr;
    };
    m_dialog->showPage(Page::Endpoints);
    QVERIFY(!choice());
    (*m_live)->setEndpoints({{.scheme = u"slack"_s}});
    QVERIFY(choice());
    QCOMPARE(choice()->accessibleDescription(), u"By it Slack proves the address."_s);
    QVERIFY(!choice()->isChecked());
    choice()->click();
    QTRY_VERIFY((*m_live)->endpoints().first().rules.handshake);
}

void TstSettingsDialog::saysThatAChallengeNeedsASecret()
{
    const QString missing = u"The answer needs a secret of this endpoint"_s;
    (*m_live)->setEndpoints({{.scheme = u"zoom"_s, .rules = {.handshake = true}}});
    m_dialog->showPage(Page::Endpoints);
    QVERIFY2(words().contains(missing), qPrintable(words()));
    QByteArray bytes = "secret";
    (*m_live)->addSecret(u"/"_s, signature::Secret::take(u"one"_s, bytes), false);
    QTRY_VERIFY2(!words().contains(missing), qPrintable(words()));
    (*m_live)->forgetSecret(u"/"_s, u"one"_s);
    QTRY_VERIFY2(words().contains(missing), qPrintable(words()));
    (*m_live)->setEndpoints({{.scheme = u"meta"_s}});
    QVERIFY2(!words().contains(missing), qPrintable(words()));
}

void TstSettingsDialog::saysThatASchemeIsUnknown()
{
    (*m_live)->setEndpoints({{.scheme = u"gone"_s}});
    m_dialog->showPage(Page::Endpoints);
    QVERIFY2(words().contains(u"The scheme “gone” is not known here."_s), qPrintable(words()));
}

void TstSettingsDialog::changesTheLookAtOnce()
{
    m_dialog->showPage(Page::Appearance);
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::lookChanged);
    for (auto *choice : m_dialog->findChildren<QRadioButton *>()) {
        if (choice->text() == u"Dar&k"_s)
            choice->click();
    }
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().value<Look>(), Look::Dark);
    QCOMPARE(m_file->value("looks/theme"_L1).toString(), u"dark"_s);
}

void TstSettingsDialog::setsRowsCloserTogether()
{
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::tableChanged);
    m_dialog->showPage(Page::Appearance);
    for (auto *choice : m_dialog->findChildren<QCheckBox *>()) {
        if (choice->text() == u"Rows &closer together"_s)
            choice->click();
    }
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.first().first().value<TableSettings>().compact);
    QVERIFY(loadTable(*m_file).compact);
    button(u"Restore defaults"_s)->click();
    QVERIFY(!loadTable(*m_file).compact);
}

void TstSettingsDialog::writesCodeInAnotherFont()
{
    saveCodeFamily(u"Gone Mono"_s, *m_file);
    m_dialog = std::make_unique<SettingsDialog>(**m_live, *m_file);
    m_dialog->showPage(Page::Appearance);
    QWidget text;
    keepCodeFont(&text);
    auto *fonts = named<QComboBox>(u"Code and bytes"_s);
    QCOMPARE(fonts->currentText(), u"Gone Mono, not installed"_s);
    fonts->addItem(u"Odd Mono"_s, u"Odd Mono"_s);
    fonts->setCurrentIndex(fonts->count() - 1);
    QCOMPARE(loadCodeFamily(*m_file), u"Odd Mono"_s);
    QCOMPARE(text.font().families().constFirst(), u"Odd Mono"_s);
    button(u"Restore defaults"_s)->click();
    QCOMPARE(loadCodeFamily(*m_file), QString());
    QVERIFY(!text.font().families().contains(u"Odd Mono"_s));
}

// Smile's becomes the store's own with another age, and is the program's again with its own.
void TstSettingsDialog::changesTheAllowedAge()
{
    m_dialog->showPage(Page::Checks);
    auto *age = named<QSpinBox>(u"Allowed age for Smile.io (/)"_s);
    QVERIFY(age);
    QCOMPARE(age->value(), 300);
    age->setValue(60);
    QCOMPARE((*m_live)->schemes().find(u"smile")->time->tolerance, 60);
    QVERIFY((*m_live)->schemes().isOwn(u"smile"));
    age->setValue(-1);
    QVERIFY(!(*m_live)->schemes().find(u"smile")->time->tolerance);
    button(u"Restore defaults"_s)->click();
    QVERIFY(!(*m_live)->schemes().isOwn(u"smile"));
    QCOMPARE((*m_live)->schemes().find(u"smile")->time->tolerance, 300);
    QCOMPARE(age->value(), 300);
}

void TstSettingsDialog::tellsWhetherRowsAreTinted()
{
    QSignalSpy changed(m_dialog.get(), &SettingsDialog::tableChanged);
    m_dialog->showPage(Page::Checks);
    for (auto *choice : m_dialog->findChildren<QCheckBox *>()) {
        if (choice->text().contains(u"Tint"_s))
            choice->click();
    }
    QCOMPARE(changed.size(), 1);
    QVERIFY(!changed.first().first().value<TableSettings>().tint);
    QVERIFY(!loadTable(*m_file).tint);
    QVERIFY(loadTable(*m_file).letters);
}

void TstSettingsDialog::keepsHowWebhooksAreSent()
{
    m_dialog->showPage(Page::Sending);
    QCOMPARE(loadSending(*m_file), SendingSettings());
    named<QSpinBox>(u"Without an answer, stop after"_s)->setValue(5);
    named<QSpinBox>(u"At a time"_s)->setValue(4);
    auto *pace = named<QComboBox>(u"Pace"_s);
    pace->setCurrentIndex(pace->findText(u"20 per second"_s));
    const SendingSettings wanted{.timeout = std::chrono::seconds(5), .pace = 20, .atOnce = 4};
    QCOMPARE(loadSending(*m_file), wanted);
    const ResendDialog many(**m_live, *m_file, {}, {});
    QCOMPARE(named<QComboBox>(many, u"Pace"_s)->currentText(), u"20 per second"_s);
    QCOMPARE(named<QSpinBox>(many, u"At a time"_s)->value(), 4);
    button(u"Restore defaults"_s)->click();
    QCOMPARE(loadSending(*m_file), SendingSettings());
}

void TstSettingsDialog::keepsARateOfOnesOwn()
{
    m_dialog->showPage(Page::Sending);
    auto *pace = named<QComboBox>(u"Pace"_s);
    auto *rate = named<QDoubleSpinBox>(u"Webhooks per second"_s);
    QVERIFY(rate->isHidden());
    pace->setCurrentIndex(pace->findText(u"Another rate…"_s));
    QVERIFY(rate->isVisible());
    QCOMPARE(rate->text(), u"10 per second"_s);
    rate->setValue(2.5);
    QCOMPARE(rate->text(), u"2.5 per second"_s);
    QCOMPARE(loadSending(*m_file), (SendingSettings{.pace = 2.5, .rate = 2.5}));
    const ResendDialog many(**m_live, *m_file, {}, {});
    QCOMPARE(named<QComboBox>(many, u"Pace"_s)->currentText(), u"Another rate…"_s);
    QCOMPARE(named<QDoubleSpinBox>(many, u"Webhooks per second"_s)->value(), 2.5);
    pace->setCurrentIndex(0);
    QVERIFY(rate->isHidden());
    QCOMPARE(loadSending(*m_file), (SendingSettings{.pace = 0, .rate = 2.5}));
}

void TstSettingsDialog::forgetsTargetsAndHosts()
{
    rememberTarget({.url = u"https://a.example/"_s}, *m_file);
    rememberTarget({.url = u"https://b.example/"_s, .checkCertificate = false}, *m_file);
    allowAlways(QUrl(u"https://b.example/"_s), *m_file);
    m_dialog->showPage(Page::Sending);
    auto *targets = named<QListWidget>(u"Targets used"_s);
    QCOMPARE(targets->count(), 2);
    QCOMPARE(targets->item(0)->text(), u"https://b.example/ — its certificate is not checked"_s);
    targets->setCurrentRow(0);
    named<QPushButton>(u"Forget: Targets used"_s)->click();
    QCOMPARE(loadTargets(*m_file), QList<SendTarget>{{.url = u"https://a.example/"_s}});
    named<QListWidget>(u"Hosts that are always allowed"_s)->setCurrentRow(0);
    named<QPushButton>(u"Forget: Hosts that are always allowed"_s)->click();
    QVERIFY(!isAllowed(QUrl(u"https://b.example/"_s), *m_file));
}

QTEST_MAIN(TstSettingsDialog)
#include "tst_settingsdialog.moc"
