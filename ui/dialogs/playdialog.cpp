// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/playdialog.h"

#include "inspector/inspector.h"
#include "resend/sample.h"
#include "signature/secretinput.h"
#include "ui/dialogs/conformancegrid.h"
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
#include "ui/windowroom.h"

#include <QComboBox>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

constexpr auto sizeKey = "play/size"_L1;

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
    if (const QSize kept = settings.value(sizeKey).toSize(); kept.isValid())
        resize(kept.boundedTo(roomForWindow(*this)));
    for (auto *button : findChildren<QPushButton *>())
        button->setAutoDefault(false);
    m_target->setFocus();
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
    if (!event->spontaneous()) { // not when it is minimised
        m_paste->wipe();
        m_settings.setValue(sizeKey, isMaximized() ? normalGeometry().size() : size());
    }
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
