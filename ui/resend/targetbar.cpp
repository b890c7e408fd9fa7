// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/targetbar.h"

#include "resend/targettrust.h"
#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

TargetBar::TargetBar(const QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_known(loadTargets(settings))
    , m_url(new QComboBox(this))
    , m_trust(new QToolButton(this))
{
    m_url->setEditable(true);
    m_url->setInsertPolicy(QComboBox::NoInsert);
    m_url->setAccessibleName(tr("Target URL"));
    m_url->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_url->lineEdit()->setAccessibleName(m_url->accessibleName());
    m_url->lineEdit()->setPlaceholderText(u"http://localhost:3000/webhooks"_s);
    m_url->completer()->setCompletionMode(QCompleter::PopupCompletion);
    keepCodeFont(m_url);
    setFocusProxy(m_url);
    for (const SendTarget &target : std::as_const(m_known))
        m_url->addItem(target.url);
    buildTrust();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_url, 1);
    row->addWidget(m_trust);
    connect(m_url, &QComboBox::editTextChanged, this, [this] {
        showTrust();
        Q_EMIT changed();
    });
    connect(m_url, &QComboBox::activated, this, &TargetBar::takeKnown);
    if (!m_known.isEmpty())
        setTarget(m_known.first());
    else
        m_url->setEditText({});
    showTrust();
}

void TargetBar::buildTrust()
{
    m_trust->setPopupMode(QToolButton::InstantPopup);
    m_trust->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *menu = new QMenu(m_trust);
    menu->addAction(tr("Trust the &system's authorities"), this, [this] {
        m_check = true;
        m_authorityFile.clear();
        showTrust();
        Q_EMIT changed();
    });
    menu->addAction(tr("Trust another &authority…"), this, &TargetBar::chooseAuthority);
    menu->addSeparator();
    menu->addAction(tr("&Do not check the certificate"), this, [this] {
        m_check = false;
        showTrust();
        Q_EMIT changed();
    });
    m_trust->setMenu(menu);
}

void TargetBar::chooseAuthority()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Authority of the target"), {}, tr("Certificates (*.pem *.crt *.cer);;All (*)"));
    if (file.isEmpty())
        return;
    m_authorityFile = file;
    m_check = true;
    showTrust();
    Q_EMIT changed();
}

void TargetBar::showTrust()
{
    const bool secure = m_url->currentText().startsWith("https:"_L1, Qt::CaseInsensitive);
    m_trust->setVisible(secure);
    m_trust->setIcon(m_check ? icon(u"lock"_s, &Tokens::verified)
                             : icon(u"lock-open"_s, &Tokens::invalid));
    m_trust->setText(!m_check                        ? tr("Certificate not checked")
                         : m_authorityFile.isEmpty() ? tr("Certificate checked")
                                                     : QFileInfo(m_authorityFile).fileName());
    m_trust->setAccessibleName(tr("Trust in the target: %1").arg(m_trust->text()));
    m_trust->setToolTip(m_authorityFile.isEmpty() || !m_check
                            ? m_trust->text()
                            : tr("Trusts the authorities in %1").arg(m_authorityFile));
}

void TargetBar::takeKnown(int index)
{
    if (index >= 0 && index < m_known.size())
        setTarget(m_known[index]);
}

void TargetBar::setTarget(const SendTarget &target)
{
    m_authorityFile = target.authorityFile;
    m_check = target.checkCertificate;
    m_url->setEditText(target.url);
    showTrust();
    Q_EMIT changed();
}

SendTarget TargetBar::target() const
{
    return {.url = m_url->currentText().trimmed(),
            .authorityFile = m_authorityFile,
            .checkCertificate = m_check};
}

QUrl TargetBar::url() const { return QUrl(m_url->currentText().trimmed()); }

QString TargetBar::trouble() const
{
    if (m_url->currentText().trimmed().isEmpty())
        return tr("Type a URL to send to.");
    return resend::objection(url());
}

} // namespace ui
