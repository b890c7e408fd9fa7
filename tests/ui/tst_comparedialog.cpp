// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/livewindow.h"
#include "ui/dialogs/comparedialog.h"
#include "ui/dialogs/comparedtitles.h"
#include "ui/views/deliveryview.h"
#include "ui/views/messagepage.h"
#include "ui/views/segmentedbar.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// Two webhooks of the running window, compared.
class TstCompareDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_live.reset(); }
    void needsTwoWebhooks();
    void showsWhatDiffers();
    void fitsItsColumnsToAnyWidth();
    void comparesInEachMode();
    void fitsItsBytesToTheWidth();
    void swaps();
    void ignoresWhatIsTyped();
    void ignoresPlacesAndSaysWhatIsNone();
    void showsACalmPageWhereNothingDiffers();
    void namesBothWithTheirVerdicts();
    void copiesAPatch();
    void remembersWhatIsIgnored();

private:
    CompareDialog *open();
    bool says(const QString &sentence) const;
    QTableView *table() const { return m_live->part<CompareDialog>()->findChild<QTableView *>(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }

    std::unique_ptr<support::LiveWindow> m_live;
};

void TstCompareDialog::init()
{
    m_live = std::make_unique<support::LiveWindow>();
    QVERIFY(m_live->seed({builders::delivery(R"({"points":240,"updated_at":"a"})"),
                          builders::delivery(R"({"points":290,"updated_at":"b"})")}));
    QVERIFY(m_live->open());
}

CompareDialog *TstCompareDialog::open()
{
    auto *view = m_live->part<DeliveryView>();
    view->selectAll();
    auto *compare = m_live->part<WindowActions>()->compare;
    [&] { QTRY_VERIFY(compare->isEnabled()); }();
    compare->trigger();
    return m_live->part<CompareDialog>();
}

void TstCompareDialog::needsTwoWebhooks()
{
    m_live->part<DeliveryView>()->select(0);
    auto *compare = m_live->part<WindowActions>()->compare;
    QTRY_VERIFY(!compare->isEnabled());
    QCOMPARE(compare->toolTip(), u"Select two webhooks to compare"_s);
}

void TstCompareDialog::showsWhatDiffers()
{
    CompareDialog *dialog = open();
    QVERIFY(dialog);
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, 0), u"$.points"_s);
    QCOMPARE(cell(0, 1), u"240"_s);
    QCOMPARE(cell(0, 2), u"290"_s);
    QCOMPARE(cell(0, 3), u"changed"_s);
    QCOMPARE(dialog->windowTitle(), u"Compare #1 and #2"_s);
}

void TstCompareDialog::fitsItsColumnsToAnyWidth()
{
    QVERIFY(open());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    const QHeaderView *header = table()->horizontalHeader();
    QTRY_COMPARE(header->length(), table()->viewport()->width());
    for (const int width : {1000, 600}) {
        table()->resize(width, 200);
        QTRY_COMPARE(header->length(), table()->viewport()->width());
        const QAbstractItemView *view = table(); // whose hints are for everybody
        QVERIFY2(header->sectionSize(0) > view->sizeHintForColumn(0),
                 qPrintable(QString::number(width)));
    }
}

void TstCompareDialog::comparesInEachMode()
{
    auto *modes = open()->findChild<SegmentedBar *>();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    for (const int mode : {1, 2, 3}) {
        modes->setCurrent(mode);
        Q_EMIT modes->chosen(mode);
        QTRY_COMPARE(table()->model()->columnCount(), mode == 1 ? 3 : 4);
        QTRY_VERIFY(table()->currentIndex().isValid());
    }
}

// And its current row stays in sight.
void TstCompareDialog::fitsItsBytesToTheWidth()
{
    CompareDialog *dialog = open();
    auto *modes = dialog->findChild<SegmentedBar *>();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    dialog->resize(3000, 600);
    modes->setCurrent(3);
    Q_EMIT modes->chosen(3);
    QTRY_COMPARE(cell(1, 0), u"00000010"_s);
    table()->setCurrentIndex(table()->model()->index(1, 0));
    dialog->resize(dialog->minimumSizeHint().width(), 600);
    QTRY_COMPARE(cell(1, 0), u"00000008"_s);
    QCOMPARE(table()->currentIndex().row(), 2);
    dialog->resize(3000, 600);
    QTRY_COMPARE(cell(1, 0), u"00000010"_s);
    QCOMPARE(table()->currentIndex().row(), 1);
}

void TstCompareDialog::swaps()
{
    CompareDialog *dialog = open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    dialog->swap();
    QTRY_COMPARE(cell(0, 1), u"290"_s);
    QCOMPARE(dialog->windowTitle(), u"Compare #2 and #1"_s);
}

void TstCompareDialog::ignoresWhatIsTyped()
{
    auto *ignored = open()->findChild<QLineEdit *>();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    ignored->setText(u"points, updated_at"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QVERIFY(says(u"No differences; 2 ignored"_s));
    ignored->clear();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void TstCompareDialog::ignoresPlacesAndSaysWhatIsNone()
{
    auto *ignored = open()->findChild<QLineEdit *>();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    ignored->setText(u"$.points, /updated_at"_s);
    QTRY_VERIFY(says(u"No differences; 2 ignored"_s));
    ignored->setText(u"$.points, $.a["_s);
    QTRY_VERIFY(says(u"“$.a[” is not understood: a path reads $.data.items[0].id, a JSON pointer "
                     "/data/items/0/id."_s));
}

void TstCompareDialog::showsACalmPageWhereNothingDiffers()
{
    auto *ignored = open()->findChild<QLineEdit *>();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    ignored->setText(u"points, updated_at"_s);
    auto *page = m_live->part<CompareDialog>()->findChild<MessagePage *>();
    QTRY_VERIFY(page->isVisible());
    QVERIFY(!table()->isVisible());
    QCOMPARE(page->title(), u"No differences"_s);
    QCOMPARE(page->text(),
             u"Both bodies and headers are the same, apart from 2 ignored differences."_s);
    page->findChild<QPushButton *>()->click();
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    QVERIFY(table()->isVisible());
    QCOMPARE(ignored->text(), u"points, updated_at"_s);
    m_live->part<CompareDialog>()->findChild<QCheckBox *>()->setChecked(false);
    QTRY_VERIFY(page->isVisible());
}

void TstCompareDialog::namesBothWithTheirVerdicts()
{
    QVERIFY(open());
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    const auto *titles = m_live->part<CompareDialog>()->findChild<ComparedTitles *>();
    QStringList words;
    for (const auto *label : titles->findChildren<QLabel *>())
        words += label->text();
    QVERIFY2(words.value(0).startsWith(u"#1 "_s) && words.value(0).endsWith(u"ping"_s),
             qPrintable(words.join(u'|')));
    QCOMPARE(words.count(u"Verified"_s), 2);
    QCOMPARE(words.count(u"Fresh · 1.0 s"_s), 2);
}

bool TstCompareDialog::says(const QString &sentence) const
{
    const auto labels = m_live->part<CompareDialog>()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->text() == sentence; });
}

void TstCompareDialog::copiesAPatch()
{
    CompareDialog *dialog = open();
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    dialog->copyPatch();
    QVERIFY2(
        QGuiApplication::clipboard()->text().contains(u"-{\"points\":240,\"updated_at\":\"a\"}"_s),
        qPrintable(QGuiApplication::clipboard()->text()));
}

void TstCompareDialog::remembersWhatIsIgnored()
{
    open()->findChild<QLineEdit *>()->setText(u"points"_s);
    CompareDialog again(m_live->inspector(), m_live->settings());
    QCOMPARE(again.findChild<QLineEdit *>()->text(), u"points"_s);
}

QTEST_MAIN(TstCompareDialog)
#include "tst_comparedialog.moc"
