// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/jsontreemodel.h"
#include "ui/views/jsontreeview.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstJsonTreeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsOrderAndNumbersAsReceived();
    void flagsARepeatedKey();
    void offersAValueAsAColumn();
    void saysThePathOfTheCurrentValue();
    void opensAndFoldsByKey();
    void fetchesMoreWhereItIsSeen();
    void copiesAValueWithoutItsQuotes();
    void offersAMenuOfCopies();
    void showsTheBytesOfAValue();

private:
    void show(const QByteArray &text);
    QString cell(int row, int column) const
    {
        return m_view->model()->index(row, column).data().toString();
    }
    void choose(const QString &item); // in the menu of the current row

    std::unique_ptr<JsonTreeView> m_view;
};

void TstJsonTreeView::init()
{
    m_view = std::make_unique<JsonTreeView>();
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TstJsonTreeView::show(const QByteArray &text)
{
    auto parsed = json::Document::parse(text);
    m_view->setDocument(
        std::make_shared<const json::Document>(std::move(std::get<json::Document>(parsed))));
}

void TstJsonTreeView::choose(const QString &item)
{
    QTimer::singleShot(0, this, [item] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == item)
                action->trigger();
        }
        menu->close();
    });
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &wanted);
}

void TstJsonTreeView::keepsOrderAndNumbersAsReceived()
{
    show(R"({"b":12345678901234567890.10,"a":1e400,"z":-0.0,"n":null})");
    QStringList shown;
    for (int row = 0; row < m_view->model()->rowCount(); ++row)
        shown += cell(row, 0) + u'=' + cell(row, 1);
    QCOMPARE(shown,
             QStringList({u"b=12345678901234567890.10"_s, u"a=1e400"_s, u"z=-0.0"_s, u"n=null"_s}));
}

void TstJsonTreeView::flagsARepeatedKey()
{
    show(R"({"a":1,"b":2,"a":3})");
    const auto repeated = [this](int row) {
        return m_view->model()->index(row, 0).data(models::JsonTreeModel::RepeatedRole).toBool();
    };
    QVERIFY(!repeated(1));
    QVERIFY(repeated(2));
    QCOMPARE(m_view->model()->index(2, 0).data(Qt::ToolTipRole),
             u"This key stands more than once in its object."_s);
    QCOMPARE(cell(0, 1) + cell(2, 1), u"13"_s); // both are there
}

void TstJsonTreeView::offersAValueAsAColumn()
{
    show(R"({"a/b":[{"c d":1}]})");
    QModelIndex index;
    for (int level = 0; level < 3; ++level)
        index = m_view->model()->index(0, 0, index);
    m_view->setCurrentIndex(index);
    QSignalSpy wanted(m_view.get(), &JsonTreeView::columnWanted);
    choose(u"&Add as column"_s);
    QVERIFY(wanted.isEmpty()); // this tree belongs to no table
    m_view->setFilterable(true);
    choose(u"&Add as column"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<models::AddedColumn>(),
             (models::AddedColumn{.pointer = "/a~1b/0/c d", .path = u"$[\"a/b\"][0][\"c d\"]"_s}));
}

void TstJsonTreeView::saysThePathOfTheCurrentValue()
{
    show(R"({"data":{"customer":{"points balance":[7]}}})");
    QModelIndex index;
    for (int level = 0; level < 4; ++level)
        index = m_view->model()->index(0, 0, index);
    QSignalSpy changed(m_view.get(), &JsonTreeView::pathChanged);
    m_view->setCurrentIndex(index);
    QCOMPARE(changed.last().first().toString(), m_view->currentPath());
    QVERIFY2(m_view->currentPath().startsWith(u"$.data.customer"_s),
             qPrintable(m_view->currentPath()));
    QVERIFY(m_view->currentPath().endsWith(u"[0]"_s));
    show("[]");
    QCOMPARE(m_view->currentPath(), QString());
}

void TstJsonTreeView::opensAndFoldsByKey()
{
    show(R"({"a":{"b":{"c":1}}})");
    const QModelIndex first = m_view->model()->index(0, 0);
    m_view->setCurrentIndex(first);
    QVERIFY(m_view->isExpanded(first)); // little is open from the beginning
    for (const auto &[key, open] : QList<std::pair<Qt::Key, bool>>{{Qt::Key_Left, false},
                                                                   {Qt::Key_Right, true},
                                                                   {Qt::Key_Minus, false},
                                                                   {Qt::Key_Plus, true},
                                                                   {Qt::Key_Minus, false},
                                                                   {Qt::Key_Asterisk, true}}) {
        QTest::keyClick(m_view.get(), key);
        QCOMPARE(m_view->isExpanded(first), open);
    }
    QVERIFY(m_view->isExpanded(m_view->model()->index(0, 0, first)));
}

void TstJsonTreeView::fetchesMoreWhereItIsSeen()
{
    show('[' + QByteArray("1,").repeated(1999) + "1]");
    const int first = m_view->model()->rowCount();
    QVERIFY(first < 2000);
    m_view->scrollToBottom();
    QTRY_VERIFY(m_view->model()->rowCount() > first);
}

void TstJsonTreeView::copiesAValueWithoutItsQuotes()
{
    show(R"({"a":"x\ty","n":1.50})");
    m_view->setCurrentIndex(m_view->model()->index(0, 0));
    QTest::keySequence(m_view.get(), QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"x\ty"_s);
    m_view->setCurrentIndex(m_view->model()->index(1, 0));
    QTest::keySequence(m_view.get(), QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"1.50"_s);
}

void TstJsonTreeView::offersAMenuOfCopies()
{
    show(R"({"a":"x"})");
    m_view->setCurrentIndex(m_view->model()->index(0, 0));
    for (const auto &[item, text] :
         QList<std::pair<QString, QString>>{{u"Copy &value"_s, u"x"_s},
                                            {u"Copy &key"_s, u"a"_s},
                                            {u"Copy &path"_s, u"$.a"_s},
                                            {u"Copy as &JSON"_s, u"\"x\""_s}}) {
        choose(item);
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
    }
}

void TstJsonTreeView::showsTheBytesOfAValue()
{
    show(R"({"a":"x","b":"yy"})");
    m_view->setCurrentIndex(m_view->model()->index(1, 0));
    QSignalSpy wanted(m_view.get(), &JsonTreeView::bytesWanted);
    choose(u"Show &bytes"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first(), QVariantList({qsizetype(9), qsizetype(8)}));
}

QTEST_MAIN(TstJsonTreeView)
#include "tst_jsontreeview.moc"
