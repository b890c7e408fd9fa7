// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/alertdigest.h"
#include "ui/plurals.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using signature::Signature;
using ui::AlertDigest;
using ui::Alerts;

class TstAlertDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void saysWhatTheUserWantsToKnow_data();
    void saysWhatTheUserWantsToKnow();
    void speaksByItselfAfterAWhile();
    void saysNothingOfWhatWasSeen();
    void beginsAnewAfterEachSentence();
    void remembersTheChoices();

private:
    ui::Plurals m_plurals;
};

namespace
{

capture::Summary row(qint64 id, Signature verdict)
{
    return {.id = id, .text = u"maya.ortiz@example.com"_s, .signature = verdict};
}

QList<capture::Summary> mixed()
{
    capture::Summary refused;
    refused.id = 1;
    refused.rejection = capture::Reason::PlainHttp;
    return {refused, row(2, Signature::Verified), row(3, Signature::Invalid),
            row(4, Signature::Malformed), row(5, Signature::Unsigned)};
}

} // namespace

void TstAlertDigest::saysWhatTheUserWantsToKnow_data()
{
    QTest::addColumn<Alerts>("alerts");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<qint64>("first");
    QTest::newRow("bad signatures")
        << Alerts{.tray = true} << u"2 webhooks with an invalid signature"_s << qint64(3);
    QTest::newRow("every webhook")
        << Alerts{.tray = true, .badSignatures = false, .everyWebhook = true} << u"4 new webhooks"_s
        << qint64(2);
    QTest::newRow("both") << Alerts{.tray = true, .everyWebhook = true}
                          << u"4 new webhooks, 2 with an invalid signature"_s << qint64(3);
    QTest::newRow("neither") << Alerts{.tray = true, .badSignatures = false} << QString()
                             << qint64(0);
    QTest::newRow("no tray") << Alerts{.everyWebhook = true} << QString() << qint64(0);
}

void TstAlertDigest::saysWhatTheUserWantsToKnow()
{
    QFETCH(Alerts, alerts);
    QFETCH(QString, sentence);
    QFETCH(qint64, first);
    AlertDigest digest;
    QSignalSpy due(&digest, &AlertDigest::due);
    digest.setAlerts(alerts);
    digest.take(mixed());
    digest.tell();
    QCOMPARE(due.size(), sentence.isEmpty() ? 0 : 1);
    if (due.isEmpty())
        return;
    QCOMPARE(due.first().first().toString(), sentence);
    QCOMPARE(due.first().last().toLongLong(), first);
}

void TstAlertDigest::speaksByItselfAfterAWhile()
{
    AlertDigest digest;
    QSignalSpy due(&digest, &AlertDigest::due);
    digest.setAlerts({.tray = true});
    digest.take({row(7, Signature::Invalid)});
    digest.take({row(8, Signature::Invalid)});
    QVERIFY(due.isEmpty());
    QVERIFY(due.wait(4 * AlertDigest::gathering));
    QCOMPARE(due.first().first().toString(), u"2 webhooks with an invalid signature"_s);
}

void TstAlertDigest::saysNothingOfWhatWasSeen()
{
    AlertDigest digest;
    QSignalSpy due(&digest, &AlertDigest::due);
    digest.setAlerts({.tray = true});
    digest.take({row(7, Signature::Invalid)});
    digest.forget();
    digest.tell();
    QVERIFY(due.isEmpty());
}

void TstAlertDigest::beginsAnewAfterEachSentence()
{
    AlertDigest digest;
    QSignalSpy due(&digest, &AlertDigest::due);
    digest.setAlerts({.tray = true});
    digest.take({row(7, Signature::Invalid)});
    digest.tell();
    digest.take({row(9, Signature::Invalid)});
    digest.tell();
    QCOMPARE(due.last().first().toString(), u"1 webhook with an invalid signature"_s);
    QCOMPARE(due.last().last().toLongLong(), 9);
}

void TstAlertDigest::remembersTheChoices()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.conf"_s), QSettings::IniFormat);
    QCOMPARE(ui::loadAlerts(settings), Alerts());
    const Alerts chosen{
        .tray = true, .badSignatures = false, .everyWebhook = true, .trouble = false};
    ui::save(chosen, settings);
    QCOMPARE(ui::loadAlerts(settings), chosen);
}

QTEST_GUILESS_MAIN(TstAlertDigest)
#include "tst_alertdigest.moc"
