// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "signature/catalogue.h"
#include "support/accessiblewalk.h"
#include "support/liveinspector.h"
#include "ui/dialogs.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/shortcuts.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QTreeWidget>
#include <QUndoStack>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsWhatHasNoName();
    void opensEachOnce_data();
    void opensEachOnce();
    void opensTheRulesOfAnEndpoint();
    void namesEverythingForScreenReaders_data();
    void namesEverythingForScreenReaders();
    void namesEverySettingForScreenReaders();
    void closesOnEscape_data();
    void closesOnEscape();
    void listsTheShortcutsOfTheActions();
    void exportsInTheFormatOfTheLastTime();

private:
    QList<QDialog *> dialogs() const { return m_window->findChildren<QDialog *>(); }
    void open(const QString &which);
    void rows();

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<QSettings> m_settings;
    models::DeliveryModel m_model;
    QUndoStack m_edits;
    std::unique_ptr<QWidget> m_window;
    Dialogs *m_dialogs = nullptr;
};

void TstDialogs::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    m_settings = std::make_unique<QSettings>(m_live->path(u"a.conf"_s), QSettings::IniFormat);
    m_window = std::make_unique<QWidget>();
    m_dialogs = new Dialogs(**m_live, *m_settings, *m_window);
    m_dialogs->setRows(m_model);
    auto *actions = new WindowActions(m_edits, *m_window, *m_window);
    m_dialogs->setShortcuts(*new Shortcuts(*actions, *m_settings, m_window.get()));
}

void TstDialogs::cleanup()
{
    m_window.reset();
    m_live.reset();
}

void TstDialogs::rows()
{
    QTest::addColumn<QString>("which");
    for (const char *which : {"secrets", "trust", "reach", "play", "code", "rules", "forwards",
                              "settings", "shortcuts", "arrival", "accounts", "about"})
        QTest::newRow(which) << QString::fromLatin1(which);
}

void TstDialogs::open(const QString &which)
{
    auto *action = new QAction(u"&Mark"_s, m_window.get());
    action->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_M, Qt::Key_M});
    if (which == "secrets"_L1)
        m_dialogs->openSecrets();
    else if (which == "trust"_L1)
        m_dialogs->openTrust();
    else if (which == "reach"_L1)
        m_dialogs->openReach();
    else if (which == "play"_L1)
        m_dialogs->openPlay();
    else if (which == "code"_L1)
        m_dialogs->openCode(signature::smile());
    else if (which == "rules"_L1)
        m_dialogs->openRules();
    else if (which == "forwards"_L1)
        m_dialogs->openForwards();
    else if (which == "settings"_L1)
        m_dialogs->openListener();
    else if (which == "shortcuts"_L1)
        m_dialogs->openShortcuts({action});
    else if (which == "accounts"_L1)
        m_dialogs->openAccounts();
    else if (which == "arrival"_L1)
        m_dialogs->openArrival({});
    else
        m_dialogs->openAbout();
}

// The walk itself: what it must not pass over.
void TstDialogs::findsWhatHasNoName()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    column->addWidget(new QToolButton);
    column->addWidget(new QLineEdit);
    column->addWidget(new QPushButton(u"Copy"_s));
    column->addWidget(new QPushButton(u"Copy"_s));
    column->addWidget(new QPushButton(u"Close"_s));
    window.show();
    const support::AccessibleWalk walk(window);
    QCOMPARE(walk.controls(), 5);
    QCOMPARE(walk.faults().size(), 3);
}

void TstDialogs::opensEachOnce_data() { rows(); }

void TstDialogs::opensEachOnce()
{
    QFETCH(QString, which);
    open(which);
    open(which);
    QCOMPARE(dialogs().size(), 1);
    const auto *dialog = dialogs().first();
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->isModal());
    QVERIFY(!dialog->windowTitle().isEmpty());
}

void TstDialogs::opensTheRulesOfAnEndpoint()
{
    (*m_live)->setEndpoints({{.path = u"/"_s}, {.path = u"/b"_s}});
    m_dialogs->openRulesOf(u"/b"_s);
    m_dialogs->openForwardsOf(u"/b"_s);
    QStringList titles;
    for (const auto *dialog : m_window->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            titles += dialog->windowTitle();
    }
    QCOMPARE(titles.size(), 2);
    for (const QString &title : std::as_const(titles))
        QVERIFY2(title.endsWith(u" /b"_s) || title.contains(u" /b "_s), qPrintable(title));
}

void TstDialogs::namesEverythingForScreenReaders_data() { rows(); }

void TstDialogs::namesEverythingForScreenReaders()
{
    QFETCH(QString, which);
    QVERIFY(m_live->listen());
    open(which);
    const support::AccessibleWalk walk(*dialogs().first());
    QVERIFY2(walk.faults().isEmpty(), qPrintable(u'\n' + walk.faults().join(u'\n')));
    QVERIFY(walk.controls() > 0);
}

void TstDialogs::namesEverySettingForScreenReaders()
{
    m_dialogs->openListener();
    auto *pages = m_window->findChild<QListWidget *>();
    QCOMPARE(pages->count(), 10);
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentRow(page);
        const support::AccessibleWalk walk(*dialogs().first());
        QVERIFY2(walk.faults().isEmpty(),
                 qPrintable(pages->item(page)->text() + u'\n' + walk.faults().join(u'\n')));
    }
}

void TstDialogs::closesOnEscape_data() { rows(); }

void TstDialogs::closesOnEscape()
{
    QFETCH(QString, which);
    open(which);
    QTest::keyClick(dialogs().first(), Qt::Key_Escape);
    QTRY_COMPARE(dialogs().size(), 0);
}

void TstDialogs::exportsInTheFormatOfTheLastTime()
{
    const auto opened = [this] {
        m_dialogs->openExport({.selected = {}, .shown = {}, .all = 1});
        return m_window->findChild<ExportDialog *>();
    };
    QCOMPARE(opened()->format(), formats::Format::Ndjson);
    opened()->setFormat(formats::Format::Har); // and nothing is exported
    QCOMPARE(opened()->format(), formats::Format::Ndjson);
    ExportDialog *dialog = opened();
    dialog->setFormat(formats::Format::Csv);
    Q_EMIT dialog->exported(u"x.csv"_s, 1);
    QCOMPARE(opened()->format(), formats::Format::Csv);
}

void TstDialogs::listsTheShortcutsOfTheActions()
{
    open(u"shortcuts"_s);
    const auto *tree = m_window->findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItemCount(), 3); // and the two between the sends of the editor
    auto *item = tree->topLevelItem(0);
    QCOMPARE(item->text(0), u"Mark"_s);
    QCOMPARE(item->text(1), u"Ctrl+Shift+M or M"_s);
    auto *filter = m_window->findChild<QLineEdit *>();
    filter->setText(u"shift mark"_s);
    QVERIFY(!item->isHidden());
    filter->setText(u"clear"_s);
    QVERIFY(item->isHidden());
}

QTEST_MAIN(TstDialogs)
#include "tst_dialogs.moc"
