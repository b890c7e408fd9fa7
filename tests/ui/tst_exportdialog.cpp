// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/accessiblewalk.h"
#include "support/builders.h"
#include "support/liveinspector.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/notebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersWhatIsSelectedWhenSeveralAre();
    void offersWhatIsShownElse();
    void offersWhatIsSelectedWhenThatIsAskedFor();
    void wrapsWhatItShows();
    void showsHowTheFileBegins();
    void hidesSignaturesUnlessTold();
    void saysWhenNothingIsLost();
    void leavesOutWhatIsNotWanted();
    void offersSendsOnlyWhereNothingIsHidden();
    void leavesSignaturesToWhatIsSentAgain();
    void warnsOfAddressesAndReplacesThem();
    void warnsOfCredentialsAndReplacesThem();
    void saysWhatIsWrongWithARule();
    void letsColumnsBeChosen();
    void offersAByteOrderMarkForTablesAlone();
    void writesWhatWasAsked();
    void suggestsAFreeNameOfTheFormat();
    void keepsANameOfTheUsers();
    void writesTheFormatThatATypedNameEndsAs_data();
    void writesTheFormatThatATypedNameEndsAs();
    void warnsOfANameOfAnotherFormat();
    void warnsOfAFileThatIsThere();
    void saysWhyItCannotWrite();
    void namesEverythingForScreenReaders();
    void fitsASmallScreen();

private:
    void open(const Exportable &webhooks = {.selected = {1}, .shown = {1, 2, 3}, .all = 3});
    QString previewed() const { return m_dialog->findChild<QPlainTextEdit *>()->toPlainText(); }
    QLineEdit *field(const QString &name) const;
    template <typename Button> Button *button(const QString &label) const;
    void setFormat(formats::Format format);

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TstExportDialog::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    {
        const auto store
            = capture::Store::open(m_live->path(u"test.hookglass"_s), capture::Access::Write);
        QVERIFY(store);
        capture::Batch batch;
        for (int i = 0; i < 3; ++i) {
            capture::Delivery delivery
                = builders::delivery(R"({"topic":"ping","email":"maya@example.com"})");
            delivery.request.fields += http::Fields{{"Smile-Signature", "c2lnbmF0dXJl"},
                                                    {"Authorization", "Bearer b3Blbg"}};
            delivery.request.head.chop(2);
            delivery.request.head += "Smile-Signature: c2lnbmF0dXJl\r\n"
                                     "Authorization: Bearer b3Blbg\r\n\r\n";
            batch.deliveries.append(builders::stored(delivery));
        }
        QVERIFY((*store)->append(batch));
    }
    QVERIFY(m_live->open());
}

void TstExportDialog::cleanup() { m_dialog.reset(); }

void TstExportDialog::open(const Exportable &webhooks)
{
    m_dialog = std::make_unique<ExportDialog>(**m_live, webhooks);
    m_dialog->show();
}

QLineEdit *TstExportDialog::field(const QString &name) const
{
    for (QLineEdit *edit : m_dialog->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == name || edit->placeholderText().contains(name))
            return edit;
    }
    return nullptr;
}

template <typename Button> Button *TstExportDialog::button(const QString &label) const
{
    for (Button *each : m_dialog->findChildren<Button *>()) {
        if (each->text().remove(u'&').startsWith(label))
            return each;
    }
    return nullptr;
}

void TstExportDialog::setFormat(formats::Format format)
{
    auto *formats = m_dialog->findChild<QComboBox *>();
    formats->setCurrentIndex(formats->findData(int(format)));
}

void TstExportDialog::offersWhatIsSelectedWhenSeveralAre()
{
    open({.selected = {1, 3}, .shown = {1, 2, 3}, .all = 3});
    QCOMPARE(m_dialog->scope(), ExportDialog::Selected);
    QVERIFY(button<QRadioButton>(u"Selected (2)"_s));
}

void TstExportDialog::offersWhatIsShownElse()
{
    open();
    QCOMPARE(m_dialog->scope(), ExportDialog::Shown);
    open({.selected = {}, .shown = {}, .all = 3});
    QCOMPARE(m_dialog->scope(), ExportDialog::All);
    QVERIFY(!button<QRadioButton>(u"Selected"_s)->isEnabled());
}

void TstExportDialog::offersWhatIsSelectedWhenThatIsAskedFor()
{
    open({.selected = {2}, .shown = {1, 2, 3}, .all = 3, .wantsSelected = true});
    QCOMPARE(m_dialog->scope(), ExportDialog::Selected);
}

// A line of JSON is many times as long as the window is wide.
void TstExportDialog::wrapsWhatItShows()
{
    open();
    m_dialog->resize(960, 560);
    QTRY_COMPARE(previewed().count(u"hookglass.delivery/1"_s), 3);
    const auto *text = m_dialog->findChild<QPlainTextEdit *>();
    QCOMPARE(text->horizontalScrollBar()->maximum(), 0);
    QVERIFY(text->viewport()->height() >= 5 * text->fontMetrics().height());
}

void TstExportDialog::showsHowTheFileBegins()
{
    open();
    QTRY_COMPARE(previewed().count(u"hookglass.delivery/1"_s), 3);
    button<QRadioButton>(u"Selected"_s)->setChecked(true);
    QTRY_COMPARE(previewed().count(u"hookglass.delivery/1"_s), 1);
    setFormat(formats::Format::Curl);
    QTRY_VERIFY(previewed().startsWith(u"#!/bin/sh"_s));
}

void TstExportDialog::hidesSignaturesUnlessTold()
{
    open();
    QTRY_VERIFY(!previewed().isEmpty());
    QVERIFY(!previewed().contains(u"c2lnbmF0dXJl"_s));
    button<QCheckBox>(u"Signatures"_s)->setChecked(false);
    QTRY_VERIFY(previewed().contains(u"c2lnbmF0dXJl"_s));
}

void TstExportDialog::saysWhenNothingIsLost()
{
    open();
    const auto lossless = [this] {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->text().contains(u"lossless"_s))
                return true;
        }
        return false;
    };
    QVERIFY(!lossless());
    button<QCheckBox>(u"Signatures"_s)->setChecked(false);
    QVERIFY(lossless());
    button<QCheckBox>(u"E-mail"_s)->setChecked(true);
    QVERIFY(!lossless());
}

void TstExportDialog::leavesOutWhatIsNotWanted()
{
    open();
    QTRY_VERIFY(previewed().contains(u"\"body\":"_s));
    QVERIFY(previewed().contains(u"\"verdict\":"_s));
    button<QCheckBox>(u"Signatures"_s)->setChecked(false);
    QTRY_VERIFY(button<QLabel>(u"3 webhook"_s)->text().contains(u"lossless"_s));
    for (const QString &part : {u"Headers"_s, u"Bodies"_s, u"Verdicts"_s, u"Sends"_s}) {
        QVERIFY(button<QCheckBox>(part)->isVisible());
        button<QCheckBox>(part)->setChecked(false);
    }
    QTRY_VERIFY(!previewed().contains(u"\"body\":"_s));
    for (const QString &name : {u"\"headers\":"_s, u"\"verdict\":"_s, u"\"judged\":"_s})
        QVERIFY2(!previewed().contains(name), qPrintable(previewed()));
    QVERIFY(previewed().contains(u"\"body_sha256\":"_s));
    QVERIFY(!button<QLabel>(u"3 webhook"_s)->text().contains(u"lossless"_s));
    setFormat(formats::Format::Har);
    QVERIFY(!button<QCheckBox>(u"Bodies"_s)->isVisible());
    QTRY_VERIFY(previewed().contains(u"maya"_s));
}

void TstExportDialog::offersSendsOnlyWhereNothingIsHidden()
{
    open();
    auto *sends = button<QCheckBox>(u"Sends"_s);
    auto *signatures = button<QCheckBox>(u"Signatures"_s);
    const QString why = u"Se&nds: not while anything is hidden"_s;
    QVERIFY(!sends->isEnabled() && !sends->isChecked());
    QCOMPARE(sends->text(), why);
    signatures->setChecked(false);
    QVERIFY(sends->isEnabled() && sends->isChecked());
    QCOMPARE(sends->text(), u"Se&nds"_s);
    field(u"header:"_s)->setText(u"header:X-Customer"_s);
    QVERIFY(!sends->isEnabled() && !sends->isChecked());
    field(u"header:"_s)->clear();
    QVERIFY(sends->isChecked());
    sends->setChecked(false);
    signatures->setChecked(true);
    signatures->setChecked(false);
    QVERIFY(sends->isEnabled() && !sends->isChecked()); // as it was chosen
}

void TstExportDialog::leavesSignaturesToWhatIsSentAgain()
{
    open();
    auto *signatures = button<QCheckBox>(u"Signatures"_s);
    for (const auto format : {formats::Format::Curl, formats::Format::CurlCmd,
                              formats::Format::CurlPowerShell, formats::Format::Http}) {
        setFormat(format);
        QVERIFY(!signatures->isChecked());
    }
    setFormat(formats::Format::Har);
    QVERIFY(signatures->isChecked());
    signatures->click();
    setFormat(formats::Format::Csv);
    QVERIFY(!signatures->isChecked());
}

void TstExportDialog::warnsOfAddressesAndReplacesThem()
{
    open();
    const auto *note = m_dialog->findChild<NoteBox *>();
    QTRY_VERIFY(note->isVisible());
    QVERIFY(previewed().contains(u"maya@example.com"_s));
    Q_EMIT m_dialog->findChild<NoteBox *>()->actionTriggered();
    QTRY_VERIFY(!previewed().contains(u"maya@example.com"_s));
    QVERIFY(!note->isVisible());
}

void TstExportDialog::warnsOfCredentialsAndReplacesThem()
{
    open();
    setFormat(formats::Format::Curl);
    auto *note = m_dialog->findChild<NoteBox *>();
    QTRY_VERIFY(note->note().contains(u"Authorization"_s));
    QVERIFY(note->note().contains(u"e-mail"_s));
    QVERIFY(previewed().contains(u"Bearer b3Blbg"_s));
    Q_EMIT note->actionTriggered();
    QTRY_VERIFY(!note->isVisible());
    QVERIFY(button<QCheckBox>(u"Signatures"_s)->isChecked());
    QVERIFY(!previewed().contains(u"Bearer b3Blbg"_s));
}

void TstExportDialog::saysWhatIsWrongWithARule()
{
    open();
    field(u"header:"_s)->setText(u"nonsense"_s);
    const auto told = [this]() -> const QLabel * {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"nonsense"_s))
                return label;
        }
        return nullptr;
    };
    QTRY_VERIFY(told());
    QTRY_COMPARE(told()->height(), told()->heightForWidth(told()->width())); // and no room below
    QVERIFY(!button<QPushButton>(u"Export"_s)->isEnabled());
    field(u"header:"_s)->setText(u"json:/topic"_s);
    QTRY_VERIFY(!told());
    QTRY_VERIFY(!previewed().contains(u"ping"_s));
}

void TstExportDialog::letsColumnsBeChosen()
{
    open();
    QLineEdit *columns = field(u"received_at"_s);
    QVERIFY(!columns->isVisible());
    setFormat(formats::Format::Csv);
    QVERIFY(columns->isVisible());
    columns->setText(u"topic, method"_s);
    QTRY_VERIFY(previewed().startsWith(u"topic,method"_s));
    columns->setText(u"topic, colour"_s);
    const auto told = [this] {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"colour"_s))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(told());
    setFormat(formats::Format::Har);
    QVERIFY(!columns->isVisible());
    QTRY_VERIFY(!told());
}

void TstExportDialog::offersAByteOrderMarkForTablesAlone()
{
    open();
    auto *mark = button<QCheckBox>(u"Byte order mark"_s);
    QVERIFY(!mark->isVisible());
    setFormat(formats::Format::Csv);
    QVERIFY(mark->isVisible() && !mark->isChecked());
    mark->click();
    field(u"Where to"_s)->setText(m_live->path(u"out.csv"_s));
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    button<QPushButton>(u"Export"_s)->click();
    QVERIFY(!exported.isEmpty() || exported.wait());
    QFile file(m_live->path(u"out.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("\xEF\xBB\xBF"));
}

void TstExportDialog::writesWhatWasAsked()
{
    open();
    button<QRadioButton>(u"Selected"_s)->setChecked(true);
    field(u"Where to"_s)->setText(m_live->path(u"out.jsonl"_s));
    QSignalSpy exported(m_dialog.get(), &ExportDialog::exported);
    button<QPushButton>(u"Export"_s)->click();
    QVERIFY(!exported.isEmpty() || exported.wait());
    QCOMPARE(exported[0][0].toString(), m_live->path(u"out.jsonl"_s));
    QCOMPARE(exported[0][1].toLongLong(), 1);
    QVERIFY(!m_dialog->isVisible());
    QFile file(m_live->path(u"out.jsonl"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1);
}

void TstExportDialog::suggestsAFreeNameOfTheFormat()
{
    open();
    QVERIFY(field(u"Where to"_s)->text().endsWith(u".jsonl"_s));
    setFormat(formats::Format::Har);
    QVERIFY(field(u"Where to"_s)->text().endsWith(u".har"_s));
}

void TstExportDialog::keepsANameOfTheUsers()
{
    open();
    field(u"Where to"_s)->setText(m_live->path(u"mine.txt"_s));
    setFormat(formats::Format::Csv);
    QCOMPARE(field(u"Where to"_s)->text(), m_live->path(u"mine.txt"_s));
}

void TstExportDialog::writesTheFormatThatATypedNameEndsAs_data()
{
    QTest::addColumn<formats::Format>("chosen");
    QTest::addColumn<QString>("name");
    QTest::addColumn<formats::Format>("written");
    using formats::Format;
    QTest::newRow("a table") << Format::Ndjson << u"x.csv"_s << Format::Csv;
    QTest::newRow("in capitals") << Format::Ndjson << u"X.HAR"_s << Format::Har;
    QTest::newRow("the other name of JSON Lines") << Format::Csv << u"x.ndjson"_s << Format::Ndjson;
    QTest::newRow("of no format") << Format::Csv << u"x.txt"_s << Format::Csv;
    QTest::newRow("a folder") << Format::Body << u"x.csv"_s << Format::Body;
}

void TstExportDialog::writesTheFormatThatATypedNameEndsAs()
{
    QFETCH(const formats::Format, chosen);
    QFETCH(const QString, name);
    open();
    setFormat(chosen);
    QLineEdit *target = field(u"Where to"_s);
    target->selectAll();
    QTest::keyClicks(target, name);
    QCOMPARE(target->text(), name);
    QTEST(m_dialog->format(), "written");
}

void TstExportDialog::warnsOfANameOfAnotherFormat()
{
    open();
    field(u"Where to"_s)->setText(m_live->path(u"mine.csv"_s));
    const auto warned = [this] {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"another format"_s))
                return true;
        }
        return false;
    };
    QVERIFY(warned());
    setFormat(formats::Format::Csv);
    QVERIFY(!warned());
}

void TstExportDialog::warnsOfAFileThatIsThere()
{
    open();
    field(u"Where to"_s)->setText(m_live->path(u"test.hookglass"_s));
    const auto told = [this] {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"will be replaced"_s))
                return true;
        }
        return false;
    };
    QVERIFY(told());
    field(u"Where to"_s)->setText(m_live->path(u"new.jsonl"_s));
    QVERIFY(!told());
}

void TstExportDialog::saysWhyItCannotWrite()
{
    open();
    QTRY_VERIFY(previewed().contains(u"maya@example.com"_s));
    field(u"Where to"_s)->setText(m_live->path(u"none/out.jsonl"_s));
    button<QCheckBox>(u"E-mail"_s)->setChecked(true);
    button<QPushButton>(u"Export"_s)->click();
    const auto told
        = [this] { return m_dialog->findChild<NoteBox *>()->note().startsWith(u"Cannot write"_s); };
    QTRY_VERIFY(told());
    // The preview that was under way takes nothing of it away.
    QTRY_VERIFY(!previewed().contains(u"maya@example.com"_s));
    QVERIFY(told());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(button<QPushButton>(u"Export"_s)->isEnabled());
}

void TstExportDialog::namesEverythingForScreenReaders()
{
    open();
    QTRY_VERIFY(!previewed().isEmpty());
    const QStringList faults = support::AccessibleWalk(*m_dialog).faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TstExportDialog::fitsASmallScreen()
{
    open();
    const QSize least = m_dialog->minimumSizeHint();
    QVERIFY2(least.height() <= 565 && least.width() <= 945,
             qPrintable(u"%1 × %2"_s.arg(least.width()).arg(least.height())));
}

QTEST_MAIN(TstExportDialog)
#include "tst_exportdialog.moc"
