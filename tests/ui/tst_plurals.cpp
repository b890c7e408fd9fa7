// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/plurals.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstPlurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCoreApplication::installTranslator(&m_plurals);
    }

    void countsLikeTheRestOfTheWindow_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << u"0 webhooks imported"_s;
        QTest::newRow("one") << 1 << u"1 webhook imported"_s;
        QTest::newRow("many") << 60'000 << u"60,000 webhooks imported"_s;
    }

    void countsLikeTheRestOfTheWindow()
    {
        QFETCH(const int, number);
        QTEST(tr("%n webhook(s) imported", nullptr, number), "text");
    }

    void changesNothingElse()
    {
        QCOMPARE(tr("Counted %n times", nullptr, 1000), u"Counted 1,000 times"_s);
        QCOMPARE(tr("Port %1 is free.").arg(60'000), u"Port 60000 is free."_s);
    }

private:
    ui::Plurals m_plurals;
};

QTEST_GUILESS_MAIN(TstPlurals)
#include "tst_plurals.moc"
