// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/accessiblewalk.h"
#include "ui/dialogs/forwardform.h"
#include "ui/dialogs/forwardsdialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
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
    void switchesATargetOff();
    void warnsOfAnotherComputer();
    void triesAgainOnlyWhatIsNotRelayed();
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

void TstForwardsDialog::triesAgainOnlyWhatIsNotRelayed()
{
    make({{.target = u"http://localhost:3000"_s, .relays = true}});
    QVERIFY(!field<QSpinBox>(u"Try again"_s)->isEnabled());
    QVERIFY(field<QSpinBox>(u"Wait at most"_s)->isEnabled());
    button<QCheckBox>(u"Senders get the target's own answer"_s)->click();
    QVERIFY(field<QSpinBox>(u"Try again"_s)->isEnabled());
    QVERIFY(!field<QSpinBox>(u"Wait at most"_s)->isEnabled());
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
