// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/accessiblewalk.h"
#include "support/certificates.h"
#include "support/choosefile.h"
#include "tls/identity.h"
#include "ui/resend/pindialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::PinDialog;

class TstPinDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhyATextIsNoPin_data();
    void saysWhyATextIsNoPin();
    void takesAPin();
    void takesThePinOfAFile();
    void hasRoomForAWholePin();
    void namesEverythingForScreenReaders();

private:
    static QPushButton *trust(const PinDialog &dialog);
};

static QString somePin() { return QString(u"3F:"_s).repeated(31) + u"3F"_s; }

QPushButton *TstPinDialog::trust(const PinDialog &dialog)
{
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->isDefault())
            return button;
    }
    return nullptr;
}

void TstPinDialog::saysWhyATextIsNoPin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("a pin") << somePin() << QString();
    QTest::newRow("one without colons") << somePin().remove(u':') << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a colon") << u":"_s << u"It is too short: 0 of 64 hexadecimal digits."_s;
    QTest::newRow("a digit less") << somePin().chopped(1)
                                  << u"It is too short: 63 of 64 hexadecimal digits."_s;
    QTest::newRow("a digit more") << somePin() + u'0'
                                  << u"It is too long: 65 hexadecimal digits, not 64."_s;
    QTest::newRow("a SHA-1") << somePin().first(
        59) << u"This is a SHA-1, and the SHA-256 with 64 hexadecimal digits is needed."_s;
    QTest::newRow("a pin as openssl prints it")
        << u"sha256 Fingerprint="_s + somePin() << QString();
    QTest::newRow("a SHA-1 as openssl prints it")
        << u"SHA1 Fingerprint="_s + somePin().first(59)
        << u"This is a SHA-1, and the SHA-256 with 64 hexadecimal digits is needed."_s;
    QTest::newRow("a letter that is no digit, after a name")
        << u"SHA256 Fingerprint=3F:9G"_s << u"“G” at place 24 is no hexadecimal digit."_s;
    QTest::newRow("a letter that is no digit")
        << u"3F:9G"_s << u"“G” at place 5 is no hexadecimal digit."_s;
    QTest::newRow("what nobody sees")
        << QString(u"3F"_s + QChar(0x200B)) << u"U+200B at place 3 is no hexadecimal digit."_s;
}

void TstPinDialog::saysWhyATextIsNoPin()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    PinDialog dialog({});
    dialog.show();
    QVERIFY(!trust(dialog)->isEnabled());
    dialog.findChild<QLineEdit *>()->setText(text);
    QCOMPARE(trust(dialog)->isEnabled(), said.isEmpty() && !text.isEmpty());
    const auto labels = dialog.findChildren<QLabel *>();
    const auto tells = [&said](const QLabel *label) { return label->text() == said; };
    QVERIFY(said.isEmpty() || std::any_of(labels.begin(), labels.end(), tells));
    QCOMPARE(ui::pinProblem(text), said);
}

void TstPinDialog::takesAPin()
{
    PinDialog dialog({});
    const QSignalSpy entered(&dialog, &PinDialog::entered);
    dialog.show();
    dialog.findChild<QLineEdit *>()->setText(somePin().remove(u':').toLower());
    trust(dialog)->click();
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.at(0).at(0).toString(), somePin());
}

void TstPinDialog::takesThePinOfAFile()
{
    const support::Issued issued = support::issue({});
    QTemporaryDir folder;
    const QString file = support::write(folder.filePath(u"server.pem"_s), issued.pem());
    PinDialog dialog({});
    dialog.show();
    support::chooseFile(file);
    for (auto *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"From a &file…"_s)
            button->click();
    }
    QCOMPARE(dialog.findChild<QLineEdit *>()->text(),
             tls::fingerprint(tls::toQt(issued.certificate.get())));
    QVERIFY(trust(dialog)->isEnabled());
}

void TstPinDialog::hasRoomForAWholePin()
{
    PinDialog dialog(somePin());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const auto *line = dialog.findChild<QLineEdit *>();
    QStyleOptionFrame frame;
    frame.initFrom(line);
    const int room
        = line->style()->subElementRect(QStyle::SE_LineEditContents, &frame, line).width();
    const int needed = line->fontMetrics().horizontalAdvance(somePin());
    QVERIFY2(room >= needed, qPrintable(u"%1 of %2"_s.arg(room).arg(needed)));
    QVERIFY(dialog.width() <= needed * 5 / 4); // and no wider than that needs
}

void TstPinDialog::namesEverythingForScreenReaders()
{
    PinDialog dialog(somePin());
    dialog.show();
    const QStringList faults = support::AccessibleWalk(dialog).faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TstPinDialog)
#include "tst_pindialog.moc"
