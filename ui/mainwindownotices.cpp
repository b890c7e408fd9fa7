// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/columnvalues.h"
#include "ui/dialogs.h"
#include "ui/faultnotice.h"
#include "ui/filedrops.h"
#include "ui/filetypes.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/notices.h"
#include "ui/reading.h"
#include "ui/rowdrag.h"
#include "ui/schemeproposals.h"
#include "ui/statusline.h"
#include "ui/storefiles.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/urlbox.h"

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

static Message failure(const QString &key, const core::Error &error)
{
    return {.key = key, .kind = Message::Kind::Error, .title = error.what, .text = error.why};
}

void MainWindow::connectNotices()
{
    const auto *proposals = new SchemeProposals(m_inspector, *m_messages);
    connect(proposals, &SchemeProposals::chooserWanted, m_dialogs, &Dialogs::openScheme);
    connect(&m_inspector, &Inspector::schemesChanged, this, [this] {
        m_model.setSchemes(m_inspector.schemes());
        m_reading->refresh();
    });
    connect(m_notices, &Notices::listenWanted, this,
            [this](const inspector::Settings &settings) { startListening(settings); });
    connect(m_messages, &MessageBar::left, m_view, qOverload<>(&QWidget::setFocus));
    auto *faults = new FaultNotice(m_inspector, *m_messages);
    connect(faults, &FaultNotice::settingsWanted, m_dialogs, &Dialogs::openEndpoints);
    connect(faults, &FaultNotice::rulesWanted, m_dialogs, &Dialogs::openRulesOf);
    connect(m_notices, &Notices::settingsWanted, m_dialogs, &Dialogs::openListener);
    connect(m_notices, &Notices::secretsWanted, m_dialogs, &Dialogs::openSecretsOfRow);
    connect(m_notices, &Notices::forwardsWanted, m_dialogs, &Dialogs::openForwardsOf);
    connect(m_notices, &Notices::trustWanted, m_dialogs, &Dialogs::openTrust);
    connect(m_notices, &Notices::reachWanted, m_dialogs, &Dialogs::openReach);
    connect(m_notices, &Notices::copyUrlWanted, m_url, &UrlBox::copy);
    connect(m_notices, &Notices::openWanted, m_files, &StoreFiles::choose);
    connect(m_notices, &Notices::newStoreWanted, m_files, &StoreFiles::chooseNew);
    connect(m_notices, &Notices::reopenWanted, m_files, &StoreFiles::reopen);
    connect(m_notices, &Notices::rescueWanted, m_files, &StoreFiles::rescue);
    connect(m_files, &StoreFiles::asked, m_notices, &Notices::setStoreFile);
    connect(m_notices, &Notices::certificateWanted, m_dialogs, &Dialogs::openCertificate);
    connect(m_notices, &Notices::limitsWanted, m_dialogs, &Dialogs::openLimits);
    connect(m_notices, &Notices::storageWanted, m_dialogs, &Dialogs::openStorage);
    connect(m_notices, &Notices::passwordWanted, m_dialogs, &Dialogs::askPassword);
    connect(m_notices, &Notices::recallWanted, &m_inspector, &Inspector::recallSecrets);
    connect(m_notices, &Notices::newCertificateWanted, this, &MainWindow::remakeCertificate);
    connect(m_notices, &Notices::rowWanted, this,
            [this](qint64 id) { m_view->select(m_model.rowOf(id)); });
    connect(m_notices, &Notices::folderWanted, m_files, &StoreFiles::showInFolder);
    connect(m_dialogs, &Dialogs::exported, m_notices, &Notices::tellExported);
    connect(new RowDrag(m_inspector, m_model, *m_view), &RowDrag::failed, this,
            [this](const core::Error &error) { m_messages->show(failure(u"drag"_s, error)); });
    connect(m_details, &DetailsPane::saveEnded, this, [this](const core::Result<QString> &told) {
        m_messages->dismiss(u"save"_s);
        told ? m_status->notify(*told) : m_messages->show(failure(u"save"_s, told.error()));
    });
    auto *values = new ColumnValues(m_inspector, m_model, *m_view, m_edits.stack());
    connect(m_details, &DetailsPane::columnWanted, values, &ColumnValues::add);
    connect(values, &ColumnValues::message, this,
            [this](const QString &text) { m_status->notify(text); });
    connect(values, &ColumnValues::edited, this, &MainWindow::tellUndoable);
    connect(values, &ColumnValues::failed, this,
            [this](const core::Error &error) { m_messages->show(failure(u"values"_s, error)); });
    new FileTypes(this);
    const auto *drops = new FileDrops(*this);
    connect(drops, &FileDrops::dropped, &m_inspector, &Inspector::importFiles);
    connect(drops, &FileDrops::hovered, this, [this](bool over) {
        m_status->setTip(over ? tr("Drop to import; the files stay where they are") : QString());
    });
}

} // namespace ui
