// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/endpointrules.h"

#include "inspector/inspector.h"
#include "ui/dialogs/forwardsdialog.h"
#include "ui/dialogs/rulesdialog.h"

#include <algorithm>

using inspector::Inspector;

namespace ui
{
namespace
{

capture::Rules rulesOf(const Inspector &inspector, const QString &path)
{
    for (const capture::Endpoint &endpoint : inspector.endpoints()) {
        if (endpoint.path == path)
            return endpoint.rules;
    }
    return {};
}

template <typename Change>
void changeRules(Inspector &inspector, const QString &path, const Change &change)
{
    QList<capture::Endpoint> endpoints = inspector.endpoints();
    for (capture::Endpoint &endpoint : endpoints) {
        if (endpoint.path == path)
            change(endpoint.rules);
    }
    inspector.setEndpoints(endpoints);
}

void closeWithEndpoint(QDialog &dialog, Inspector &inspector, const QString &path)
{
    QObject::connect(&inspector, &Inspector::opened, &dialog, &QDialog::reject);
    QObject::connect(&inspector, &Inspector::endpointsChanged, &dialog,
                     [&dialog, &inspector, path] {
                         const auto &endpoints = inspector.endpoints();
                         if (std::none_of(endpoints.begin(), endpoints.end(),
                                          [&path](const auto &one) { return one.path == path; }))
                             dialog.reject();
                     });
}

} // namespace

RulesDialog *makeRulesDialog(Inspector &inspector, const QString &path, QWidget *parent)
{
    auto *dialog = new RulesDialog(path, rulesOf(inspector, path).answers, parent);
    closeWithEndpoint(*dialog, inspector, path);
    QObject::connect(dialog, &RulesDialog::taken, &inspector,
                     [&inspector, path](const QList<capture::AnswerRule> &answers) {
                         changeRules(inspector, path,
                                     [&](capture::Rules &rules) { rules.answers = answers; });
                     });
    return dialog;
}

ForwardsDialog *makeForwardsDialog(Inspector &inspector, const QString &path, QWidget *parent)
{
    auto *dialog = new ForwardsDialog(path, rulesOf(inspector, path).forwards, parent);
    closeWithEndpoint(*dialog, inspector, path);
    dialog->setListening(inspector.listening().value_or(listener::Listening()));
    dialog->setWaiting(waitingForTargets(inspector, path));
    QObject::connect(
        &inspector, &Inspector::waitingForwardsChanged, dialog,
        [dialog, &inspector, path] { dialog->setWaiting(waitingForTargets(inspector, path)); });
    QObject::connect(dialog, &ForwardsDialog::taken, &inspector,
                     [&inspector, path](const QList<capture::ForwardRule> &forwards) {
                         changeRules(inspector, path,
                                     [&](capture::Rules &rules) { rules.forwards = forwards; });
                     });
    return dialog;
}

QHash<QString, qint64> waitingForTargets(const Inspector &inspector, const QString &path)
{
    QHash<QString, qint64> waiting;
    for (const capture::ForwardQueue &queue :
         inspector.waitingForwards() + inspector.strandedForwards()) {
        if (queue.endpoint == path)
            waiting.insert(queue.target, queue.waiting);
    }
    return waiting;
}

} // namespace ui
