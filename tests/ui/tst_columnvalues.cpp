// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/statusline.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/filterbar.h"
#include "ui/views/filterfield.h"
#include "ui/views/linkbutton.h"
#include "ui/windowactions.h"

#include <QDialogButtonBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// The columns that a user adds to the live table, in the whole window.
class TstColumnValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void showsTheValuesOfWhatIsInSight();
    void showsTheValuesOfWhatArrives();
    void keepsTheSelection();
    void comesBackAfterARestart();
    void saysWhenThereAreTooMany();
    void beginsAFilterByIt();
    void showsAHeader();
    void asksForAnother();
    void saysWhyWhatIsTypedIsNoColumn_data();
    void saysWhyWhatIsTypedIsNoColumn();
    void saysAtOnceThatThereIsNoRoom();
    void addsARemovedOneBack();
    void undoesTheRemovalAsAnEdit();
    void undoesAResetAsOneEdit();
    void keepsWhatWasAddedSinceAReset();
    void offersNoUndoWhereAResetChangedNothing();
    void keepsWhatItIsSortedByOverAnUndoneReset();

private:
    static constexpr int first = models::columnCount;

    DeliveryView *view() const { return m_live->part<DeliveryView>(); }
    QString text(int row) const { return view()->model()->index(row, first).data().toString(); }
    LinkButton *undoButton() const
    {
        for (auto *button : m_live->part<StatusLine>()->findChildren<LinkButton *>()) {
            if (button->text() == u"Undo"_s && button->isVisible())
                return button;
        }
        return nullptr;
    }
    void choose(const QString &text) const // in the menu of the columns
    {
        QMenu menu;
        view()->columns().fillMenu(menu);
        for (QAction *action : menu.actions()) {
            if (action->text() == text)
                action->trigger();
        }
    }
    void add(const QByteArray &name) const
    {
        Q_EMIT m_live->part<DetailsPane>()->columnWanted(
            {.pointer = '/' + name, .path = u"$."_s + QString::fromLatin1(name)});
    }

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstColumnValues::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QList<capture::Delivery> deliveries;
    for (int i = 1; i <= 300; ++i)
        deliveries.append(builders::delivery("{\"n\":" + QByteArray::number(i) + ".50}"));
    QVERIFY(m_live->seed(deliveries));
    QVERIFY(m_live->open());
}

void TstColumnValues::showsTheValuesOfWhatIsInSight()
{
    add("n");
    QCOMPARE(view()->model()->columnCount(), first + 1);
    view()->scrollToTop();
    QTRY_COMPARE(text(0), u"1.50"_s);
    view()->scrollToBottom();
    QTRY_COMPARE(text(299), u"300.50"_s);
}

void TstColumnValues::showsTheValuesOfWhatArrives()
{
    QVERIFY(m_live->listen());
    add("n");
    QCOMPARE(m_live->send(R"({"n":"new"})"), 200);
    QTRY_COMPARE(view()->model()->rowCount(), 301);
    QTRY_COMPARE(text(300), u"new"_s);
}

void TstColumnValues::keepsTheSelection()
{
    view()->select(5);
    const QList<qint64> before = view()->selectedIds();
    add("n");
    QCOMPARE(view()->selectedIds(), before);
    QVERIFY(view()->selectionModel()->isSelected(view()->model()->index(5, first)));
    view()->columns().resetColumns();
    QCOMPARE(view()->selectedIds(), before);
    QCOMPARE(view()->model()->columnCount(), first);
}

void TstColumnValues::comesBackAfterARestart()
{
    add("m");
    add("n");
    const int place = view()->columns().visualIndex(first + 1);
    view()->columns().resizeSection(first, 77);
    m_live->close();
    QVERIFY(m_live->open());
    QCOMPARE(view()->model()->columnCount(), first + 2);
    QCOMPARE(view()->columns().visualIndex(first + 1), place);
    QCOMPARE(view()->columns().sectionSize(first), 77);
    view()->scrollToTop();
    QTRY_COMPARE(view()->model()->index(0, first + 1).data().toString(), u"1.50"_s);
}

void TstColumnValues::saysWhenThereAreTooMany()
{
    for (int i = 0; i <= models::AddedColumns::most; ++i)
        add("n" + QByteArray::number(i));
    QCOMPARE(view()->model()->columnCount(), first + int(models::AddedColumns::most));
}

void TstColumnValues::beginsAFilterByIt()
{
    add("n");
    m_live->part<FilterBar>()->setText(u"topic:ping"_s);
    Q_EMIT view()->columns().filterBegun(u"$.n:"_s);
    QCOMPARE(m_live->part<FilterBar>()->text(), u"topic:ping $.n:"_s);
    QCOMPARE(view()->model()->rowCount(), 300); // it is not finished
    auto *field = m_live->part<FilterField>();
    QTest::keyClicks(field, u"17.50"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(view()->model()->rowCount(), 1);
    QTRY_COMPARE(text(0), u"17.50"_s);
}

void TstColumnValues::showsAHeader()
{
    QVERIFY(m_live->listen());
    Q_EMIT m_live->part<DetailsPane>()->columnWanted(models::headerColumn("Content-Length"));
    QCOMPARE(m_live->send(R"({"n":"new one"})"), 200);
    QTRY_COMPARE(view()->model()->rowCount(), 301);
    QTRY_COMPARE(text(300), u"15"_s);
    const QString title
        = view()->model()->headerData(first, Qt::Horizontal, Qt::DisplayRole).toString();
    QCOMPARE(title, u"Content-Length"_s);
    m_live->part<FilterBar>()->setText(u"h.Content-Length:15"_s);
    QTRY_COMPARE(view()->model()->rowCount(), 1);
}

void TstColumnValues::asksForAnother()
{
    const auto ask = [this](const QString &text) {
        choose(u"Add co&lumn…"_s);
        auto *dialog = m_live->part<QInputDialog>();
        QVERIFY(dialog);
        dialog->setTextValue(text);
        dialog->accept();
    };
    ask(u"$.items[*]"_s);
    QCOMPARE(view()->model()->columnCount(), first);
    ask(u"$.n"_s);
    QCOMPARE(view()->model()->columnCount(), first + 1);
    view()->scrollToTop();
    QTRY_COMPARE(text(0), u"1.50"_s);
}

void TstColumnValues::saysWhyWhatIsTypedIsNoColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<bool>("told");
    QTest::newRow("nothing") << QString() << false << false;
    QTest::newRow("white space") << u"  "_s << false << false;
    QTest::newRow("a path") << u"$.n"_s << true << false;
    QTest::newRow("a header") << u"h.User-Agent"_s << true << false;
    QTest::newRow("a path to many") << u"$.items[*]"_s << false << true;
    QTest::newRow("a word") << u"customer"_s << false << true;
}

void TstColumnValues::saysWhyWhatIsTypedIsNoColumn()
{
    QFETCH(const QString, text);
    QFETCH(const bool, good);
    choose(u"Add co&lumn…"_s);
    auto *dialog = m_live->part<QInputDialog>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), text);
    QCOMPARE(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled(),
             good);
    QTEST(dialog->labelText().contains(u"This is no path to a single value"_s), "told");
}

void TstColumnValues::saysAtOnceThatThereIsNoRoom()
{
    for (int i = 0; i < models::AddedColumns::most; ++i)
        add("n" + QByteArray::number(i));
    choose(u"Add co&lumn…"_s);
    auto *dialog = m_live->part<QInputDialog>();
    QVERIFY(dialog);
    const auto *add = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    dialog->setTextValue(u"$.other"_s);
    QVERIFY(!add->isEnabled());
    QVERIFY(dialog->labelText().contains(u"remove one first"_s));
    dialog->setTextValue(u"$.n3"_s); // is there, and is shown
    QVERIFY(add->isEnabled());
}

void TstColumnValues::addsARemovedOneBack()
{
    add("n");
    view()->scrollToTop();
    QTRY_COMPARE(text(0), u"1.50"_s);
    auto *model = m_live->part<DeliveryView>()->model();
    view()->columns().removeColumn({.pointer = "/n", .path = u"$.n"_s});
    QCOMPARE(model->columnCount(), first);
    QTRY_VERIFY(undoButton());
    undoButton()->click();
    QCOMPARE(model->columnCount(), first + 1);
    QTRY_COMPARE(text(0), u"1.50"_s);
}

void TstColumnValues::undoesTheRemovalAsAnEdit()
{
    add("n");
    auto *model = m_live->part<DeliveryView>()->model();
    auto *actions = m_live->part<WindowActions>();
    QVERIFY(!actions->undo->isEnabled());
    view()->columns().removeColumn({.pointer = "/n", .path = u"$.n"_s});
    QVERIFY(actions->undo->isEnabled());
    QVERIFY2(actions->undo->text().contains(u"Remove column n"_s),
             qPrintable(actions->undo->text()));
    actions->undo->trigger();
    QCOMPARE(model->columnCount(), first + 1);
    actions->redo->trigger();
    QCOMPARE(model->columnCount(), first);
    QVERIFY(!actions->redo->isEnabled());
    actions->undo->trigger();
    QCOMPARE(model->columnCount(), first + 1);
    QVERIFY(!actions->undo->isEnabled());
}

void TstColumnValues::undoesAResetAsOneEdit()
{
    add("m");
    add("n");
    DeliveryHeader &header = view()->columns();
    header.resizeSection(first, 77);
    header.setShown(models::Column::Method, true);
    header.setSortIndicator(int(models::Column::Number), Qt::DescendingOrder);
    choose(u"&Reset columns"_s);
    QCOMPARE(view()->model()->columnCount(), first);
    QVERIFY(undoButton());
    auto *actions = m_live->part<WindowActions>();
    QVERIFY2(actions->undo->text().contains(u"Reset columns"_s), qPrintable(actions->undo->text()));
    QCOMPARE(m_live->part<StatusLine>()->notice(), u"The columns are as at first."_s);
    actions->undo->trigger();
    QVERIFY(m_live->part<StatusLine>()->notice() != u"The columns are as at first."_s);
    QVERIFY(!undoButton());
    QCOMPARE(view()->model()->columnCount(), first + 2);
    QCOMPARE(header.sectionSize(first), 77);
    QVERIFY(header.isShown(models::Column::Method));
    QCOMPARE(header.sortIndicatorSection(), int(models::Column::Number));
    QVERIFY(!actions->undo->isEnabled());
    actions->redo->trigger();
    QCOMPARE(view()->model()->columnCount(), first);
    QVERIFY(!header.isShown(models::Column::Method));
}

void TstColumnValues::keepsWhatWasAddedSinceAReset()
{
    add("n");
    choose(u"&Reset columns"_s);
    add("m");
    m_live->part<WindowActions>()->undo->trigger();
    QCOMPARE(view()->model()->columnCount(), first + 2);
}

void TstColumnValues::offersNoUndoWhereAResetChangedNothing()
{
    choose(u"&Reset columns"_s); // what a window shows first may be sized by its rows
    choose(u"&Reset columns"_s);
    m_live->part<WindowActions>()->undo->trigger();
    QVERIFY(!m_live->part<WindowActions>()->undo->isEnabled());
}

void TstColumnValues::keepsWhatItIsSortedByOverAnUndoneReset()
{
    add("m");
    choose(u"&Reset columns"_s);
    add("n");
    view()->columns().setSortIndicator(first, Qt::DescendingOrder);
    m_live->part<WindowActions>()->undo->trigger();
    QCOMPARE(view()->columns().sortIndicatorSection(), first + 1); // m stands before it again
    QCOMPARE(view()->columns().sortIndicatorOrder(), Qt::DescendingOrder);
    view()->scrollToTop();
    QTRY_COMPARE(view()->model()->index(0, first + 1).data().toString(), u"300.50"_s);
}

QTEST_MAIN(TstColumnValues)
#include "tst_columnvalues.moc"
