// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/playdialog.h"

#include "inspector/inspector.h"
#include "resend/sample.h"
#include "signature/secretinput.h"
#include "ui/dialogs/conformancegrid.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/eventrun.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/listenertest.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/secretedit.h"
#include "ui/dialogs/secretnote.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/targetbar.h"
#include "ui/views/answerview.h"
#include "ui/views/detailtabs.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

static constexpr int leastLines = 11; // of the body and of the answer

PlayDialog::PlayDialog(inspector::Inspector &inspector, QSettings &settings, QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_settings(settings)
    , m_target(new TargetBar(settings))
    , m_scheme(new QComboBox)
    , m_unplayable(mutedLabel({}))
    , m_template(new QComboBox)
    , m_secret(new QComboBox)
    , m_pasteLabel(new QLabel(tr("Sec&ret")))
    , m_paste(new SecretEdit)
    , m_signing(new QComboBox)
    , m_retries(new QComboBox)
    , m_progress(mutedLabel(tr("{now}, {uuid} and the like are new each time.")))
    , m_note(new NoteBox)
    , m_pages(new DetailTabs)
    , m_body(new BodyEditor)
    , m_answer(new AnswerView)
    , m_grid(new ConformanceGrid)
    , m_send(new QPushButton(tr("&Send it")))
    , m_run(new QPushButton(tr("&Run all cases")))
    , m_save(new QPushButton(tr("E&xport report…")))
    , m_compare(new QPushButton(tr("Com&pare with…")))
    , m_test(new QPushButton(tr("Test this &listener")))
    , m_listenerTest(new ListenerTest(inspector, this))
    , m_event(new EventRun(this))
{
    setWindowTitle(tr("Play the provider"));
    build();
    fillSchemes();
    fillSecrets();
    connectParts();
    offerListener();
    reserveRoom();
    for (auto *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    m_target->setFocus();
}

void PlayDialog::build()
{
    content()->addWidget(
        wrappedLabel(tr("Sends your own receiver what a provider would send: one webhook, or good "
                        "and bad ones in turn, to see which of them it takes.")));
    buildForm();
    content()->addWidget(m_note);
    m_pages->addTab(sendingPage(), tr("One webhook"));
    m_pages->addTab(casesPage(), tr("All cases"));
    m_pages->setAccessibleName(tr("What is sent"));
    content()->addWidget(m_pages, 1);
    buildFooter();
    resize(fontMetrics().height() * 48, fontMetrics().height() * 30);
}

void PlayDialog::buildForm()
{
    m_signing->addItem(tr("Signed now"), int(signature::Signing::Now));
    m_signing->addItem(tr("Too old"), int(signature::Signing::Stale));
    m_signing->addItem(tr("From the future"), int(signature::Signing::Future));
    m_signing->addItem(tr("Wrong secret"), int(signature::Signing::Wrong));
    m_signing->addItem(tr("No signature"), int(signature::Signing::None));
    auto *grid = new QGridLayout;
    const auto add = [grid](const QString &text, QWidget *field, int row, int column, int span) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        grid->addWidget(label, row, column, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(field, row, column + 1, 1, span);
    };
    add(tr("&Target"), m_target, 0, 0, 3);
    add(tr("S&cheme"), m_scheme, 1, 0, 1);
    add(tr("Sign&ed with"), m_secret, 1, 2, 1);
    m_paste->setPlaceholderText(tr("The one that your receiver checks with; it is not kept"));
    m_paste->setAccessibleName(tr("Secret to sign with"));
    m_pasteLabel->setBuddy(m_paste);
    grid->addWidget(m_pasteLabel, 2, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_paste, 2, 1, 1, 3);
    grid->addWidget(m_unplayable, 3, 1, 1, 3);
    add(tr("Te&mplate"), m_template, 4, 0, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    for (auto *box : {m_scheme, m_secret, m_template})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    content()->addLayout(grid);
}

QWidget *PlayDialog::sendingPage()
{
    m_retries->addItem(tr("Once"), 0);
    m_retries->addItem(tr("Until taken, like Smile"), 1);
    m_retries->addItem(tr("Until taken, a minute in a second"), 60);
    m_retries->addItem(tr("Until taken, an hour in a second"), 3600);
    m_retries->setAccessibleName(tr("Tries"));
    m_retries->setToolTip(tr("Each time waiting twice as long, for 24 hours, until it is answered "
                             "2xx"));
    m_body->setAccessibleName(tr("Body"));
    m_body->setFrameShape(QFrame::StyledPanel); // beside nothing else that would be its edge
    m_signing->setAccessibleName(tr("Signing"));
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    // It takes what the window leaves; of its own it would ask for more than a small screen has.
    split->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    split->setMinimumHeight(fontMetrics().height() * leastLines);
    split->addWidget(m_body);
    split->addWidget(m_answer);
    split->setSizes({1000, 1000}); // Qt scales them: alike
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_signing);
    row->addWidget(m_retries);
    row->addWidget(m_send);
    row->addWidget(m_progress, 1);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 9, 0, 0);
    column->addWidget(split, 1);
    column->addLayout(row);
    return page;
}

QWidget *PlayDialog::casesPage()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_run);
    row->addWidget(m_save);
    row->addWidget(m_compare);
    m_compare->setToolTip(tr("Tells what was fixed and what got worse since an exported report"));
    row->addStretch(1);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 9, 0, 0);
    column->addWidget(m_grid, 1);
    column->addLayout(row);
    return page;
}

void PlayDialog::buildFooter()
{
    auto *close = new QPushButton(tr("Close"));
    m_test->setToolTip(tr("Sends a signed ping through the listener of this app"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addLeft(m_test);
    footer()->addRight(close);
}

void PlayDialog::connectParts()
{
    using inspector::Inspector;
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &PlayDialog::fillTemplates);
    connect(m_scheme, &QComboBox::currentIndexChanged, this, &PlayDialog::fillSecrets);
    connect(m_template, &QComboBox::currentIndexChanged, this, &PlayDialog::showTemplate);
    connect(m_secret, &QComboBox::currentIndexChanged, this, &PlayDialog::showSecret);
    connect(m_paste, &QLineEdit::textChanged, this, &PlayDialog::tellSecret);
    connect(m_signing, &QComboBox::currentIndexChanged, this, &PlayDialog::showButtons);
    connect(m_target, &TargetBar::changed, this, &PlayDialog::showButtons);
    connect(m_note, &NoteBox::actionTriggered, this, &PlayDialog::secretsWanted);
    connect(m_send, &QPushButton::clicked, this, &PlayDialog::startSending);
    connect(m_run, &QPushButton::clicked, this, &PlayDialog::runCases);
    connect(m_save, &QPushButton::clicked, this, &PlayDialog::saveReport);
    connect(m_compare, &QPushButton::clicked, this, &PlayDialog::compareReport);
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_listenerTest->start();
        showButtons();
    });
    connect(m_listenerTest, &ListenerTest::told, this,
            [this](NoteBox::Kind kind, const QString &what, const QString &why) {
                m_note->setAction({});
                m_note->setNote(kind, what, why);
                showButtons();
            });
    connectEvent();
    connect(m_grid, &ConformanceGrid::finished, this, &PlayDialog::tellCases);
    connect(m_grid, &ConformanceGrid::failed, this, &PlayDialog::tell);
    connect(&m_inspector, &Inspector::secretsChanged, this, &PlayDialog::fillSecrets);
    for (const auto changed : {&Inspector::endpointsChanged, &Inspector::schemesChanged}) {
        connect(&m_inspector, changed, this, &PlayDialog::fillSchemes);
        connect(&m_inspector, changed, this, &PlayDialog::fillSecrets);
    }
    for (const auto changed : {&Inspector::listeningStopped, &Inspector::endpointsChanged})
        connect(&m_inspector, changed, this, &PlayDialog::offerListener);
    connect(&m_inspector, &Inspector::listeningStarted, this, &PlayDialog::offerListener);
}

// Those of the endpoints first, then those that have templates.
void PlayDialog::fillSchemes()
{
    QStringList ids;
    for (const capture::Endpoint &endpoint : m_inspector.endpoints())
        ids.append(endpoint.scheme);
    for (const resend::Sample &sample : resend::allSamples())
        ids.append(sample.scheme);
    ids.removeDuplicates();
    const QString chosen = scheme();
    const QSignalBlocker blocker(m_scheme);
    m_scheme->clear();
    QStringList unplayable;
    for (const QString &id : ids) {
        const auto scheme = m_inspector.schemes().find(id);
        if (scheme && signature::canSign(*scheme))
            m_scheme->addItem(scheme->name, id);
        else if (scheme)
            unplayable.append(scheme->name);
    }
    m_scheme->setCurrentIndex(qMax(0, m_scheme->findData(chosen)));
    m_unplayable->setText(tr("%1 cannot be played: only the sender has the private key that signs.")
                              .arg(unplayable.join(u", "_s)));
    m_unplayable->setVisible(!unplayable.isEmpty());
    if (scheme() != chosen)
        fillTemplates();
}

QString PlayDialog::scheme() const { return m_scheme->currentData().toString(); }

signature::Signing PlayDialog::signing() const
{
    return signature::Signing(m_signing->currentData().toInt());
}

// What has no template of its own can be tried out with Smile's. A body that tells something of a
// customer has more that can go wrong than a ping, so that comes first.
void PlayDialog::fillTemplates()
{
    const QString own = resend::sampleTopics(scheme()).isEmpty() ? u"smile"_s : scheme();
    const QSignalBlocker blocker(m_template);
    m_template->clear();
    for (const resend::Sample &sample : resend::allSamples()) {
        if (sample.scheme == own)
            m_template->addItem(tr("%1: %2").arg(sample.topic, sample.title), sample.id);
    }
    m_template->setCurrentIndex(qMax(0, m_template->findData(u"smile-customer-updated"_s)));
    showTemplate();
}

// Of the endpoints with the scheme; the others of the same endpoint are of its rotation. Behind
// them one that is pasted here, which stays chosen.
void PlayDialog::fillSecrets()
{
    const bool chosen = pastes() && (m_secret->count() > 1 || hasSecret());
    {
        const QSignalBlocker blocker(m_secret);
        m_secret->clear();
        for (const capture::Endpoint &endpoint : m_inspector.endpoints()) {
            if (endpoint.scheme != scheme())
                continue;
            const auto &secrets = m_inspector.secrets(endpoint.path);
            for (size_t i = 0; i < secrets.size(); ++i)
                m_secret->addItem(tr("%1 of %2").arg(secrets[i]->label(), endpoint.path),
                                  QVariantList{endpoint.path, qulonglong(i)});
        }
        m_secret->addItem(tr("A pasted secret"));
        m_secret->setCurrentIndex(chosen ? m_secret->count() - 1 : 0);
    }
    showSecret();
}

bool PlayDialog::pastes() const { return m_secret->currentData().toList().isEmpty(); }

bool PlayDialog::hasSecret() const { return !pastes() || !m_paste->text().isEmpty(); }

void PlayDialog::showSecret()
{
    m_pasteLabel->setVisible(pastes());
    m_paste->setVisible(pastes());
    if (!pastes())
        m_paste->wipe();
    tellSecret();
}

void PlayDialog::tellSecret()
{
    const bool any = m_secret->count() > 1;
    m_note->setAction({});
    auto input = m_paste->input();
    const SecretNote odd = noteOf(input);
    signature::wipe(input.bytes);
    if (!odd.title.isEmpty() || !odd.text.isEmpty())
        m_note->setNote(odd.kind, odd.title, odd.text);
    else if (any || hasSecret())
        m_note->clear();
    else
        m_note->setNote(
            NoteBox::Kind::Info, tr("There is no secret to sign with."),
            tr("Paste the one that your receiver checks with, or add it to an endpoint."));
    if (!any && !hasSecret())
        m_note->setAction(tr("Secrets…"));
    showButtons();
}

void PlayDialog::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous()) // not when it is minimised
        m_paste->wipe();
    ContentDialog::hideEvent(event);
}

void PlayDialog::showTemplate()
{
    const auto sample = resend::sampleById(m_template->currentData().toString());
    m_body->setBytes(sample ? sample->body : QByteArray());
    m_answer->clear();
}

void PlayDialog::showButtons()
{
    const bool there = m_target->trouble().isEmpty();
    const bool secret = hasSecret();
    const bool needsSecret
        = signing() != signature::Signing::Wrong && signing() != signature::Signing::None;
    const bool running = m_grid->running();
    const bool sending = m_event->running();
    const bool idle = !running && !sending;
    m_send->setEnabled(sending || (idle && there && (secret || !needsSecret)));
    m_send->setText(sending ? tr("&Cancel") : tr("&Send it"));
    m_run->setEnabled(running || (idle && there && secret));
    m_run->setText(running                                   ? tr("Cancel &run")
                       : m_grid->report().outcomes.isEmpty() ? tr("&Run all cases")
                                                             : tr("&Run again"));
    m_compare->setEnabled(!running);
    m_save->setEnabled(!running && !m_grid->report().outcomes.isEmpty());
    m_test->setEnabled(m_inspector.listening().has_value() && !m_listenerTest->running());
    for (auto *field : {static_cast<QWidget *>(m_target), static_cast<QWidget *>(m_scheme),
                        static_cast<QWidget *>(m_template), static_cast<QWidget *>(m_signing),
                        static_cast<QWidget *>(m_retries)})
        field->setEnabled(idle);
    m_secret->setEnabled(idle);
    m_paste->setEnabled(idle);
}

} // namespace ui
