// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/schemefacts.h"

#include "models/schemewords.h"
#include "signature/schemetext.h"

#include <QCoreApplication>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

static QString tr(const char *text) { return QCoreApplication::translate("ui::SchemeFacts", text); }

static QString ruleLine(const signature::Scheme &scheme)
{
    const QString message = signature::messageText(scheme);
    const QString rule = message.isEmpty()
        ? signature::algorithmText(scheme)
        : tr("%1, of %2").arg(signature::algorithmText(scheme), message);
    return tr("%1: %2.").arg(models::placesText(scheme), rule);
}

static QString backingLine(const signature::Scheme &scheme)
{
    using signature::Trust;
    switch (scheme.trust) {
    case Trust::OfficialVector:
        return tr("An example that the sender published comes out right.");
    case Trust::OfficialText:
        return tr("As the sender's own pages or code say.");
    case Trust::ThirdParties:
        return tr("Only third parties tell of it, several of them.");
    case Trust::OneThirdParty:
        return tr("Only one third party tells of it.");
    case Trust::Own:
        return tr("Your own: as it was entered here.");
    }
    return {};
}

QString schemeNote(const signature::Scheme &scheme)
{
    QStringList lines{ruleLine(scheme)};
    if (!scheme.secretNote.isEmpty())
        lines.append(tr("Secret: %1.").arg(scheme.secretNote));
    return lines.join(u'\n');
}

QString schemeFacts(const signature::Scheme &scheme)
{
    QStringList lines{schemeNote(scheme), backingLine(scheme)};
    if (!scheme.coversBody)
        lines.append(tr("The signature does not cover the body: somebody on the way could have "
                        "altered it."));
    return lines.join(u'\n');
}

} // namespace ui
