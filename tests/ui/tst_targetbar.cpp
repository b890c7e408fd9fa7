// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "ui/resend/pindialog.h"
#include "ui/resend/targetbar.h"
#include "ui/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstTargetBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheTrustOfOneServer_data();
    void keepsTheTrustOfOneServer();
    void trustsAKnownServerAsBefore();
    void takesNoKeyForAnAuthority();
    void takesATypedFingerprint();
    void closesItsList();
    void marksHowATargetIsTrusted_data();
    void marksHowATargetIsTrusted();
    void marksNothingThatWasOnlyAskedFor();
    void saysWhereItGoes_data();
    void saysWhereItGoes();

private:
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(u"a.conf"_s), QSettings::IniFormat};
};

void TstTargetBar::keepsTheTrustOfOneServer_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("checked");
    QTest::newRow("another path") << u"https://LOCALHOST:8443/other"_s << false;
    QTest::newRow("another host") << u"https://api.example.com:8443/x"_s << true;
    QTest::newRow("another port") << u"https://localhost:8444/x"_s << true;
    QTest::newRow("without TLS") << u"http://localhost:8443/x"_s << true;
    QTest::newRow("nothing") << QString() << true;
}

void TstTargetBar::keepsTheTrustOfOneServer()
{
    QFETCH(QString, url);
    TargetBar bar(m_settings);
    auto *box = bar.findChild<QComboBox *>();
    box->setEditText(u"https://localhost:8443/x"_s);
    bar.findChild<QToolButton *>()->menu()->actions().constLast()->trigger();
    QVERIFY(!bar.target().checkCertificate);
    box->setEditText(url);
    QTEST(bar.target().checkCertificate, "checked");
    box->setEditText(u"https://localhost:8443/x"_s);
    QTEST(bar.target().checkCertificate, "checked");
}

void TstTargetBar::trustsAKnownServerAsBefore()
{
    rememberTarget({.url = u"https://localhost:8443/x"_s, .checkCertificate = false}, m_settings);
    rememberTarget({.url = u"https://api.example.com/x"_s}, m_settings);
    TargetBar bar(m_settings);
    auto *box = bar.findChild<QComboBox *>();
    QVERIFY(bar.target().checkCertificate);
    box->setEditText(u"https://localhost:8443/other"_s);
    QVERIFY(!bar.target().checkCertificate);
    box->setEditText(u"https://api.example.com/other"_s);
    QVERIFY(bar.target().checkCertificate);
}

// It is told when it is chosen, not when something is sent.
void TstTargetBar::takesNoKeyForAnAuthority()
{
    const support::Issued issued = support::issue({.authority = true});
    QString file = support::write(m_folder.filePath(u"ca-key.pem"_s), issued.keyPem());
    TargetBar bar(m_settings);
    bar.findChild<QComboBox *>()->setEditText(u"https://localhost:8443/x"_s);
    QString told;
    QTimer choosing; // in the dialogs that come one after the other
    connect(&choosing, &QTimer::timeout, &bar, [&file, &told] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (auto *question = qobject_cast<QMessageBox *>(dialog)) {
            told = question->text();
            question->accept();
        } else if (qobject_cast<QFileDialog *>(dialog)) {
            dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(file);
            QMetaObject::invokeMethod(dialog, "accept");
        }
    });
    choosing.start(0);
    QAction *authority = bar.findChild<QToolButton *>()->menu()->actions().at(1);
    authority->trigger();
    QVERIFY2(told.contains(u"It holds a private key and no certificate."_s), qPrintable(told));
    QCOMPARE(bar.target().authorityFile, QString());
    file = support::write(m_folder.filePath(u"ca.pem"_s), issued.pem());
    authority->trigger();
    QCOMPARE(bar.target().authorityFile, file);
}

void TstTargetBar::takesATypedFingerprint()
{
    TargetBar bar(m_settings);
    bar.findChild<QComboBox *>()->setEditText(u"https://localhost:8443/x"_s);
    bar.findChild<QToolButton *>()->menu()->actions().at(2)->trigger();
    auto *dialog = bar.findChild<PinDialog *>();
    QVERIFY(dialog);
    const QString pin = QString(u"3F:"_s).repeated(31) + u"3F"_s;
    dialog->findChild<QLineEdit *>()->setText(pin);
    dialog->accept();
    QCOMPARE(bar.target().pin, pin);
}

void TstTargetBar::closesItsList()
{
    rememberTarget({.url = u"https://localhost:8443/x"_s}, m_settings);
    TargetBar bar(m_settings);
    bar.show();
    auto *box = bar.findChild<QComboBox *>();
    box->completer()->setCompletionPrefix(u"https://local"_s);
    box->completer()->complete();
    QVERIFY(box->completer()->popup()->isVisible());
    bar.closeList();
    QVERIFY(!box->completer()->popup()->isVisible());
}

static QStringList marked(const TargetBar &bar)
{
    QMenu *menu = bar.findChild<QToolButton *>()->menu();
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    for (const QAction *action : menu->actions()) {
        if (action->isChecked())
            texts.append(action->text().remove(u'&'));
    }
    return texts;
}

void TstTargetBar::marksHowATargetIsTrusted_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("pin");
    QTest::addColumn<bool>("checked");
    QTest::addColumn<QString>("choice");
    const QString pin = QString(u"3F:"_s).repeated(31) + u"3F"_s;
    QTest::newRow("by the system")
        << QString() << QString() << true << u"Trust the system's authorities"_s;
    QTest::newRow("by another authority")
        << u"/ca.pem"_s << QString() << true << u"Trust another authority…"_s;
    QTest::newRow("by its certificate")
        << QString() << pin << true << u"Trust one certificate only…"_s;
    QTest::newRow("unchecked") << u"/ca.pem"_s << pin << false << u"Do not check the certificate"_s;
}

void TstTargetBar::marksHowATargetIsTrusted()
{
    QFETCH(QString, authority);
    QFETCH(QString, pin);
    QFETCH(bool, checked);
    QFETCH(QString, choice);
    TargetBar bar(m_settings);
    bar.setTarget({.url = u"https://localhost:8443/x"_s,
                   .authorityFile = authority,
                   .pin = pin,
                   .checkCertificate = checked});
    QCOMPARE(marked(bar), QStringList{choice});
    bar.setTarget({.url = u"https://localhost:8444/x"_s});
    QCOMPARE(marked(bar), QStringList{u"Trust the system's authorities"_s});
}

void TstTargetBar::marksNothingThatWasOnlyAskedFor()
{
    TargetBar bar(m_settings);
    bar.setTarget({.url = u"https://localhost:8443/x"_s, .checkCertificate = false});
    bar.findChild<QToolButton *>()->menu()->actions().at(2)->trigger();
    bar.findChild<PinDialog *>()->reject();
    QCOMPARE(marked(bar), QStringList{u"Do not check the certificate"_s});
}

void TstTargetBar::saysWhereItGoes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("ready");
    QTest::addColumn<QString>("said");
    QTest::newRow("a whole URL") << u"http://localhost:3000/x"_s << u"http://localhost:3000/x"_s
                                 << true << QString();
    QTest::newRow("this computer, no scheme")
        << u" localhost:3000/x"_s << u"http://localhost:3000/x"_s << true
        << u"Goes to http://localhost:3000/x."_s;
    QTest::newRow("its address, no scheme") << u"127.0.0.1:3000"_s << u"http://127.0.0.1:3000"_s
                                            << true << u"Goes to http://127.0.0.1:3000."_s;
    QTest::newRow("its IPv6 address, no scheme")
        << u"[::1]:3000"_s << u"http://[::1]:3000"_s << true << u"Goes to http://[::1]:3000."_s;
    QTest::newRow("another computer, no scheme")
        << u"api.example.com/x"_s << u"api.example.com/x"_s << false
        << u"✗ Cannot send there. Its URL does not begin with https:// or http://."_s;
    QTest::newRow("nothing") << QString() << QString() << false << QString();
}

void TstTargetBar::saysWhereItGoes()
{
    QFETCH(QString, typed);
    QFETCH(bool, ready);
    TargetBar bar(m_settings);
    QWidget window;
    const TargetNote *note = bar.newNote(TargetNote::Room::Kept, &window);
    const TargetNote *other = bar.newNote(TargetNote::Room::AsNeeded, &window);
    const QSize room = note->minimumSizeHint();
    bar.findChild<QComboBox *>()->setEditText(u"http://before.example/"_s);
    bar.findChild<QComboBox *>()->setEditText(typed);
    QTEST(bar.target().url, "url");
    QTEST(bar.url().toString(), "url");
    QCOMPARE(bar.trouble().isEmpty(), ready);
    QTEST(note->fullText(), "said");
    QVERIFY(!note->isHidden()); // nothing moves when it says something
    QCOMPARE(other->isHidden(), note->fullText().isEmpty());
    QCOMPARE(note->minimumSizeHint().height(), room.height());
    const Tokens &look = tokens(QApplication::palette());
    const bool red = note->palette().color(note->foregroundRole()) == look.invalid;
    QCOMPARE(red, !ready && !note->fullText().isEmpty());
}

QTEST_MAIN(TstTargetBar)
#include "tst_targetbar.moc"
