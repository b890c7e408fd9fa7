// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/tokens.h"
#include "ui/trustwatch.h"

#include <QApplication>
#include <QPalette>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// How the application is dressed.
class TstTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesItsLooks();
    void dressesTheApplication();
    void keepsTextReadable();
    void drawsEveryIconInTheInkOfTheLook();
    void findsOutWhetherTheListenerIsTrusted();
};

void TstTheme::namesItsLooks()
{
    for (const Look look : {Look::System, Look::Light, Look::Dark})
        QCOMPARE(lookFromWord(word(look)), look);
    QCOMPARE(lookFromWord(u"purple"), Look::System);
}

void TstTheme::dressesTheApplication()
{
    Theme theme;
    theme.setLook(Look::Dark);
    QVERIFY(theme.dark());
    QVERIFY(tokens(QApplication::palette()).dark);
    theme.setLook(Look::Light);
    QVERIFY(!theme.dark());
    QVERIFY(!tokens(QApplication::palette()).dark);
}

void TstTheme::keepsTextReadable()
{
    Theme theme;
    const qreal usual = QApplication::font().pointSizeF();
    theme.setTextStep(2);
    QCOMPARE(QApplication::font().pointSizeF(), usual + 2);
    theme.setTextStep(-100);
    QCOMPARE(theme.textStep(), Theme::smallestStep);
    QVERIFY(QApplication::font().pointSizeF() >= 6);
    theme.setTextStep(100);
    QCOMPARE(theme.textStep(), Theme::largestStep);
    theme.setTextStep(0);
    QCOMPARE(QApplication::font().pointSizeF(), usual);
}

void TstTheme::drawsEveryIconInTheInkOfTheLook()
{
    Theme theme;
    for (const Look look : {Look::Light, Look::Dark}) {
        theme.setLook(look);
        const QColor ink = tokens(QApplication::palette()).verified;
        const QImage drawn
            = icon(signature::Signature::Verified).pixmap(QSize(32, 32), 1.0).toImage();
        int pixels = 0;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x)
                pixels += drawn.pixelColor(x, y) == ink;
        }
        QVERIFY2(pixels > 100, qPrintable(QString::number(pixels)));
    }
}

void TstTheme::findsOutWhetherTheListenerIsTrusted()
{
    support::LiveInspector live;
    TrustWatch watch(*live);
    QSignalSpy found(&watch, &TrustWatch::found);
    watch.check(true);
    QCOMPARE(found.takeFirst().first().value<TrustState>(), TrustState::Own);
    watch.check(false); // there is no authority yet
    QVERIFY(found.wait());
    QCOMPARE(found.takeFirst().first().value<TrustState>(), TrustState::Unknown);
    QVERIFY(live.open());
    QVERIFY(live.listen());
    watch.check(false);
    QVERIFY(found.wait());
    QCOMPARE(found.takeFirst().first().value<TrustState>(), TrustState::LocalUntrusted);
}

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
