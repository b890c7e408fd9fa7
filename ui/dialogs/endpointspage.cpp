// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/endpointspage.h"

#include "core/clock.h"
#include "inspector/inspector.h"
#include "models/endpointmodel.h"
#include "signature/catalogue.h"
#include "ui/dialogs/endpointeditor.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/dialogs/ruleform.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr auto settleTime = 400ms;
constexpr int shownRows = 4;

} // namespace

EndpointsPage::EndpointsPage(inspector::Inspector &inspector, QWidget *parent)
    : SettingsPage(parent)
    , m_inspector(inspector)
    , m_model(new models::EndpointModel(this))
    , m_editor(new EndpointEditor(inspector))
    , m_warning(new NoteBox)
    , m_proposal(new NoteBox)
{
    m_model->setSchemes(inspector.schemes());
    addHeading(tr("Paths"));
    addSentence(tr("The longest path that fits takes the webhook. What no path fits is answered "
                   "with 404, and kept."));
    addWide(buildTable());
    addWide(m_proposal);
    addWide(m_editor);
    addWide(m_warning);
    addRest();
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_editor->setPathCheck([this](const QString &path) {
        return models::pathProblem(m_model->endpoints(), m_shown, path);
    });
    connect(m_editor, &EndpointEditor::edited, this, &EndpointsPage::takeEdit);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EndpointsPage::follow);
    connect(m_proposal, &NoteBox::actionTriggered, this, [this] {
        m_proposed.isEmpty() ? m_editor->chooseScheme() : m_editor->setScheme(m_proposed);
    });
    connect(&inspector, &inspector::Inspector::schemesChanged, this,
            [this] { m_model->setSchemes(m_inspector.schemes()); });
    connect(&inspector, &inspector::Inspector::proposed, this,
            [this](const QString &endpoint, qint64, const signature::Detection &detection) {
                takeDetection(endpoint, detection);
            });
    connect(&m_settle, &QTimer::timeout, this, &EndpointsPage::publish);
    m_nextEnd.setSingleShot(true);
    connect(&m_nextEnd, &QTimer::timeout, this, &EndpointsPage::watchRules);
    connect(m_model, &models::EndpointModel::dataChanged, this, &EndpointsPage::watchRules);
    connect(m_model, &models::EndpointModel::modelReset, this, &EndpointsPage::watchRules);
    connect(m_model, &models::EndpointModel::edited, &m_settle, qOverload<>(&QTimer::start));
    connect(&inspector, &inspector::Inspector::endpointsChanged, this, &EndpointsPage::reload);
    reload();
}

QWidget *EndpointsPage::buildTable()
{
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Endpoints"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    auto *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setFixedHeight(header->sizeHint().height()
                            + shownRows * m_table->verticalHeader()->defaultSectionSize() + 2);
    auto *add = new QPushButton(tr("Add &endpoint"));
    m_remove = new QPushButton(tr("&Remove"));
    add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &EndpointsPage::add);
    connect(m_remove, &QPushButton::clicked, this, &EndpointsPage::remove);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *block = new QWidget;
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addLayout(buttons);
    return block;
}

void EndpointsPage::reload()
{
    if (m_settle.isActive() || m_model->endpoints() == m_inspector.endpoints())
        return;
    const auto kept = qMax(0, row());
    m_shown = -1;
    m_model->setEndpoints(m_inspector.endpoints());
    m_table->selectRow(qMin(kept, m_model->rowCount() - 1));
    showRow();
}

int EndpointsPage::row() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

// Another row waits until no text would be lost.
void EndpointsPage::follow()
{
    const bool another = m_shown >= 0 && row() >= 0 && row() != m_shown;
    if (!another || !m_editor->showProblem())
        return showRow();
    const QSignalBlocker blocker(m_table->selectionModel());
    m_table->selectRow(m_shown);
    m_table->viewport()->update();
}

bool EndpointsPage::showProblem() { return m_editor->showProblem(); }

void EndpointsPage::showRow()
{
    const auto at = row();
    m_shown = at;
    m_editor->setEnabled(at >= 0);
    m_remove->setEnabled(at >= 0 && m_model->rowCount() > 1);
    m_proposal->clear();
    if (at < 0)
        return;
    const auto endpoint = m_model->endpoints().at(at);
    m_editor->setEndpoint(endpoint);
    showTroubles(endpoint);
    m_inspector.propose(endpoint.path);
}

void EndpointsPage::watchRules()
{
    QList<capture::AnswerRule> rules;
    for (const capture::Endpoint &endpoint : m_model->endpoints())
        rules += endpoint.rules.answers;
    waitForNextEnd(m_nextEnd, rules, core::now());
    m_table->viewport()->update();
}

// Of the row that is shown: another one may be selected already.
void EndpointsPage::takeEdit()
{
    const auto at = m_shown;
    if (at < 0)
        return;
    const auto before = m_model->endpoints().at(at);
    auto endpoint = m_editor->endpoint();
    endpoint.enabled = before.enabled; // the table's check box
    m_model->change(at, endpoint);
    showTroubles(endpoint);
    if (before.scheme == endpoint.scheme)
        return;
    m_settle.stop(); // A choice is no half-written word.
    publish();
    m_inspector.propose(endpoint.path);
}

// Where what arrives is signed otherwise than the endpoint says.
void EndpointsPage::takeDetection(const QString &endpoint, const signature::Detection &detection)
{
    if (endpoint != m_editor->endpoint().path)
        return;
    const auto first = detection.first();
    const bool news = std::all_of(first.begin(), first.end(), [this](const auto &proposal) {
        return proposal.likeness <= signature::Likeness::Incomplete
            && proposal.scheme != m_editor->endpoint().scheme;
    });
    if (first.isEmpty() || !news)
        return m_proposal->clear();
    m_proposed = first.size() == 1 ? first.first().scheme : QString();
    m_proposal->setNote(NoteBox::Kind::Info, tr("What arrived here last is signed otherwise."),
                        signature::summary(detection));
    m_proposal->setAction(m_proposed.isEmpty() ? tr("Choose…")
                                               : tr("Use %1").arg(first.first().name));
}

void EndpointsPage::chooseScheme(const QString &path)
{
    for (int at = 0; at < m_model->rowCount(); ++at) {
        if (m_model->endpoints().at(at).path != path)
            continue;
        m_table->selectRow(at);
        return m_editor->chooseScheme();
    }
}

void EndpointsPage::prefer(qint64 delivery) { m_editor->prefer(delivery); }

void EndpointsPage::hideEvent(QHideEvent *event)
{
    m_editor->takePath();
    if (m_settle.isActive()) {
        m_settle.stop();
        publish();
    }
    SettingsPage::hideEvent(event);
}

void EndpointsPage::showTroubles(const capture::Endpoint &endpoint)
{
    const bool smile = endpoint.scheme == signature::smile().id;
    if (smile && endpoint.profile.status / 100 != 2)
        m_warning->setNote(NoteBox::Kind::Warning, tr("Smile takes this for a failed delivery."),
                           tr("It tries again, and after 24 hours of it disables the webhook for "
                              "the whole app."));
    else if (smile && endpoint.profile.delayMilliseconds > 0)
        m_warning->setNote(NoteBox::Kind::Warning, tr("Slow answers have consequences."),
                           tr("Smile may disable the webhooks of an app that answers slowly."));
    else
        m_warning->clear();
}

void EndpointsPage::publish() { m_inspector.setEndpoints(m_model->endpoints()); }

void EndpointsPage::add()
{
    if (m_editor->showProblem())
        return;
    m_table->selectRow(m_model->add());
    m_editor->focusPath();
}

void EndpointsPage::remove()
{
    const auto at = row();
    if (at < 0 || m_model->rowCount() < 2)
        return;
    m_shown = -1; // and what is written in it goes as well
    m_model->remove(at);
    m_table->selectRow(qMax(0, at - 1));
    showRow();
}

void EndpointsPage::restoreDefaults()
{
    m_settle.stop();
    m_inspector.setEndpoints({capture::Endpoint()});
}

} // namespace ui
