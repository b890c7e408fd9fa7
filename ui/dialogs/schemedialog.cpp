// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/schemedialog.h"

#include "inspector/inspector.h"
#include "models/schemewords.h"
#include "signature/schemeguess.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/schemeform.h"
#include "ui/dialogs/schemepreview.h"
#include "ui/windowroom.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

SchemeDialog::SchemeDialog(inspector::Inspector &inspector, const QString &endpoint,
                           const signature::Scheme &scheme, QWidget *parent)
    : QDialog(parent)
    , m_inspector(inspector)
    , m_id(scheme.id)
    , m_form(new SchemeForm)
    , m_preview(new SchemePreview(inspector, endpoint))
    , m_note(new NoteBox)
{
    setWindowTitle(m_id.isEmpty() ? tr("New signing scheme") : tr("Signing scheme"));
    build();
    signature::Scheme begun = scheme;
    if (begun.id.isEmpty())
        begun.id = u"new"_s; // until it has a name
    m_form->setScheme(begun);
    connect(m_form, &SchemeForm::edited, this, &SchemeDialog::tryOut);
    connect(m_preview, &SchemePreview::fillWanted, this, &SchemeDialog::fill);
    tryOut();
    m_form->showProblem({}); // nothing is wrong with what nobody has filled in yet
}

signature::Scheme SchemeDialog::blank()
{
    signature::Scheme scheme;
    scheme.key = {{.kind = signature::KeyStep::Kind::Utf8}};
    scheme.message = *signature::parseTemplate("{body}");
    scheme.signature = {{signature::Source::Header, {}}};
    return scheme;
}

void SchemeDialog::prefer(qint64 delivery) { m_preview->prefer(delivery); }

void SchemeDialog::build()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(tr("The scheme"));
    auto *parts = new QSplitter;
    parts->setChildrenCollapsible(false);
    parts->addWidget(scroll);
    parts->addWidget(m_preview);
    parts->setStretchFactor(0, 5);
    parts->setStretchFactor(1, 4);
    parts->setSizes({5000, 4000}); // the same from the start
    scroll->setMinimumWidth(m_form->minimumSizeHint().width() + 20);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("Sa&ve scheme"));
    m_save->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SchemeDialog::save);
    auto *footer = new DialogFooter;
    footer->addRight(cancel);
    footer->addRight(m_save);
    auto *notes = new QVBoxLayout;
    notes->setContentsMargins(14, 0, 14, 8);
    notes->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(parts, 1);
    column->addLayout(notes);
    column->addWidget(footer);
    const QSize wanted(fontMetrics().height() * 58, fontMetrics().height() * 38);
    resize(wanted.boundedTo(roomForWindow(*this)));
}

void SchemeDialog::tryOut()
{
    const auto scheme = m_form->scheme();
    m_form->showProblem(scheme ? QString() : scheme.error().why);
    const auto rule = m_form->rule();
    m_preview->setScheme(rule ? std::optional(*rule) : std::nullopt);
}

void SchemeDialog::fill()
{
    const auto delivery = m_preview->delivery();
    signature::Scheme begun = m_form->draft();
    begun.id = m_id.isEmpty() ? u"new"_s : m_id;
    begun.name = m_form->name();
    const auto guess = delivery ? signature::guessScheme(delivery->request, m_preview->secrets(),
                                                         begun, m_preview->context())
                                : std::nullopt;
    if (!guess) {
        m_note->setNote(NoteBox::Kind::Warning, tr("No header looks like a signature."),
                        tr("A digest in hex or Base64 was looked for."));
        return;
    }
    m_form->setScheme(guess->scheme);
    tryOut();
    m_note->setNote(guess->verified ? NoteBox::Kind::Good : NoteBox::Kind::Info,
                    guess->verified ? tr("This request is signed like this.")
                                    : tr("The signed text is a guess; the rest was seen."),
                    guess->found.join(u' '));
}

void SchemeDialog::save()
{
    auto scheme = m_form->scheme();
    if (!scheme) {
        m_form->showProblem(scheme.error().why);
        m_note->setNote(NoteBox::Kind::Bad, scheme.error().what, scheme.error().why + u'.');
        return;
    }
    scheme->id = m_id.isEmpty() ? models::freeSchemeId(scheme->name, m_inspector.schemes()) : m_id;
    m_inspector.putScheme(*scheme);
    if (!m_inspector.schemes().isOwn(scheme->id))
        return m_note->setNote(NoteBox::Kind::Bad, tr("The scheme is not saved."),
                               models::noRoomText());
    Q_EMIT saved(scheme->id);
    accept();
}

} // namespace ui
