// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/rows.h"
#include "ui/views/arrivalstrip.h"
#include "ui/views/chip.h"
#include "ui/views/verdictchips.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using models::VerdictTerms;
using signature::Freshness;
using signature::Signature;
using namespace ui;

class TstVerdictChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsByWord();
    void saysTheTablesWords();
    void narrowsByWords();
    void showsAllAgain();
    void showsWhatTheFilterHas();
    void offersWhatIsRareOnlyWhenThereIsSome();
    void foldsWhatDoesNotFit();
    void leavesItsCornerWhereThereIsRoom();
    void keepsTheStripAtTheUsualSizes_data();
    void keepsTheStripAtTheUsualSizes();
    void readsItsMenuFromLeftToRight();
    void isWorkedByKeyboard();
    void goesFromTheLastChipToTheRest();

private:
    Chip *chip(const QString &word) const;

    models::DeliveryModel m_model;
    std::unique_ptr<VerdictChips> m_chips;
};

void TstVerdictChips::init()
{
    m_model.replace({});
    m_model.append({rows::row(1), rows::row(2, Signature::Invalid, Freshness::Stale),
                    rows::row(3, Signature::Invalid)});
    m_chips = std::make_unique<VerdictChips>();
    m_chips->resize(1400, m_chips->sizeHint().height());
    m_chips->show();
    m_chips->setCounts(m_model.counts());
}

Chip *TstVerdictChips::chip(const QString &word) const
{
    for (auto *chip : m_chips->findChildren<Chip *>()) {
        if (chip->text() == word)
            return chip;
    }
    return nullptr;
}

void TstVerdictChips::countsByWord()
{
    QCOMPARE(chip(u"All"_s)->count(), 3);
    QCOMPARE(chip(u"Verified"_s)->count(), 1);
    QCOMPARE(chip(u"Invalid"_s)->count(), 2);
    QCOMPARE(chip(u"Fresh"_s)->count(), 2);
    QCOMPARE(chip(u"Stale"_s)->count(), 1);
    QCOMPARE(chip(u"Invalid"_s)->accessibleName(), u"Invalid, 2 webhook(s)"_s);
}

void TstVerdictChips::saysTheTablesWords()
{
    for (size_t kind = 0; kind < models::signatureKinds; ++kind)
        QVERIFY(chip(models::signatureWord(Signature(kind))));
    for (const Freshness verdict : {Freshness::Fresh, Freshness::Stale, Freshness::Future})
        QVERIFY(chip(models::freshnessWord(verdict)));
}

void TstVerdictChips::narrowsByWords()
{
    QSignalSpy changed(m_chips.get(), &VerdictChips::termsWanted);
    connect(m_chips.get(), &VerdictChips::termsWanted, &m_model,
            [this](const VerdictTerms &terms) { m_model.setFilter(terms.shown); });
    QTest::mouseClick(chip(u"Invalid"_s), Qt::LeftButton);
    QCOMPARE(m_model.rowCount(), 2);
    QVERIFY(chip(u"Invalid"_s)->isChecked());
    QVERIFY(!chip(u"All"_s)->isChecked());
    QTest::mouseClick(chip(u"Stale"_s), Qt::LeftButton);
    QCOMPARE(m_model.rowCount(), 1); // both groups must agree
    QTest::mouseClick(chip(u"Stale"_s), Qt::LeftButton);
    QTest::mouseClick(chip(u"Verified"_s), Qt::LeftButton);
    QCOMPARE(m_model.rowCount(), 3); // of one group either will do
    QCOMPARE(changed.size(), 4);
}

void TstVerdictChips::showsAllAgain()
{
    QTest::mouseClick(chip(u"Invalid"_s), Qt::LeftButton);
    QTest::mouseClick(chip(u"All"_s), Qt::LeftButton);
    QVERIFY(m_chips->terms().isEmpty());
    QVERIFY(chip(u"All"_s)->isChecked());
    QVERIFY(!chip(u"Invalid"_s)->isChecked());
    QTest::mouseClick(chip(u"All"_s), Qt::LeftButton); // there is nothing less than all
    QVERIFY(chip(u"All"_s)->isChecked());
}

void TstVerdictChips::showsWhatTheFilterHas()
{
    const QSignalSpy wanted(m_chips.get(), &VerdictChips::termsWanted);
    VerdictTerms terms;
    terms.shown.signatures.set(size_t(Signature::Invalid));
    terms.excluded.freshness.set(size_t(Freshness::Stale));
    m_chips->setTerms(terms);
    QVERIFY(chip(u"Invalid"_s)->isChecked());
    QVERIFY(!chip(u"Stale"_s)->isChecked());
    QVERIFY(!chip(u"All"_s)->isChecked());
    QCOMPARE(wanted.size(), 0); // it has them already
    QTest::mouseClick(chip(u"Stale"_s), Qt::LeftButton); // cannot be both shown and excluded
    QVERIFY(m_chips->terms().shown.freshness[size_t(Freshness::Stale)]);
    QVERIFY(m_chips->terms().excluded.passesAll());
}

void TstVerdictChips::offersWhatIsRareOnlyWhenThereIsSome()
{
    QVERIFY(!chip(u"Rejected"_s)->isVisible());
    QVERIFY(!chip(u"Not applicable"_s)->isVisible());
    capture::Summary rejected = rows::row(4);
    rejected.rejection = capture::Reason::PlainHttp;
    m_model.append({rejected, rows::row(5, Signature::NotApplicable)});
    m_chips->setCounts(m_model.counts());
    QVERIFY(chip(u"Rejected"_s)->isVisible());
    QVERIFY(chip(u"Not applicable"_s)->isVisible());
}

void TstVerdictChips::foldsWhatDoesNotFit()
{
    auto *more = m_chips->findChild<QToolButton *>();
    QVERIFY(!more->isVisible());
    m_chips->resize(420, m_chips->height());
    QVERIFY(more->isVisible());
    QVERIFY(!chip(u"Stale"_s)->isVisible());
    for (const auto *chip : m_chips->findChildren<Chip *>())
        QVERIFY(!chip->isVisible() || chip->geometry().right() < more->x());
    Q_EMIT more->menu()->aboutToShow();
    QStringList folded;
    for (QAction *action : more->menu()->actions()) {
        folded += action->text();
        if (action->text() == u"Stale\t1"_s)
            action->trigger();
    }
    QVERIFY(folded.contains(u"Stale\t1"_s));
    QVERIFY(m_chips->terms().shown.freshness[size_t(Freshness::Stale)]);
}

void TstVerdictChips::leavesItsCornerWhereThereIsRoom()
{
    auto *corner = new QToolButton;
    corner->setText(u"corner"_s);
    m_chips->setCorner(corner);
    m_chips->resize(2000, m_chips->height());
    QVERIFY(corner->isVisible());
    QVERIFY(m_chips->rect().contains(corner->geometry()));
    QVERIFY(chip(u"No time"_s)->geometry().right() < corner->x());
    // Chips fold before it goes, but for the first ones.
    const auto *more = m_chips->findChild<QToolButton *>({}, Qt::FindDirectChildrenOnly);
    m_chips->resize(chip(u"No time"_s)->geometry().right() + 40, m_chips->height());
    QVERIFY(!chip(u"No time"_s)->isVisible());
    QVERIFY(more->isVisible());
    QVERIFY(corner->isVisible());
    QVERIFY(corner->width() >= corner->minimumSizeHint().width());
    QVERIFY(more->geometry().right() < corner->x());
    m_chips->resize(chip(u"Invalid"_s)->geometry().right() + 40, m_chips->height());
    QVERIFY(!corner->isVisible());
}

void TstVerdictChips::keepsTheStripAtTheUsualSizes_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("usual window") << 1440;
    QTest::newRow("smallest window") << 960;
}

void TstVerdictChips::keepsTheStripAtTheUsualSizes()
{
    QFETCH(int, width);
    capture::Summary rejected = rows::row(4);
    rejected.rejection = capture::Reason::PlainHttp;
    m_model.append({rejected, rows::row(5, Signature::NotApplicable)}); // all chips but one
    auto *strip = new ArrivalStrip(m_model);
    m_chips->setCorner(strip);
    m_chips->resize(width, m_chips->height());
    m_chips->setCounts(m_model.counts());
    QVERIFY(strip->isVisible());
    QVERIFY(strip->width() >= strip->minimumSizeHint().width());
    QVERIFY(chip(u"Invalid"_s)->isVisible());
    for (const auto *chip : m_chips->findChildren<Chip *>())
        QVERIFY(!chip->isVisible() || chip->geometry().right() < strip->x());
}

// The button is mirrored to have its arrow behind the word; its menu is not.
void TstVerdictChips::readsItsMenuFromLeftToRight()
{
    m_chips->resize(420, m_chips->height());
    const auto *more = m_chips->findChild<QToolButton *>();
    Q_EMIT more->menu()->aboutToShow();
    QCOMPARE(more->menu()->layoutDirection(), Qt::LeftToRight);
    QVERIFY(!more->menu()->actions().isEmpty());
    for (const QAction *action : more->menu()->actions())
        QVERIFY(!action->icon().isNull());
}

void TstVerdictChips::isWorkedByKeyboard()
{
    QVERIFY(QTest::qWaitForWindowActive(m_chips.get()));
    chip(u"All"_s)->setFocus();
    QTest::keyClick(m_chips->focusWidget(), Qt::Key_Tab);
    QVERIFY(chip(u"Verified"_s)->hasFocus());
    QTest::keyClick(m_chips->focusWidget(), Qt::Key_Space);
    QVERIFY(m_chips->terms().shown.signatures[size_t(Signature::Verified)]);
}

void TstVerdictChips::goesFromTheLastChipToTheRest()
{
    m_chips->resize(500, m_chips->height());
    m_chips->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_chips.get()));
    auto *more = m_chips->findChild<QToolButton *>();
    QTRY_VERIFY(more->isVisible());
    chip(u"All"_s)->setFocus();
    QWidget *before = nullptr;
    while (!more->hasFocus()) {
        before = m_chips->focusWidget();
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(m_chips->focusWidget() != before);
        QVERIFY(m_chips->focusWidget() != chip(u"All"_s)); // once around
    }
    QVERIFY(qobject_cast<Chip *>(before));
    const auto chips = m_chips->findChildren<Chip *>();
    for (const Chip *one : chips)
        QVERIFY(!one->isVisible() || one->x() <= before->x());
}

QTEST_MAIN(TstVerdictChips)
#include "tst_verdictchips.moc"
