// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "ui/dialogs/secretsdialog.h"
#include "ui/dialogs/settingsdialog.h"

#include <QObject>
#include <QPointer>

class QAction;
class QDialog;
class QSettings;

namespace models
{
class DeliveryModel;
}

namespace ui
{

class Shortcuts;
struct Exportable;

// The window's dialogs: none blocks it, and of each there is at most one.
class Dialogs : public QObject
{
    Q_OBJECT

public:
    Dialogs(inspector::Inspector &inspector, QSettings &settings, QWidget &window);

    void setVerifiedCount(SecretsDialog::VerifiedCount count);
    void setRows(const models::DeliveryModel &model) { m_model = &model; } // of the window
    void setShortcuts(Shortcuts &shortcuts) { m_keys = &shortcuts; } // of the window
    void prefer(qint64 delivery); // the one that is looked at, 0: none; to try schemes on
    // Before the window goes. False: a text in them cannot be used and would be lost; they show it.
    bool closeSettings();

public Q_SLOTS:
    void openSecrets();
    void openSecretsOfRow(); // the same, for the endpoint of what is looked at in any case
    void openTrust();
    void openReach();
    void openPlay();
    void openEndpoints();
    void openRules(); // of the endpoint of what is looked at, or of the usual one
    void openForwards(); // likewise
    void openRulesOf(const QString &endpoint);
    void openForwardsOf(const QString &endpoint);
    void openCode(const signature::Scheme &scheme);
    void openCompare(qint64 left, qint64 right); // ids of deliveries
    void openExport(const ui::Exportable &webhooks);
    void openListener();
    void openCertificate();
    void openLimits();
    void openStorage();
    void openScheme(const QString &endpoint); // the chooser of its signing scheme
    void askPassword(const inspector::Settings &settings);
    void openShortcuts(const QList<QAction *> &actions);
    void openAbout();
    void openAccounts(); // neither without rows
    void openArrival(const QString &publicUrl); // why nothing arrives; without rows nothing opens

Q_SIGNALS:
    void listenWanted(const inspector::Settings &settings, const QString &password);
    void lookChanged(ui::Look look);
    void alertsChanged(const ui::Alerts &alerts);
    void tableChanged(const ui::TableSettings &table);
    void accountWanted(const QString &account); // alone
    void trustClosed(); // the system's certificates may be others now
    void exported(const QString &target, qint64 count);

private:
    void openSettings(SettingsDialog::Page page);
    QString preferredEndpoint() const; // empty: nothing is looked at
    QString ruledEndpoint() const; // empty: there is none
    template <typename Dialog, typename Make> Dialog *open(QPointer<QDialog> &slot, Make make);

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    QWidget &m_window;
    SecretsDialog::VerifiedCount m_count;
    const models::DeliveryModel *m_model = nullptr;
    Shortcuts *m_keys = nullptr;
    qint64 m_preferred = 0;
    QPointer<QDialog> m_secrets;
    QPointer<QDialog> m_trust;
    QPointer<QDialog> m_reach;
    QPointer<QDialog> m_play;
    QPointer<QDialog> m_rules;
    QPointer<QDialog> m_forwards;
    QPointer<QDialog> m_code;
    QPointer<QDialog> m_compare;
    QPointer<QDialog> m_export;
    QPointer<QDialog> m_pages;
    QPointer<QDialog> m_password;
    QPointer<QDialog> m_shortcuts;
    QPointer<QDialog> m_about;
    QPointer<QDialog> m_arrival;
    QPointer<QDialog> m_accounts;
};

} // namespace ui
