// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/schemeactions.h"

#include "core/filetrouble.h"
#include "core/outfile.h"
#include "inspector/inspector.h"
#include "models/schemewords.h"
#include "signature/schemejson.h"
#include "ui/dialogs/schemedialog.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

SchemeActions::SchemeActions(inspector::Inspector &inspector, const QString &endpoint,
                             QWidget *parent)
    : QWidget(parent)
    , m_inspector(inspector)
    , m_endpoint(endpoint)
{
    build();
    setScheme({});
}

void SchemeActions::build()
{
    auto *make = new QPushButton(tr("&New scheme…"));
    m_edit = new QPushButton(tr("&Edit…"));
    m_duplicate = new QPushButton(tr("&Duplicate…"));
    m_more = new QToolButton;
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More with schemes"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    menu->addAction(tr("&Import…"), this, &SchemeActions::chooseImport);
    m_export = menu->addAction(tr("E&xport…"), this, &SchemeActions::chooseExport);
    m_remove = menu->addAction(tr("&Remove"), this, &SchemeActions::remove);
    m_more->setMenu(menu);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (auto *button : {make, m_edit, m_duplicate}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addWidget(m_more);
    connect(make, &QPushButton::clicked, this, [this] { openForm(SchemeDialog::blank()); });
    connect(m_edit, &QPushButton::clicked, this, [this] { openForm(*m_scheme); });
    connect(m_duplicate, &QPushButton::clicked, this, &SchemeActions::duplicate);
}

void SchemeActions::setScheme(const std::optional<signature::Scheme> &scheme)
{
    m_scheme = scheme;
    const bool own = scheme && m_inspector.schemes().isOwn(scheme->id);
    m_edit->setEnabled(own);
    m_edit->setToolTip(own ? QString() : tr("Only your own schemes can be changed; duplicate it."));
    m_remove->setEnabled(own);
    m_duplicate->setEnabled(scheme.has_value());
    m_export->setEnabled(scheme.has_value());
}

void SchemeActions::openForm(const signature::Scheme &scheme)
{
    auto *dialog = new SchemeDialog(m_inspector, m_endpoint, scheme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->prefer(m_preferred);
    connect(dialog, &SchemeDialog::saved, this, &SchemeActions::stored);
    dialog->open();
}

void SchemeActions::duplicate()
{
    signature::Scheme copy = *m_scheme;
    copy.id.clear();
    copy.name = tr("%1, copy").arg(copy.name);
    openForm(copy);
}

void SchemeActions::chooseImport()
{
    auto *dialog = new QFileDialog(this, tr("Import a scheme"), {}, tr("Schemes (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SchemeActions::importFrom);
    dialog->open();
}

void SchemeActions::importFrom(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return told(false, tr("Cannot read %1.").arg(file), core::fileTrouble(in));
    const auto read = signature::readScheme(in.read(signature::largestSchemeFile + 1));
    if (!read)
        return told(false, read.error().what, u"%1: %2."_s.arg(file, read.error().why));
    signature::Scheme scheme = *read;
    // What an endpoint may already name keeps its id; nothing that is there is written over.
    if (m_inspector.schemes().find(scheme.id))
        scheme.id = models::freeSchemeId(scheme.name, m_inspector.schemes());
    m_inspector.putScheme(scheme);
    if (!m_inspector.schemes().isOwn(scheme.id))
        return told(false, tr("%1 is not imported.").arg(scheme.name), models::noRoomText());
    Q_EMIT stored(scheme.id);
    Q_EMIT told(true, tr("%1 is imported.").arg(scheme.name), {});
}

void SchemeActions::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the scheme"), {}, tr("Schemes (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(m_scheme->id + u".json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SchemeActions::exportTo);
    dialog->open();
}

void SchemeActions::exportTo(const QString &file)
{
    if (!m_scheme)
        return;
    core::OutFile out(file);
    const bool written = out.open() && out.write(signature::writeScheme(*m_scheme)) && out.commit();
    if (written)
        told(true, tr("%1 is exported.").arg(m_scheme->name), file);
    else
        told(false, out.error().what, out.error().why);
}

void SchemeActions::remove()
{
    const QString name = m_scheme->name;
    const auto &endpoints = m_inspector.endpoints();
    const auto user
        = std::find_if(endpoints.begin(), endpoints.end(),
                       [this](const auto &endpoint) { return endpoint.scheme == m_scheme->id; });
    if (user != endpoints.end())
        return told(false, tr("%1 is in use.").arg(name),
                    tr("Choose another scheme for %1 first.").arg(user->path));
    m_inspector.removeScheme(m_scheme->id);
    Q_EMIT told(true, tr("%1 is removed.").arg(name), {});
}

} // namespace ui
