// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/contrast.h"
#include "ui/style.h"
#include "ui/tokens.h"

#include <QPainter>
#include <QStyleOption>
#include <QTest>

#include <algorithm>

using namespace ui;

class TstStylePaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsChoicesThatAreNotMade_data();
    void showsChoicesThatAreNotMade();
};

void TstStylePaint::showsChoicesThatAreNotMade_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("element");
    for (const bool dark : {false, true}) {
        const char *look = dark ? "dark" : "light";
        QTest::addRow("a check box, %s", look) << dark << int(QStyle::PE_IndicatorCheckBox);
        QTest::addRow("a radio button, %s", look) << dark << int(QStyle::PE_IndicatorRadioButton);
    }
}

// The edge is all there is to see of them.
void TstStylePaint::showsChoicesThatAreNotMade()
{
    QFETCH(bool, dark);
    QFETCH(int, element);
    const Tokens &look = dark ? darkTokens() : lightTokens();
    QImage image(22, 22, QImage::Format_RGB32);
    image.fill(look.window);
    QStyleOption option;
    option.palette = paletteOf(look);
    option.state = QStyle::State_Enabled | QStyle::State_Off;
    option.rect = {3, 3, 16, 16};
    QPainter painter(&image);
    Style().drawPrimitive(QStyle::PrimitiveElement(element), &option, &painter, nullptr);
    painter.end();
    double most = 0;
    for (int x = 0; x < image.width() / 2; ++x)
        most = std::max(most, contrast(image.pixelColor(x, 11), look.window));
    QVERIFY2(most >= 3, qPrintable(QString::number(most)));
}

QTEST_MAIN(TstStylePaint)
#include "tst_stylepaint.moc"
