// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/settings.h"
#include "ui/alerts.h"
#include "ui/tablesettings.h"
#include "ui/theme.h"

#include <QDialog>

class QListWidget;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace inspector
{
class Inspector;
}

namespace ui
{

class EndpointsPage;
class ListenerPage;
class SettingsPage;
class Shortcuts;

// The settings, a page each. What is changed is saved and takes effect at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page {
        Listener,
        Certificate,
        Limits,
        Endpoints,
        Checks,
        Sending,
        Appearance,
        Alerts,
        Storage,
        Shortcuts, // with those of a window only
    };
    Q_ENUM(Page)

    SettingsDialog(inspector::Inspector &inspector, QSettings &file, QWidget *parent = nullptr,
                   Shortcuts *shortcuts = nullptr);

public Q_SLOTS:
    void showPage(ui::SettingsDialog::Page page);
    void chooseScheme(const QString &endpoint); // on the page of the endpoints
    void prefer(qint64 delivery); // for trying schemes of one's own on
    void reject() override; // not while a text cannot be used, which would be lost

Q_SIGNALS:
    // Listen anew. The password of the user's own key is not saved; it counts for this run.
    void listenerSettingsChanged(const inspector::Settings &settings, const QString &password = {});
    void lookChanged(ui::Look look);
    void alertsChanged(const ui::Alerts &alerts);
    void tableChanged(const ui::TableSettings &table);

private:
    void addPages();
    void keepReadable();
    ListenerPage *makeListenerPage();
    SettingsPage *makeCertificatePage();
    SettingsPage *makeLimitsPage();
    SettingsPage *makeAppearancePage();
    SettingsPage *makeAlertsPage();
    SettingsPage *makeChecksPage();
    SettingsPage *makeShortcutsPage(Shortcuts &shortcuts);
    void changeTable(const TableSettings &table);
    void addPage(SettingsPage *page, const QString &icon, const QString &title);
    void build();
    void listenAnew();
    void restoreDefaults();

    inspector::Inspector &m_inspector;
    QSettings &m_file;
    inspector::Settings m_settings;
    QString m_password;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    EndpointsPage *m_endpoints;
    QPushButton *m_restore;
    QList<SettingsPage *> m_pages;
};

} // namespace ui
