// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

// What the menu of a row offers: others to compare with, code, and filters made of what it has.

#include "models/factcolumns.h"
#include "ui/dialogs.h"
#include "ui/filtering.h"
#include "ui/filterterms.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/reading.h"
#include "ui/resends.h"
#include "ui/statusline.h"
#include "ui/views/deliveryview.h"
#include "ui/views/filterbar.h"

#include <QMenu>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

// As a menu can show it.
static QString shownTerm(QString term)
{
    constexpr qsizetype longest = 40;
    if (term.size() > longest)
        term = term.first(longest - 1) + u'…';
    return term.replace(u'&', "&&"_L1);
}

// The older one stands left, whatever the table is sorted by.
void MainWindow::compareSelected()
{
    QList<qint64> ids = m_view->selectedIds();
    if (ids.size() != 2)
        return;
    std::sort(ids.begin(), ids.end());
    for (const qint64 id : ids) {
        if (m_model.packed(m_model.rowOf(id)).rejected())
            return m_status->notify(
                tr("#%1 was rejected; there is no webhook to compare.").arg(id));
    }
    m_dialogs->openCompare(ids[0], ids[1]);
}

static QString sayWhereCustomersAre()
{
    return MainWindow::tr("Where the customer stands is not known here: say so in Settings, "
                          "Endpoints.");
}

void MainWindow::comparePrevious()
{
    const auto &details = m_reading->details();
    if (!details)
        return;
    if (const qint64 previous = details->previousOfSubject; previous != 0)
        return m_dialogs->openCompare(previous, details->id);
    m_status->notify(details->subject.isEmpty()
                         ? sayWhereCustomersAre()
                         : tr("No webhook before it is known to be about the same customer."));
}

// By the scheme that the webhook was judged by, else by its endpoint's.
void MainWindow::showCode()
{
    const auto &details = m_reading->details();
    if (!details || !details->delivery)
        return;
    std::optional<signature::Scheme> scheme;
    if (details->scheme)
        scheme = *details->scheme;
    else if (const auto *endpoint
             = capture::match(m_inspector.endpoints(), details->delivery->request.target))
        scheme = m_inspector.schemes().find(endpoint->scheme);
    if (scheme)
        m_dialogs->openCode(*scheme);
    else
        m_status->notify(tr("No code: the webhook's endpoint has no scheme."));
}

void MainWindow::showOnlyVerdict()
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    const models::PackedRow &row = m_model.packed(current.row());
    models::VerdictTerms only;
    only.shown.rejected = row.rejected();
    only.shown.signatures.set(row.signature, !row.rejected());
    m_filtering->setVerdicts(only);
}

// By the details, which have come by the time that something of the row's menu is chosen.
void MainWindow::showOnlyCustomer()
{
    const auto &details = m_reading->details();
    if (!details || !details->delivery)
        return m_status->notify(tr("A single webhook has to be selected."));
    const QString term = customerTerm(details->subject, details->delivery->request.body);
    if (term.isEmpty())
        return m_status->notify(details->subject.isEmpty()
                                    ? sayWhereCustomersAre()
                                    : tr("This webhook does not say whom it is about."));
    m_filter->add(term);
}

// Of the columns that the user added, as far as the row has their values.
static QList<FilterTerm> addedTerms(const models::DeliveryModel &model, int row)
{
    QList<FilterTerm> terms;
    for (const models::AddedColumn &column : model.addedColumns()) {
        if (models::isFactColumn(column))
            continue;
        const auto value = model.valueAt(row, model.columnOf(column.pointer));
        const QString term = value ? filterTerm(column.path, *value) : QString();
        if (!term.isEmpty())
            terms.append({models::columnTitle(column).replace(u'&', "&&"_L1), term});
    }
    return terms;
}

// By what the current row has, and by what it has not.
void MainWindow::offerFilters(QMenu &menu)
{
    auto *by = new QMenu(tr("&Filter by"), &menu);
    auto *exclude = new QMenu(tr("Exc&lude"), &menu);
    by->setIcon(icon(u"filter"_s));
    if (m_view->currentIndex().isValid()) {
        const int row = m_view->currentIndex().row();
        QList<FilterTerm> terms = filterTerms(m_model.summary(row));
        if (const QList<qint64> ids = m_model.attemptsOf(row); !ids.isEmpty())
            terms += attemptsTerm(ids);
        terms += addedTerms(m_model, row);
        for (const FilterTerm &term : std::as_const(terms)) {
            by->addAction(u"%1\t%2"_s.arg(term.label, shownTerm(term.text)), m_filter,
                          [this, term] { m_filter->add(term.text); });
            exclude->addAction(u"%1\t%2"_s.arg(term.label, shownTerm(term.text)), m_filter,
                               [this, term] { m_filter->add(u'-' + term.text); });
        }
    }
    by->setEnabled(!by->isEmpty());
    exclude->setEnabled(!by->isEmpty());
    QAction *customer = new QAction(tr("&Only this customer"), &menu);
    connect(customer, &QAction::triggered, this, &MainWindow::showOnlyCustomer);
    menu.insertAction(m_actions->onlyVerdict, customer);
    menu.insertMenu(m_actions->onlyVerdict, by);
    menu.insertMenu(m_actions->onlyVerdict, exclude);
}

void MainWindow::showRowMenu(const QPoint &place)
{
    QPoint at = place;
    const QRect row = m_view->visualRect(m_view->currentIndex());
    // From the keyboard the menu opens at the selected row.
    if (!m_view->indexAt(place).isValid()) {
        if (!m_view->viewport()->rect().intersects(row))
            return;
        at = row.bottomLeft();
    }
    QMenu menu(this);
    m_actions->fillRowMenu(menu);
    offerFilters(menu);
    if (m_model.hasDraft(m_view->currentId())) {
        auto *discard = new QAction(tr("Disc&ard draft"), &menu);
        connect(discard, &QAction::triggered, this,
                [this, id = m_view->currentId()] { m_resends->discardDraft(id); });
        menu.insertAction(m_actions->sendAgain, discard);
    }
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

} // namespace ui
