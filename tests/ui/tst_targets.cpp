// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/settings.h"
#include "support/liveinspector.h"
#include "ui/resend/targets.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings.clear(); }
    void remembersTheNewestFirst();
    void remembersHowFarATargetIsTrusted();
    void remembersOnlySoMany();
    void trustsThisListenerByItsOwnAuthority();
    void knowsWhatStaysHere_data();
    void knowsWhatStaysHere();
    void allowsAHostForGood();

private:
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(u"a.conf"_s), QSettings::IniFormat};
};

void TstTargets::remembersTheNewestFirst()
{
    for (const QString &url : {u"http://a"_s, u"http://b"_s, u"http://a"_s})
        rememberTarget({.url = url}, m_settings);
    QCOMPARE(loadTargets(m_settings),
             QList<SendTarget>({{.url = u"http://a"_s}, {.url = u"http://b"_s}}));
}

void TstTargets::remembersHowFarATargetIsTrusted()
{
    const SendTarget target{u"https://a"_s, u"/ca.pem"_s, QString(u"3F:"_s).repeated(31) + u"3F"_s,
                            false};
    rememberTarget(target, m_settings);
    QCOMPARE(loadTargets(m_settings), QList<SendTarget>({target}));
}

void TstTargets::remembersOnlySoMany()
{
    for (int i = 0; i < mostTargets + 5; ++i)
        rememberTarget({.url = u"http://h%1"_s.arg(i)}, m_settings);
    QCOMPARE(loadTargets(m_settings).size(), mostTargets);
}

void TstTargets::trustsThisListenerByItsOwnAuthority()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    QVERIFY(live.listen());
    const quint16 port = live->listening()->port;
    const auto authority = [&](const SendTarget &target) {
        return trusted(target, *live, m_settings).authorityFile;
    };
    const QString here = u"https://localhost:%1/x"_s.arg(port);
    QVERIFY(authority({.url = here}).endsWith("/ca.pem"_L1));
    QCOMPARE(authority({.url = here, .authorityFile = u"own.pem"_s}), u"own.pem"_s);
    QCOMPARE(authority({.url = here, .pin = u"00"_s}), QString());
    QCOMPARE(authority({.url = u"http://localhost:%1/"_s.arg(port)}), QString());
    QCOMPARE(authority({.url = u"https://localhost:%1/"_s.arg(port - 1)}), QString());
    QCOMPARE(authority({.url = u"https://a.example:%1/"_s.arg(port)}), QString());
    inspector::save({.certificateFile = u"own.pem"_s}, m_settings);
    QCOMPARE(authority({.url = here}), QString());
}

void TstTargets::knowsWhatStaysHere_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("here");
    QTest::newRow("localhost") << u"http://LocalHost:3000/x"_s << true;
    QTest::newRow("a name below it") << u"https://app.localhost/"_s << true;
    QTest::newRow("an address of the loopback") << u"http://127.8.9.1:1"_s << true;
    QTest::newRow("IPv6") << u"http://[::1]:1"_s << true;
    QTest::newRow("a name that only looks like it") << u"http://localhost.example"_s << false;
    QTest::newRow("an address in a name") << u"http://127.0.0.1.example"_s << false;
    QTest::newRow("any address") << u"http://0.0.0.0"_s << false;
    QTest::newRow("another computer") << u"https://api.example.com"_s << false;
}

void TstTargets::knowsWhatStaysHere()
{
    QFETCH(QString, url);
    QTEST(staysHere(QUrl(url)), "here");
}

void TstTargets::allowsAHostForGood()
{
    const QUrl url(u"https://api.example.com/x"_s);
    QVERIFY(!isAllowed(url, m_settings));
    allowAlways(url, m_settings);
    QVERIFY(isAllowed(QUrl(u"http://API.example.com:81"_s), m_settings));
    QVERIFY(!isAllowed(QUrl(u"https://example.com"_s), m_settings));
}

QTEST_GUILESS_MAIN(TstTargets)
#include "tst_targets.moc"
