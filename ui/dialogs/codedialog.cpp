// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/codedialog.h"

#include "snippets/snippet.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/notebox.h"
#include "ui/views/codeview.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

const QString languageKey = u"codeLanguage"_s;

} // namespace

CodeDialog::CodeDialog(const signature::Scheme &scheme, QSettings &settings, QWidget *parent)
    : ContentDialog(parent)
    , m_settings(settings)
    , m_language(new QComboBox)
    , m_note(new NoteBox)
    , m_view(new CodeView)
    , m_copy(new QPushButton(tr("&Copy code")))
{
    build();
    for (const snippets::Language language : snippets::allLanguages())
        m_language->addItem(snippets::name(language), snippets::word(language));
    const int last = m_language->findData(m_settings.value(languageKey));
    m_language->setCurrentIndex(std::max(last, 0));
    connect(m_language, &QComboBox::currentIndexChanged, this, &CodeDialog::showCode);
    connect(m_language, &QComboBox::activated, this, &CodeDialog::remember);
    connect(m_copy, &QPushButton::clicked, this, &CodeDialog::copy);
    setScheme(scheme);
}

void CodeDialog::build()
{
    auto *label = new QLabel(tr("&Language:"));
    label->setBuddy(m_language);
    m_language->setAccessibleName(tr("Language of the code"));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_language);
    row->addStretch(1);
    m_view->setAccessibleName(tr("Verification code"));
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    content()->addLayout(row);
    content()->addWidget(m_note);
    content()->addWidget(m_view, 1);
    content()->addStretch(); // where there is no code
    auto *close = new QPushButton(tr("Close"));
    for (QPushButton *button : {m_copy, close})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addLeft(m_copy);
    footer()->addRight(close);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 27);
}

void CodeDialog::setScheme(const signature::Scheme &scheme)
{
    m_scheme = scheme;
    setWindowTitle(tr("Verification code for %1").arg(scheme.name));
    showCode();
}

void CodeDialog::remember() { m_settings.setValue(languageKey, m_language->currentData()); }

void CodeDialog::showCode()
{
    const auto language = snippets::languageFromWord(m_language->currentData().toString());
    if (!language)
        return;
    const core::Result<QString> code = snippets::snippet(m_scheme, *language);
    m_code = code ? *code : QString();
    m_view->setVisible(bool(code));
    m_copy->setEnabled(bool(code));
    if (code)
        m_note->clear();
    else
        m_note->setNote(NoteBox::Kind::Info, code.error().what, code.error().why);
    m_view->setCode(codeText(m_code));
}

void CodeDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_code);
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(2s, m_copy, [this] { m_copy->setText(tr("&Copy code")); });
}

} // namespace ui
