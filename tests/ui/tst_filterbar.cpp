// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/accessiblewalk.h"
#include "ui/views/filterbar.h"
#include "ui/views/filtercompleter.h"
#include "ui/views/filterfield.h"
#include "ui/views/filtersbutton.h"
#include "ui/views/syntaxpopup.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void appliesWhatIsTyped();
    void appliesAtOnceOnReturn();
    void keepsTheLastGoodFilter_data();
    void keepsTheLastGoodFilter();
    void saysWhatIsMissingWithoutBlame();
    void marksWhatIsWrong();
    void takesTheSuggestion();
    void saysHowManyMatch();
    void saysHowFarTheSearchIs();
    void stopsTheSearchAndGoesOn();
    void emptiesThenLeaves();
    void recallsWhatWasEntered();
    void takesSpaceForNothingNew();
    void staysOneLine();
    void coloursTheWords();
    void writesExamples();
    void opensTheExamplesByKeyboard();
    void readsEachExample();
    void keepsTheExamplesInTheWindow_data();
    void keepsTheExamplesInTheWindow();
    void takesTheFieldAwayToExclude();
    void savesUnderAName();
    void savesUnderNoEmptyName();
    void saysThatAFilterWasSaved();
    void bringsBackWhatWasReplaced();
    void bringsBackWhatWasRemoved();
    void remembersForTheNextTime();
    void addsTerms_data();
    void addsTerms();
    void offersWhileTyping();
    void takesOffersByKeyboard();
    void closesTheOffersFirst();
    void appliesWhileItOffers();
    void namesItsParts();

private:
    FilterField *field() const { return m_bar->findChild<FilterField *>(); }
    void type(const QString &text) { QTest::keyClicks(field(), text); }
    void press(Qt::Key key) { QTest::keyClick(field(), key); }
    bool says(const QString &text) const;
    QAbstractButton *button(const QString &text) const;
    QInputDialog *askName(const QString &filter, const QString &name) const;
    QAbstractButton *okButton(const QInputDialog &dialog) const;
    void save(const QString &filter, const QString &name) const;
    QList<SavedFilter> saved() const
    {
        return m_bar->findChild<FiltersButton *>()->memory().saved();
    }
    QList<QTextLayout::FormatRange> formats() const
    {
        return field()->document()->firstBlock().layout()->formats();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FilterBar> m_bar;
    SavedChange m_change; // of a saved filter
};

void TstFilterBar::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"a.conf"_s), QSettings::IniFormat);
    m_bar = std::make_unique<FilterBar>(*m_settings);
    m_bar->setSeen([](filter::Field, const QString &) { return QList<models::SeenValue>(); });
    connect(m_bar.get(), &FilterBar::savedChanged, this,
            [this](const SavedChange &change) { m_change = change; });
    m_change = {};
    m_bar->resize(900, 60);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    m_bar->edit();
}

bool TstFilterBar::says(const QString &text) const
{
    const auto labels = m_bar->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && label->text() == text;
    });
}

QAbstractButton *TstFilterBar::button(const QString &text) const
{
    const auto buttons = m_bar->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && (button->text() == text || button->accessibleName() == text))
            return button;
    }
    return nullptr;
}

QInputDialog *TstFilterBar::askName(const QString &filter, const QString &name) const
{
    m_bar->setText(filter);
    button(u"Save"_s)->click();
    auto *dialog = m_bar->findChild<QInputDialog *>();
    dialog->setTextValue(name);
    return dialog;
}

QAbstractButton *TstFilterBar::okButton(const QInputDialog &dialog) const
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

void TstFilterBar::save(const QString &filter, const QString &name) const
{
    const QPointer dialog = askName(filter, name);
    dialog->accept();
    QTRY_VERIFY(!dialog);
}

void TstFilterBar::appliesWhatIsTyped()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    type(u"topic:ping"_s);
    QVERIFY(changed.isEmpty());
    QVERIFY(changed.wait());
    QCOMPARE(m_bar->filter().text, u"topic:ping"_s);
    QCOMPARE(changed.size(), 1);
}

void TstFilterBar::appliesAtOnceOnReturn()
{
    const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    type(u"topic:ping"_s);
    press(Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_bar->text(), u"topic:ping"_s);
}

void TstFilterBar::keepsTheLastGoodFilter_data()
{
    QTest::addColumn<QString>("typedOn");
    QTest::newRow("unfinished") << u" sig:"_s;
    QTest::newRow("wrong") << u" sig:nonsense x"_s;
    QTest::newRow("an open parenthesis") << u" (a"_s;
}

void TstFilterBar::keepsTheLastGoodFilter()
{
    QFETCH(const QString, typedOn);
    m_bar->setText(u"topic:ping"_s);
    const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    type(typedOn);
    press(Qt::Key_Return);
    QVERIFY(changed.isEmpty());
    QCOMPARE(m_bar->filter().text, u"topic:ping"_s);
}

void TstFilterBar::saysWhatIsMissingWithoutBlame()
{
    type(u"topic:"_s);
    const QString missing = filter::parse(u"topic:"_s).fault->text;
    QVERIFY(says(missing));
    QCOMPARE(field()->accessibleDescription(), missing);
    for (const auto &range : formats())
        QCOMPARE(range.format.underlineStyle(), QTextCharFormat::NoUnderline);
}

void TstFilterBar::marksWhatIsWrong()
{
    type(u"topic:ping sig:invalix x"_s);
    QVERIFY(says(filter::parse(m_bar->text()).fault->text));
    QString wavy;
    for (const auto &range : formats()) {
        if (range.format.underlineStyle() == QTextCharFormat::WaveUnderline)
            wavy += m_bar->text().mid(range.start, range.length);
    }
    QCOMPARE(wavy, u"invalix"_s);
}

void TstFilterBar::takesTheSuggestion()
{
    type(u"sig:invalix topic:ping"_s);
    QAbstractButton *suggestion = button(u"Did you mean invalid?"_s);
    QVERIFY(suggestion);
    suggestion->click();
    QCOMPARE(m_bar->text(), u"sig:invalid topic:ping"_s);
    QCOMPARE(m_bar->filter().text, u"sig:invalid topic:ping"_s);
    QVERIFY(!suggestion->isVisible());
    m_bar->setText(u"https://a.example"_s);
    suggestion = button(u"Look for the text \"https://a.example\""_s);
    QVERIFY(suggestion);
    suggestion->click();
    QCOMPARE(m_bar->filter().text, u"\"https://a.example\""_s);
}

void TstFilterBar::saysHowManyMatch()
{
    m_bar->setMatching(2118, 2431);
    QVERIFY(!says(u"2,118 of 2,431 match"_s)); // all of them do
    m_bar->setText(u"topic:ping"_s);
    QVERIFY(says(u"2,118 of 2,431 match"_s));
}

void TstFilterBar::saysHowFarTheSearchIs()
{
    m_bar->setText(u"maya"_s);
    m_bar->setMatching(12, 2431);
    m_bar->setSearch({.percent = 38});
    QVERIFY(says(u"Searching… 38 % · 12 match"_s));
    m_bar->setSearch({});
    QVERIFY(says(u"12 of 2,431 match"_s));
}

void TstFilterBar::stopsTheSearchAndGoesOn()
{
    const QSignalSpy stop(m_bar.get(), &FilterBar::stopWanted);
    const QSignalSpy goOn(m_bar.get(), &FilterBar::goOnWanted);
    m_bar->setText(u"maya"_s);
    QVERIFY(!button(u"Stop"_s));
    m_bar->setSearch({.percent = 38});
    button(u"Stop"_s)->click();
    QCOMPARE(stop.size(), 1);
    m_bar->setSearch({.percent = 40, .stopped = true});
    QVERIFY(says(u"Stopped at 40 % · 0 match"_s));
    button(u"Go on"_s)->click();
    QCOMPARE(goOn.size(), 1);
}

void TstFilterBar::emptiesThenLeaves()
{
    m_bar->setText(u"topic:ping"_s);
    const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    const QSignalSpy left(m_bar.get(), &FilterBar::left);
    press(Qt::Key_Escape);
    QCOMPARE(m_bar->text(), QString());
    QCOMPARE(changed.size(), 1);
    QVERIFY(left.isEmpty());
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TstFilterBar::recallsWhatWasEntered()
{
    for (const QString &text : {u"first"_s, u"second"_s, u"first"_s}) {
        m_bar->setText(text);
        press(Qt::Key_Return);
    }
    m_bar->clear();
    press(Qt::Key_Up);
    QCOMPARE(m_bar->text(), u"first"_s);
    press(Qt::Key_Up);
    QCOMPARE(m_bar->text(), u"second"_s);
    press(Qt::Key_Up);
    QCOMPARE(m_bar->text(), u"second"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(m_bar->text(), QString());
    type(u"x"_s);
    press(Qt::Key_Up);
    QCOMPARE(m_bar->text(), u"x"_s);
}

void TstFilterBar::takesSpaceForNothingNew()
{
    m_bar->setText(u"topic:ping"_s);
    const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    type(u" "_s);
    press(Qt::Key_Return);
    QVERIFY(changed.isEmpty());
}

void TstFilterBar::staysOneLine()
{
    QGuiApplication::clipboard()->setText(u"topic:ping\n  sig:invalid\n"_s);
    field()->paste();
    QCOMPARE(m_bar->text(), u"topic:ping sig:invalid"_s);
}

void TstFilterBar::coloursTheWords()
{
    type(u"topic:ping OR \"a b\""_s);
    QVERIFY(formats().size() >= 4);
    QVERIFY(formats().first().format.foreground() != formats().last().format.foreground());
}

void TstFilterBar::writesExamples()
{
    m_bar->setText(u"topic:ping"_s);
    button(u"Syntax"_s)->click();
    auto *popup = m_bar->findChild<SyntaxPopup *>();
    QVERIFY(popup->isVisible());
    const auto *list = popup->findChild<QListWidget *>();
    const QRect first = list->visualItemRect(list->item(1)); // under its title
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first.center());
    QVERIFY(!popup->isVisible());
    QCOMPARE(m_bar->text(), u"topic:ping "_s + filter::fields().first().example);
    QVERIFY(!filter::parse(m_bar->text()).fault);
}

void TstFilterBar::opensTheExamplesByKeyboard()
{
    type(u"sig:in"_s); // with offers
    QTest::keyClick(field()->offers().popup(), Qt::Key_F1);
    auto *popup = m_bar->findChild<SyntaxPopup *>();
    QVERIFY(popup->isVisible());
    QVERIFY(!field()->offers().offering());
    auto *list = popup->findChild<QListWidget *>();
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    m_bar->clear();
    press(Qt::Key_F1);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QCOMPARE(m_bar->text(), filter::fields()[1].example);
}

void TstFilterBar::readsEachExample()
{
    const auto *list = m_bar->findChild<SyntaxPopup *>()->findChild<QListWidget *>();
    int titles = 0;
    for (int row = 0; row < list->count(); ++row) {
        const QString example = list->item(row)->text();
        titles += list->item(row)->flags() == Qt::NoItemFlags;
        if (list->item(row)->flags() != Qt::NoItemFlags)
            QVERIFY2(!filter::parse(example).fault, qPrintable(example));
    }
    QCOMPARE(titles, 2);
    QVERIFY(list->count() > 30);
}

// In a low window it scrolls, in a narrow one it goes to the left and is cut.
void TstFilterBar::keepsTheExamplesInTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("large") << QSize(1440, 900);
    QTest::newRow("the smallest one that is drawn") << QSize(960, 600);
    QTest::newRow("narrow") << QSize(420, 500);
}

void TstFilterBar::keepsTheExamplesInTheWindow()
{
    QFETCH(const QSize, size);
    m_bar->resize(size);
    QTRY_COMPARE(m_bar->size(), size);
    button(u"Syntax"_s)->click();
    auto *popup = m_bar->findChild<SyntaxPopup *>();
    const QRect window(m_bar->mapToGlobal(QPoint(0, 0)), size);
    QVERIFY(popup->geometry().left() >= window.left());
    QVERIFY(popup->geometry().right() <= window.right());
    QVERIFY(popup->geometry().height() >= 80);
    popup->close();
}

void TstFilterBar::takesTheFieldAwayToExclude()
{
    type(u"topic:ping sig:inv"_s);
    QWidget *popup = field()->offers().popup();
    QVERIFY(field()->offers().offering());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_bar->text(), u"topic:ping -sig:invalid"_s);
}

void TstFilterBar::offersWhileTyping()
{
    const FilterCompleter &offers = field()->offers();
    type(u"top"_s);
    QVERIFY(offers.offering());
    QCOMPARE(offers.popup()->model()->rowCount(), 1);
    type(u"s"_s);
    QVERIFY(!offers.offering());
    m_bar->setText(u"topic"_s); // not typed
    QVERIFY(!offers.offering());
}

void TstFilterBar::takesOffersByKeyboard()
{
    m_bar->setSeen([](filter::Field, const QString &) {
        return QList<models::SeenValue>{{u"ping"_s, 3}, {u"customer/updated"_s, 2}};
    });
    QWidget *popup = field()->offers().popup();
    type(u"top"_s);
    QTest::keyClick(popup, Qt::Key_Tab);
    QCOMPARE(m_bar->text(), u"topic:"_s);
    QVERIFY(field()->offers().offering());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(m_bar->text(), u"topic:customer/updated"_s);
    QVERIFY(!field()->offers().offering());
    QVERIFY(field()->hasFocus());
}

void TstFilterBar::closesTheOffersFirst()
{
    type(u"top"_s);
    QTest::keyClick(field()->offers().popup(), Qt::Key_Escape);
    QVERIFY(!field()->offers().offering());
    QCOMPARE(m_bar->text(), u"top"_s);
    press(Qt::Key_Escape);
    QCOMPARE(m_bar->text(), QString());
}

void TstFilterBar::appliesWhileItOffers()
{
    const QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    type(u"top"_s);
    QTest::keyClick(field()->offers().popup(), Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_bar->filter().text, u"top"_s);
    QVERIFY(!field()->offers().offering());
}

void TstFilterBar::addsTerms_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("to nothing") << QString() << u"sig:invalid"_s;
    QTest::newRow("to a term") << u"topic:ping "_s << u"topic:ping sig:invalid"_s;
    QTest::newRow("to alternatives") << u"a OR b"_s << u"(a OR b) sig:invalid"_s;
    QTest::newRow("to itself") << u"sig:invalid"_s << u"sig:invalid"_s;
    QTest::newRow("where it is") << u"sig:invalid topic:ping"_s << u"sig:invalid topic:ping"_s;
    QTest::newRow("where its opposite is") << u"-sig:invalid"_s << u"-sig:invalid sig:invalid"_s;
}

void TstFilterBar::addsTerms()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    m_bar->setText(before);
    m_bar->add(u"sig:invalid"_s);
    QCOMPARE(m_bar->text(), after);
    QCOMPARE(m_bar->filter().text.trimmed(), after);
}

void TstFilterBar::savesUnderAName()
{
    QVERIFY(!button(u"Save"_s)->isEnabled());
    m_bar->setText(u"topic:ping"_s);
    button(u"Save"_s)->click();
    auto *dialog = m_bar->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(u" Pings & more "_s);
    dialog->accept();
    m_bar->clear();
    QMenu *menu = qobject_cast<QToolButton *>(button(u"Filters"_s))->menu();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().first()->text(), u"Pings && more\ttopic:ping"_s);
    menu->actions().first()->trigger();
    QCOMPARE(m_bar->filter().text, u"topic:ping"_s);
}

void TstFilterBar::savesUnderNoEmptyName()
{
    auto *dialog = askName(u"topic:ping"_s, QString());
    QVERIFY(!okButton(*dialog)->isEnabled());
    dialog->setTextValue(u"  "_s);
    QVERIFY(!okButton(*dialog)->isEnabled());
    dialog->setTextValue(u"a"_s);
    QVERIFY(okButton(*dialog)->isEnabled());
    QCOMPARE(okButton(*dialog)->text(), u"Save"_s);
}

void TstFilterBar::saysThatAFilterWasSaved()
{
    save(u"topic:ping"_s, u"Pings"_s);
    QCOMPARE(m_change.text, u"The filter “Pings” was saved."_s);
    m_change.undo();
    QVERIFY(saved().isEmpty());
    m_change.redo();
    QCOMPARE(saved(), (QList<SavedFilter>{{u"Pings"_s, u"topic:ping"_s}}));
}

void TstFilterBar::bringsBackWhatWasReplaced()
{
    save(u"topic:ping"_s, u"Pings"_s);
    m_change = {};
    save(u"topic:ping"_s, u"Pings"_s); // the same: nothing is lost
    QCOMPARE(m_change.text, QString());
    auto *dialog = askName(u"topic:other"_s, u"Pings"_s);
    QCOMPARE(okButton(*dialog)->text(), u"Replace"_s);
    dialog->accept();
    QCOMPARE(saved(), (QList<SavedFilter>{{u"Pings"_s, u"topic:other"_s}}));
    QCOMPARE(m_change.text, u"“Pings” was replaced. It was “topic:ping”."_s);
    m_change.undo();
    QCOMPARE(saved(), (QList<SavedFilter>{{u"Pings"_s, u"topic:ping"_s}}));
}

void TstFilterBar::bringsBackWhatWasRemoved()
{
    save(u"topic:ping"_s, u"Pings"_s);
    QMenu *menu = qobject_cast<QToolButton *>(button(u"Filters"_s))->menu();
    Q_EMIT menu->aboutToShow();
    const auto removal = menu->findChildren<QMenu *>();
    removal.first()->actions().first()->trigger();
    QVERIFY(saved().isEmpty());
    QCOMPARE(m_change.text, u"The filter “Pings” was removed."_s);
    m_change.undo();
    QCOMPARE(saved(), (QList<SavedFilter>{{u"Pings"_s, u"topic:ping"_s}}));
    m_change.redo();
    QVERIFY(saved().isEmpty());
    const SavedChange removed = m_change;
    save(u"topic:other"_s, u"Pings"_s);
    removed.undo(); // what stands there now stays
    QCOMPARE(saved(), (QList<SavedFilter>{{u"Pings"_s, u"topic:other"_s}}));
}

void TstFilterBar::remembersForTheNextTime()
{
    type(u"topic:ping"_s);
    press(Qt::Key_Return);
    m_bar = std::make_unique<FilterBar>(*m_settings);
    m_bar->show();
    press(Qt::Key_Up);
    QCOMPARE(m_bar->text(), u"topic:ping"_s);
}

void TstFilterBar::namesItsParts()
{
    type(u"sig:invalix x"_s);
    m_bar->setSearch({.percent = 1});
    const support::AccessibleWalk walk(*m_bar);
    QCOMPARE(walk.faults(), QStringList());
}

QTEST_MAIN(TstFilterBar)
#include "tst_filterbar.moc"
