// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/shortcuts.h"

#include "ui/buttontext.h"
#include "ui/windowactions.h"

#include <QAction>
#include <QSettings>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Named {
    QLatin1StringView id; // stands in the settings
    QAction *WindowActions::*action;
};

// Every action that may have a key.
constexpr Named named[]{
    {"newStore"_L1, &WindowActions::newStore},
    {"openStore"_L1, &WindowActions::openStore},
    {"saveCopy"_L1, &WindowActions::saveCopy},
    {"importFiles"_L1, &WindowActions::importFiles},
    {"exportAll"_L1, &WindowActions::exportAll},
    {"exportSelected"_L1, &WindowActions::exportSelected},
    {"closeWindow"_L1, &WindowActions::closeWindow},
    {"quit"_L1, &WindowActions::quit},
    {"undo"_L1, &WindowActions::undo},
    {"redo"_L1, &WindowActions::redo},
    {"selectAll"_L1, &WindowActions::selectAll},
    {"invert"_L1, &WindowActions::invert},
    {"findWebhooks"_L1, &WindowActions::findWebhooks},
    {"findInBody"_L1, &WindowActions::findInBody},
    {"findNext"_L1, &WindowActions::findNext},
    {"findPrevious"_L1, &WindowActions::findPrevious},
    {"follow"_L1, &WindowActions::follow},
    {"oldest"_L1, &WindowActions::oldest},
    {"newest"_L1, &WindowActions::newest},
    {"nextProblem"_L1, &WindowActions::nextProblem},
    {"previousProblem"_L1, &WindowActions::previousProblem},
    {"back"_L1, &WindowActions::back},
    {"forward"_L1, &WindowActions::forward},
    {"cycleDetails"_L1, &WindowActions::cycleDetails},
    {"nextPane"_L1, &WindowActions::nextPane},
    {"previousPane"_L1, &WindowActions::previousPane},
    {"nextBodyView"_L1, &WindowActions::nextBodyView},
    {"fullScreen"_L1, &WindowActions::fullScreen},
    {"resetLayout"_L1, &WindowActions::resetLayout},
    {"largerText"_L1, &WindowActions::largerText},
    {"smallerText"_L1, &WindowActions::smallerText},
    {"normalText"_L1, &WindowActions::normalText},
    {"listen"_L1, &WindowActions::listen},
    {"pause"_L1, &WindowActions::pause},
    {"clear"_L1, &WindowActions::clear},
    {"ping"_L1, &WindowActions::ping},
    {"listenerSettings"_L1, &WindowActions::listenerSettings},
    {"copyUrl"_L1, &WindowActions::copyUrl},
    {"previous"_L1, &WindowActions::previous},
    {"next"_L1, &WindowActions::next},
    {"mark"_L1, &WindowActions::mark},
    {"note"_L1, &WindowActions::note},
    {"remove"_L1, &WindowActions::remove},
    {"onlyVerdict"_L1, &WindowActions::onlyVerdict},
    {"copyRow"_L1, &WindowActions::copyRow},
    {"copyBody"_L1, &WindowActions::copyBody},
    {"copyHeaders"_L1, &WindowActions::copyHeaders},
    {"copyRaw"_L1, &WindowActions::copyRaw},
    {"copyCurl"_L1, &WindowActions::copyCurl},
    {"copyCurlCmd"_L1, &WindowActions::copyCurlCmd},
    {"copyCurlPowerShell"_L1, &WindowActions::copyCurlPowerShell},
    {"copyJson"_L1, &WindowActions::copyJson},
    {"copyFixture"_L1, &WindowActions::copyFixture},
    {"copyMarkdown"_L1, &WindowActions::copyMarkdown},
    {"saveBody"_L1, &WindowActions::saveBody},
    {"anotherSecret"_L1, &WindowActions::anotherSecret},
    {"verificationCode"_L1, &WindowActions::verificationCode},
    {"compare"_L1, &WindowActions::compare},
    {"comparePrevious"_L1, &WindowActions::comparePrevious},
    {"editAndResend"_L1, &WindowActions::editAndResend},
    {"sendAgain"_L1, &WindowActions::sendAgain},
    {"resendMany"_L1, &WindowActions::resendMany},
    {"secrets"_L1, &WindowActions::secrets},
    {"rules"_L1, &WindowActions::rules},
    {"forwards"_L1, &WindowActions::forwards},
    {"accounts"_L1, &WindowActions::accounts},
    {"trust"_L1, &WindowActions::trust},
    {"reach"_L1, &WindowActions::reach},
    {"play"_L1, &WindowActions::play},
    {"settings"_L1, &WindowActions::settings},
    {"setUp"_L1, &WindowActions::setUp},
    {"notArriving"_L1, &WindowActions::notArriving},
    {"shortcuts"_L1, &WindowActions::shortcuts},
    {"about"_L1, &WindowActions::about},
};

QString keptUnder(const QString &id) { return "shortcuts/"_L1 + id; }

// Without Ctrl, Alt or Meta only keys that neither write nor move.
bool isNeeded(const QKeySequence &sequence)
{
    const auto held = sequence[0].keyboardModifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    const Qt::Key key = sequence[0].key();
    return held == Qt::NoModifier && key != Qt::Key_Delete && key != Qt::Key_Insert
        && (key < Qt::Key_F1 || key > Qt::Key_F35);
}

} // namespace

QString Shortcuts::Entry::name() const
{
    if (id == "undo"_L1)
        return tr("Undo"); // the action tells what it would undo
    if (id == "redo"_L1)
        return tr("Redo");
    return labelName(action->text());
}

Shortcuts::Shortcuts(WindowActions &actions, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    for (const auto &[id, action] : named)
        m_entries.append({id, actions.*action, (actions.*action)->shortcuts()});
    for (QAction *tab : actions.tabs->actions())
        m_entries.append({u"tab%1"_s.arg(tab->data().toInt() + 1), tab, tab->shortcuts()});
    for (const Entry &entry : std::as_const(m_entries)) {
        const QVariant kept = settings.value(keptUnder(entry.id));
        if (kept.isValid())
            entry.action->setShortcut(
                QKeySequence::fromString(kept.toString(), QKeySequence::PortableText));
    }
}

void Shortcuts::setKey(qsizetype entry, const QKeySequence &key)
{
    m_settings.setValue(keptUnder(m_entries[entry].id), key.toString(QKeySequence::PortableText));
    take(entry, {key});
}

void Shortcuts::restore(qsizetype entry)
{
    m_settings.remove(keptUnder(m_entries[entry].id));
    take(entry, m_entries[entry].usual);
}

void Shortcuts::take(qsizetype entry, const QList<QKeySequence> &keys)
{
    if (m_entries[entry].action->shortcuts() == keys)
        return;
    m_entries[entry].action->setShortcuts(keys);
    Q_EMIT changed();
}

QString Shortcuts::objection(qsizetype entry, const QKeySequence &key) const
{
    if (key.isEmpty())
        return {};
    const QString words = key.toString(QKeySequence::NativeText);
    if (isNeeded(key))
        return tr("%1 alone is needed to type and to move. Hold Ctrl or Alt with it.").arg(words);
    const auto other = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &one) {
        return &one != &m_entries[entry] && one.action->shortcuts().contains(key);
    });
    return other == m_entries.end() ? QString()
                                    : tr("%1 is the key for “%2”.").arg(words, other->name());
}

} // namespace ui
