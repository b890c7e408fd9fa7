// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/accessiblewalk.h"
#include "ui/dialogs/forwardform.h"
#include "ui/dialogs/forwardsdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using capture::ForwardRule;

class TstForwardsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsFilledIn();
    void keepsWhatWasNotTouched();
    void leavesOutWhatHasNoTarget();
    void refusesWhatIsNoTarget();
    void refusesItsOwnListener();
    void switchesATargetOff();
    void warnsOfAnotherComputer();
    void staysAsLargeWhateverItSays();
    void triesAgainOnlyWhatIsNotRelayed();
    void tellsWhoAnswersForATargetThatIsDown();
    void takesAPin();
    void explainsAPinThatIsNone();
    void asksNoAuthorityOfAPinnedTarget();
    void explainsAnAuthorityThatCannotBeTrusted();
    void tellsWhatWaits();
    void namesEverythingForScreenReaders();

private:
    void make(const QList<ForwardRule> &rules);
    template <typename Widget> Widget *field(const QString &label) const;
    template <typename Button> Button *button(const QString &text) const;
    QString words() const;
    QList<ForwardRule> taken();

    std::unique_ptr<ForwardsDialog> m_dialog;
    std::unique_ptr<QSignalSpy> m_taken;
};

void TstForwardsDialog::make(const QList<ForwardRule> &rules)
{
    m_dialog = std::make_unique<ForwardsDialog>(u"/"_s, rules);
    m_taken = std::make_unique<QSignalSpy>(m_dialog.get(), &ForwardsDialog::taken);
    m_dialog->show();
}

template <typename Widget> Widget *TstForwardsDialog::field(const QString &label) const
{
    for (auto *one : m_dialog->findChildren<QLabel *>()) {
        if (QString(one->text()).remove(u'&') == label)
            return qobject_cast<Widget *>(one->buddy());
    }
    return nullptr;
}

template <typename Button> Button *TstForwardsDialog::button(const QString &text) const
{
    for (auto *one : m_dialog->findChildren<Button *>()) {
        if (QString(one->text()).remove(u'&') == text)
            return one;
    }
    return nullptr;
}

QString TstForwardsDialog::words() const
{
    QStringList words;
    for (const auto *label : m_dialog->findChildren<QLabel *>()) {
        if (label->isVisible())
            words.append(label->text());
    }
    return words.join(u'|');
}

QList<ForwardRule> TstForwardsDialog::taken()
{
    button<QPushButton>(u"Use these targets"_s)->click();
    return m_taken->isEmpty() ? QList<ForwardRule>()
                              : m_taken->first().first().value<QList<ForwardRule>>();
}

void TstForwardsDialog::takesWhatIsFilledIn()
{
    make({});
    field<QLineEdit>(u"Target"_s)->setText(u" https://localhost:3000/in "_s);
    field<QLineEdit>(u"Authority"_s)->setText(u"/tmp/ca.pem"_s);
    field<QSpinBox>(u"Try again"_s)->setValue(5);
    button<QPushButton>(u"Add target"_s)->click();
    field<QLineEdit>(u"Target"_s)->setText(u"https://localhost:3001"_s);
    button<QCheckBox>(u"Senders get the target's own answer"_s)->click();
    field<QSpinBox>(u"Wait at most"_s)->setValue(4);
    button<QCheckBox>(u"Check the target's certificate"_s)->click();
    const QList<ForwardRule> expected{
        {.target = u"https://localhost:3000/in"_s, .authorityFile = u"/tmp/ca.pem"_s, .retries = 5},
        {.target = u"https://localhost:3001"_s,
         .checkCertificate = false,
         .relays = true,
         .relayMilliseconds = 4000},
    };
    QCOMPARE(taken(), expected);
}

void TstForwardsDialog::keepsWhatWasNotTouched()
{
    const ForwardRule fine{
        .target = u"http://localhost:1"_s, .relays = true, .relayMilliseconds = 1500};
    make({fine});
    field<QSpinBox>(u"Try again"_s)->setValue(2);
    ForwardRule expected = fine;
    expected.retries = 2;
    QCOMPARE(taken(), QList<ForwardRule>{expected});
}

void TstForwardsDialog::leavesOutWhatHasNoTarget()
{
    make({});
    QCOMPARE(m_dialog->findChild<QListWidget *>()->count(), 1);
    QCOMPARE(taken(), QList<ForwardRule>());
    QCOMPARE(m_taken->size(), 1);
}

void TstForwardsDialog::refusesWhatIsNoTarget()
{
    make({{.target = u"http://localhost:3000"_s}});
    field<QLineEdit>(u"Target"_s)->setText(u"ftp://localhost"_s);
    QVERIFY2(words().contains(u"http"_s), qPrintable(words()));
    QCOMPARE(taken().value(0).target, u"http://localhost:3000"_s);
}

void TstForwardsDialog::refusesItsOwnListener()
{
    make({{.target = u"http://localhost:3000"_s}});
    m_dialog->setListening({.address = u"127.0.0.1"_s, .port = 8443, .urls = {}, .warning = {}});
    field<QLineEdit>(u"Target"_s)->setText(u"https://localhost:8443/in"_s);
    QVERIFY2(words().contains(u"Hookglass itself listens there"_s), qPrintable(words()));
    field<QLineEdit>(u"Target"_s)->setText(u"https://localhost:8444/in"_s);
    QVERIFY(!words().contains(u"Hookglass itself"_s));
    field<QLineEdit>(u"Target"_s)->setText(u"https://[::1]:8443"_s);
    QCOMPARE(taken(), QList<ForwardRule>{{.target = u"https://localhost:8444/in"_s}});
}

void TstForwardsDialog::switchesATargetOff()
{
    make({{.target = u"http://localhost:3000"_s}});
    m_dialog->findChild<QListWidget *>()->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!taken().value(0).enabled);
}

void TstForwardsDialog::warnsOfAnotherComputer()
{
    make({{.target = u"http://localhost:3000"_s}});
    QVERIFY2(!words().contains(u"another computer"_s), qPrintable(words()));
    field<QLineEdit>(u"Target"_s)->setText(u"https://hooks.example.com/"_s);
    QVERIFY2(words().contains(u"hooks.example.com is another computer"_s), qPrintable(words()));
}

void TstForwardsDialog::staysAsLargeWhateverItSays()
{
    make({});
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    const QSize before = m_dialog->size();
    QVERIFY2(before.width() <= 960 && before.height() <= 600, qPrintable(words()));
    for (const QString &target :
         {u"http://localhost:3000/in"_s, u"https://hooks.example.com/in"_s, u"ftp://localhost"_s,
          u"https://me:secret@localhost"_s, u"https://"_s + QString(60, u'w') + u".example"_s}) {
        field<QLineEdit>(u"Target"_s)->setText(target);
        field<QLineEdit>(u"One certificate"_s)->setText(u"none"_s);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(m_dialog->size(), before);
        QVERIFY(m_dialog->layout()->totalHeightForWidth(before.width()) <= before.height());
    }
}

void TstForwardsDialog::triesAgainOnlyWhatIsNotRelayed()
{
    make({{.target = u"http://localhost:3000"_s, .relays = true}});
    QVERIFY(!field<QSpinBox>(u"Try again"_s)->isEnabled());
    QVERIFY(field<QSpinBox>(u"Wait at most"_s)->isEnabled());
    button<QCheckBox>(u"Senders get the target's own answer"_s)->click();
    QVERIFY(field<QSpinBox>(u"Try again"_s)->isEnabled());
    QVERIFY(!field<QSpinBox>(u"Wait at most"_s)->isEnabled());
}

static QString somePin() { return QString(u"3F:"_s).repeated(31) + u"3F"_s; }

void TstForwardsDialog::tellsWhoAnswersForATargetThatIsDown()
{
    make({});
    QVERIFY2(words().contains(u"while it cannot be reached, the endpoint's reply"_s),
             qPrintable(words()));
    const auto *relays = button<QCheckBox>(u"Senders get the target's own answer"_s);
    QVERIFY(relays->toolTip().contains(u"502"_s));
    QCOMPARE(relays->accessibleDescription(), relays->toolTip());
}

void TstForwardsDialog::takesAPin()
{
    make({{.target = u"https://localhost:3000"_s}});
    field<QLineEdit>(u"One certificate"_s)->setText(somePin().remove(u':').toLower());
    QCOMPARE(m_dialog->findChild<QListWidget *>()->item(0)->text(),
             u"https://localhost:3000, one certificate only"_s);
    field<QLineEdit>(u"Target"_s)->setText(u"http://localhost:3000"_s); // where it means nothing
    QCOMPARE(m_dialog->findChild<QListWidget *>()->item(0)->text(), u"http://localhost:3000"_s);
    QCOMPARE(taken().value(0).pin, somePin());
}

void TstForwardsDialog::explainsAPinThatIsNone()
{
    make({{.target = u"https://localhost:3000"_s, .pin = somePin()}});
    auto *pin = field<QLineEdit>(u"One certificate"_s);
    QCOMPARE(pin->text(), somePin());
    pin->setText(u"3F"_s);
    QVERIFY2(words().contains(u"2 of 64 hexadecimal digits"_s), qPrintable(words()));
    QCOMPARE(taken().value(0).pin, somePin());
}

void TstForwardsDialog::asksNoAuthorityOfAPinnedTarget()
{
    make({{.target = u"https://localhost:3000"_s}});
    auto *pin = field<QLineEdit>(u"One certificate"_s);
    auto *authority = field<QLineEdit>(u"Authority"_s);
    QVERIFY(authority->isEnabled());
    pin->setText(somePin());
    QVERIFY(!authority->isEnabled());
    pin->clear();
    QVERIFY(authority->isEnabled());
    button<QCheckBox>(u"Check the target's certificate"_s)->click();
    QVERIFY(!pin->isEnabled());
    field<QLineEdit>(u"Target"_s)->setText(u"http://localhost:3000"_s);
    QVERIFY(!pin->isEnabled());
}

void TstForwardsDialog::explainsAnAuthorityThatCannotBeTrusted()
{
    make({{.target = u"https://localhost:3000"_s}});
    QTemporaryFile file;
    QVERIFY(file.open() && file.write("nothing") > 0 && file.flush());
    auto *authority = field<QLineEdit>(u"Authority"_s);
    authority->setText(file.fileName());
    QVERIFY2(!words().contains(u"Authority: "_s), qPrintable(words())); // it is being typed
    Q_EMIT authority->editingFinished(); // as it says when the focus goes
    QVERIFY2(words().contains(u"Authority: It holds no certificate."_s), qPrintable(words()));
    field<QLineEdit>(u"One certificate"_s)->setText(u"3F"_s);
    QVERIFY2(!words().contains(u"Authority: "_s), qPrintable(words()));
    field<QLineEdit>(u"One certificate"_s)->clear();
    QVERIFY2(words().contains(u"Authority: "_s), qPrintable(words()));
    authority->setText(file.fileName() + u"s"_s);
    QVERIFY2(!words().contains(u"Authority: "_s), qPrintable(words()));
    QCOMPARE(taken().value(0).authorityFile, file.fileName() + u's');
}

void TstForwardsDialog::tellsWhatWaits()
{
    make({{.target = u"http://localhost:3000"_s}, {.target = u"http://localhost:3001"_s}});
    const auto entry
        = [this](int row) { return m_dialog->findChild<QListWidget *>()->item(row)->text(); };
    m_dialog->setWaiting({{u"http://localhost:3001"_s, 1200}});
    QCOMPARE(entry(0), u"http://localhost:3000"_s);
    QCOMPARE(entry(1), u"http://localhost:3001, 1,200 waiting"_s);
    m_dialog->setWaiting({});
    QCOMPARE(entry(1), u"http://localhost:3001"_s);
}

void TstForwardsDialog::namesEverythingForScreenReaders()
{
    make({{.target = u"https://localhost:3000"_s}});
    const support::AccessibleWalk walk(*m_dialog);
    QVERIFY2(walk.faults().isEmpty(), qPrintable(u'\n' + walk.faults().join(u'\n')));
    QVERIFY(walk.controls() > 8);
}

QTEST_MAIN(TstForwardsDialog)
#include "tst_forwardsdialog.moc"
