// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/secretnote.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui
{
namespace
{

class Trial
{
    Q_DECLARE_TR_FUNCTIONS(ui::SecretNote)

public:
    static QString sentence(qint64 verified, qint64 tried, Tried which)
    {
        const auto all = QLocale().toString(tried);
        const auto some = QLocale().toString(verified);
        switch (which) {
        case Tried::Unchecked:
            return tried == 1 ? unchecked(verified == 1)
                : verified == 0
                ? tr("This secret verifies none of the latest %1 webhooks marked “No secret”.")
                      .arg(all)
                : tr("This secret verifies %1 of the latest %2 webhooks marked “No secret”.")
                      .arg(some, all);
        case Tried::Unfitted:
            return tried == 1   ? unfitted(verified == 1)
                : verified == 0 ? tr("This secret verifies none of the latest %1 webhooks that no "
                                     "secret at hand fits.")
                                      .arg(all)
                                : tr("This secret verifies %1 of the latest %2 webhooks that no "
                                     "secret at hand fits.")
                                      .arg(some, all);
        case Tried::UnfittedByOthers:
            return tried == 1 ? unfittedByOthers(verified == 1)
                : verified == 0
                ? tr("This secret verifies none of the latest %1 webhooks that no other one fits.")
                      .arg(all)
                : tr("This secret verifies %1 of the latest %2 webhooks that no other one fits.")
                      .arg(some, all);
        }
        return {};
    }

    static QString unchecked(bool fits)
    {
        return fits ? tr("This secret verifies the webhook marked “No secret”.")
                    : tr("This secret does not verify the webhook marked “No secret”.");
    }

    static QString unfitted(bool fits)
    {
        return fits ? tr("This secret verifies the webhook that no secret at hand fits.")
                    : tr("This secret does not verify the webhook that no secret at hand fits.");
    }

    static QString unfittedByOthers(bool fits)
    {
        return fits ? tr("This secret verifies the webhook that no other one fits.")
                    : tr("This secret does not verify the webhook that no other one fits.");
    }

    static QString untried() { return tr("There is no unchecked webhook to try it on yet."); }
};

QString joined(const QStringList &sentences) { return sentences.join(u' '); }

} // namespace

SecretNote noteOf(const signature::SecretInput &input)
{
    if (!input.warning.isEmpty())
        return {NoteBox::Kind::Warning, input.warning, joined(input.removed)};
    return {NoteBox::Kind::Info, {}, joined(input.removed)};
}

SecretNote noteOfTrial(const signature::SecretInput &input, qint64 verified, qint64 tried,
                       Tried which)
{
    const auto removed = joined(input.removed);
    if (tried == 0) {
        auto note = noteOf(input);
        if (note.title.isEmpty())
            note.title = Trial::untried();
        return note;
    }
    const auto sentence = Trial::sentence(verified, tried, which);
    if (verified > 0)
        return {NoteBox::Kind::Info, sentence, removed};
    const auto rest = QStringList{input.warning, removed}.join(u' ').trimmed();
    return {NoteBox::Kind::Warning, sentence, rest};
}

} // namespace ui
