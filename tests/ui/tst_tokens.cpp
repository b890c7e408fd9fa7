// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/contrast.h"
#include "ui/tokens.h"

#include <QPalette>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadableOnEveryGround_data();
    void areReadableOnEveryGround();
    void followThePalette();
    void makePlaceholdersOfDisabledFieldsFaint_data();
    void makePlaceholdersOfDisabledFieldsFaint();
};

void TstTokens::areReadableOnEveryGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstTokens::areReadableOnEveryGround()
{
    QFETCH(bool, dark);
    const Tokens &look = dark ? darkTokens() : lightTokens();
    const QList<QColor> inks{look.text,       look.muted,       look.verified,    look.invalid,
                             look.noSecret,   look.unsignedInk, look.malformed,   look.fresh,
                             look.stale,      look.future,      look.noTimestamp, look.jsonKey,
                             look.jsonString, look.jsonNumber,  look.jsonConstant};
    const QList<QColor> grounds{look.base, look.alternate, look.window, look.selection};
    for (const QColor &ink : inks) {
        for (const QColor &ground : grounds)
            QVERIFY2(
                contrast(ink, ground) >= 4.5,
                qPrintable(
                    u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(contrast(ink, ground))));
    }
    QVERIFY(contrast(look.onAccent, look.accent) >= 4.5);
}

void TstTokens::followThePalette()
{
    QVERIFY(!tokens(paletteOf(lightTokens())).dark);
    QVERIFY(tokens(paletteOf(darkTokens())).dark);
}

void TstTokens::makePlaceholdersOfDisabledFieldsFaint_data() { areReadableOnEveryGround_data(); }

void TstTokens::makePlaceholdersOfDisabledFieldsFaint()
{
    QFETCH(bool, dark);
    const QPalette palette = paletteOf(dark ? darkTokens() : lightTokens());
    QCOMPARE(palette.color(QPalette::Disabled, QPalette::PlaceholderText),
             palette.color(QPalette::Disabled, QPalette::Text));
    QVERIFY(palette.color(QPalette::Disabled, QPalette::PlaceholderText)
            != palette.color(QPalette::Active, QPalette::PlaceholderText));
}

QTEST_MAIN(TstTokens)
#include "tst_tokens.moc"
