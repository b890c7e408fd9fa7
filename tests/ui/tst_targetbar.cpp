// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/targetbar.h"

#include <QComboBox>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
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

QTEST_MAIN(TstTargetBar)
#include "tst_targetbar.moc"
