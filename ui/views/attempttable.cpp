// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/attempttable.h"

#include "resend/resigning.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/icons.h"

#include <QHeaderView>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using Column = models::AttemptModel::Column;

namespace
{

// The result's icon and colour say in a glance what its words say.
class AttemptDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        if (Column(index.column()) != Column::Result)
            return;
        const bool good = index.data(models::AttemptModel::SucceededRole).toBool();
        const Ink ink = good ? &Tokens::verified : &Tokens::invalid;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon(good ? u"success"_s : u"error"_s, ink);
        option->decorationSize = QSize(16, 16);
        const QColor colour = tokens(option->palette).*ink;
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
};

} // namespace

AttemptTable::AttemptTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new models::AttemptModel(this))
{
    setModel(m_model);
    setItemDelegate(new AttemptDelegate(this));
    setAccessibleName(tr("Sends"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(24, fontMetrics().height() + 9));
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int em = fontMetrics().averageCharWidth();
    header->resizeSection(int(Column::Number), 8 * em);
    header->resizeSection(int(Column::Sent), 17 * em);
    header->resizeSection(int(Column::Signing), 24 * em);
    header->resizeSection(int(Column::Result), 28 * em);
    header->resizeSection(int(Column::Time), 12 * em);
    header->setSectionResizeMode(int(Column::Target), QHeaderView::Stretch);
    setColumnHidden(int(Column::Changes), true);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                if (row.isValid())
                    Q_EMIT chosen(m_model->attempt(row.row()));
            });
}

void AttemptTable::setAttempts(const QList<capture::Attempt> &attempts)
{
    const bool more = attempts.size() != m_model->rowCount();
    const int before = currentIndex().row();
    m_model->setAttempts(attempts);
    if (!attempts.isEmpty())
        selectRow(more || before < 0 ? 0 : before);
}

void AttemptTable::compareWith(const capture::DeliveryPtr &received,
                               const signature::Scheme &scheme)
{
    QByteArrayList unsaid{"Host", "Content-Length", resend::markName,
                          signature::timestampHeader(scheme)};
    for (const signature::Place &place : scheme.signature) {
        if (place.source == signature::Source::Header)
            unsaid += place.name;
    }
    m_model->setReceived(received, unsaid);
    QHeaderView *header = horizontalHeader();
    const int em = fontMetrics().averageCharWidth();
    header->resizeSection(int(Column::Signing), 20 * em);
    header->resizeSection(int(Column::Result), 24 * em);
    header->setSectionResizeMode(int(Column::Changes), QHeaderView::Stretch);
    setColumnHidden(int(Column::Changes), false);
}

std::optional<capture::Attempt> AttemptTable::current() const
{
    if (!currentIndex().isValid())
        return {};
    return m_model->attempt(currentIndex().row());
}

} // namespace ui
