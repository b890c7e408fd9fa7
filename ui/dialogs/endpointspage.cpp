// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/endpointspage.h"

#include "inspector/inspector.h"
#include "models/endpointmodel.h"
#include "signature/catalogue.h"
#include "ui/dialogs/fieldlines.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/views/codefont.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTableView>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr auto settleTime = 400ms;
constexpr int shownRows = 4;
constexpr int longestDelay = 120'000; // milliseconds

} // namespace

EndpointsPage::EndpointsPage(inspector::Inspector &inspector, QWidget *parent)
    : SettingsPage(parent)
    , m_inspector(inspector)
    , m_model(new models::EndpointModel(this))
    , m_warning(new NoteBox)
{
    addHeading(tr("Paths"));
    addSentence(tr("The longest path that fits takes the webhook. What no path fits is answered "
                   "with 404, and kept."));
    addWide(buildTable());
    addWide(buildEditor());
    addWide(m_warning);
    addRest();
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connectEditor();
    connect(&m_settle, &QTimer::timeout, this, &EndpointsPage::publish);
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

QWidget *EndpointsPage::buildEditor()
{
    m_editor = new QWidget;
    m_path = new QLineEdit;
    m_path->setFont(codeFont(*m_path));
    m_pathProblem = problemLabel();
    m_scheme = new QComboBox;
    m_scheme->addItem(signature::smile().name, signature::smile().id);
    m_scheme->addItem(tr("None: signatures are not judged"), QString());
    m_status = new QSpinBox;
    m_status->setRange(200, 599);
    m_delay = new QSpinBox;
    m_delay->setRange(0, longestDelay);
    m_delay->setSingleStep(100);
    m_delay->setSuffix(tr(" ms"));
    m_delay->setGroupSeparatorShown(true);
    m_fields = new QPlainTextEdit;
    m_fields->setPlaceholderText(u"Content-Type: application/json"_s);
    m_fieldsProblem = problemLabel();
    m_body = new QPlainTextEdit;
    for (auto *text : {m_fields, m_body}) {
        text->setFont(codeFont(*text));
        text->setTabChangesFocus(true);
        text->setFixedHeight(fontMetrics().height() * 3 + 14);
    }
    auto *form = new QFormLayout(m_editor);
    form->setContentsMargins(0, 4, 0, 0);
    form->setLabelAlignment(Qt::AlignRight);
    form->addRow(tr("&Path"), m_path);
    form->addRow(m_pathProblem);
    form->addRow(tr("Signing s&cheme"), m_scheme);
    for (auto *number : {m_status, m_delay})
        number->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    form->addRow(tr("Reply s&tatus"), m_status);
    form->addRow(tr("Reply &after"), m_delay);
    form->addRow(tr("Reply &headers"), m_fields);
    form->addRow(m_fieldsProblem);
    form->addRow(tr("Reply &body"), m_body);
    return m_editor;
}

void EndpointsPage::connectEditor()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EndpointsPage::showRow);
    connect(m_path, &QLineEdit::textChanged, this, &EndpointsPage::takeEdit);
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &EndpointsPage::takeEdit);
    connect(m_status, &QSpinBox::valueChanged, this, &EndpointsPage::takeEdit);
    connect(m_delay, &QSpinBox::valueChanged, this, &EndpointsPage::takeEdit);
    connect(m_fields, &QPlainTextEdit::textChanged, this, &EndpointsPage::takeEdit);
    connect(m_body, &QPlainTextEdit::textChanged, this, &EndpointsPage::takeEdit);
}

void EndpointsPage::reload()
{
    if (m_settle.isActive() || m_model->endpoints() == m_inspector.endpoints())
        return;
    const auto kept = qMax(0, row());
    m_model->setEndpoints(m_inspector.endpoints());
    m_table->selectRow(qMin(kept, m_model->rowCount() - 1));
    showRow();
}

int EndpointsPage::row() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

void EndpointsPage::showRow()
{
    const auto at = row();
    m_editor->setEnabled(at >= 0);
    m_remove->setEnabled(at >= 0 && m_model->rowCount() > 1);
    if (at < 0)
        return;
    const QScopedValueRollback showing(m_showing, true);
    const auto endpoint = m_model->endpoints().at(at);
    m_path->setText(endpoint.path);
    m_scheme->setCurrentIndex(qMax(0, m_scheme->findData(endpoint.scheme)));
    m_status->setValue(endpoint.profile.status);
    m_delay->setValue(endpoint.profile.delayMilliseconds);
    m_fields->setPlainText(textFromFields(endpoint.profile.fields));
    m_body->setPlainText(QString::fromUtf8(endpoint.profile.body));
    setProblem(m_pathProblem, {});
    setProblem(m_fieldsProblem, {});
    showTroubles(endpoint);
}

// What cannot be used is explained at its place, and the endpoint keeps what it had.
void EndpointsPage::takeEdit()
{
    const auto at = row();
    if (m_showing || at < 0)
        return;
    auto endpoint = m_model->endpoints().at(at);
    const auto problem = models::pathProblem(m_model->endpoints(), at, m_path->text());
    setProblem(m_pathProblem, problem);
    if (problem.isEmpty())
        endpoint.path = m_path->text();
    const auto fields = fieldsFromText(m_fields->toPlainText());
    setProblem(m_fieldsProblem, fields ? QString() : fields.error().why);
    if (fields)
        endpoint.profile.fields = *fields;
    endpoint.scheme = m_scheme->currentData().toString();
    endpoint.profile.status = m_status->value();
    endpoint.profile.delayMilliseconds = m_delay->value();
    // A body that is not text stays as it is until somebody edits it.
    if (m_body->document()->isModified())
        endpoint.profile.body = m_body->toPlainText().toUtf8();
    m_model->change(at, endpoint);
    showTroubles(endpoint);
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
    m_table->selectRow(m_model->add());
    m_path->setFocus();
    m_path->selectAll();
}

void EndpointsPage::remove()
{
    const auto at = row();
    if (at < 0 || m_model->rowCount() < 2)
        return;
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
