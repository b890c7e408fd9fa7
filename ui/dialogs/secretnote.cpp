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

class Added
{
    Q_DECLARE_TR_FUNCTIONS(ui::SecretNote)

public:
    static QString checking()
    {
        return tr("The webhooks received so far are being checked again.");
    }
    static QString checkingAt(const QString &endpoint)
    {
        return tr("The webhooks at %1 so far are being checked again.").arg(endpoint);
    }

    static QString count(qint64 verified)
    {
        return verified == 0 ? tr("It verifies none of the webhooks received so far.")
            : verified == 1  ? tr("Of all webhooks received so far, it verifies 1.")
                            : tr("Of all webhooks received so far, it verifies %L1.").arg(verified);
    }

    static QString countAt(const QString &endpoint, qint64 verified)
    {
        return verified == 0 ? tr("It verifies none of the webhooks at %1 so far.").arg(endpoint)
            : verified == 1  ? tr("Of all webhooks at %1 so far, it verifies 1.").arg(endpoint)
                             : tr("Of all webhooks at %1 so far, it verifies %2.")
                                  .arg(endpoint, QLocale().toString(verified));
    }
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

QString checkingSentence(const QString &endpoint)
{
    return endpoint.isEmpty() ? Added::checking() : Added::checkingAt(endpoint);
}

QString countSentence(qint64 verified, const QString &endpoint)
{
    return endpoint.isEmpty() ? Added::count(verified) : Added::countAt(endpoint, verified);
}

} // namespace ui
