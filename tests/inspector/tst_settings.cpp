// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace inspector;

class TstSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheStandardPlaces();
    void makesPrivateFolders();
    void takesAccessFromAnOpenFolder();
    void saysWhyAFolderCannotBeMade();
    void givesDefaultsForAnEmptyFile();
    void givesBackWhatWasSaved();
    void clampsHostileNumbers_data();
    void clampsHostileNumbers();
    void refusesWhatIsNoPort_data();
    void refusesWhatIsNoPort();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void survivesADamagedFile();
    void boundsTheDefaults();

private:
    QString file(const QString &name) const { return m_folder.filePath(name); }
    Settings loadValue(const QString &key, const QVariant &value);

    QTemporaryDir m_folder;
};

Settings TstSettings::loadValue(const QString &key, const QVariant &value)
{
    QSettings settings(file(u"value.conf"_s), QSettings::IniFormat);
    settings.clear();
    settings.setValue(key, value);
    return load(settings);
}

void TstSettings::namesTheStandardPlaces()
{
    qputenv("XDG_DATA_HOME", "/somewhere/data");
    qputenv("XDG_CONFIG_HOME", "/somewhere/config");
    const auto places = Places::standard();
    QCOMPARE(places.defaultStore(), u"/somewhere/data/hookglass/default.hookglass"_s);
    QCOMPARE(places.tlsFolder(), u"/somewhere/data/hookglass/tls"_s);
    QCOMPARE(places.configFile, u"/somewhere/config/hookglass/hookglass.conf"_s);
}

void TstSettings::makesPrivateFolders()
{
    const Places places{file(u"a/data"_s), file(u"b/config/hookglass.conf"_s)};
    QVERIFY(places.make());
    for (const auto &folder : {u"a/data"_s, u"b/config"_s})
        QCOMPARE(QFileInfo(file(folder)).permissions() & 0x0077, QFileDevice::Permissions());
}

void TstSettings::takesAccessFromAnOpenFolder()
{
    const Places places{file(u"open"_s), file(u"open/hookglass.conf"_s)};
    QVERIFY(QDir().mkpath(places.dataFolder));
    QVERIFY(QFile::setPermissions(places.dataFolder, QFileDevice::Permissions(0x7777)));
    QVERIFY(places.make());
    QCOMPARE(QFileInfo(places.dataFolder).permissions() & 0x0077, QFileDevice::Permissions());
}

void TstSettings::saysWhyAFolderCannotBeMade()
{
    QFile inTheWay(file(u"taken"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Places places{inTheWay.fileName(), file(u"fine/hookglass.conf"_s)};
    const auto made = places.make();
    QVERIFY(!made);
    QCOMPARE(made.error().what, u"Cannot make the folder %1."_s.arg(places.dataFolder));
    QCOMPARE(made.error().why, u"A file of that name is there."_s);
    QCOMPARE(made.error().kind, core::ErrorKind::Environment);
}

void TstSettings::givesDefaultsForAnEmptyFile()
{
    const QSettings settings(file(u"none.conf"_s), QSettings::IniFormat);
    QCOMPARE(load(settings), Settings());
}

void TstSettings::givesBackWhatWasSaved()
{
    Settings wanted;
    wanted.address = u"192.168.1.20"_s;
    wanted.port = 9443;
    wanted.listenOnStart = false;
    wanted.certificateFile = u"/keys/chain, with comma.pem"_s;
    wanted.keyFile = u"/keys/schlüssel.pem"_s;
    wanted.limits = largestLimits();
    {
        QSettings settings(file(u"saved.conf"_s), QSettings::IniFormat);
        save(wanted, settings);
    }
    const QSettings settings(file(u"saved.conf"_s), QSettings::IniFormat);
    QCOMPARE(load(settings), wanted);
}

void TstSettings::clampsHostileNumbers_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<qint64>("body");
    const auto key = u"limits/body"_s;
    const qint64 most = 512LL * 1024 * 1024;
    const qint64 usual = 32LL * 1024 * 1024;
    QTest::newRow("least") << key << QVariant(1024) << qint64(1024);
    QTest::newRow("one under the least") << key << QVariant(1023) << qint64(1024);
    QTest::newRow("negative") << key << QVariant(-1) << qint64(1024);
    QTest::newRow("most") << key << QVariant(most) << most;
    QTest::newRow("one over the most") << key << QVariant(most + 1) << most;
    QTest::newRow("over 64 bits") << key << QVariant(u"99999999999999999999"_s) << usual;
    QTest::newRow("a word") << key << QVariant(u"plenty"_s) << usual;
    QTest::newRow("a list") << key << QVariant(QStringList{u"1"_s, u"2"_s}) << usual;
}

void TstSettings::clampsHostileNumbers()
{
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QFETCH(qint64, body);
    QCOMPARE(loadValue(key, value).limits.body, qsizetype(body));
}

void TstSettings::refusesWhatIsNoPort_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<quint16>("port");
    QTest::newRow("least") << QVariant(1) << quint16(1);
    QTest::newRow("most") << QVariant(65'535) << quint16(65'535);
    QTest::newRow("zero") << QVariant(0) << quint16(8443);
    QTest::newRow("one over the most") << QVariant(65'536) << quint16(8443);
    QTest::newRow("negative") << QVariant(-8443) << quint16(8443);
    QTest::newRow("a word") << QVariant(u"https"_s) << quint16(8443);
}

void TstSettings::refusesWhatIsNoPort()
{
    QFETCH(QVariant, value);
    QTEST(loadValue(u"listener/port"_s, value).port, "port");
}

void TstSettings::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("address");
    QTest::newRow("IPv4") << u"0.0.0.0"_s << u"0.0.0.0"_s;
    QTest::newRow("IPv6") << u"::1"_s << u"::1"_s;
    QTest::newRow("a name") << u"example.com"_s << u"127.0.0.1"_s;
    QTest::newRow("empty") << QString() << u"127.0.0.1"_s;
    QTest::newRow("too many parts") << u"1.2.3.4.5"_s << u"127.0.0.1"_s;
}

void TstSettings::refusesWhatIsNoAddress()
{
    QFETCH(QString, value);
    QTEST(loadValue(u"listener/address"_s, value).address, "address");
}

void TstSettings::survivesADamagedFile()
{
    QFile damaged(file(u"damaged.conf"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(QByteArray("[listener\nport=\xff\xfe\0=\n]]]\n\0\0", 26));
    damaged.close();
    const QSettings settings(damaged.fileName(), QSettings::IniFormat);
    QCOMPARE(load(settings), Settings());
}

void TstSettings::boundsTheDefaults()
{
    const http::Limits usual;
    const auto least = smallestLimits();
    const auto most = largestLimits();
    QVERIFY(least.head <= usual.head && usual.head <= most.head);
    QVERIFY(least.fields <= usual.fields && usual.fields <= most.fields);
    QVERIFY(least.target <= usual.target && usual.target <= most.target);
    QVERIFY(least.body <= usual.body && usual.body <= most.body);
    QVERIFY(least.headTime <= usual.headTime && usual.headTime <= most.headTime);
    QVERIFY(least.bodyTime <= usual.bodyTime && usual.bodyTime <= most.bodyTime);
    QVERIFY(least.idleTime <= usual.idleTime && usual.idleTime <= most.idleTime);
    QVERIFY(least.connections <= usual.connections && usual.connections <= most.connections);
}

QTEST_GUILESS_MAIN(TstSettings)
#include "tst_settings.moc"
