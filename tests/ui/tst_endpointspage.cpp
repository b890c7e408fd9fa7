// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "support/liveinspector.h"
#include "ui/dialogs/endpointeditor.h"
#include "ui/dialogs/schemechooser.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/views/elidedbutton.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstEndpointsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void storesWhatWasTypedJustBeforeItCloses();
    void takesAPathOnceItIsWritten();
    void storesAPathThatIsStillBeingWrittenWhenItCloses();
    void keepsAPathForTheRowItWasWrittenIn();
    void takesBackByEscWhatCannotBeUsed_data();
    void takesBackByEscWhatCannotBeUsed();
    void asksForWhatTheSchemeNeeds();
    void keepsWhereTheCustomerStands();
    void goesToWhatCannotBeUsed();
    void staysAtARowWhoseTextWouldBeLost();
    void opensNoChooserForAnEndpointThatIsGone();
    void isNeverCutOffAtTheRight();
    void givesALongTargetNoMoreRoomThanThereIs();

private:
    QLineEdit *line(const QString &name) const; // null: there is none
    int room() const; // for the editor, beside the margins of its page
    capture::Endpoint first() const { return (*m_live)->endpoints().first(); }

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<QSettings> m_file;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TstEndpointsPage::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    m_file = std::make_unique<QSettings>(m_live->path(u"a.conf"_s), QSettings::IniFormat);
    m_dialog = std::make_unique<SettingsDialog>(**m_live, *m_file);
    m_dialog->show();
    m_dialog->showPage(SettingsDialog::Page::Endpoints);
}

void TstEndpointsPage::cleanup()
{
    m_dialog.reset();
    m_live.reset();
}

QLineEdit *TstEndpointsPage::line(const QString &name) const
{
    for (auto *line : m_dialog->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == name)
            return line;
    }
    for (const auto *label : m_dialog->findChildren<QLabel *>()) {
        if (label->text().remove(u'&') == name)
            return qobject_cast<QLineEdit *>(label->buddy());
    }
    return nullptr;
}

void TstEndpointsPage::storesWhatWasTypedJustBeforeItCloses()
{
    line(u"Public URL"_s)->setText(u"https://hooks.example.com/sms"_s);
    m_dialog->close();
    QCOMPARE(first().publicUrl, u"https://hooks.example.com/sms"_s);
}

void TstEndpointsPage::takesAPathOnceItIsWritten()
{
    auto *path = line(u"Path"_s);
    path->setText(u"/a"_s);
    line(u"Public URL"_s)->setText(u"https://hooks.example.com/"_s);
    QTRY_COMPARE(first().publicUrl, u"https://hooks.example.com/"_s);
    QCOMPARE(first().path, u"/"_s);
    QTest::keyClick(path, Qt::Key_Return);
    QTRY_COMPARE(first().path, u"/a"_s);
    path->setText(u"/a/b"_s);
    QTest::keyClick(path, Qt::Key_Escape);
    QCOMPARE(path->text(), u"/a"_s);
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(path, Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(first().path, u"/a"_s);
}

void TstEndpointsPage::storesAPathThatIsStillBeingWrittenWhenItCloses()
{
    line(u"Path"_s)->setText(u"/hooks"_s);
    m_dialog->close();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(first().path, u"/hooks"_s);
}

void TstEndpointsPage::keepsAPathForTheRowItWasWrittenIn()
{
    (*m_live)->setEndpoints({{.path = u"/a"_s}, {.path = u"/b"_s}});
    auto *table = m_dialog->findChild<QTableView *>();
    table->selectRow(0);
    line(u"Path"_s)->setText(u"/c"_s);
    table->selectRow(1);
    QCOMPARE(line(u"Path"_s)->text(), u"/b"_s);
    m_dialog->close();
    QCOMPARE(first().path, u"/c"_s);
    QCOMPARE((*m_live)->endpoints().last().path, u"/b"_s);
}

void TstEndpointsPage::takesBackByEscWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("wrong");
    QTest::newRow("a path with a space") << u"Path"_s << u"/a b"_s;
    QTest::newRow("half an address") << u"Public URL"_s << u"hooks"_s;
    QTest::newRow("no pointer") << u"Customer is at"_s << u"order/id"_s;
}

void TstEndpointsPage::takesBackByEscWhatCannotBeUsed()
{
    QFETCH(QString, name);
    QFETCH(QString, wrong);
    const capture::Endpoint before = first();
    auto *field = line(name);
    const QString usual = field->text();
    field->setText(wrong);
    m_dialog->close();
    m_dialog->close();
    QVERIFY(m_dialog->isVisible());
    const QString wayOut = u". Esc in the field takes it back."_s;
    int told = 0;
    for (const auto *label : m_dialog->findChildren<QLabel *>())
        told += int(label->isVisible() && label->text().endsWith(wayOut));
    QCOMPARE(told, 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(field->text(), usual);
    m_dialog->close();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(first(), before);
}

// PayPal signs the webhook's id, which only its own pages tell.
void TstEndpointsPage::asksForWhatTheSchemeNeeds()
{
    QVERIFY(!line(u"Webhook id"_s));
    auto *editor = m_dialog->findChild<EndpointEditor *>();
    editor->setScheme(u"paypal"_s);
    auto *id = line(u"Webhook id"_s);
    QVERIFY(id);
    id->setText(u" 8PT597110X687430L "_s);
    QTRY_COMPARE(first().parameters.value("webhook_id"), "8PT597110X687430L");
    editor->setScheme(u"smile"_s);
    QVERIFY(!line(u"Webhook id"_s));
    editor->setScheme(u"paypal"_s); // what was entered once is still there
    QCOMPARE(line(u"Webhook id"_s)->text(), u"8PT597110X687430L"_s);
}

void TstEndpointsPage::keepsWhereTheCustomerStands()
{
    auto *pointer = line(u"Customer is at"_s);
    QCOMPARE(pointer->placeholderText(), u"/data/customer/id"_s);
    pointer->setText(u"/order/id"_s);
    QTRY_COMPARE(first().rules.subject, u"/order/id"_s);
    const auto problem = [this] {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"A JSON pointer is needed"_s);
        });
    };
    QVERIFY(!problem());
    for (const QString &text : {u"order/id"_s, u"/order~id"_s}) {
        pointer->setText(text);
        QVERIFY(problem());
    }
    m_dialog->close();
    QCOMPARE(first().rules.subject, u"/order/id"_s);
    QVERIFY(m_dialog->isVisible()); // with what would be lost
}

void TstEndpointsPage::goesToWhatCannotBeUsed()
{
    m_dialog->resize(m_dialog->minimumSizeHint().expandedTo({600, 300}));
    auto *pointer = line(u"Customer is at"_s);
    const auto inSight = [this](const QWidget *part) {
        const auto *view = m_dialog->findChild<EndpointEditor *>()->parentWidget()->parentWidget();
        const QRect place(part->mapTo(view, QPoint()), part->size());
        return view->rect().contains(place);
    };
    pointer->setText(u"order.id"_s);
    const QLabel *problem = nullptr;
    for (const auto *label : m_dialog->findChildren<QLabel *>()) {
        if (label->text().contains(u"A JSON pointer is needed"_s))
            problem = label;
    }
    QVERIFY(problem);
    QTRY_VERIFY(inSight(problem));
    m_dialog->showPage(SettingsDialog::Page::Limits);
    m_dialog->close();
    QTRY_VERIFY(pointer->hasFocus());
    QTRY_VERIFY(inSight(problem) && inSight(pointer));
    pointer->clear();
    m_dialog->close();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(first().rules.subject, QString());
}

void TstEndpointsPage::staysAtARowWhoseTextWouldBeLost()
{
    auto *table = m_dialog->findChild<QTableView *>();
    for (auto *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Add &endpoint"_s)
            button->click();
    }
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->currentIndex().row(), 1);
    auto *url = line(u"Public URL"_s);
    url->setText(u"hooks"_s);
    table->selectRow(0);
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 1);
    QCOMPARE(url->text(), u"hooks"_s);
    url->setText(u"https://hooks.example.com/"_s);
    table->selectRow(0);
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 0);
    QCOMPARE(url->text(), QString());
}

void TstEndpointsPage::opensNoChooserForAnEndpointThatIsGone()
{
    m_dialog->chooseScheme(u"/gone"_s);
    QVERIFY(!m_dialog->findChild<SchemeChooser *>());
    m_dialog->chooseScheme(u"/"_s);
    QVERIFY(m_dialog->findChild<SchemeChooser *>());
}

int TstEndpointsPage::room() const
{
    const QWidget *page = m_dialog->findChild<EndpointEditor *>()->parentWidget();
    const QMargins margins = page->layout()->contentsMargins();
    return page->parentWidget()->width() - margins.left() - margins.right();
}

// The page never scrolls sideways.
void TstEndpointsPage::isNeverCutOffAtTheRight()
{
    const auto *editor = m_dialog->findChild<EndpointEditor *>();
    int challenges = 0;
    for (const signature::Scheme &scheme : signature::allSchemes()) {
        if (!scheme.handshake)
            continue;
        ++challenges;
        (*m_live)->setEndpoints({{.scheme = scheme.id}});
        QVERIFY2(editor->minimumSizeHint().width() <= room(), qPrintable(scheme.id));
    }
    QVERIFY(challenges > 0);
}

// Its beginning and its end are in sight, and the whole is told.
void TstEndpointsPage::givesALongTargetNoMoreRoomThanThereIs()
{
    const auto *editor = m_dialog->findChild<EndpointEditor *>();
    const QString url = u"https://hooks.example.com/"_s + QString(200, u'w') + u"?a=1&b=2"_s;
    (*m_live)->setEndpoints({{.rules = {.forwards = {{.target = url}}}}});
    const auto *button = m_dialog->findChild<ElidedButton *>();
    QTRY_COMPARE(button->toolTip(), url + u'…');
    QVERIFY(editor->minimumSizeHint().width() <= room());
    QVERIFY(button->width() <= room());
    QCOMPARE(button->accessibleDescription(), url + u'…');
    (*m_live)->setEndpoints({{.rules = {.forwards = {{.target = u"http://localhost:3000"_s}}}}});
    QTRY_COMPARE(button->toolTip(), QString());
}

QTEST_MAIN(TstEndpointsPage)
#include "tst_endpointspage.moc"
