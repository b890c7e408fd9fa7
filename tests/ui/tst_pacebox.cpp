// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/pacebox.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::PaceBox;

class TstPaceBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void takesARateWithinItsLimits();
    void saysTheLimitOfWhatIsTyped_data();
    void saysTheLimitOfWhatIsTyped();
    void saysTheLimitWhileItIsTyped();
    void saysNothingOfAHalfTypedOne();
    void forgetsTheLimitOnceAnotherIsTyped();

private:
    void type(const QString &text) const;
    QString said() const;
    QDoubleSpinBox *rate() const { return m_box->findChild<QDoubleSpinBox *>(); }

    std::unique_ptr<PaceBox> m_box;
};

void TstPaceBox::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TstPaceBox::init()
{
    m_box = std::make_unique<PaceBox>();
    m_box->setPace(33, 33);
    m_box->show();
}

// In place of what stands there.
void TstPaceBox::type(const QString &text) const
{
    rate()->selectAll();
    QTest::keyClicks(rate(), text);
}

QString TstPaceBox::said() const
{
    for (const auto *label : m_box->findChildren<QLabel *>()) {
        if (!label->isHidden())
            return label->text();
    }
    return {};
}

void TstPaceBox::takesARateWithinItsLimits()
{
    type(u"250"_s);
    QTest::keyClick(rate(), Qt::Key_Return);
    QCOMPARE(m_box->pace(), 250.0);
    QCOMPARE(said(), QString());
}

void TstPaceBox::saysTheLimitOfWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("said");
    QTest::newRow("the limit") << u"1000"_s << 1000.0 << QString();
    QTest::newRow("one more") << u"1001"_s << 1000.0 << u"At most 1,000 per second."_s;
    QTest::newRow("far more") << u"500000"_s << 1000.0 << u"At most 1,000 per second."_s;
    QTest::newRow("less than the least") << u"0.05"_s << 0.1 << u"At least 0.1 per second."_s;
}

void TstPaceBox::saysTheLimitOfWhatIsTyped()
{
    QFETCH(QString, typed);
    type(typed);
    QTest::keyClick(rate(), Qt::Key_Return);
    QTEST(m_box->pace(), "rate");
    QTEST(said(), "said");
}

void TstPaceBox::saysTheLimitWhileItIsTyped()
{
    type(u"5000"_s);
    QCOMPARE(rate()->cleanText(), u"5000"_s);
    QCOMPARE(said(), u"At most 1,000 per second."_s);
    QCOMPARE(rate()->accessibleDescription(), said());
}

void TstPaceBox::saysNothingOfAHalfTypedOne()
{
    type(u"0.0"_s);
    QCOMPARE(said(), QString());
}

void TstPaceBox::forgetsTheLimitOnceAnotherIsTyped()
{
    type(u"5000"_s);
    QTest::keyClick(rate(), Qt::Key_Return);
    QCOMPARE(said(), u"At most 1,000 per second."_s);
    type(u"40"_s);
    QCOMPARE(said(), QString());
}

QTEST_MAIN(TstPaceBox)
#include "tst_pacebox.moc"
