// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldmeaning.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 receivedAt = 1'732'458'735'100'000;

QString meaning(const QByteArray &name, const QByteArray &value)
{
    return models::fieldMeaning({.name = name, .value = value}, receivedAt);
}

} // namespace

class TstFieldMeaning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void tellsTheTimestamp_data();
    void tellsTheTimestamp();
    void tellsTheBodysSize();
    void knowsNamesInAnyCase();
    void staysSilentOnUnknownNames();
};

void TstFieldMeaning::tellsTheTimestamp_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *value, const QString &text) {
        QTest::newRow(name) << QByteArray(value) << text;
    };
    row("just before", "1732458734", u"24 Nov 2024 14:32:14, 1.1 s before arrival"_s);
    row("a minute before", "1732458675", u"24 Nov 2024 14:31:15, 60 s before arrival"_s);
    row("an hour before", "1732455135", u"24 Nov 2024 13:32:15, 1 h before arrival"_s);
    row("two days before", "1732285935", u"22 Nov 2024 14:32:15, 2 days before arrival"_s);
    row("in the same second", "1732458735", u"24 Nov 2024 14:32:15, 0.1 s before arrival"_s);
    row("in the future", "1732459095", u"24 Nov 2024 14:38:15, 360 s after arrival"_s);
    row("before the epoch", "-1", u"31 Dec 1969 23:59:59, 54 years before arrival"_s);
    row("no number", "yesterday", u"Not a Unix time in seconds"_s);
    row("milliseconds", "1732458735977000", u"Far from any date: are these milliseconds?"_s);
    row("the smallest number", "-9223372036854775808",
        u"Far from any date: are these milliseconds?"_s);
}

void TstFieldMeaning::tellsTheTimestamp()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    QCOMPARE(meaning("Smile-Timestamp", value), text);
}

void TstFieldMeaning::tellsTheBodysSize()
{
    QCOMPARE(meaning("content-length", "412"), u"Body of 412 B"_s);
    QCOMPARE(meaning("Content-Length", "many"), QString());
}

void TstFieldMeaning::knowsNamesInAnyCase()
{
    QVERIFY(!meaning("USER-AGENT", "x").isEmpty());
    QCOMPARE(meaning("user-agent", "x"), meaning("User-Agent", "y"));
}

void TstFieldMeaning::staysSilentOnUnknownNames()
{
    QCOMPARE(meaning("X-Own", "1"), QString());
    QCOMPARE(meaning("", ""), QString());
}

QTEST_GUILESS_MAIN(TstFieldMeaning)
#include "tst_fieldmeaning.moc"
