// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/command.h"
#include "support/capturedoutput.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

// What is asked wrongly, before any store is looked for.
class TstExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
};

void TstExport::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("said");

    const auto row = [](const char *name, const QStringList &words, const QString &said) {
        QTest::newRow(name) << words << said;
    };
    const QString rules = u"hookglass: --redact needs a value."_s;
    row("rules of a variable that is not set", {u"--redact"_s, u""_s}, rules);
    row("rules that are only a comma", {u"--redact"_s, u","_s}, rules);
    row("a rule that there is not", {u"--redact"_s, u"names,phones"_s},
        u"hookglass: There is no redaction “phones”."_s);
    row("a place that is none", {u"--url"_s, u"foo"_s},
        u"hookglass: --url does not take “foo”. Its URL does not begin with https:// or http://."_s);
    row("a place without a scheme", {u"--url"_s, u"shop.example:8443"_s},
        u"hookglass: --url does not take “shop.example:8443”."_s);
    row("a place without a host", {u"--url"_s, u"https:///hook"_s},
        u"hookglass: --url does not take “https:///hook”. Its URL names no host."_s);
}

void TstExport::refuses()
{
    QFETCH(const QStringList, words);
    QFETCH(const QString, said);
    const QStringList call{u"--store"_s, u"/nonesuch"_s, u"--format"_s, u"curl"_s};
    CapturedOutput output(STDERR_FILENO);
    const int status = commands::find(u"export")->run(call + words);
    const QString told = QString::fromUtf8(output.text());
    QVERIFY2(told.startsWith(said), qPrintable(told));
    QCOMPARE(status, 2);
}

QTEST_GUILESS_MAIN(TstExport)
#include "tst_export.moc"
