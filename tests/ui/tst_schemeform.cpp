// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "ui/dialogs/messagechips.h"
#include "ui/dialogs/schemedialog.h"
#include "ui/dialogs/schemeform.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

Q_DECLARE_METATYPE(std::optional<qint64>)

class TstSchemeForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsASchemeAsItIs_data();
    void keepsASchemeAsItIs();
    void keepsAnyTolerance_data();
    void keepsAnyTolerance();
    void editsThePublicKeysForm();
    void takesNoTextWhereNoneIsSigned();
    void saysWhatItHasNoFieldFor();
    void buildsTheTextFromChips();
    void movesChipsByKeyboard();
    void keepsChipsApartThatAreMovedTogether();
};

namespace
{

template <typename Widget> Widget *named(const QWidget &form, const QString &name)
{
    for (auto *widget : form.findChildren<Widget *>()) {
        if (widget->accessibleName() == name)
            return widget;
    }
    qFatal("There is no %s.", qPrintable(name));
}

} // namespace

void TstSchemeForm::keepsASchemeAsItIs_data()
{
    QTest::addColumn<QString>("id");
    for (const signature::Scheme &scheme : signature::allSchemes())
        QTest::newRow(qPrintable(scheme.id)) << scheme.id;
}

// Whatever the form has no field for must not get lost in it.
void TstSchemeForm::keepsASchemeAsItIs()
{
    QFETCH(QString, id);
    auto scheme = *signature::schemeById(id);
    SchemeForm form;
    form.setScheme(scheme);
    const auto kept = form.scheme();
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().why));
    scheme.coversBody = kept->coversBody; // follows from the rule
    QCOMPARE(signature::writeScheme(*kept), signature::writeScheme(scheme));
}

void TstSchemeForm::keepsAnyTolerance_data()
{
    QTest::addColumn<std::optional<qint64>>("tolerance");
    QTest::newRow("any age") << std::optional<qint64>();
    QTest::newRow("none at all") << std::optional<qint64>(0);
    QTest::newRow("a day") << std::optional<qint64>(86'400);
    QTest::newRow("a week") << std::optional<qint64>(604'800);
}

void TstSchemeForm::keepsAnyTolerance()
{
    QFETCH(std::optional<qint64>, tolerance);
    signature::Scheme scheme = signature::smile();
    scheme.time->tolerance = tolerance;
    SchemeForm form;
    form.setScheme(scheme);
    const auto kept = form.scheme();
    QVERIFY(kept);
    QVERIFY(kept->time->tolerance == tolerance);
}

void TstSchemeForm::editsThePublicKeysForm()
{
    SchemeForm form;
    auto scheme = *signature::schemeById(u"discord");
    form.setScheme(scheme);
    auto *format = named<QComboBox>(form, u"Form of the public key"_s);
    QVERIFY(format->isVisibleTo(&form));
    QVERIFY(form.scheme()->keyFormat == scheme.keyFormat);
    format->setCurrentIndex(format->findData(int(signature::KeyFormat::Pem)));
    QVERIFY(form.scheme()->keyFormat == signature::KeyFormat::Pem);
    QVERIFY(form.scheme()->key.isEmpty());
}

// The text is still there for when the algorithm is changed back.
void TstSchemeForm::takesNoTextWhereNoneIsSigned()
{
    SchemeForm form;
    form.setScheme(signature::smile());
    const auto boxes = form.findChildren<QComboBox *>();
    const auto found = std::find_if(boxes.begin(), boxes.end(), [](const QComboBox *box) {
        return box->findText(u"Fixed token"_s) >= 0;
    });
    QVERIFY(found != boxes.end());
    QComboBox *algorithm = *found;
    auto *text = form.findChild<MessageChips *>();
    algorithm->setCurrentIndex(algorithm->findText(u"Fixed token"_s));
    const auto token = form.scheme();
    QVERIFY2(token, token ? "" : qPrintable(token.error().why));
    QVERIFY(token->message.text.isEmpty() && !token->coversBody);
    QVERIFY(!text->isEnabled());
    algorithm->setCurrentIndex(algorithm->findText(u"HMAC-SHA256"_s));
    QVERIFY(text->isEnabled());
    QCOMPARE(form.scheme()->message.text, "{timestamp}.{body}");
}

void TstSchemeForm::saysWhatItHasNoFieldFor()
{
    SchemeForm form;
    form.setScheme(SchemeDialog::blank());
    QVERIFY(!named<QLabel>(form, u"Kept without a field"_s)->isVisibleTo(&form));
    form.setScheme(*signature::schemeById(u"adyen_payments"));
    const auto *kept = named<QLabel>(form, u"Kept without a field"_s);
    QVERIFY(kept->isVisibleTo(&form));
    QVERIFY2(kept->text().contains(u"that each element of a list is signed by itself"_s),
             qPrintable(kept->text()));
}

void TstSchemeForm::buildsTheTextFromChips()
{
    MessageChips chips;
    QSignalSpy edited(&chips, &MessageChips::edited);
    chips.setMessage("{timestamp}.{body}");
    QCOMPARE(edited.size(), 0);
    auto *list = chips.findChild<QListWidget *>();
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->item(0)->text(), u"Timestamp"_s);
    list->setCurrentRow(1);
    chips.add("{header:X-Id}");
    QCOMPARE(chips.message(), "{timestamp}.{header:X-Id}{body}");
    QCOMPARE(list->currentRow(), 2);
    chips.move(1);
    QCOMPARE(chips.message(), "{timestamp}.{body}{header:X-Id}");
    chips.remove();
    QCOMPARE(chips.message(), "{timestamp}.{body}");
    QCOMPARE(edited.size(), 3);
}

void TstSchemeForm::movesChipsByKeyboard()
{
    MessageChips chips;
    chips.setMessage("{timestamp}.{body}");
    auto *list = chips.findChild<QListWidget *>();
    list->setCurrentRow(2);
    QTest::keyClick(list, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(chips.message(), "{timestamp}{body}.");
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(chips.message(), "{timestamp}.");
}

void TstSchemeForm::keepsChipsApartThatAreMovedTogether()
{
    MessageChips chips;
    chips.setMessage("v0{timestamp}.{body}");
    auto *list = chips.findChild<QListWidget *>();
    list->setCurrentRow(2);
    chips.move(-1);
    QCOMPARE(chips.message(), "v0.{timestamp}{body}");
    QCOMPARE(list->count(), 4);
    QCOMPARE(list->currentRow(), 1);
    chips.move(1);
    QCOMPARE(chips.message(), "v0{timestamp}.{body}");
    list->model()->moveRow({}, 2, {}, 1); // as dragging does it
    QCOMPARE(chips.message(), "v0.{timestamp}{body}");
    QCOMPARE(list->count(), 4);
    list->setCurrentRow(1);
    chips.remove();
    QCOMPARE(chips.message(), "v0{timestamp}{body}");
}

QTEST_MAIN(TstSchemeForm)
#include "tst_schemeform.moc"
