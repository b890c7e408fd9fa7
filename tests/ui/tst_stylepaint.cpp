// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/contrast.h"
#include "support/ink.h"
#include "support/paintrecorder.h"
#include "ui/icons.h"
#include "ui/style.h"
#include "ui/tokens.h"
#include "ui/views/urlbox.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstStylePaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsChoicesThatAreNotMade_data();
    void showsChoicesThatAreNotMade();
    void givesAllFieldsTheSameEdge_data();
    void givesAllFieldsTheSameEdge();
    void keepsAnIconOffTheWordsBesideIt();
    void showsTheIconOfADisabledPrimaryButton();
    void fadesAllOfTheButtonThatCopiesNothing();
    void scrollsAMenuThatIsTooLong();
    void keepsTheTextOffTheEdgeOfItsField_data();
    void keepsTheTextOffTheEdgeOfItsField();
    void leavesFieldsWithinOtherControlsAsTheyAre();
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

void TstStylePaint::givesAllFieldsTheSameEdge_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("kind");
    for (const bool dark : {false, true}) {
        for (const char *kind : {"line edit", "spin box", "text area", "list"})
            QTest::addRow("a %s, %s", kind, dark ? "dark" : "light")
                << dark << QString::fromLatin1(kind);
    }
}

void TstStylePaint::givesAllFieldsTheSameEdge()
{
    QFETCH(bool, dark);
    QFETCH(QString, kind);
    Style style;
    std::unique_ptr<QWidget> field;
    if (kind == "line edit"_L1)
        field = std::make_unique<QLineEdit>();
    else if (kind == "spin box"_L1)
        field = std::make_unique<QSpinBox>();
    else if (kind == "text area"_L1)
        field = std::make_unique<QPlainTextEdit>();
    else
        field = std::make_unique<QListWidget>();
    const Tokens &look = dark ? darkTokens() : lightTokens();
    field->setStyle(&style);
    field->setPalette(paletteOf(look));
    field->resize(100, 40);
    const QImage image = field->grab().toImage();
    for (const QPoint &edge : {QPoint(50, 0), QPoint(0, 20), QPoint(99, 20), QPoint(50, 39)}) {
        const QColor drawn = image.pixelColor(edge);
        QVERIFY2(std::abs(drawn.lightness() - look.border.lightness()) <= 2,
                 qPrintable(drawn.name()));
    }
    field.reset(); // before its style
}

void TstStylePaint::keepsAnIconOffTheWordsBesideIt()
{
    Style style;
    QPushButton button(icon(u"copy"_s), u"Copy the whole path"_s);
    button.setStyle(&style);
    const int words = button.fontMetrics().horizontalAdvance(button.text());
    QVERIFY(button.sizeHint().width() >= 9 + button.iconSize().width() + 6 + words + 9);
    QStyleOptionButton option;
    option.initFrom(&button);
    option.rect = QRect(QPoint(), button.sizeHint());
    option.text = button.text();
    option.icon = button.icon();
    option.iconSize = button.iconSize();
    support::PaintRecorder recorder;
    QPainter painter(&recorder);
    style.drawControl(QStyle::CE_PushButtonLabel, &option, &painter, &button);
    painter.end();
    QCOMPARE(recorder.line(), button.text());
    QCOMPARE(recorder.pictures(), 1);
}

void TstStylePaint::showsTheIconOfADisabledPrimaryButton()
{
    const auto drawn = [](Ink ink, QIcon::Mode mode) {
        return icon(u"export"_s, ink).pixmap(QSize(16, 16), 1.0, mode).toImage();
    };
    QCOMPARE(drawn(&Tokens::onAccent, QIcon::Disabled), drawn(&Tokens::text, QIcon::Disabled));
    QVERIFY(drawn(&Tokens::onAccent, QIcon::Normal) != drawn(&Tokens::text, QIcon::Normal));
}

void TstStylePaint::fadesAllOfTheButtonThatCopiesNothing()
{
    UrlBox box;
    const auto inkOfWords
        = [&box] { return box.findChild<QToolButton *>()->palette().color(QPalette::ButtonText); };
    box.setUrls({u"https://localhost:8443/"_s});
    QCOMPARE(inkOfWords(), tokens(box.palette()).accent);
    box.setUrls({});
    QCOMPARE(inkOfWords(), box.palette().color(QPalette::Disabled, QPalette::ButtonText));
    QVERIFY(inkOfWords() != tokens(box.palette()).accent);
}

void TstStylePaint::scrollsAMenuThatIsTooLong()
{
    const Style style;
    const QMenu menu;
    QCOMPARE(style.styleHint(QStyle::SH_Menu_Scrollable, nullptr, &menu, nullptr), 1);
}

void TstStylePaint::keepsTheTextOffTheEdgeOfItsField_data()
{
    QTest::addColumn<bool>("clearable");
    QTest::newRow("a field") << false;
    QTest::newRow("one that can be emptied") << true;
}

void TstStylePaint::keepsTheTextOffTheEdgeOfItsField()
{
    QFETCH(bool, clearable);
    Style style;
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
    const auto make = [clearable](QStyle &look) {
        auto field = std::make_unique<QLineEdit>(u"HHH"_s);
        field->setPalette(paletteOf(lightTokens()));
        field->setStyle(&look);
        field->setClearButtonEnabled(clearable);
        field->resize(120, 30);
        return field;
    };
    const auto ink = [](QLineEdit &field) { // within the edge
        return firstInk(field.grab().toImage(), {3, 8, 60, 14});
    };
    const auto field = make(style);
    const auto plain = make(*fusion);
    QVERIFY(ink(*plain) > 0);
    QCOMPARE(ink(*field), ink(*plain) + 4);
    QCOMPARE(field->sizeHint().width(), plain->sizeHint().width() + 8); // as much is seen of it
}

void TstStylePaint::leavesFieldsWithinOtherControlsAsTheyAre()
{
    const Style style;
    QStyleOptionFrame option;
    option.rect = {0, 0, 100, 30};
    option.lineWidth = 0;
    QCOMPARE(style.subElementRect(QStyle::SE_LineEditContents, &option, nullptr), option.rect);
}

QTEST_MAIN(TstStylePaint)
#include "tst_stylepaint.moc"
