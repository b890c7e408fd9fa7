// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs.h"

#include "models/deliverymodel.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/dialogs/arrivaldialog.h"
#include "ui/dialogs/codedialog.h"
#include "ui/dialogs/comparedialog.h"
#include "ui/dialogs/endpointrules.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/forwardsdialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/playdialog.h"
#include "ui/dialogs/reachdialog.h"
#include "ui/dialogs/rulesdialog.h"
#include "ui/dialogs/shortcutsdialog.h"
#include "ui/dialogs/trustdialog.h"

#include <QSettings>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

constexpr auto exportFormat = "export/format"_L1;

static bool anyChecked(const models::DeliveryModel &model, const QString &endpoint)
{
    const models::DeliveryRows &rows = model.rows();
    const QByteArray path = endpoint.toUtf8();
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const models::PackedRow &packed = rows[row];
        const signature::Signature shown = packed.signatureVerdict();
        if (!packed.rejected()
            && (shown == signature::Signature::Invalid || shown == signature::Signature::Verified)
            && rows.string(packed.endpoint) == path)
            return true;
    }
    return false;
}

Dialogs::Dialogs(inspector::Inspector &inspector, QSettings &settings, QWidget &window)
    : QObject(&window)
    , m_inspector(inspector)
    , m_settings(settings)
    , m_window(window)
{
}

void Dialogs::setVerifiedCount(SecretsDialog::VerifiedCount count) { m_count = std::move(count); }

void Dialogs::prefer(qint64 delivery)
{
    m_preferred = delivery;
    if (m_pages)
        static_cast<SettingsDialog *>(m_pages.data())->prefer(delivery);
}

// Brings the one that is open to the front, or makes it.
template <typename Dialog, typename Make> Dialog *Dialogs::open(QPointer<QDialog> &slot, Make make)
{
    Dialog *made = nullptr;
    if (!slot) {
        made = make();
        made->setAttribute(Qt::WA_DeleteOnClose);
        slot = made;
    }
    slot->show();
    slot->raise();
    slot->activateWindow();
    return made;
}

// For the endpoint of what is looked at; one that is open keeps its own.
void Dialogs::openSecrets()
{
    auto *made = open<SecretsDialog>(m_secrets, [this] {
        auto *dialog = new SecretsDialog(m_inspector, &m_window);
        dialog->setVerifiedCount(m_count);
        dialog->setAnyChecked(
            [this](const QString &endpoint) { return m_model && anyChecked(*m_model, endpoint); });
        return dialog;
    });
    if (made)
        made->choose(preferredEndpoint());
}

void Dialogs::openSecretsOfRow()
{
    openSecrets();
    static_cast<SecretsDialog *>(m_secrets.data())->choose(preferredEndpoint());
}

QString Dialogs::preferredEndpoint() const
{
    if (!m_model)
        return {};
    const models::DeliveryRows &rows = m_model->rows();
    const auto row = rows.find(m_preferred);
    return row ? rows.text(rows[*row].endpoint) : QString();
}

void Dialogs::openTrust()
{
    auto *made
        = open<TrustDialog>(m_trust, [this] { return new TrustDialog(m_inspector, &m_window); });
    if (made)
        connect(made, &QDialog::finished, this, &Dialogs::trustClosed);
}

void Dialogs::openReach()
{
    open<ReachDialog>(m_reach, [this] { return new ReachDialog(m_inspector, &m_window); });
}

void Dialogs::openPlay()
{
    auto *made = open<PlayDialog>(
        m_play, [this] { return new PlayDialog(m_inspector, m_settings, &m_window); });
    if (made)
        connect(made, &PlayDialog::secretsWanted, this, &Dialogs::openSecrets);
}

// Of an endpoint that there still is.
QString Dialogs::ruledEndpoint() const
{
    const QList<capture::Endpoint> &endpoints = m_inspector.endpoints();
    for (const QString &path : {preferredEndpoint(), u"/"_s}) {
        if (std::any_of(endpoints.begin(), endpoints.end(),
                        [&path](const auto &endpoint) { return endpoint.path == path; }))
            return path;
    }
    return endpoints.isEmpty() ? QString() : endpoints.constFirst().path;
}

void Dialogs::openRules() { openRulesOf(ruledEndpoint()); }

void Dialogs::openForwards() { openForwardsOf(ruledEndpoint()); }

// One that is open keeps its endpoint.
void Dialogs::openRulesOf(const QString &endpoint)
{
    if (!endpoint.isEmpty())
        open<RulesDialog>(m_rules,
                          [&] { return makeRulesDialog(m_inspector, endpoint, &m_window); });
}

void Dialogs::openForwardsOf(const QString &endpoint)
{
    if (!endpoint.isEmpty())
        open<ForwardsDialog>(m_forwards,
                             [&] { return makeForwardsDialog(m_inspector, endpoint, &m_window); });
}

void Dialogs::openEndpoints() { openSettings(SettingsDialog::Page::Endpoints); }

void Dialogs::openCode(const signature::Scheme &scheme)
{
    open<CodeDialog>(m_code, [&] { return new CodeDialog(scheme, m_settings, &m_window); });
    static_cast<CodeDialog *>(m_code.data())->setScheme(scheme);
}

void Dialogs::openCompare(qint64 left, qint64 right)
{
    open<CompareDialog>(m_compare,
                        [this] { return new CompareDialog(m_inspector, m_settings, &m_window); });
    static_cast<CompareDialog *>(m_compare.data())->compare(left, right);
}

// For what is selected now; but one that writes goes on.
void Dialogs::openExport(const Exportable &webhooks)
{
    if (auto *before = static_cast<ExportDialog *>(m_export.data()); before && !before->writing())
        delete before;
    auto *made = open<ExportDialog>(
        m_export, [&] { return new ExportDialog(m_inspector, webhooks, &m_window); });
    if (!made)
        return;
    made->setFormat(formats::Format(m_settings.value(exportFormat, -1).toInt()));
    connect(made, &ExportDialog::exported, this,
            [this, made] { m_settings.setValue(exportFormat, int(made->format())); });
    connect(made, &ExportDialog::exported, this, &Dialogs::exported);
}

void Dialogs::openListener() { openSettings(SettingsDialog::Page::Listener); }

void Dialogs::openCertificate() { openSettings(SettingsDialog::Page::Certificate); }

void Dialogs::openLimits() { openSettings(SettingsDialog::Page::Limits); }

void Dialogs::openStorage() { openSettings(SettingsDialog::Page::Storage); }

void Dialogs::openScheme(const QString &endpoint)
{
    openSettings(SettingsDialog::Page::Endpoints);
    static_cast<SettingsDialog *>(m_pages.data())->chooseScheme(endpoint);
}

void Dialogs::askPassword(const inspector::Settings &settings)
{
    auto *made = open<PasswordDialog>(
        m_password, [&] { return new PasswordDialog(settings.certificateFile, &m_window); });
    if (made)
        connect(made, &PasswordDialog::entered, this, [this, settings](const QString &password) {
            Q_EMIT listenWanted(settings, password);
        });
}

void Dialogs::openSettings(SettingsDialog::Page page)
{
    auto *made = open<SettingsDialog>(
        m_pages, [this] { return new SettingsDialog(m_inspector, m_settings, &m_window, m_keys); });
    if (made) {
        connect(made, &SettingsDialog::listenerSettingsChanged, this, &Dialogs::listenWanted);
        connect(made, &SettingsDialog::lookChanged, this, &Dialogs::lookChanged);
        connect(made, &SettingsDialog::alertsChanged, this, &Dialogs::alertsChanged);
        connect(made, &SettingsDialog::tableChanged, this, &Dialogs::tableChanged);
    }
    static_cast<SettingsDialog *>(m_pages.data())->showPage(page);
    static_cast<SettingsDialog *>(m_pages.data())->prefer(m_preferred);
}

bool Dialogs::closeSettings()
{
    if (!m_pages || m_pages->close())
        return true;
    m_pages->raise();
    m_pages->activateWindow();
    return false;
}

void Dialogs::openShortcuts(const QList<QAction *> &actions)
{
    open<ShortcutsDialog>(m_shortcuts, [&] { return new ShortcutsDialog(actions, &m_window); });
}

void Dialogs::openArrival(const QString &publicUrl)
{
    if (!m_model)
        return;
    auto *made = open<ArrivalDialog>(
        m_arrival, [this] { return new ArrivalDialog(m_inspector, *m_model, &m_window); });
    if (made) {
        connect(made, &ArrivalDialog::settingsWanted, this, &Dialogs::openListener);
        connect(made, &ArrivalDialog::trustWanted, this, &Dialogs::openTrust);
        connect(made, &ArrivalDialog::reachWanted, this, &Dialogs::openReach);
        connect(this, &Dialogs::trustClosed, made, &ArrivalDialog::checkTrust);
    }
    static_cast<ArrivalDialog *>(m_arrival.data())->setPublicUrl(publicUrl);
}

void Dialogs::openAccounts()
{
    if (!m_model)
        return;
    auto *made = open<AccountsDialog>(m_accounts,
                                      [this] { return new AccountsDialog(*m_model, &m_window); });
    if (made)
        connect(made, &AccountsDialog::accountWanted, this, &Dialogs::accountWanted);
}

void Dialogs::openAbout()
{
    open<AboutDialog>(m_about, [this] { return new AboutDialog(&m_window); });
}

} // namespace ui
