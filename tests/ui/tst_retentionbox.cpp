// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/retentionbox.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using capture::Retention;
using ui::RetentionBox;

class TstRetentionBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsInEffect();
    void asksBeforeAnythingIsRemoved();
    void removesNothingWhenCancelled();
    void keepsMoreWithoutAsking();
    void offersNothingToApplyAtFirst();

private:
    static QPushButton *apply(const RetentionBox &box) { return box.findChild<QPushButton *>(); }
    static QMessageBox *question(const RetentionBox &box) { return box.findChild<QMessageBox *>(); }
    static QSpinBox *days(const RetentionBox &box)
    {
        return box.findChildren<QSpinBox *>().constFirst();
    }
};

void TstRetentionBox::showsWhatIsInEffect()
{
    RetentionBox box;
    const Retention retention{.days = 7, .count = 500, .bytes = 64LL * 1024 * 1024};
    box.setRetention(retention);
    QCOMPARE(box.chosen(), retention);
    box.setRetention({});
    QCOMPARE(box.chosen(), Retention());
    QVERIFY(!days(box)->isEnabled());
}

void TstRetentionBox::asksBeforeAnythingIsRemoved()
{
    RetentionBox box;
    box.setRetention({.days = 7});
    QSignalSpy wanted(&box, &RetentionBox::wanted);
    days(box)->setValue(6);
    apply(box)->click();
    QVERIFY(wanted.isEmpty());
    QVERIFY(question(box));
    for (QAbstractButton *button : question(box)->buttons()) {
        if (question(box)->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<Retention>(), Retention{.days = 6});
}

void TstRetentionBox::removesNothingWhenCancelled()
{
    RetentionBox box;
    box.setRetention({});
    QSignalSpy wanted(&box, &RetentionBox::wanted);
    box.findChildren<QCheckBox *>().constLast()->setChecked(true);
    apply(box)->click();
    QVERIFY(question(box));
    question(box)->button(QMessageBox::Cancel)->click();
    QVERIFY(wanted.isEmpty());
    QVERIFY(apply(box)->isEnabled()); // what was chosen is still there
}

void TstRetentionBox::keepsMoreWithoutAsking()
{
    RetentionBox box;
    box.setRetention({.days = 7, .count = 10});
    QSignalSpy wanted(&box, &RetentionBox::wanted);
    days(box)->setValue(8);
    box.findChildren<QCheckBox *>()[1]->setChecked(false);
    apply(box)->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<Retention>(), Retention{.days = 8});
}

void TstRetentionBox::offersNothingToApplyAtFirst()
{
    RetentionBox box;
    box.setRetention({.days = 7});
    QVERIFY(!apply(box)->isEnabled());
    box.restoreDefaults();
    QVERIFY(apply(box)->isEnabled());
    QCOMPARE(box.chosen(), Retention());
}

QTEST_MAIN(TstRetentionBox)
#include "tst_retentionbox.moc"
