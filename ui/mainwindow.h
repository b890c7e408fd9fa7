// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "models/deliverymodel.h"
#include "ui/addresswatch.h"
#include "ui/alertdigest.h"
#include "ui/announcements.h"
#include "ui/arrivals.h"
#include "ui/edits.h"
#include "ui/theme.h"
#include "ui/tray.h"
#include "ui/trustwatch.h"
#include "ui/windowstate.h"

#include <QMainWindow>

class QMenu;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace ui
{

class ArrivalStrip;
class DeliveryView;
class DetailsPane;
class Dialogs;
class EmptyTable;
class FilterBar;
class Filtering;
class FirstRunPage;
class MessageBar;
class Notices;
class Reading;
class Resends;
class StatusLine;
class StoreFiles;
class UrlBox;
class VerdictChips;

// The program's one window.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(inspector::Inspector &inspector, QSettings &settings, QWidget *parent = nullptr);

    void openStore(const QString &file);
    void quit();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectStore();
    void connectListener();
    void connectRows();
    void connectSorting();
    void connectActions();
    void connectMoves();
    void connectLooks();
    void connectNotices();
    void connectFirstRun();
    void connectAlerts();
    void connectResends();

    void takeOpened(const inspector::StoreFacts &facts);
    void takeArrived(const QList<capture::Summary> &rows);
    void rememberListener(const inspector::Settings &listener);
    void startListening(const inspector::Settings &settings, const QString &password = {});
    void remakeCertificate();
    void showListening();
    void showCounts();
    void showSecrets();
    void showCode();
    void compareSelected();
    void comparePrevious();
    void showRow(qint64 id);
    void showMarked();
    void showEmpty();
    void showTitle();
    void showPage(bool firstRun);
    bool staysInTray();

    void resendSelected();
    void exportRows();
    void tellUndoable(const QString &text);
    void editNote();
    void clearRows();
    void removeSelected();
    void toggleMark();
    void showOnlyVerdict();
    void showOnlyCustomer();
    void offerFilters(QMenu &menu);
    void showRowMenu(const QPoint &place);

    void setPlace(DetailsPlace place);
    void setLook(Look look);
    void placeDetails();
    void showDetails();
    void shareRoom();
    void cycleDetails();
    void movePane(int step);
    void restoreState();
    void keepSplit();
    void restoreSplit();
    void rememberState();
    void resetLayout();

    static constexpr int narrow = 1180; // below this the details fit under the table

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    inspector::Settings m_listener;
    Theme m_theme;
    models::DeliveryModel m_model;
    Arrivals m_arrivals;
    Announcements m_announcements;
    Edits m_edits;
    TrustWatch m_trust;
    AddressWatch m_address;
    Tray m_tray;
    AlertDigest m_digest;
    WindowState m_state;
    QTimer m_second;
    QString m_savedAt;
    bool m_greetFirst = false; // no webhook was ever received
    bool m_quitting = false; // closing is meant, whatever is in the tray

    FilterBar *m_filter;
    VerdictChips *m_chips;
    ArrivalStrip *m_strip;
    MessageBar *m_messages;
    QStackedWidget *m_pages;
    QSplitter *m_split;
    DeliveryView *m_view;
    EmptyTable *m_empty;
    DetailsPane *m_details;
    FirstRunPage *m_firstRun;
    StatusLine *m_status;
    UrlBox *m_url;
    WindowActions *m_actions;
    Reading *m_reading;
    Notices *m_notices;
    Dialogs *m_dialogs;
    StoreFiles *m_files;
    Resends *m_resends;
    Filtering *m_filtering;
};

} // namespace ui
