// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/conformancetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace resend
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Words {
    const char *id;
    const char *title;
    const char *why;
    const char *fault; // what a wrong answer says of the receiver
};

constexpr Words words[]{
    {"good", QT_TRANSLATE_NOOP("resend::Conformance", "A good webhook"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Whatever the sender signs right must be taken, or it sends again and gives "
                       "up at last."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It refuses what is signed right: it has another secret, or "
                       "computes another text or encoding.")},
    {"prompt", QT_TRANSLATE_NOOP("resend::Conformance", "Answered at once"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Senders wait a few seconds only: answer first, and work afterwards."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It answers late: senders take that for a failure, and Smile may "
                       "disable the webhook.")},
    {"as-received", QT_TRANSLATE_NOOP("resend::Conformance", "Unusual white space and escapes"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "The signature is over the bytes as sent; who parses the body and writes it "
                       "again checks others."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It does not check the bytes as received: it parses the JSON and "
                       "writes it again, or reads it in another character set.")},
    {"rotated-secret", QT_TRANSLATE_NOOP("resend::Conformance", "Signed with the second secret"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "While a secret is changed both are in use; with one of them webhooks get "
                       "lost on that day."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It knows the first secret only.")},
    {"wrong-secret", QT_TRANSLATE_NOOP("resend::Conformance", "Signed with another secret"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Anybody can send this; who takes it believes a stranger."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not compare the signature.")},
    {"altered-body", QT_TRANSLATE_NOOP("resend::Conformance", "Body altered after signing"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "The signature must be computed over the body, or its numbers can be "
                       "changed on the way."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It does not check the body: what it signs is not all that it "
                       "reads.")},
    {"missing-signature", QT_TRANSLATE_NOOP("resend::Conformance", "No signature"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Without a signature nobody vouches for it; a receiver must neither take it "
                       "nor crash."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not demand a signature.")},
    {"empty-signature", QT_TRANSLATE_NOOP("resend::Conformance", "Empty signature"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "An empty text must not pass for a signature, nor crash the receiver."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It takes an empty signature for none, and lets it pass.")},
    {"malformed-signature", QT_TRANSLATE_NOOP("resend::Conformance", "Signature that is none"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "A header that cannot be decoded must be refused, not end in an exception."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It cannot cope with a signature that does not decode.")},
    {"cut-signature", QT_TRANSLATE_NOOP("resend::Conformance", "Signature cut short"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "A part of a signature is easier to guess; only the whole one counts."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It compares a part of the signature only.")},
    {"other-case-signature",
     QT_TRANSLATE_NOOP("resend::Conformance", "Signature in other letter case"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "In Base64 “a” and “A” are different bits: where case does not count, many "
                       "wrong signatures are as good as the right one."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It compares the signature without regard to upper and lower case.")},
    {"missing-timestamp", QT_TRANSLATE_NOOP("resend::Conformance", "No timestamp"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "The timestamp is part of the signed text; without it nothing is right."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not demand the timestamp.")},
    {"malformed-timestamp", QT_TRANSLATE_NOOP("resend::Conformance", "Timestamp that is no time"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "What is no number may be read as 0 or crash the receiver; it has no age "
                       "and must be refused."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It reads a timestamp that is no time as if it were one.")},
    {"altered-timestamp",
     QT_TRANSLATE_NOOP("resend::Conformance", "Timestamp altered after signing"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Where the timestamp is not in the signed text, an old webhook is made "
                       "fresh by writing a new one."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It does not sign the timestamp along with the body.")},
    {"stale", QT_TRANSLATE_NOOP("resend::Conformance", "Too old"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Who records a webhook can send it again at any time unless its age is "
                       "checked."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not check how old a webhook is.")},
    {"just-outside", QT_TRANSLATE_NOOP("resend::Conformance", "Just outside the limit"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "What the sender's rule calls too old, somebody may have kept back."),
     QT_TRANSLATE_NOOP("resend::Conformance", "Its limit is wider than the sender's.")},
    {"at-the-limit", QT_TRANSLATE_NOOP("resend::Conformance", "Exactly as old as the limit"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "At the limit itself receivers differ; yours should do what the sender "
                       "documents."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It lets one second more pass than the sender documents: the limit "
                       "itself is outside.")},
    {"just-inside", QT_TRANSLATE_NOOP("resend::Conformance", "Just inside the limit"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "A webhook that was held up on its way is good until the limit."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Its limit is tighter than the sender's, or its clock is wrong.")},
    {"future", QT_TRANSLATE_NOOP("resend::Conformance", "In the future"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "A timestamp far ahead stays “fresh” for as long; who checks old ones only "
                       "leaves this hole open."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It checks old timestamps only; one in the future is good until "
                       "then.")},
    {"duplicate", QT_TRANSLATE_NOOP("resend::Conformance", "The same one twice"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "An answer that got lost brings the same webhook again; it must be answered "
                       "2xx, and count once."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It fails the second time: the sender will go on sending.")},
    {"out-of-order", QT_TRANSLATE_NOOP("resend::Conformance", "A newer one first"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Webhooks overtake one another; an older one must be answered 2xx, and must "
                       "not undo the newer."),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "It fails when an older one comes behind a newer one.")},
    {"huge", QT_TRANSLATE_NOOP("resend::Conformance", "A body of 1 MiB"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "Many frameworks take 100 KB unless told otherwise, and refuse the rest."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not take bodies of this size.")},
    // Those that are sent to tell why the good one was refused.
    {"second-secret",
     QT_TRANSLATE_NOOP("resend::Conformance", "Refused; signed with the second secret"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "A receiver that takes this one has the other secret only."),
     ""},
    {"plain-body", QT_TRANSLATE_NOOP("resend::Conformance", "Refused; with the body {}"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "{} is the same however it is read and written again, so that a receiver "
                       "with the right secret takes it."),
     ""},
    {"slow", QT_TRANSLATE_NOOP("resend::Conformance", "A body in slow pieces"),
     QT_TRANSLATE_NOOP("resend::Conformance",
                       "A body may come in several packets; who reads once checks a part of it."),
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not wait for the whole body.")},
};

// A fault that is seen in other cases as well, which say nothing of their own then.
struct Root {
    const char *id;
    std::initializer_list<const char *> followers;
    const char *fault;
};

const Root roots[]{
    {"good",
     {"as-received", "just-inside", "duplicate", "out-of-order", "huge", "slow"},
     QT_TRANSLATE_NOOP("resend::Conformance", "It refuses what is signed right")},
    {"wrong-secret",
     {"altered-body", "malformed-signature", "cut-signature", "other-case-signature",
      "altered-timestamp"},
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not compare the signature")},
    {"missing-signature",
     {"empty-signature"},
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not demand a signature")},
    {"stale",
     {"just-outside", "at-the-limit", "future"},
     QT_TRANSLATE_NOOP("resend::Conformance", "It does not check the time")},
    {"just-outside",
     {"at-the-limit"},
     QT_TRANSLATE_NOOP("resend::Conformance", "Its limit is wider than the sender's")},
};

const Words *wordsOf(QByteArrayView id)
{
    const auto *found
        = std::ranges::find_if(words, [id](const Words &entry) { return id == entry.id; });
    return found == std::end(words) ? nullptr : found;
}

QString tr(const char *text) { return QCoreApplication::translate("resend::Conformance", text); }

} // namespace

ConformanceCase described(ConformanceCase wanted)
{
    if (const Words *entry = wordsOf(wanted.id)) {
        wanted.title = tr(entry->title);
        wanted.why = tr(entry->why);
    }
    return wanted;
}

QString faultOf(QByteArrayView id)
{
    const Words *entry = wordsOf(id);
    return entry ? tr(entry->fault) : QString();
}

QString faultOf(QByteArrayView id, const QList<QByteArray> &alsoWrong)
{
    for (const Root &root : roots) {
        const bool follows = std::ranges::any_of(
            root.followers, [id](const char *follower) { return id == follower; });
        if (follows && alsoWrong.contains(root.id))
            return tr(QT_TRANSLATE_NOOP("resend::Conformance", "%1, as in “%2”."))
                .arg(tr(root.fault), tr(wordsOf(root.id)->title));
    }
    return faultOf(id);
}

QString expectedAnswer(Expectation expectation)
{
    switch (expectation) {
    case Expectation::Accepts:
        return u"2xx"_s;
    case Expectation::Refuses:
        return u"4xx"_s;
    case Expectation::Either:
        return tr("2xx or 4xx");
    }
    Q_UNREACHABLE();
}

} // namespace resend
