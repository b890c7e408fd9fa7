// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/windowactions.h"

#include "ui/icons.h"

#include <QAction>
#include <QUndoStack>
#include <QWidget>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

WindowActions::WindowActions(QUndoStack &edits, QWidget &window, QWidget &table)
    : QObject(&window)
    , m_window(window)
{
    makeFile();
    makeEdit(edits);
    makeView();
    makeMoves();
    makeChoices();
    makeCapture();
    makeRow(table);
    makeTools();
    setListening(false, false);
    setSecretCount(0);
    setSelected(0, false);
}

QAction *WindowActions::make(const QString &text, const QString &drawing, const QKeySequence &key,
                             const QString &tip)
{
    auto *action = new QAction(text, this);
    if (!drawing.isEmpty())
        action->setIcon(icon(drawing));
    action->setShortcut(key);
    action->setStatusTip(tip);
    m_window.addAction(action);
    return action;
}

QAction *WindowActions::choice(QActionGroup *group, const QString &text, int value,
                               const QKeySequence &key)
{
    QAction *action = make(text, {}, key, {});
    action->setCheckable(true);
    action->setData(value);
    group->addAction(action);
    return action;
}

void WindowActions::makeFile()
{
    newStore = make(tr("&New store…"), u"new"_s, QKeySequence::New,
                    tr("Start an empty store in a file of your choice"));
    openStore = make(tr("&Open store…"), u"open"_s, QKeySequence::Open,
                     tr("Show the webhooks of a file"));
    saveCopy = make(tr("&Save a copy as…"), u"save"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_S,
                    tr("Copy the store to another file; listening goes on"));
    exportAll = make(tr("&Export…"), u"export"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                     tr("Write webhooks to a file: those selected, shown, or all"));
    exportSelected = make(tr("Export &selected…"), u"export"_s, {},
                          tr("Write the selected webhooks to a file"));
    importFiles = make(tr("&Import…"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                       tr("Bring webhooks in from JSON Lines, HAR, raw HTTP or a store"));
    // A bare desktop has no standard key for this one.
    closeWindow = make(tr("&Close"), {}, Qt::CTRL | Qt::Key_W, tr("Close this window"));
    quit = make(tr("&Quit"), {}, QKeySequence(Qt::CTRL | Qt::Key_Q), tr("End Hookglass"));
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeEdit(QUndoStack &edits)
{
    undo = edits.createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(icon(u"undo"_s));
    undo->setStatusTip(tr("Take back what was done last"));
    redo = edits.createRedoAction(this, tr("Re&do"));
    redo->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    redo->setIcon(icon(u"redo"_s));
    redo->setStatusTip(tr("Do again what was taken back"));
    m_window.addActions({undo, redo});
    invert = make(tr("&Invert selection"), {}, Qt::CTRL | Qt::Key_I,
                  tr("Select what is not selected"));
    findWebhooks = make(tr("Fi&lter"), u"filter"_s, QKeySequence::Find,
                        tr("Type what the table is to show"));
    findInBody = make(tr("&Find in body…"), u"search"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_F,
                      tr("Find text in the body that is shown"));
    findNext = make(tr("Find ne&xt"), {}, Qt::Key_F3, tr("Go to the next place found"));
    findPrevious = make(tr("Find pre&vious"), {}, Qt::SHIFT | Qt::Key_F3,
                        tr("Go to the place found before"));
}

void WindowActions::makeView()
{
    cycleDetails = make(tr("&Change details"), {}, Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                        tr("Details at the right, below or hidden"));
    nextPane = make(tr("Next pane"), {}, Qt::Key_F6, tr("Go on to the next part of the window"));
    previousPane = make(tr("Previous pane"), {}, Qt::SHIFT | Qt::Key_F6,
                        tr("Go back to the part of the window before"));
    nextBodyView
        = make(tr("Next body view"), {}, Qt::CTRL | Qt::Key_B, tr("Tree, pretty, text or hex"));
    fullScreen = make(tr("F&ull screen"), {}, Qt::Key_F11, tr("Fill the screen, or stop doing so"));
    fullScreen->setCheckable(true);
    resetLayout = make(tr("&Reset layout"), {}, {}, tr("Columns and panes as at first"));
    largerText = make(tr("&Larger"), {}, QKeySequence::ZoomIn, tr("Larger text everywhere"));
    smallerText = make(tr("&Smaller"), {}, QKeySequence::ZoomOut, tr("Smaller text everywhere"));
    normalText = make(tr("&Normal"), {}, Qt::CTRL | Qt::Key_0, tr("Text as the desktop has it"));
}

void WindowActions::makeMoves()
{
    follow = make(tr("&Follow newest"), u"follow"_s, {},
                  tr("Keep the newest webhook in sight until you select or scroll"));
    follow->setCheckable(true);
    oldest = make(tr("Go to &oldest"), {}, Qt::CTRL | Qt::Key_Home, tr("Select the first webhook"));
    newest = make(tr("Go to &newest"), {}, Qt::CTRL | Qt::Key_End,
                  tr("Select the last webhook and follow what comes"));
    nextProblem = make(tr("Next &problem"), u"warning"_s, Qt::Key_F8,
                       tr("Select the next webhook that needs attention"));
    previousProblem = make(tr("Previous prob&lem"), {}, Qt::SHIFT | Qt::Key_F8,
                           tr("Select the webhook before that needs attention"));
    back = make(tr("&Back to earlier selection"), {}, Qt::ALT | Qt::Key_Left,
                tr("Select what was selected before"));
    forward = make(tr("For&ward to later selection"), {}, Qt::ALT | Qt::Key_Right,
                   tr("Select what was selected after that"));
    previous = make(tr("Previous &webhook"), u"chevron-up"_s, {}, tr("Select the row above"));
    next = make(tr("Ne&xt webhook"), u"chevron-down"_s, {}, tr("Select the row below"));
}

void WindowActions::makeChoices()
{
    details = new QActionGroup(this);
    choice(details, tr("Where it &fits"), int(DetailsPlace::Fitting))->setChecked(true);
    choice(details, tr("At the &right"), int(DetailsPlace::Right));
    choice(details, tr("&Below"), int(DetailsPlace::Below));
    choice(details, tr("&Hidden"), int(DetailsPlace::Hidden));
    looks = new QActionGroup(this);
    choice(looks, tr("As the &system"), int(Look::System))->setChecked(true);
    choice(looks, tr("&Light"), int(Look::Light));
    choice(looks, tr("&Dark"), int(Look::Dark));
    times = new QActionGroup(this);
    choice(times, tr("&Clock"), int(models::TimeForm::Clock))->setChecked(true);
    choice(times, tr("&UTC"), int(models::TimeForm::Utc));
    choice(times, tr("Since the &first"), int(models::TimeForm::SinceFirst));
    choice(times, tr("Since the &previous"), int(models::TimeForm::SincePrevious));
    tabs = new QActionGroup(this);
    tabs->setExclusionPolicy(QActionGroup::ExclusionPolicy::None);
    const QStringList names{tr("Body"), tr("Headers"),  tr("Signature"),
                            tr("Raw"),  tr("Overview"), tr("Sends")};
    for (int tab = 0; tab < names.size(); ++tab)
        choice(tabs, names[tab], tab, QKeySequence(int(Qt::CTRL) | (Qt::Key_1 + tab)))
            ->setCheckable(false);
}

void WindowActions::makeCapture()
{
    listen = make(tr("&Listening"), {}, Qt::CTRL | Qt::Key_E, tr("Open or close the port"));
    listen->setCheckable(true);
    pause = make(tr("&Pause (answer 503)"), u"pause"_s, {},
                 tr("Keep the port open, but tell senders to try again later"));
    pause->setCheckable(true);
    clear = make(tr("&Clear"), u"trash"_s, Qt::CTRL | Qt::Key_L,
                 tr("Take all webhooks but the marked ones from the list"));
    ping = make(tr("Send a &test ping"), u"send"_s, {},
                tr("A ping through the listener, signed if a secret is known"));
    listenerSettings = make(tr("Listener &settings…"), u"antenna"_s, {},
                            tr("Address, port, certificate, limits and the answer"));
    copyUrl = make(tr("Copy &URL"), u"copy"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_U,
                   tr("Copy the address that senders are to be given"));
}

void WindowActions::makeRow(QWidget &table)
{
    const auto here = [&table, this](QAction *action) {
        m_window.removeAction(action);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        table.addAction(action);
        return action;
    };
    mark = make(tr("&Mark"), u"flag"_s, {}, tr("Mark or unmark; marked webhooks outlive Clear"));
    mark->setCheckable(true);
    mark->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_M});
    note = make(tr("&Note…"), u"note"_s, Qt::Key_F2, tr("Write a note about this webhook"));
    remove = here(make(tr("&Delete"), u"trash"_s, QKeySequence::Delete,
                       tr("Take the selected webhooks from the list")));
    onlyVerdict = make(tr("Only &this verdict"), u"filter"_s, {},
                       tr("Show only webhooks with the same signature verdict"));
    selectAll = here(make(tr("Select &all"), {}, QKeySequence::SelectAll, tr("Select all rows")));
    copyRow = here(make(tr("Copy &row"), u"copy"_s, QKeySequence::Copy,
                        tr("Copy the selected rows as tab-separated text")));
    copyBody = make(tr("Copy &body"), {}, {}, tr("Copy the body as received"));
    copyHeaders = make(tr("Copy &headers"), {}, {}, tr("Copy the header lines as received"));
    copyRaw = make(tr("Copy ra&w request"), {}, {}, tr("Copy request line, headers and body"));
    copyCurl = make(tr("Copy as &cURL"), u"terminal"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_C,
                    tr("Copy a command that sends this request again"));
    copyCurlCmd = make(tr("Copy as cURL for Windows (c&md)"), {}, {},
                       tr("Copy a command for cmd that sends this request again"));
    copyCurlPowerShell = make(tr("Copy as cURL for &PowerShell"), {}, {},
                              tr("Copy a command for PowerShell that sends this request again"));
    copyJson = make(tr("Copy as &JSON"), {}, {}, tr("Copy all of it as one line of JSON"));
    copyFixture = make(tr("Copy as &fixture"), {}, {},
                       tr("Copy headers, body and the signature that a secret nobody has gives"));
    copyMarkdown = make(tr("Copy as Mar&kdown"), {}, {},
                        tr("Copy it for an issue tracker, without signatures and addresses"));
    saveBody = make(tr("Save &body…"), u"save"_s, {}, tr("Write the body to a file, as received"));
    anotherSecret = make(tr("Try &another secret…"), u"key"_s, {},
                         tr("Add a secret; every webhook is checked with it at once"));
    compare = make(tr("Com&pare…"), u"compare"_s, Qt::CTRL | Qt::Key_D,
                   tr("What is otherwise in one of two webhooks"));
    comparePrevious
        = make(tr("Compare w&ith the one before…"), {}, {},
               tr("What is otherwise than in the webhook before about the same customer"));
    verificationCode = make(tr("&Verification code…"), u"terminal"_s, {},
                            tr("Code for your receiver that verifies webhooks as this one"));
    editAndResend = make(tr("&Edit && Re-send…"), u"edit"_s, Qt::CTRL | Qt::Key_Return,
                         tr("Change a copy of this webhook, sign it and send it"));
    editAndResend->setIconText(tr("Edit && Re-send"));
    sendAgain = make(tr("Send again &unchanged"), u"send"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
                     tr("Send this webhook as received to the target used last"));
    resendMany = make(tr("&Re-send…"), u"redo"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                      tr("Send the selected webhooks again"));
}

void WindowActions::makeTools()
{
    secrets = make(tr("&Secrets…"), u"key"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_K,
                   tr("Add, rename or forget signing secrets"));
    rules = make(tr("A&nswer rules…"), u"response"_s, {},
                 tr("Other answers and faults, at the endpoint of the selected webhook"));
    forwards = make(tr("Send &on to…"), u"route"_s, {},
                    tr("Where webhooks of the selected one's endpoint are sent on to"));
    accounts = make(tr("&Accounts…"), {}, {},
                    tr("How webhooks arrive for each account, and which have stopped"));
    trust = make(tr("&Trust local CA…"), u"shield-check"_s, {},
                 tr("Let programs on this computer accept the listener's certificate"));
    reach = make(tr("&Reach me from the internet…"), u"globe"_s, {},
                 tr("Commands for tunnels, and a check of the public address"));
    play = make(tr("&Play the provider…"), u"send"_s, {},
                tr("Send your own receiver made-up webhooks, good and bad ones"));
    settings = make(tr("S&ettings…"), u"settings"_s, Qt::CTRL | Qt::Key_Comma,
                    tr("Listener, endpoints, limits and certificate"));
    settings->setMenuRole(QAction::PreferencesRole);
    setUp = make(tr("&Set-up steps"), u"help"_s, Qt::Key_F1, tr("From no webhook to the first"));
    notArriving = make(tr("It does not a&rrive…"), {}, {},
                       tr("What has to be so before a webhook arrives, and how it stands"));
    shortcuts = make(tr("&Keyboard shortcuts"), {}, Qt::CTRL | Qt::Key_Question,
                     tr("Every key that does something"));
    about = make(tr("&About Hookglass"), u"info"_s, {}, tr("Version and licences"));
    about->setMenuRole(QAction::AboutRole);
}

void WindowActions::choose(const QActionGroup *group, int value)
{
    for (QAction *action : group->actions())
        action->setChecked(action->data().toInt() == value);
}

QStringList WindowActions::listenWords() { return {tr("Listen"), tr("Paused"), tr("Listening")}; }

void WindowActions::setListening(bool listening, bool paused)
{
    listen->setChecked(listening && !paused); // so that triggering it while paused resumes
    listen->setIconText(listenWords().at(!listening ? 0 : paused ? 1 : 2));
    const QString key = listen->shortcut().toString(QKeySequence::NativeText);
    listen->setToolTip((!listening   ? tr("Start listening %1")
                            : paused ? tr("Resume: senders get 503 until then %1")
                                     : tr("Stop listening %1"))
                           .arg(key.isEmpty() ? key : u"(%1)"_s.arg(key))
                           .trimmed());
    listen->setIcon(!listening   ? icon(u"status/stopped"_s, &Tokens::muted)
                        : paused ? icon(u"status/paused"_s, &Tokens::stale)
                                 : icon(u"status/listening"_s, &Tokens::verified));
    pause->setEnabled(listening);
    pause->setChecked(listening && paused);
    copyUrl->setEnabled(listening);
    ping->setEnabled(listening && !paused);
}

void WindowActions::setSecretCount(qsizetype count)
{
    secrets->setIconText(tr("Secrets %L1").arg(count));
}

void WindowActions::setWritable(bool writable)
{
    m_writable = writable;
    for (QAction *action : {listen, clear, mark, note, remove, rules, forwards})
        action->setEnabled(writable);
}

void WindowActions::setClearable(bool clearable) { clear->setEnabled(clearable && m_writable); }

void WindowActions::setSelected(qsizetype selected, bool deliverySelected)
{
    const QString none = tr("Select a webhook first");
    const auto set = [](QAction *action, bool enabled, const QString &why) {
        action->setEnabled(enabled);
        action->setToolTip(enabled ? action->statusTip() : why);
    };
    const QString closed = tr("The store is open read-only");
    for (QAction *action : {copyRow, exportSelected})
        set(action, selected > 0, none);
    set(resendMany, selected > 1 || (selected == 1 && deliverySelected), none);
    for (QAction *action : {mark, remove})
        set(action, selected > 0 && m_writable, m_writable ? none : closed);
    set(compare, selected == 2, tr("Select two webhooks to compare"));
    set(note, selected == 1 && m_writable, m_writable ? none : closed);
    for (QAction *action :
         {copyBody, copyHeaders, copyRaw, copyCurl, copyCurlCmd, copyCurlPowerShell, copyJson,
          copyFixture, copyMarkdown, saveBody, onlyVerdict, anotherSecret, verificationCode,
          editAndResend, sendAgain, comparePrevious})
        set(action, selected == 1 && deliverySelected,
            selected == 1 ? tr("This request was rejected; there is no webhook")
                          : tr("Select one webhook"));
}

QList<QAction *> WindowActions::withShortcuts() const
{
    QList<QAction *> actions;
    for (QObject *child : children()) {
        auto *action = qobject_cast<QAction *>(child);
        if (action && !action->shortcut().isEmpty())
            actions.append(action);
    }
    return actions;
}

} // namespace ui
