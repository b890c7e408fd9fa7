// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/secretmodel.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/secretdelegate.h"
#include "ui/dialogs/secretedit.h"
#include "ui/dialogs/secretsdialog.h"
#include "ui/views/messagepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr int shownRows = 3;

QPushButton *button(const QString &text)
{
    auto *made = new QPushButton(text);
    made->setAutoDefault(false);
    return made;
}

} // namespace

void SecretsDialog::build()
{
    setWindowTitle(tr("Signing secrets"));
    m_edit = new SecretEdit;
    m_edit->setPlaceholderText(tr("Paste a signing secret, such as your app's client secret"));
    m_edit->setAccessibleName(tr("Signing secret to add"));
    m_note = new NoteBox;
    m_undo = new NoteBox;
    m_endpoint = new QComboBox;
    m_remember = new QCheckBox(tr("&Remember in the system keyring"));
    m_remember->setChecked(true);
    m_keyring = mutedLabel({});
    m_keyring->hide();
    auto *endpointLabel = new QLabel(tr("For &endpoint"));
    endpointLabel->setBuddy(m_endpoint);
    m_endpointRow = new QWidget;
    auto *endpointLayout = new QHBoxLayout(m_endpointRow);
    endpointLayout->setContentsMargins(0, 0, 0, 0);
    endpointLayout->addWidget(endpointLabel);
    endpointLayout->addWidget(m_endpoint, 1);

    for (auto *widget :
         std::initializer_list<QWidget *>{m_edit, m_endpointRow, m_note, m_remember, m_keyring})
        content()->addWidget(widget);
    content()->addWidget(buildTable(), 1);
    content()->addWidget(m_undo);
    fillFooter();
    resize(fontMetrics().height() * 37, sizeHint().height());
}

QWidget *SecretsDialog::buildTable()
{
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SecretDelegate(m_table));
    m_table->setAccessibleName(tr("Secrets"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    auto *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto em = fontMetrics().averageCharWidth();
    using Column = models::SecretModel::Column;
    header->resizeSection(int(Column::Endpoint), 12 * em);
    header->resizeSection(int(Column::EndsWith), 13 * em);
    header->resizeSection(int(Column::Verified), 21 * em);
    header->resizeSection(int(Column::KeptIn), 21 * em);
    header->setSectionResizeMode(int(Column::Name), QHeaderView::Stretch);
    header->setSectionsClickable(false);
    auto *empty = new MessagePage;
    empty->setMessage(u"key"_s, tr("No secrets"),
                      tr("Webhooks are shown as “No secret” until one is added."));
    m_list = new QStackedWidget;
    m_list->addWidget(empty);
    m_list->addWidget(m_table);
    const auto row = m_table->verticalHeader()->defaultSectionSize();
    m_list->setMinimumHeight(header->sizeHint().height() + shownRows * row + 4);
    return m_list;
}

void SecretsDialog::fillFooter()
{
    m_rename = button(tr("Re&name"));
    m_forget = button(tr("&Forget"));
    m_add = button(tr("Add secret"));
    m_add->setDefault(true);
    auto *close = button(tr("Close"));
    footer()->addLeft(m_rename);
    footer()->addLeft(m_forget);
    footer()->addRight(close);
    footer()->addRight(m_add);
    connect(m_rename, &QPushButton::clicked, this, &SecretsDialog::rename);
    connect(m_forget, &QPushButton::clicked, this, &SecretsDialog::forget);
    connect(m_add, &QPushButton::clicked, this, &SecretsDialog::add);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    const auto follow = [this] {
        m_rename->setEnabled(currentRow() >= 0);
        m_forget->setEnabled(currentRow() >= 0);
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, follow);
    connect(m_model, &models::SecretModel::modelReset, this, follow);
    follow();
}

} // namespace ui
