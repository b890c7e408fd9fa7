// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/sendingpage.h"

#include "resend/resigning.h"
#include "ui/dialogs/knownlist.h"
#include "ui/resend/pacebox.h"
#include "ui/resend/targets.h"

#include <QCheckBox>
#include <QSettings>
#include <QSpinBox>

namespace ui
{

static QString lineOf(const SendTarget &target)
{
    if (!target.checkCertificate)
        return SendingPage::tr("%1 — its certificate is not checked").arg(target.url);
    if (!target.pin.isEmpty())
        return SendingPage::tr("%1 — trusted by its own certificate").arg(target.url);
    if (!target.authorityFile.isEmpty())
        return SendingPage::tr("%1 — trusted by %2").arg(target.url, target.authorityFile);
    return target.url;
}

SendingPage::SendingPage(QSettings &file, QWidget *parent)
    : SettingsPage(parent)
    , m_file(file)
    , m_timeout(new QSpinBox)
    , m_marks(new QCheckBox(tr("&Mark what was changed or signed again")))
    , m_pace(new PaceBox)
    , m_atOnce(new QSpinBox)
    , m_targets(new KnownList(tr("Targets used"), tr("Nothing was sent anywhere yet.")))
    , m_hosts(new KnownList(tr("Hosts that are always allowed"),
                            tr("None. For each other computer it is asked first.")))
{
    for (QSpinBox *field : {m_timeout, m_atOnce})
        field->setAlignment(Qt::AlignRight);
    m_timeout->setRange(1, int(longestTimeout.count()));
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setKeyboardTracking(false);
    m_timeout->setGroupSeparatorShown(true);
    m_timeout->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    m_atOnce->setRange(1, mostSentAtOnce);
    m_atOnce->setMinimumWidth(m_timeout->minimumWidth());
    addHeading(tr("One webhook"));
    addRow(tr("&Without an answer, stop after"), m_timeout);
    addWide(m_marks);
    addExplanation(tr("The header %1 tells your receiver the number of the webhook. What is sent "
                      "byte for byte has none.")
                       .arg(QLatin1StringView(resend::markName)));
    addHeading(tr("Many webhooks, at first"));
    addRow(tr("&Pace"), m_pace);
    addRow(tr("At a &time"), m_atOnce);
    addHeading(tr("Targets used"));
    addWide(m_targets);
    addHeading(tr("Hosts that are always allowed"));
    addWide(m_hosts);
    addRest();
    show(loadSending(file));
    fill();
    connect(m_timeout, &QSpinBox::valueChanged, this, &SendingPage::follow);
    connect(m_marks, &QCheckBox::toggled, this, &SendingPage::follow);
    connect(m_pace, &PaceBox::changed, this, &SendingPage::follow);
    connect(m_atOnce, &QSpinBox::valueChanged, this, &SendingPage::follow);
    connect(m_targets, &KnownList::forgotten, this, &SendingPage::forgetTarget);
    connect(m_hosts, &KnownList::forgotten, this, &SendingPage::forgetHost);
}

void SendingPage::show(const SendingSettings &sending)
{
    m_timeout->setValue(int(sending.timeout.count()));
    m_marks->setChecked(sending.marks);
    m_pace->setPace(sending.pace, sending.rate);
    m_atOnce->setValue(sending.atOnce);
}

void SendingPage::follow()
{
    save({.timeout = std::chrono::seconds(m_timeout->value()),
          .marks = m_marks->isChecked(),
          .pace = m_pace->pace(),
          .rate = m_pace->rate(),
          .atOnce = m_atOnce->value()},
         m_file);
}

// What was sent meanwhile is remembered as well.
void SendingPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    fill();
}

void SendingPage::fill()
{
    QStringList targets;
    for (const SendTarget &target : loadTargets(m_file))
        targets.append(lineOf(target));
    m_targets->setLines(targets);
    m_hosts->setLines(allowedHosts(m_file));
}

void SendingPage::forgetTarget(int line)
{
    ui::forgetTarget(loadTargets(m_file).value(line), m_file);
    fill();
}

void SendingPage::forgetHost(int line)
{
    ui::forgetHost(allowedHosts(m_file).value(line), m_file);
    fill();
}

void SendingPage::restoreDefaults() { show({}); }

} // namespace ui
