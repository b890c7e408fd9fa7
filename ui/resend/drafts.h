// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "models/fieldeditmodel.h"
#include "resend/resigning.h"
#include "ui/resend/targets.h"

#include <functional>
#include <optional>

namespace inspector
{
class Inspector;
}

namespace ui
{

enum class SigningTime : quint8 { Now, Keep, Shift, LeaveOut };

// What is chosen for signature and timestamp. Of a secret only its label.
struct SigningChoices {
    resend::SignatureChoice signature = resend::SignatureChoice::Again;
    SigningTime time = SigningTime::Now;
    qint64 shift = 0; // of the timestamp, microseconds
    QString secret;

    bool operator==(const SigningChoices &) const = default;
};

// The test case that edits began with, and what a send of it tells of its signing.
struct BeganAs {
    QByteArray id; // of the case
    QString signing; // a word
    QString secret; // label of the one that signed; empty: none is told
    bool ready = false; // its signature stands among the headers, as the word says

    bool operator==(const BeganAs &) const = default;
};

// What was changed of a webhook that is to be sent again.
struct Draft {
    QByteArray method;
    QList<models::EditedField> fields;
    std::optional<QByteArray> body; // nothing: as received
    SendTarget target;
    SigningChoices signing;
    std::optional<BeganAs> began;
    QByteArray testCase; // that it is set up for once it is restored; empty: for none

    bool operator==(const Draft &) const = default;
};

// Whether the same was changed, wherever it is to be sent to.
bool sameEdits(Draft a, const Draft &b);

// What becomes of the choices by itself when secrets come and go is no edit of a draft.
void followSecrets(Draft &draft, const SigningChoices &before, const SigningChoices &now);

// Drafts outlive the program, a file for each webhook, which only the user may read. At most
// mostDrafts are kept, the latest ones.
class Drafts
{
public:
    static constexpr qsizetype mostDrafts = 100;
    static constexpr qsizetype largestBody = 4 * 1024 * 1024; // bytes

    Drafts(QString folder, const QString &storeId);
    explicit Drafts(const inspector::Inspector &inspector); // of the store that is open

    struct Kept {
        Draft draft;
        qint64 at = 0; // microseconds since the epoch
    };
    // Of the webhook with that id which came at that time: ids are given again when a store is
    // replaced by a copy of before. What cannot be read is no draft.
    std::optional<Kept> read(qint64 id, qint64 receivedAt) const;
    core::Status keep(qint64 id, qint64 receivedAt, const Kept &kept) const;
    void discard(qint64 id) const;
    QList<qint64> ids() const; // of the webhooks of this store that have one

private:
    QString fileOf(qint64 id) const;
    void dropOldest() const;

    QString m_folder;
    QString m_prefix; // of the store's files
};

} // namespace ui
