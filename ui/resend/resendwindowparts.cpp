// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/record.h"
#include "inspector/resendrun.h"
#include "ui/dialogs/notebox.h"
#include "ui/icons.h"
#include "ui/resend/bodypane.h"
#include "ui/resend/changespane.h"
#include "ui/resend/headerspane.h"
#include "ui/resend/resendwindow.h"
#include "ui/resend/signingbox.h"
#include "ui/resend/targetbar.h"
#include "ui/views/answerview.h"
#include "ui/views/attempttable.h"
#include "ui/views/codefont.h"
#include "ui/views/detailtabs.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/panel.h"
#include "ui/views/segmentedbar.h"
#include "ui/views/signedtextview.h"
#include "ui/windowroom.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

// How much wider the window is than those words: for the tabs, the icons, and the other half of it.
constexpr double besideWords = 6.2;

QToolButton *cornerButton(const QString &drawing, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(drawing));
    button->setText(text);
    button->setAutoRaise(true);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly
                                              : Qt::ToolButtonTextBesideIcon);
    return button;
}

} // namespace

void ResendWindow::build()
{
    m_note = new NoteBox(this);
    m_restored = new NoteBox(this);
    m_unkept = new NoteBox(this);
    auto *noted = new QVBoxLayout;
    noted->setContentsMargins(10, 0, 10, 6);
    noted->addWidget(m_unkept);
    noted->addWidget(m_restored);
    noted->addWidget(m_note);
    auto *middle = new QSplitter(this);
    middle->setChildrenCollapsible(false);
    middle->addWidget(buildEditors());
    middle->addWidget(buildOutcome());
    middle->setSizes({740, 700}); // the buttons beside the tabs have room for their words
    auto *whole = new QSplitter(Qt::Vertical, this);
    whole->setChildrenCollapsible(false);
    m_sends = new AttemptTable(whole);
    whole->addWidget(middle);
    whole->addWidget(m_sends);
    whole->setStretchFactor(0, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    column->addLayout(noted);
    column->addWidget(whole, 1);
    column->addWidget(buildFoot());
    resize(QSize(1280, 820).boundedTo(roomForWindow(*this)));
    // The latest three sends; in a low window the latest one. What stands above takes the rest.
    const bool low = height() < fontMetrics().height() * 40;
    const int sends = m_sends->minimumSizeHint().height()
        + (low ? 0 : 2 * m_sends->verticalHeader()->defaultSectionSize());
    whole->setSizes({1, sends});
    const auto key = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    key(Qt::CTRL | Qt::Key_Return, &ResendWindow::send);
    key(Qt::CTRL | Qt::Key_Enter, &ResendWindow::send);
    key(Qt::Key_Escape, &ResendWindow::escape);
    key(Qt::CTRL | Qt::Key_Period, &ResendWindow::cancel);
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_I, [this] { m_body->format(); });
    key(Qt::CTRL | Qt::Key_W, &QWidget::close);
    key(QKeySequence::Find, &ResendWindow::find);
    key(Qt::CTRL | Qt::Key_H, &ResendWindow::replace);
    key(Qt::Key_F3, [this] { m_body->step(1); });
    key(Qt::SHIFT | Qt::Key_F3, [this] { m_body->step(-1); });
    key(Qt::ALT | Qt::Key_Up, [this] { stepSend(-1); });
    key(Qt::ALT | Qt::Key_Down, [this] { stepSend(1); });
}

QWidget *ResendWindow::buildTop()
{
    auto *top = new Panel(Panel::Ground::Window, Qt::BottomEdge, this);
    m_method = new QComboBox(top);
    m_method->setEditable(true);
    m_method->addItems({u"POST"_s, u"PUT"_s, u"PATCH"_s, u"GET"_s, u"DELETE"_s, u"HEAD"_s});
    m_method->setAccessibleName(tr("Method"));
    m_method->lineEdit()->setAccessibleName(m_method->accessibleName());
    m_method->setMinimumContentsLength(7);
    m_target = new TargetBar(m_settings, top);
    auto *curl = new QPushButton(icon(u"terminal"_s), tr("Copy as &cURL"), top);
    m_send = new QPushButton(icon(u"send"_s), tr("Send"), top);
    m_send->setDefault(true);
    connect(curl, &QPushButton::clicked, this, &ResendWindow::copyCurl);
    connect(m_send, &QPushButton::clicked, this, &ResendWindow::send);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    int place = 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_method, m_target, curl, m_send})
        grid->addWidget(part, 0, place++);
    grid->addWidget(m_target->newNote(TargetNote::Room::Kept, top), 1, 1);
    grid->setColumnStretch(1, 1);
    const capture::Record record{.delivery = m_details.delivery,
                                 .judged = m_details.judgements.isEmpty()
                                     ? std::optional<signature::Verdict>()
                                     : m_details.judgements.constLast().verdict};
    const signature::SecretPtr preferred = inspector::secretOf(m_inspector, record);
    m_signing = new SigningBox(m_details.scheme ? *m_details.scheme : signature::Scheme(),
                               m_inspector.secrets(m_details.delivery->endpoint),
                               preferred ? preferred->label() : QString(), top);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(10, 7, 10, 4);
    column->setSpacing(0); // The line of the note is a distance by itself.
    column->addLayout(grid);
    column->addWidget(m_signing);
    return top;
}

QToolButton *ResendWindow::buildCases(QWidget *corner)
{
    auto *cases = cornerButton(u"checklist"_s, tr("Test cases"), corner);
    auto *menu = new QMenu(cases);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillCases(*menu); });
    cases->setMenu(menu);
    cases->setPopupMode(QToolButton::InstantPopup);
    cases->setAccessibleName(tr("Test cases"));
    cases->setToolTip(tr("Test cases: sets the window up for one that a receiver must get right"));
    return cases;
}

QWidget *ResendWindow::buildEditors()
{
    m_editors = new DetailTabs(this);
    m_editors->setAccessibleName(tr("Parts of what is sent"));
    m_body = new BodyPane(m_received.body, m_editors);
    m_headers = new HeadersPane(m_editors);
    m_fields = &m_headers->model();
    m_editors->addTab(m_body, tr("Body"));
    m_editors->addTab(m_headers, tr("Headers"));
    auto *corner = new Panel(Panel::Ground::Window, Qt::BottomEdge, m_editors);
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 2, 6, 3);
    row->setSpacing(2);
    addHistory(*corner);
    auto *layOut = cornerButton(u"braces"_s, tr("Format"), corner);
    auto *original = cornerButton(u"restore"_s, tr("Restore original"), corner);
    layOut->setToolTip(tr("Lay JSON out in lines; numbers and strings stay as they stand "
                          "(Ctrl+Shift+I)"));
    original->setToolTip(tr("Restore original"));
    m_wordy = {layOut, original, buildCases(corner)};
    m_body->serveFormat(*layOut);
    connect(original, &QToolButton::clicked, this, &ResendWindow::restore);
    for (QToolButton *button : std::as_const(m_wordy))
        row->addWidget(button);
    m_editors->setCornerWidget(corner, Qt::TopRightCorner);
    return m_editors;
}

// Each part is undone by itself, by the buttons beside its tab.
void ResendWindow::addHistory(QWidget &corner)
{
    auto *undo = cornerButton(u"undo"_s, {}, &corner);
    auto *redo = cornerButton(u"redo"_s, {}, &corner);
    auto *undoHeader = cornerButton(u"undo"_s, {}, &corner);
    auto *redoHeader = cornerButton(u"redo"_s, {}, &corner);
    undo->setAccessibleName(tr("Undo in the body"));
    redo->setAccessibleName(tr("Redo in the body"));
    undoHeader->setAccessibleName(tr("Undo in the headers"));
    redoHeader->setAccessibleName(tr("Redo in the headers"));
    const QList<QToolButton *> buttons{undo, redo, undoHeader, redoHeader};
    for (QToolButton *button : buttons) {
        button->setToolTip(button->accessibleName());
        corner.layout()->addWidget(button);
    }
    m_body->serve(*undo, *redo);
    m_headers->serve(*undoHeader, *redoHeader);
    const auto show = [buttons](int tab) {
        for (int i = 0; i < buttons.size(); ++i)
            buttons[i]->setVisible(i / 2 == tab);
    };
    connect(m_editors, &QTabWidget::currentChanged, &corner, show);
    show(0);
}

// Where there is no room for words beside the tabs, the buttons show their icons alone.
void ResendWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    int words = 0;
    for (const QToolButton *button : std::as_const(m_wordy))
        words += fontMetrics().horizontalAdvance(button->text());
    const bool narrow = width() < words * besideWords;
    for (QToolButton *button : std::as_const(m_wordy))
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

QWidget *ResendWindow::buildOutcome()
{
    auto *split = new QSplitter(Qt::Vertical, this);
    m_outcome = split;
    split->setChildrenCollapsible(false);
    m_views = new DetailTabs(split);
    m_views->setAccessibleName(tr("What goes out"));
    m_changes = new ChangesPane(m_settings, m_views);
    auto *scroll = new QScrollArea(m_views); // a small screen has no room for all of it
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_signedText = new SignedTextView(scroll);
    m_signedText->setContentsMargins(10, 8, 10, 8);
    scroll->setWidget(m_signedText);
    for (QWidget *page : std::initializer_list<QWidget *>{m_changes, scroll})
        page->setMinimumHeight(fontMetrics().height() * 3 / 2); // no more where notes stand above
    m_views->addTab(m_changes, tr("Changes"));
    m_views->addTab(scroll, tr("Signed text"));
    connect(m_changes, &ChangesPane::counted, m_views,
            [this](qsizetype changes) { m_views->setCount(0, changes); });
    auto *corner = new Panel(Panel::Ground::Window, Qt::BottomEdge, m_views);
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 2, 6, 3);
    row->addWidget(m_changes->modes());
    m_views->setCornerWidget(corner, Qt::TopRightCorner);
    connect(m_views, &QTabWidget::currentChanged, corner,
            [this](int tab) { m_changes->modes()->setVisible(tab == 0); });
    m_answer = new AnswerView(split);
    m_answer->setReceived(m_details.delivery);
    m_answer->setOffers(true);
    split->addWidget(m_views);
    split->addWidget(m_answer);
    split->setSizes({340, 260});
    return split;
}

QWidget *ResendWindow::buildFoot()
{
    auto *foot = new Panel(Panel::Ground::Window, Qt::TopEdge, this);
    m_count = new ElidedLabel(foot);
    auto *rule = new ElidedLabel(foot);
    auto *promise = new ElidedLabel(foot);
    m_count->setFullText(tr("%n send(s) of this webhook", nullptr, int(m_attempts.size())));
    rule->setFullText(tr("Only to local addresses without asking"));
    promise->setFullText(tr("The captured webhook #%1 is never changed").arg(m_details.id));
    for (ElidedLabel *label : {rule, promise})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 5, 12, 5);
    row->setSpacing(18);
    row->addWidget(m_count);
    row->addWidget(rule);
    row->addStretch(1);
    row->addWidget(promise);
    return foot;
}

} // namespace ui
