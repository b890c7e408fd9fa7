// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/schemechooser.h"

#include "inspector/inspector.h"
#include "models/schememodel.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/dialogs/schemeactions.h"
#include "ui/dialogs/schemefacts.h"
#include "ui/views/findfield.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using inspector::Inspector;

SchemeChooser::SchemeChooser(Inspector &inspector, const QString &endpoint, const QString &scheme,
                             QWidget *parent)
    : QDialog(parent)
    , m_inspector(inspector)
    , m_endpoint(endpoint)
    , m_model(new models::SchemeModel(this))
{
    setWindowTitle(tr("Signing scheme of %1").arg(endpoint));
    build();
    connectParts();
    takeSchemes();
    select(scheme);
    m_inspector.propose(endpoint);
}

void SchemeChooser::build()
{
    m_filter = new QLineEdit;
    makeClearable(*m_filter);
    m_filter->setPlaceholderText(tr("Search by sender, header or family"));
    m_filter->setAccessibleName(tr("Search the schemes"));
    m_filter->installEventFilter(this);
    m_count = mutedLabel({});
    m_facts = wrappedLabel({});
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAccessibleName(tr("About this scheme"));
    m_facts->setMinimumHeight(fontMetrics().height() * 5);
    m_facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_note = new NoteBox;
    auto *content = new QVBoxLayout;
    content->setContentsMargins(14, 14, 14, 10);
    content->setSpacing(9);
    auto *search = new QHBoxLayout;
    search->addWidget(m_filter, 1);
    search->addWidget(m_count);
    m_count->setWordWrap(false);
    content->addLayout(search);
    content->addWidget(buildList(), 1);
    content->addWidget(m_facts);
    content->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(content, 1);
    column->addWidget(buildFooter());
    resize(fontMetrics().height() * 44, fontMetrics().height() * 32);
}

QWidget *SchemeChooser::buildList()
{
    m_tree = new QTreeView;
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Schemes"));
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(12);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setAllColumnsShowFocus(true);
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(int(models::SchemeModel::Column::Signature), QHeaderView::Stretch);
    const int width = fontMetrics().averageCharWidth();
    header->resizeSection(int(models::SchemeModel::Column::Name), width * 34);
    header->resizeSection(int(models::SchemeModel::Column::Backing), width * 22);
    header->resizeSection(int(models::SchemeModel::Column::Body), width * 14);
    return m_tree;
}

QWidget *SchemeChooser::buildFooter()
{
    auto *cancel = new QPushButton(tr("Cancel"));
    m_choose = new QPushButton(tr("&Use this scheme"));
    m_choose->setDefault(true);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &SchemeChooser::choose);
    m_actions = new SchemeActions(m_inspector, m_endpoint);
    auto *footer = new DialogFooter;
    footer->addLeft(m_actions);
    footer->addRight(cancel);
    footer->addRight(m_choose);
    return footer;
}

void SchemeChooser::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, this, &SchemeChooser::filter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SchemeChooser::describe);
    connect(m_tree, &QTreeView::doubleClicked, this, &SchemeChooser::choose);
    connect(&m_inspector, &Inspector::schemesChanged, this, &SchemeChooser::takeSchemes);
    connect(m_actions, &SchemeActions::stored, this, &SchemeChooser::showStored);
    connect(m_actions, &SchemeActions::told, this,
            [this](bool good, const QString &title, const QString &text) {
                m_note->setNote(good ? NoteBox::Kind::Good : NoteBox::Kind::Bad, title, text);
            });
    connect(&m_inspector, &Inspector::proposed, this,
            [this](const QString &endpoint, qint64, const signature::Detection &detection) {
                takeDetection(endpoint, detection);
            });
}

void SchemeChooser::prefer(qint64 delivery) { m_actions->prefer(delivery); }

QString SchemeChooser::current() const
{
    return m_tree->currentIndex().siblingAtColumn(0).data(models::SchemeModel::IdRole).toString();
}

void SchemeChooser::takeSchemes()
{
    const QString kept = current();
    m_model->setSchemes(m_inspector.schemes());
    select(kept);
}

// What is proposed stands first; what was selected stays so.
void SchemeChooser::takeDetection(const QString &endpoint, const signature::Detection &detection)
{
    if (endpoint != m_endpoint || detection.proposals.isEmpty())
        return;
    const QString kept = current();
    m_model->setDetection(detection);
    select(kept);
    m_tree->scrollToTop();
}

void SchemeChooser::filter(const QString &words)
{
    const QString kept = current();
    m_model->setFilter(words);
    select(words.isEmpty() ? kept : QString());
}

void SchemeChooser::select(const QString &id)
{
    m_tree->expandAll();
    for (int group = 0; group < m_model->rowCount(); ++group)
        m_tree->setFirstColumnSpanned(group, {}, true);
    const QModelIndex known = m_model->indexOf(id);
    const QModelIndex index = known.isValid() ? known : m_model->first();
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index, QAbstractItemView::EnsureVisible);
    m_count->setText(tr("%n scheme(s)", nullptr, int(m_model->shown())));
    describe(index);
}

// Also where the words that were searched for would hide it.
void SchemeChooser::showStored(const QString &id)
{
    if (!m_model->indexOf(id).isValid())
        m_filter->clear();
    select(id);
}

void SchemeChooser::describe(const QModelIndex &index)
{
    const bool row = index.isValid() && index.parent().isValid();
    const auto scheme = m_model->scheme(index.siblingAtColumn(0));
    m_choose->setEnabled(row);
    m_actions->setScheme(scheme);
    m_facts->setText(scheme     ? schemeFacts(*scheme)
                         : !row ? tr("No scheme has these words.")
                                : tr("Webhooks are kept and shown, and nothing is said of their "
                                     "signatures."));
}

void SchemeChooser::choose()
{
    if (!m_tree->currentIndex().parent().isValid())
        return;
    Q_EMIT chosen(current());
    accept();
}

// The list is moved in while the search field has the focus.
bool SchemeChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_tree, key);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace ui
