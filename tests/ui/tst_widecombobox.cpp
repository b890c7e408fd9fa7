// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/widecombobox.h"

#include <QAbstractItemView>
#include <QScreen>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstWideComboBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsLongEntriesWhole();
    void staysWithinTheScreen();
    void isNoWiderThanItsEntriesAreNow();
};

// The list of a box that is too narrow for its entries.
static int listWidth(ui::WideComboBox &box)
{
    box.setFixedWidth(80);
    box.show();
    box.showPopup();
    return box.view()->window()->width();
}

static int textWidth(const ui::WideComboBox &box, const QString &text)
{
    return box.view()->fontMetrics().horizontalAdvance(text);
}

void TstWideComboBox::listsLongEntriesWhole()
{
    const QString name = u"Development store of the shop in Berlin"_s;
    ui::WideComboBox box;
    box.addItems({u"primary"_s, name});
    const int wide = listWidth(box);
    QVERIFY2(wide > textWidth(box, name), qPrintable(QString::number(wide)));
}

void TstWideComboBox::staysWithinTheScreen()
{
    ui::WideComboBox box;
    box.addItem(QString(2000, u'm'));
    const int wide = listWidth(box);
    const QRect screen = box.screen()->availableGeometry();
    QVERIFY2(wide <= screen.width(), qPrintable(QString::number(wide)));
    QVERIFY(box.view()->window()->x() >= screen.x());
}

void TstWideComboBox::isNoWiderThanItsEntriesAreNow()
{
    const QString name = u"Development store of the shop in Berlin"_s;
    ui::WideComboBox box;
    box.addItem(name);
    QVERIFY(listWidth(box) > textWidth(box, name));
    box.hidePopup();
    box.setItemText(0, u"a"_s);
    QVERIFY(listWidth(box) < textWidth(box, name));
}

QTEST_MAIN(TstWideComboBox)
#include "tst_widecombobox.moc"
