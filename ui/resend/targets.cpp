// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/targets.h"

#include "inspector/inspector.h"
#include "inspector/settings.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("ui::Targets", text); }

QList<SendTarget> loadTargets(const QSettings &settings)
{
    QList<SendTarget> targets;
    const QVariantList kept = settings.value(u"sending/targets"_s).toList();
    for (const QVariant &entry : kept) {
        const QStringList parts = entry.toStringList(); // URL, authority, "unchecked", pin
        if (!parts.value(0).isEmpty() && targets.size() < mostTargets)
            targets.append({.url = parts.value(0),
                            .authorityFile = parts.value(1),
                            .pin = resend::pinOf(parts.value(3)),
                            .checkCertificate = parts.value(2) != "unchecked"_L1});
    }
    return targets;
}

static void keep(const QList<SendTarget> &targets, QSettings &settings)
{
    QVariantList kept;
    for (const SendTarget &one : targets.first(std::min(targets.size(), mostTargets)))
        kept.append(QStringList{one.url, one.authorityFile,
                                one.checkCertificate ? QString() : u"unchecked"_s, one.pin});
    settings.setValue(u"sending/targets"_s, kept);
}

void rememberTarget(const SendTarget &target, QSettings &settings)
{
    QList<SendTarget> targets = loadTargets(settings);
    targets.removeIf([&target](const SendTarget &other) { return other.url == target.url; });
    targets.prepend(target);
    keep(targets, settings);
}

void forgetTarget(const SendTarget &target, QSettings &settings)
{
    QList<SendTarget> targets = loadTargets(settings);
    targets.removeOne(target);
    keep(targets, settings);
}

SendTarget trusted(const SendTarget &target, const inspector::Inspector &inspector,
                   const QSettings &settings)
{
    const QUrl url(target.url);
    const auto listening = inspector.listening();
    SendTarget known = target;
    if (listening && url.scheme() == "https"_L1 && staysHere(url)
        && url.port(443) == listening->port && known.authorityFile.isEmpty() && known.pin.isEmpty()
        && inspector::load(settings).certificateFile.isEmpty())
        known.authorityFile = inspector.places().tlsFolder() + "/ca.pem"_L1;
    return known;
}

QStringList allowedHosts(const QSettings &settings)
{
    return settings.value(u"sending/allowedHosts"_s).toStringList();
}

void forgetHost(const QString &host, QSettings &settings)
{
    QStringList hosts = allowedHosts(settings);
    hosts.removeAll(host);
    settings.setValue(u"sending/allowedHosts"_s, hosts);
}

bool isAllowed(const QUrl &url, const QSettings &settings)
{
    return staysHere(url) || allowedHosts(settings).contains(url.host().toLower());
}

void allowAlways(const QUrl &url, QSettings &settings)
{
    QStringList hosts = allowedHosts(settings);
    hosts.append(url.host().toLower());
    hosts.removeDuplicates();
    settings.setValue(u"sending/allowedHosts"_s, hosts);
}

bool maySend(const QUrl &url, QSettings &settings, QWidget *window)
{
    if (isAllowed(url, settings))
        return true;
    QMessageBox question(QMessageBox::Question, tr("Send to another computer"),
                         tr("Send to %1?").arg(url.host()), QMessageBox::Cancel, window);
    question.setInformativeText(
        tr("It is not this computer, and webhooks may hold personal data."));
    QPushButton *once = question.addButton(tr("Send once"), QMessageBox::AcceptRole);
    QPushButton *always = question.addButton(tr("Always allow this host"), QMessageBox::YesRole);
    question.setDefaultButton(QMessageBox::Cancel);
    question.exec();
    if (question.clickedButton() == always)
        allowAlways(url, settings);
    return question.clickedButton() == once || question.clickedButton() == always;
}

} // namespace ui
