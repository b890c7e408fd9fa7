// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace inspector
{
class Inspector;
}

namespace ui
{

class ForwardsDialog;
class RulesDialog;

// What an endpoint does besides its usual reply. What is taken over in these dialogs is the
// endpoint's at once; they close when it or its store goes.
RulesDialog *makeRulesDialog(inspector::Inspector &inspector, const QString &path, QWidget *parent);
ForwardsDialog *makeForwardsDialog(inspector::Inspector &inspector, const QString &path,
                                   QWidget *parent);

// How many of its webhooks wait for each target.
QHash<QString, qint64> waitingForTargets(const inspector::Inspector &inspector,
                                         const QString &path);

} // namespace ui
