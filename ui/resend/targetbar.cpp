// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/targetbar.h"

#include "resend/targettrust.h"
#include "ui/icons.h"
#include "ui/resend/authorityfile.h"
#include "ui/resend/pindialog.h"
#include "ui/views/codefont.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QComboBox>
#include <QCompleter>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

// Trust is in one server: "host:port" over TLS, empty of all else.
static QString serverOf(const QString &text)
{
    const QUrl url(text.trimmed());
    const bool secure = url.scheme() == "https"_L1 && !url.host().isEmpty();
    return secure ? u"%1:%2"_s.arg(url.host().toLower()).arg(url.port(443)) : QString();
}

// "localhost:3000/x" is what people type of a server on their own computer. Of another one it may
// not be guessed whether what is sent there is encrypted.
static QString completed(const QString &text)
{
    if (text.isEmpty() || text.contains("://"_L1))
        return text;
    const QString whole = u"http://"_s + text;
    return staysHere(QUrl(whole)) ? whole : text;
}

TargetBar::TargetBar(const QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_used(loadTargets(settings))
    , m_known(m_used)
    , m_url(new QComboBox(this))
    , m_trust(new QToolButton(this))
    , m_choices(new QActionGroup(this))
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
    connect(m_url, &QComboBox::editTextChanged, this, &TargetBar::followUrl);
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
    menu->addAction(tr("Trust the &system's authorities"), this, [this] { trust({}); });
    menu->addAction(tr("Trust another &authority…"), this, &TargetBar::chooseAuthority);
    menu->addAction(tr("Trust one &certificate only…"), this, &TargetBar::choosePin);
    menu->addSeparator();
    menu->addAction(tr("&Do not check the certificate"), this, [this] {
        SendTarget how = m_trusted;
        how.checkCertificate = false;
        trust(how);
    });
    for (QAction *choice : menu->actions()) {
        choice->setCheckable(!choice->isSeparator());
        if (choice->isCheckable())
            m_choices->addAction(choice);
    }
    // Who leaves a dialog without a choice has marked it nonetheless.
    connect(menu, &QMenu::aboutToShow, this, &TargetBar::markTrust);
    m_trust->setMenu(menu);
}

void TargetBar::markTrust()
{
    enum Choice { System, Authority, Certificate, Unchecked };
    const Choice choice = !m_trusted.checkCertificate ? Unchecked
        : !m_trusted.pin.isEmpty()                    ? Certificate
        : !m_trusted.authorityFile.isEmpty()          ? Authority
                                                      : System;
    m_choices->actions().at(choice)->setChecked(true);
}

void TargetBar::chooseAuthority()
{
    if (const QString file = askForAuthority(this, m_trusted.authorityFile); !file.isEmpty())
        trust({.authorityFile = file});
}

void TargetBar::choosePin()
{
    auto *dialog = new PinDialog(m_trusted.pin, this);
    connect(dialog, &PinDialog::entered, this, [this](const QString &pin) { trust({.pin = pin}); });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TargetBar::offer(const QList<SendTarget> &targets, const QString &what)
{
    const SendTarget typed = target();
    const QSignalBlocker blocker(m_url);
    while (m_url->count() > m_used.size())
        m_url->removeItem(m_url->count() - 1);
    m_known = m_used;
    for (const SendTarget &target : targets) {
        const bool used = std::any_of(m_used.cbegin(), m_used.cend(),
                                      [&target](const auto &one) { return one.url == target.url; });
        if (used)
            continue;
        m_known.append(target);
        m_url->addItem(icon(u"antenna"_s), target.url);
        m_url->setItemData(m_url->count() - 1, what, Qt::ToolTipRole);
        m_url->setItemData(m_url->count() - 1, tr("%1, %2").arg(target.url, what),
                           Qt::AccessibleTextRole);
    }
    setTarget(m_used.isEmpty() && typed.url.isEmpty() ? m_known.value(0) : typed);
}

// Another server is trusted as it was the last time, and a new one by the system's authorities.
void TargetBar::followUrl()
{
    const QString server = serverOf(m_url->currentText());
    if (server == m_server) {
        showTrust();
        return Q_EMIT changed();
    }
    const auto known
        = std::find_if(m_known.cbegin(), m_known.cend(), [&server](const SendTarget &target) {
              return !server.isEmpty() && serverOf(target.url) == server;
          });
    trust(known == m_known.cend() ? SendTarget() : *known);
}

void TargetBar::trust(const SendTarget &how)
{
    m_trusted = how;
    m_trusted.url.clear();
    m_server = serverOf(m_url->currentText());
    if (m_server.isEmpty())
        m_trusted = {};
    showTrust();
    Q_EMIT changed();
}

void TargetBar::showTrust()
{
    const bool secure = m_url->currentText().startsWith("https:"_L1, Qt::CaseInsensitive);
    const auto &[url, authority, pin, check] = m_trusted;
    markTrust();
    m_trust->setVisible(secure);
    m_trust->setIcon(check ? icon(u"lock"_s, &Tokens::verified)
                           : icon(u"lock-open"_s, &Tokens::invalid));
    m_trust->setText(!check                    ? tr("Certificate not checked")
                         : !pin.isEmpty()      ? tr("One certificate only")
                         : authority.isEmpty() ? tr("Certificate checked")
                                               : QFileInfo(authority).fileName());
    m_trust->setAccessibleName(tr("Trust in the target: %1").arg(m_trust->text()));
    m_trust->setToolTip(!check               ? m_trust->text()
                            : !pin.isEmpty() ? tr("Trusts the certificate with this SHA-256 "
                                                  "and no other:\n%1")
                                                   .arg(pin)
                            : !authority.isEmpty()
                            ? tr("Trusts the authorities in %1").arg(authority)
                            : m_trust->text());
}

void TargetBar::takeKnown(int index)
{
    if (index >= 0 && index < m_known.size())
        setTarget(m_known[index]);
}

void TargetBar::setTarget(const SendTarget &target)
{
    m_url->setEditText(target.url);
    trust(target);
}

SendTarget TargetBar::target() const
{
    SendTarget target = m_trusted;
    target.url = typed();
    return target;
}

void TargetBar::closeList()
{
    m_url->completer()->popup()->hide();
    m_url->hidePopup();
}

QString TargetBar::typed() const { return completed(m_url->currentText().trimmed()); }

QUrl TargetBar::url() const { return QUrl(typed()); }

QString TargetBar::trouble() const
{
    if (typed().isEmpty())
        return tr("Type a URL to send to.");
    return resend::objection(url());
}

QString TargetBar::takenForGranted() const
{
    const bool whole = typed() == m_url->currentText().trimmed();
    return whole ? QString() : tr("Goes to %1.").arg(typed());
}

// An empty field says by itself what belongs there.
QString TargetBar::remark() const
{
    if (typed().isEmpty())
        return {};
    const QString why = trouble();
    return why.isEmpty() ? takenForGranted() : tr("Cannot send there. %1").arg(why);
}

TargetNote *TargetBar::newNote(TargetNote::Room room, QWidget *parent)
{
    auto *note = new TargetNote(room, parent);
    const auto say = [this, note] {
        const QString sentence = remark();
        note->say(sentence, !sentence.isEmpty() && !trouble().isEmpty());
        m_url->lineEdit()->setAccessibleDescription(sentence);
    };
    connect(this, &TargetBar::changed, note, say);
    say();
    return note;
}

} // namespace ui
