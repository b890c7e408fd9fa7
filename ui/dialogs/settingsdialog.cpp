// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/settingsdialog.h"

#include "inspector/inspector.h"
#include "signature/secretinput.h"
#include "ui/dialogs/alertspage.h"
#include "ui/dialogs/appearancepage.h"
#include "ui/dialogs/certificatepage.h"
#include "ui/dialogs/checkspage.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/endpointspage.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/limitspage.h"
#include "ui/dialogs/listenerpage.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/dialogs/sendingpage.h"
#include "ui/dialogs/shortcutspage.h"
#include "ui/dialogs/storagepage.h"
#include "ui/icons.h"
#include "ui/stilllistening.h"
#include "ui/tray.h"
#include "ui/views/codefont.h"
#include "ui/windowstate.h"

#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{
constexpr auto lookKey = "looks/theme"_L1;
constexpr QSize leastPage(20, 18); // in heights of a line
} // namespace

SettingsDialog::SettingsDialog(inspector::Inspector &inspector, QSettings &file, QWidget *parent,
                               Shortcuts *shortcuts)
    : QDialog(parent)
    , m_inspector(inspector)
    , m_file(file)
    , m_settings(inspector::load(file))
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_restore(new QPushButton(tr("&Restore defaults")))
{
    setWindowTitle(tr("Settings"));
    build();
    addPages();
    if (shortcuts)
        addPage(makeShortcutsPage(*shortcuts), u"keyboard"_s, tr("Shortcuts"));
    keepReadable();
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_restore, &QPushButton::clicked, this, &SettingsDialog::restoreDefaults);
    showPage(Page::Listener);
}

void SettingsDialog::build()
{
    m_list->setAccessibleName(tr("Pages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list, RowDelegate::Bar::Left));
    m_list->setIconSize(QSize(18, 18));
    m_list->setFixedWidth(fontMetrics().height() * 8);
    m_list->setSpacing(0);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_restore->setAutoDefault(false);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *footer = new DialogFooter;
    footer->addLeft(m_restore);
    footer->addRight(close);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_list);
    body->addWidget(verticalSeparator());
    body->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(body, 1);
    column->addWidget(footer);
    resize(fontMetrics().height() * 36, fontMetrics().height() * 31);
}

// Pages are scrolled up and down alone.
void SettingsDialog::keepReadable()
{
    int widest = fontMetrics().height() * leastPage.width();
    for (const SettingsPage *page : std::as_const(m_pages))
        widest = std::max(widest, page->minimumSizeHint().width());
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    setMinimumSize(std::min(m_list->minimumWidth() + widest + bar, width()),
                   fontMetrics().height() * leastPage.height());
}

void SettingsDialog::addPages()
{
    addPage(makeListenerPage(), u"antenna"_s, tr("Listener"));
    addPage(makeCertificatePage(), u"certificate"_s, tr("Certificate"));
    addPage(makeLimitsPage(), u"gauge"_s, tr("Limits"));
    m_endpoints = new EndpointsPage(m_inspector);
    addPage(m_endpoints, u"route"_s, tr("Endpoints"));
    addPage(makeChecksPage(), u"clock"_s, tr("Checks"));
    addPage(new SendingPage(m_file), u"send"_s, tr("Sending"));
    addPage(makeAppearancePage(), u"palette"_s, tr("Appearance"));
    addPage(makeAlertsPage(), u"bell"_s, tr("Alerts"));
    addPage(new StoragePage(m_inspector), u"store"_s, tr("Storage"));
}

void SettingsDialog::chooseScheme(const QString &endpoint)
{
    showPage(Page::Endpoints);
    m_endpoints->chooseScheme(endpoint);
}

void SettingsDialog::prefer(qint64 delivery) { m_endpoints->prefer(delivery); }

void SettingsDialog::reject()
{
    if (!m_endpoints->showProblem())
        return QDialog::reject();
    showPage(Page::Endpoints);
    m_endpoints->showProblem(); // again, for now it can be seen
}

void SettingsDialog::addPage(SettingsPage *page, const QString &icon, const QString &title)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    scroll->setAccessibleName(title);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    new QListWidgetItem(ui::icon(icon), title, m_list);
    m_pages.append(page);
}

ListenerPage *SettingsDialog::makeListenerPage()
{
    auto *page = new ListenerPage(m_settings);
    connect(page, &ListenerPage::changed, this,
            [this](const QString &address, quint16 port, bool onStart) {
                const bool anew = address != m_settings.address || port != m_settings.port;
                m_settings.address = address;
                m_settings.port = port;
                m_settings.listenOnStart = onStart;
                inspector::save(m_settings, m_file);
                if (anew)
                    listenAnew();
            });
    const auto takeWorkingPlace = [this] { // false: it stands in the settings already
        const auto before
            = std::exchange(m_settings, workingSettings(m_settings, m_inspector.listening()));
        return before != m_settings;
    };
    using inspector::Inspector;
    connect(&m_inspector, &Inspector::listenFailed, page,
            [this, page, takeWorkingPlace](const core::Error &error, quint16 freePort) {
                const QString free
                    = freePort != 0 ? tr("Port %1 is free.").arg(freePort) : QString();
                const QString still = stillListening(m_inspector.listening(), m_settings);
                page->showProblem(error, u"%1 %2"_s.arg(free, still).trimmed());
                if (!takeWorkingPlace())
                    return;
                page->takeBack(m_settings.address, m_settings.port);
                inspector::save(workingSettings(inspector::load(m_file), m_inspector.listening()),
                                m_file); // what else stands there may be newer
            });
    connect(&m_inspector, &Inspector::listeningStarted, page, [this, page, takeWorkingPlace] {
        page->clearProblem();
        if (takeWorkingPlace()) // somebody else chose it
            page->setPlace(m_settings.address, m_settings.port);
    });
    return page;
}

SettingsPage *SettingsDialog::makeCertificatePage()
{
    auto *page = new CertificatePage(m_settings);
    connect(page, &CertificatePage::changed, this,
            [this](const QString &file, const QString &key, const QString &password) {
                m_settings.certificateFile = file;
                m_settings.keyFile = key;
                signature::wipe(m_password);
                // A copy of its own: wiping a shared one would empty the page's field.
                m_password = QString(password.constData(), password.size());
                listenAnew();
            });
    return page;
}

SettingsPage *SettingsDialog::makeLimitsPage()
{
    auto *page = new LimitsPage(m_settings.limits);
    connect(page, &LimitsPage::changed, this, [this](const http::Limits &limits) {
        if (limits == m_settings.limits)
            return;
        m_settings.limits = limits;
        listenAnew();
    });
    return page;
}

SettingsPage *SettingsDialog::makeAppearancePage()
{
    auto *page = new AppearancePage(lookFromWord(m_file.value(lookKey).toString()),
                                    loadTable(m_file).compact, loadCodeFamily(m_file));
    connect(page, &AppearancePage::compactChanged, this, [this](bool compact) {
        TableSettings table = loadTable(m_file);
        table.compact = compact;
        changeTable(table);
    });
    connect(page, &AppearancePage::codeFamilyChanged, this, [this](const QString &family) {
        saveCodeFamily(family, m_file);
        setCodeFamily(family);
    });
    connect(page, &AppearancePage::changed, this, [this](Look look) {
        m_file.setValue(lookKey, word(look));
        Q_EMIT lookChanged(look);
    });
    return page;
}

SettingsPage *SettingsDialog::makeAlertsPage()
{
    auto *page = new AlertsPage(loadAlerts(m_file), Tray::available());
    connect(page, &AlertsPage::changed, this, [this](const ui::Alerts &alerts) {
        save(alerts, m_file);
        Q_EMIT alertsChanged(alerts);
    });
    return page;
}

SettingsPage *SettingsDialog::makeChecksPage()
{
    auto *page = new ChecksPage(m_inspector, loadTable(m_file));
    connect(page, &ChecksPage::endpointsWanted, this, [this] { showPage(Page::Endpoints); });
    connect(page, &ChecksPage::pointedOutChanged, this, [this](bool problems, bool repeats) {
        TableSettings table = loadTable(m_file);
        table.tint = problems;
        table.repeats = repeats;
        changeTable(table);
    });
    return page;
}

SettingsPage *SettingsDialog::makeShortcutsPage(Shortcuts &shortcuts)
{
    auto *page = new ShortcutsPage(shortcuts, loadTable(m_file).letters);
    connect(page, &ShortcutsPage::lettersChanged, this, [this](bool letters) {
        TableSettings table = loadTable(m_file);
        table.letters = letters;
        changeTable(table);
    });
    return page;
}

void SettingsDialog::changeTable(const TableSettings &table)
{
    save(table, m_file);
    Q_EMIT tableChanged(table);
}

void SettingsDialog::listenAnew()
{
    inspector::save(m_settings, m_file);
    Q_EMIT listenerSettingsChanged(m_settings, m_password);
}

void SettingsDialog::showPage(Page page) { m_list->setCurrentRow(int(page)); }

void SettingsDialog::restoreDefaults() { m_pages.at(m_list->currentRow())->restoreDefaults(); }

} // namespace ui
