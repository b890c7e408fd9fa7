// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/ink.h"
#include "support/smile.h"
#include "ui/style.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/headersview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstHeadersView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void putsTheProvidersFirst();
    void keepsTheReceivedOrderWhenAsked();
    void explainsWhatAHeaderMeans();
    void showsBytesThatAreNoText();
    void countsTrailersApart();
    void copiesAllAsReceived();
    void copiesTheLineChosen();
    void beginsItsCellsBelowTheirTitles_data();
    void beginsItsCellsBelowTheirTitles();

private:
    QString cell(int row, int column) const;
    QStringList names() const;
    QTableView *table() const { return m_view->findChild<QTableView *>(); }

    std::unique_ptr<HeadersView> m_view;
};

void TstHeadersView::init()
{
    m_view = std::make_unique<HeadersView>();
    m_view->resize(600, 300);
    m_view->show(smile::request().fields, {}, smile::sentAt * 1'000'000 + 1'100'000);
    m_view->setVisible(true);
}

QString TstHeadersView::cell(int row, int column) const
{
    return table()->model()->index(row, column).data().toString();
}

QStringList TstHeadersView::names() const
{
    QStringList names;
    for (int row = 0; row < table()->model()->rowCount(); ++row)
        names += cell(row, 0);
    return names;
}

void TstHeadersView::putsTheProvidersFirst()
{
    QCOMPARE(
        names(),
        QStringList({u"Smile-Timestamp"_s, u"Smile-Signature"_s, u"Host"_s, u"Content-Length"_s}));
}

void TstHeadersView::keepsTheReceivedOrderWhenAsked()
{
    QTest::mouseClick(m_view->findChild<QCheckBox *>(), Qt::LeftButton, {}, {8, 8});
    QVERIFY(m_view->findChild<QCheckBox *>()->isChecked());
    QCOMPARE(
        names(),
        QStringList({u"Host"_s, u"Smile-Timestamp"_s, u"Smile-Signature"_s, u"Content-Length"_s}));
}

void TstHeadersView::explainsWhatAHeaderMeans()
{
    QVERIFY2(cell(0, 2).contains(u"before arrival"_s), qPrintable(cell(0, 2)));
}

void TstHeadersView::showsBytesThatAreNoText()
{
    m_view->show({{"X-Name", "caf\xe9"}, {"x-name", "again"}}, {}, 0);
    QCOMPARE(cell(0, 1), u"caf\uFFFD"_s);
    QCOMPARE(names(), QStringList({u"X-Name"_s, u"x-name"_s}));
}

void TstHeadersView::countsTrailersApart()
{
    m_view->show({{"A", "1"}, {"B", "2"}}, {{"Digest", "3"}}, 0);
    const QString summary = m_view->findChild<ElidedLabel *>()->fullText();
    QVERIFY2(summary.startsWith(u"2 header(s) · 1 trailer(s), last"_s), qPrintable(summary));
    QCOMPARE(names().last(), u"Digest"_s);
}

void TstHeadersView::copiesAllAsReceived()
{
    QSignalSpy message(m_view.get(), &HeadersView::message);
    m_view->findChild<QPushButton *>()->click();
    QCOMPARE(message.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(
        u"Host: localhost:8443\nSmile-Timestamp: 1795428000\n"_s));
}

void TstHeadersView::copiesTheLineChosen()
{
    table()->selectRow(0);
    QTest::keySequence(table(), QKeySequence(QKeySequence::Copy));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Smile-Timestamp: 1795428000"_s);
}

void TstHeadersView::beginsItsCellsBelowTheirTitles_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("the name") << 0;
    QTest::newRow("the value") << 1;
}

void TstHeadersView::beginsItsCellsBelowTheirTitles()
{
    QFETCH(const int, column);
    QHeaderView *header = table()->horizontalHeader();
    auto *style = new Style; // of which the titles' room is
    style->setParent(m_view.get());
    header->setStyle(style);
    m_view->show({{"Name", "Value"}}, {}, 0); // as the titles, so that they begin with the same
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    const QRect title(header->sectionPosition(column) + 2, 3, header->sectionSize(column) - 4,
                      header->height() - 6);
    const int titleInk = firstInk(header->viewport()->grab().toImage(), title);
    const QRect cell
        = table()->visualRect(table()->model()->index(0, column)).adjusted(2, 2, -2, -2);
    const int cellInk = firstInk(table()->viewport()->grab().toImage(), cell);
    QVERIFY2(titleInk >= 0 && std::abs(titleInk - cellInk) <= 2,
             qPrintable(u"%1 and %2"_s.arg(titleInk).arg(cellInk)));
}

QTEST_MAIN(TstHeadersView)
#include "tst_headersview.moc"
