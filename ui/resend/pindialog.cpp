// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/pindialog.h"

#include "resend/targettrust.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/resend/pinfile.h"
#include "ui/views/codefont.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

static constexpr qsizetype pinDigits = 64; // of a SHA-256
static constexpr qsizetype sha1Digits = 40;

static bool isHexadecimal(QChar c)
{
    const char16_t lower = c.toLower().unicode();
    return (lower >= u'0' && lower <= u'9') || (lower >= u'a' && lower <= u'f');
}

// What nobody sees is told by its number.
static QString shown(QChar c)
{
    return c.isPrint() && !c.isSurrogate()
        ? u"“%1”"_s.arg(c)
        : u"U+%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0')).toUpper();
}

QString pinProblem(const QString &text)
{
    static const QRegularExpression name(u"^\\s*sha-?(1|256)\\s+fingerprint\\s*="_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch named = name.match(text); // as openssl prints it
    qsizetype digits = 0;
    for (qsizetype i = named.capturedLength(); i < text.size(); ++i) {
        if (text[i] == u':' || text[i].isSpace())
            continue;
        if (!isHexadecimal(text[i]))
            return PinDialog::tr("%1 at place %2 is no hexadecimal digit.")
                .arg(shown(text[i]), QString::number(i + 1));
        ++digits;
    }
    if (!resend::pinOf(text).isEmpty() || text.trimmed().isEmpty())
        return {};
    if (digits == sha1Digits || named.captured(1) == u'1')
        return PinDialog::tr("This is a SHA-1, and the SHA-256 with 64 hexadecimal digits is "
                             "needed.");
    return (digits < pinDigits ? PinDialog::tr("It is too short: %1 of 64 hexadecimal digits.")
                               : PinDialog::tr("It is too long: %1 hexadecimal digits, not 64."))
        .arg(digits);
}

PinDialog::PinDialog(const QString &pin, QWidget *parent)
    : ContentDialog(parent)
    , m_text(new QLineEdit(pin))
    , m_problem(problemLabel(1))
    , m_trust(new QPushButton(tr("&Trust it")))
{
    setWindowTitle(tr("Fingerprint of the target's certificate"));
    auto *label = new QLabel(tr("Its &SHA-256, 64 hexadecimal digits with or without colons:"));
    label->setBuddy(m_text);
    keepCodeFont(m_text);
    m_text->setAccessibleName(tr("SHA-256 of the certificate"));
    const QString longest = QString(u"00:"_s).repeated(pinDigits / 2 - 1) + u"00"_s;
    const int margins = 2 * m_text->fontMetrics().averageCharWidth() + 12; // and the cursor
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(longest) + margins);
    content()->addWidget(label);
    content()->addWidget(m_text);
    content()->addWidget(m_problem);
    auto *file = new QPushButton(tr("From a &file…"));
    file->setAutoDefault(false);
    file->setToolTip(tr("Takes the fingerprint of a certificate in a file"));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_trust->setDefault(true);
    footer()->addLeft(file);
    footer()->addRight(cancel);
    footer()->addRight(m_trust);
    connect(m_text, &QLineEdit::textChanged, this, &PinDialog::look);
    connect(file, &QPushButton::clicked, this, [this] {
        if (const QString found = askForPin(this); !found.isEmpty())
            m_text->setText(found);
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_trust, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this,
            [this] { Q_EMIT entered(resend::pinOf(m_text->text())); });
    m_text->selectAll();
    m_text->setFocus();
    look();
}

void PinDialog::look()
{
    const QString problem = pinProblem(m_text->text());
    setProblem(m_problem, problem);
    m_text->setAccessibleDescription(problem);
    m_trust->setEnabled(!resend::pinOf(m_text->text()).isEmpty());
    m_trust->setToolTip(problem);
}

} // namespace ui
