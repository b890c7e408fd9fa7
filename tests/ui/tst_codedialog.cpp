// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "ui/dialogs/codedialog.h"
#include "ui/dialogs/notebox.h"
#include "ui/views/codeview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstCodeDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheCodeOfTheChosenLanguage();
    void remembersTheLanguage();
    void takesAnUnknownLanguageForTheFirst();
    void saysWhyThereIsNoCode();
    void copiesTheCode();
    void followsAnotherScheme();

private:
    std::unique_ptr<CodeDialog> dialog(const QString &scheme = u"stripe"_s);
    static void choose(CodeDialog &dialog, const QString &language);
    static QString code(const CodeDialog &dialog);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

void TstCodeDialog::init()
{
    QApplication::setKeyboardInputInterval(60'000); // the letters of one word, however slow
    m_settings.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"a.conf"_s), QSettings::IniFormat);
}

std::unique_ptr<CodeDialog> TstCodeDialog::dialog(const QString &scheme)
{
    auto made = std::make_unique<CodeDialog>(*signature::schemeById(scheme), *m_settings);
    made->show();
    return made;
}

// As with the keyboard: what is chosen is also activated.
void TstCodeDialog::choose(CodeDialog &dialog, const QString &language)
{
    auto *box = dialog.findChild<QComboBox *>();
    box->setFocus();
    QTest::keyClicks(box, language);
}

QString TstCodeDialog::code(const CodeDialog &dialog)
{
    return dialog.findChild<CodeView *>()->code().text;
}

void TstCodeDialog::showsTheCodeOfTheChosenLanguage()
{
    const auto shown = dialog();
    QCOMPARE(shown->windowTitle(), u"Verification code for Stripe"_s);
    QCOMPARE(shown->findChild<QComboBox *>()->count(), 8);
    QVERIFY(code(*shown).contains("require \"openssl\""_L1));
    QVERIFY(shown->findChild<CodeView *>()->isReadOnly());
    choose(*shown, u"Go"_s);
    QVERIFY(code(*shown).contains("func VerifyWebhook("_L1));
}

void TstCodeDialog::remembersTheLanguage()
{
    choose(*dialog(), u"PHP"_s);
    QVERIFY(code(*dialog()).startsWith("<?php"_L1));
}

void TstCodeDialog::takesAnUnknownLanguageForTheFirst()
{
    m_settings->setValue(u"codeLanguage"_s, u"perl"_s);
    QVERIFY(code(*dialog()).contains("require \"openssl\""_L1));
}

void TstCodeDialog::saysWhyThereIsNoCode()
{
    const auto shown = dialog(u"netlify"_s);
    auto *note = shown->findChild<NoteBox *>();
    QTRY_VERIFY(note->isVisible());
    QVERIFY(note->note().contains("JSON Web Token"_L1));
    QVERIFY(!shown->findChild<CodeView *>()->isVisible());
    for (const auto *button : shown->findChildren<QPushButton *>())
        QCOMPARE(button->isEnabled(), button->text() == "Close"_L1);
}

void TstCodeDialog::copiesTheCode()
{
    const auto shown = dialog();
    QGuiApplication::clipboard()->clear();
    shown->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), code(*shown));
    QVERIFY(!code(*shown).isEmpty());
}

void TstCodeDialog::followsAnotherScheme()
{
    const auto shown = dialog(u"netlify"_s);
    shown->setScheme(*signature::schemeById(u"github"_s));
    QCOMPARE(shown->windowTitle(), u"Verification code for GitHub"_s);
    QTRY_VERIFY(shown->findChild<CodeView *>()->isVisible());
    QTRY_VERIFY(!shown->findChild<NoteBox *>()->isVisible());
    QVERIFY(code(*shown).contains("x-hub-signature-256"_L1));
}

QTEST_MAIN(TstCodeDialog)
#include "tst_codedialog.moc"
