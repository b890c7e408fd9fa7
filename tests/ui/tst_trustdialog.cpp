// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "support/liveinspector.h"
#include "ui/dialogs/commandbox.h"
#include "ui/dialogs/trustcommands.h"
#include "ui/dialogs/trustdialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSslCertificate>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstTrustDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhoMadeItAndForWhat();
    void givesTheCommandAndWhatUndoesIt();
    void savesTheCertificateWithoutItsKey();
    void knowsHowFarAStepReaches();
    void choosesTheStepOfTheSystem_data();
    void choosesTheStepOfTheSystem();
    void offersNoOtherSystemsStepFirst();

private:
    QString words() const;
    QString authorityFile() const { return (*m_live)->places().tlsFolder() + u"/ca.pem"_s; }

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<TrustDialog> m_dialog;
};

void TstTrustDialog::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    QVERIFY(m_live->listen());
    m_dialog = std::make_unique<TrustDialog>(**m_live);
    m_dialog->show();
}

void TstTrustDialog::cleanup()
{
    m_dialog.reset();
    m_live.reset();
}

QString TstTrustDialog::words() const
{
    QStringList words;
    for (const auto *label : m_dialog->findChildren<QLabel *>())
        words += label->text();
    return words.join(u'|');
}

void TstTrustDialog::saysWhoMadeItAndForWhat()
{
    const QSslCertificate authority = QSslCertificate::fromPath(authorityFile()).first();
    const QString fingerprint
        = QString::fromLatin1(authority.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    QVERIFY2(QString(words()).remove(u'\n').contains(fingerprint), qPrintable(words()));
    for (const QString &word : {u"localhost"_s, u"127.0.0.1"_s, u"::1"_s,
                                authority.subjectInfo(QSslCertificate::CommonName).first()})
        QVERIFY2(words().contains(word), qPrintable(word));
}

void TstTrustDialog::givesTheCommandAndWhatUndoesIt()
{
    int commands = 0;
    const QString here = u"https://localhost:%1/"_s.arg((*m_live)->listening()->port);
    bool asksHere = false;
    for (auto *choice : m_dialog->findChildren<QRadioButton *>()) {
        choice->click();
        for (const auto *box : m_dialog->findChildren<CommandBox *>()) {
            if (!box->isVisible())
                continue;
            ++commands;
            QVERIFY(!box->command().isEmpty());
            asksHere = asksHere || box->command().endsWith(here);
        }
    }
    QVERIFY(commands >= 3);
    QVERIFY(asksHere); // what is copied runs as it is
    auto *box = m_dialog->findChildren<CommandBox *>().last();
    box->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), box->command());
}

void TstTrustDialog::savesTheCertificateWithoutItsKey()
{
    const QString file = m_live->path(u"out.pem"_s);
    for (auto *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text().contains(u"Save"_s))
            button->click();
    }
    auto *chooser = m_dialog->findChild<QFileDialog *>();
    QVERIFY(chooser);
    Q_EMIT chooser->fileSelected(file);
    chooser->reject();
    QCOMPARE(QSslCertificate::fromPath(file), QSslCertificate::fromPath(authorityFile()));
    QVERIFY(!support::contents(file).contains("PRIVATE"));
    QVERIFY2(words().contains(u"holds no private key"_s), qPrintable(words()));
}

void TstTrustDialog::knowsHowFarAStepReaches()
{
    QCOMPARE(reachOf({.system = u"curl"_s, .trust = u"curl --cacert ca.pem"_s}),
             TrustReach::Command);
    QCOMPARE(reachOf({.system = u"NSS"_s, .trust = u"certutil -A"_s, .undo = u"certutil -D"_s}),
             TrustReach::Account);
    QCOMPARE(reachOf({.system = u"Debian"_s, .trust = u"sudo cp a b"_s, .undo = u"sudo rm b"_s}),
             TrustReach::Everyone);
}

void TstTrustDialog::choosesTheStepOfTheSystem_data()
{
    QTest::addColumn<QString>("product");
    QTest::addColumn<int>("step");
    QTest::newRow("named") << u"debian"_s << 1;
    QTest::newRow("of the same kin") << u"rocky"_s << 2;
    QTest::newRow("unknown") << u"plan9"_s << 1;
    QTest::newRow("a Mac") << u"macos"_s << 0;
}

void TstTrustDialog::choosesTheStepOfTheSystem()
{
    QFETCH(QString, product);
    const QList<tls::TrustStep> steps{
        {.system = u"macOS"_s}, {.system = u"Debian, Ubuntu"_s}, {.system = u"Fedora"_s}};
    QTEST(stepForSystem(steps, product), "step");
}

void TstTrustDialog::offersNoOtherSystemsStepFirst()
{
    const QList<tls::TrustStep> account{{.system = u"macOS"_s},
                                        {.system = u"Windows (PowerShell)"_s},
                                        {.system = u"Firefox, Chromium (NSS)"_s}};
    QCOMPARE(stepForSystem(account, u"debian"_s), 2);
    QCOMPARE(stepForSystem(account, u"windows"_s), 1);
    QCOMPARE(stepForSystem(account.first(2), u"debian"_s), 0);
}

QTEST_MAIN(TstTrustDialog)
#include "tst_trustdialog.moc"
