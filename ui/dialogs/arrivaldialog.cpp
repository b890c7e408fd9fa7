// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/arrivaldialog.h"

#include "models/deliverymodel.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/publicaddress.h"
#include "ui/views/linkbutton.h"
#include "ui/views/steprow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

namespace
{
constexpr int pause = 300; // milliseconds; rows that come meanwhile are looked at together
constexpr int aging = 5000; // milliseconds between two looks at what is so and so long ago
} // namespace

ArrivalDialog::ArrivalDialog(Inspector &inspector, const models::DeliveryModel &model,
                             QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_model(model)
    , m_trust(inspector)
    , m_address(new PublicAddress(inspector))
{
    setWindowTitle(tr("It does not arrive"));
    build();
    connect(&m_trust, &TrustWatch::found, this, [this](TrustState state) {
        m_found = state;
        look();
    });
    connect(&inspector, &Inspector::listeningStarted, this, [this] {
        look();
        checkTrust();
    });
    connect(&inspector, &Inspector::listeningStopped, this, &ArrivalDialog::look);
    connect(&inspector, &Inspector::pausedChanged, this, &ArrivalDialog::look);
    connect(&inspector, &Inspector::fetched, this, &ArrivalDialog::takeDetails);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &ArrivalDialog::look);
    m_ages.setInterval(aging);
    connect(&m_ages, &QTimer::timeout, this, &ArrivalDialog::look);
    m_ages.start();
    connect(&model, &models::DeliveryModel::counted, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(m_address, &PublicAddress::changed, this, &ArrivalDialog::look);
    checkTrust();
    look();
}

void ArrivalDialog::checkTrust()
{
    const QString file = m_inspector.places().tlsFolder() + "/ca.pem"_L1;
    const QSslCertificate authority = QSslCertificate::fromPath(file).value(0);
    const auto identity = m_inspector.identity();
    const bool own = identity && !identity->chain.isEmpty()
        && identity->chain.first().issuerInfo(QSslCertificate::CommonName)
            != authority.subjectInfo(QSslCertificate::CommonName);
    m_trust.check(own);
}

void ArrivalDialog::build()
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(0);
    addLink(add(*column, checkListener), tr("Listener settings…"), &ArrivalDialog::settingsWanted);
    addLink(add(*column, checkCertificate), tr("Trust local CA…"), &ArrivalDialog::trustWanted);
    add(*column, checkHandshakes);
    add(*column, checkRefusals);
    add(*column, checkLastWebhook);
    StepRow *address = add(*column, checkPublicUrl);
    address->body()->addWidget(m_address);
    address->body()->addWidget(m_address->finding());
    addLink(address, tr("Commands for tunnels…"), &ArrivalDialog::reachWanted);
    add(*column, checkSmile);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What has to be so before a webhook arrives"));
    scroll->setWidget(list);
    content()->addWidget(wrappedLabel(tr("From this computer outwards: the first thing that needs "
                                         "attention is usually the cause.")));
    content()->addWidget(scroll, 1);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addRight(close);
    resize(fontMetrics().height() * 36, fontMetrics().height() * 30);
}

StepRow *ArrivalDialog::add(QVBoxLayout &column, ArrivalCheck (*check)(const ArrivalFacts &))
{
    if (!m_lines.isEmpty())
        column.addWidget(separator());
    auto *row = new StepRow(int(m_lines.size()) + 1, {});
    m_lines.append({row, check});
    column.addWidget(row);
    return row;
}

void ArrivalDialog::addLink(StepRow *row, const QString &text, void (ArrivalDialog::*wanted)())
{
    auto *link = new LinkButton(text);
    connect(link, &QAbstractButton::clicked, this, wanted);
    row->body()->addWidget(link);
}

void ArrivalDialog::setPublicUrl(const QString &url)
{
    if (!m_address->edit()->text().isEmpty())
        return;
    const QList<capture::Endpoint> &endpoints = m_inspector.endpoints();
    const auto told = std::find_if(endpoints.begin(), endpoints.end(), [](const auto &endpoint) {
        return !endpoint.publicUrl.isEmpty();
    });
    if (url.isEmpty() && told != endpoints.end())
        m_address->edit()->setText(told->publicUrl);
    else
        m_address->edit()->setText(url);
}

void ArrivalDialog::look()
{
    ArrivalFacts facts{.listening = m_inspector.listening(),
                       .paused = m_inspector.paused(),
                       .trust = m_found,
                       .publicUrl = m_address->edit()->text(),
                       .reached = m_address->reached(),
                       .now = core::now()};
    const auto identity = m_inspector.identity();
    if (identity && !identity->chain.isEmpty()) {
        const QSslCertificate &leaf = identity->chain.first();
        QStringList names = leaf.subjectAlternativeNames().values();
        std::sort(names.begin(), names.end());
        facts.certificateName = names.join(u", "_s);
        facts.certificateEnd = leaf.expiryDate();
    }
    findLatest(m_model.rows(), facts);
    const qint64 refused = facts.refusal ? facts.refusal->id : 0;
    if (refused != m_asked) {
        m_asked = refused;
        m_refusedLine.clear();
        if (refused > 0)
            m_inspector.fetch(refused);
    }
    facts.refusedLine = m_refusedLine;
    for (const Line &line : std::as_const(m_lines))
        tell(line.row, line.check(facts));
}

void ArrivalDialog::tell(StepRow *row, const ArrivalCheck &check)
{
    row->setTitle(check.title);
    row->setSentence(check.text);
    switch (check.outcome) {
    case ArrivalCheck::Outcome::Good:
        return row->setState(StepRow::State::Done);
    case ArrivalCheck::Outcome::Trouble:
        return row->setState(StepRow::State::Trouble);
    case ArrivalCheck::Outcome::Open:
        return row->setState(StepRow::State::Waiting);
    }
}

// Others fetch as well.
void ArrivalDialog::takeDetails(const inspector::Details &details)
{
    if (details.id != m_asked || !details.rejection || !m_refusedLine.isEmpty())
        return;
    m_refusedLine = requestLine(details.rejection->bytes);
    if (!m_refusedLine.isEmpty())
        look();
}

} // namespace ui
