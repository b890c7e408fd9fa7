// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/accountsdialog.h"

#include "models/accountmodel.h"
#include "models/deliverymodel.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/icons.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using models::AccountModel;
using Column = AccountModel::Column;

namespace
{

constexpr int pause = 500; // milliseconds; rows that come meanwhile are looked at together

// A sign before what deserves a look; its words say why.
class AccountDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        if (!index.data(AccountModel::WantsAttentionRole).toBool())
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon(u"warning"_s, &Tokens::stale);
        option->decorationSize = QSize(16, 16);
    }
};

} // namespace

AccountsDialog::AccountsDialog(const models::DeliveryModel &rows, QWidget *parent)
    : ContentDialog(parent)
    , m_rows(rows)
    , m_model(new AccountModel(this))
    , m_table(new QTableView)
    , m_summary(mutedLabel({}))
    , m_about(wrappedLabel({}))
    , m_show(new QPushButton(icon(u"filter"_s), tr("&Show only this account")))
{
    setWindowTitle(tr("Accounts"));
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &AccountsDialog::look);
    connect(&rows, &models::DeliveryModel::counted, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AccountsDialog::follow);
    connect(m_table, &QTableView::activated, this, &AccountsDialog::choose);
    connect(m_show, &QPushButton::clicked, this, &AccountsDialog::choose);
    look();
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    follow();
}

void AccountsDialog::build()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new AccountDelegate(m_table));
    m_table->setAccessibleName(tr("Accounts"));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(int(Column::LastSeen), Qt::DescendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(std::max(24, fontMetrics().height() + 9));
    m_table->setMinimumHeight(fontMetrics().height() * 8);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int em = fontMetrics().averageCharWidth();
    header->resizeSection(int(Column::Name), 16 * em);
    header->resizeSection(int(Column::Webhooks), 12 * em);
    header->resizeSection(int(Column::Problems), 17 * em);
    header->resizeSection(int(Column::LastSeen), 31 * em);
    content()->addWidget(m_summary);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_about);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addLeft(m_show);
    footer()->addRight(close);
    m_show->setAutoDefault(false);
    resize(fontMetrics().height() * 48, fontMetrics().height() * 26);
}

// The chosen account stays chosen, wherever it stands then.
void AccountsDialog::look()
{
    const models::Accounts found = models::accountsOf(m_rows.rows());
    const QString before = current();
    m_model->setAccounts(found.accounts);
    if (const int row = m_model->rowOf(before); row >= 0)
        m_table->selectRow(row);
    QStringList sentences{found.accounts.isEmpty()
                              ? tr("No webhook has named an account yet.")
                              : tr("%n account(s).", nullptr, int(found.accounts.size()))};
    if (found.nameless > 0)
        sentences.append(tr("%n webhook(s) named none.", nullptr, int(found.nameless)));
    if (!found.whole)
        sentences.append(tr("There are more webhooks than were looked at: the latest count."));
    m_summary->setText(sentences.join(u' '));
    follow();
}

QString AccountsDialog::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->account(index.row()).name : QString();
}

void AccountsDialog::follow()
{
    const QModelIndex index = m_table->currentIndex();
    m_show->setEnabled(index.isValid());
    m_about->setText(index.isValid() ? models::accountText(m_model->account(index.row()))
                                     : tr("Choose an account to read about it."));
}

void AccountsDialog::choose()
{
    if (const QString account = current(); !account.isEmpty())
        Q_EMIT accountWanted(account);
}

} // namespace ui
