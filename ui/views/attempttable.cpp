// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/attempttable.h"

#include "models/attemptchanges.h"
#include "resend/conformancetext.h"
#include "resend/resigning.h"
#include "resend/rewrite.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/icons.h"
#include "ui/views/caseanswer.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using Column = models::AttemptModel::Column;

namespace
{

// The result's icon and colour say in a glance what its words say. What tells targets apart, port
// and path, stands at their end.
class AttemptDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        if (Column(index.column()) == Column::Target)
            option->textElideMode = Qt::ElideMiddle;
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

// Host and Content-Length, as far as nobody forced another value on them.
QByteArrayList setNames(const capture::Delivery &received, const capture::Attempt &attempt)
{
    http::Request request = attempt.request.value_or(http::Request());
    request.body = models::sentBody(received, attempt);
    QByteArrayList names{"Host", "Content-Length"};
    for (const http::Field &field : std::as_const(request.fields)) {
        if (!resend::isAsSet(field, request, QUrl(attempt.target)))
            names.removeIf(
                [&field](const QByteArray &name) { return http::sameName(name, field.name); });
    }
    return names;
}

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
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_model->setCaseTitles(
        [](const QString &id) { return resend::described({.id = id.toLatin1()}).title; });
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting)
            m_sized = m_sized || QGuiApplication::mouseButtons().testFlag(Qt::LeftButton);
    });
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
    fitColumns();
}

void AttemptTable::compareWith(const capture::DeliveryPtr &received,
                               const signature::Scheme &scheme)
{
    QByteArrayList unsaid{resend::markName, signature::timestampHeader(scheme)};
    for (const signature::Place &place : scheme.signature) {
        if (place.source == signature::Source::Header)
            unsaid += place.name;
    }
    m_model->setReceived(received, scheme, [unsaid, received](const capture::Attempt &attempt) {
        return received ? unsaid + setNames(*received, attempt) : unsaid;
    });
    m_model->setJudge(
        [scheme](const capture::Attempt &attempt) { return caseAnswer(attempt, scheme); });
    fitColumns();
}

void AttemptTable::showChanges()
{
    setColumnHidden(int(Column::Changes), false);
    fitColumns();
}

// Every text has room where the table has, the result the first of what is left, for an error may
// be told at any length. Where it has not, those that tell most by their beginning give way first,
// and the rest goes to the side. Nobody's own widths are touched.
void AttemptTable::fitColumns()
{
    if (m_sized)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    QHeaderView *header = horizontalHeader();
    const int em = fontMetrics().averageCharWidth();
    int left = viewport()->width();
    for (int column = 0; column < models::AttemptModel::columns; ++column) {
        if (isColumnHidden(column))
            continue;
        const int wanted
            = std::max(sizeHintForColumn(column), header->sectionSizeHint(column) + 2 * em);
        const int most = Column(column) == Column::Result ? 30 : 44;
        header->resizeSection(column, std::min(wanted, most * em));
        left -= header->sectionSize(column);
    }
    if (const int result = header->sectionSize(int(Column::Result)); left > 0) {
        const int most = std::max(sizeHintForColumn(int(Column::Result)), result);
        header->resizeSection(int(Column::Result), std::min(most, result + left));
        left -= header->sectionSize(int(Column::Result)) - result;
    }
    const auto give = [header, &left](Column column, int least) {
        const int now = header->sectionSize(int(column));
        const int then = std::max(std::min(now, least), now + left);
        header->resizeSection(int(column), then);
        left -= then - now;
    };
    for (const auto &[column, least] : {std::pair(Column::Changes, 18),
                                        {Column::Result, 20},
                                        {Column::Target, 26},
                                        {Column::Kind, 30}}) {
        if (!isColumnHidden(int(column)))
            give(column, least * em);
    }
}

void AttemptTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

QSize AttemptTable::minimumSizeHint() const
{
    return {QTableView::minimumSizeHint().width(),
            horizontalHeader()->sizeHint().height() + verticalHeader()->defaultSectionSize()
                + horizontalScrollBar()->sizeHint().height() + 2 * frameWidth()};
}

std::optional<capture::Attempt> AttemptTable::current() const
{
    if (!currentIndex().isValid())
        return {};
    return m_model->attempt(currentIndex().row());
}

} // namespace ui
