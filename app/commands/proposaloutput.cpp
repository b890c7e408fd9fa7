// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/proposaloutput.h"

#include "commands/output.h"
#include "json/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using signature::Detection;
using signature::Likeness;
using signature::Proposal;

constexpr qsizetype mostHints = 10; // a store may hold the webhooks of many senders
constexpr qsizetype mostNamed = 3; // of equal ones

QString tr(const char *text) { return QCoreApplication::translate("commands::Proposals", text); }

QString advice(const QString &name, const Detection &detection)
{
    QStringList options;
    for (const Proposal &proposal : detection.first())
        options.append(u"--scheme "_s + proposal.scheme);
    if (detection.alike || options.size() == 1)
        return tr("Try %1.").arg(options.constFirst());
    if (options.size() <= mostNamed)
        return tr("Try %1 or %2.")
            .arg(options.first(options.size() - 1).join(", "_L1), options.constLast());
    return tr("“hookglass schemes --for %1” lists them.").arg(name);
}

void write(json::Writer &writer, const Proposal &proposal)
{
    writer.beginObject().name("scheme").string(proposal.scheme);
    writer.name("name").string(proposal.name);
    writer.name("rank").number(proposal.rank);
    writer.name("likeness").string(word(proposal.likeness));
    writer.name("reasons").beginArray();
    for (const QString &reason : proposal.reasons)
        writer.string(reason);
    writer.endArray().name("secret");
    if (proposal.secret.isEmpty())
        writer.null();
    else
        writer.string(proposal.secret);
    writer.endObject();
}

} // namespace

QString nameOf(const QString &file, const capture::Delivery &delivery)
{
    return delivery.id == 0 ? file : u"%1 #%2"_s.arg(file).arg(delivery.id);
}

QByteArray proposalLines(const QString &name, const Detection &detection)
{
    QByteArray lines;
    for (const Proposal &proposal : detection.proposals) {
        const QStringList columns{proposal.scheme.leftJustified(24),
                                  word(proposal.likeness).leftJustified(10), name,
                                  proposal.reasons.join(u' ')};
        lines += printable(columns.join("  "_L1));
    }
    return lines;
}

QByteArray proposalsJson(const QString &file, const capture::Delivery &delivery,
                         const Detection &detection)
{
    json::Writer writer;
    writer.beginObject().name("file").string(file).name("id");
    if (delivery.id > 0)
        writer.number(delivery.id);
    else
        writer.null();
    writer.name("ambiguous").boolean(detection.isAmbiguous());
    writer.name("alike").boolean(detection.alike);
    writer.name("proposals").beginArray();
    for (const Proposal &proposal : detection.proposals)
        write(writer, proposal);
    writer.endArray().endObject();
    return writer.take() + '\n';
}

void SchemeHints::look(const QString &name, const capture::Delivery &delivery,
                       const signature::Secrets &secrets, const signature::Context &context,
                       const QList<signature::Scheme> &own)
{
    using signature::Signature;
    const signature::Verdict &verdict = delivery.verdict;
    const bool none
        = verdict.signature == Signature::Unsigned || verdict.signature == Signature::Malformed;
    if (!none || m_said.size() == mostHints)
        return;
    const Detection detection = signature::detect(delivery.request, secrets, context, own);
    const QList<Proposal> first = detection.first();
    // Any text would do for a weak one, and this scheme is what the delivery was judged by.
    const auto isNews = [&](const Proposal &proposal) {
        return proposal.likeness <= Likeness::Incomplete && proposal.scheme != verdict.scheme;
    };
    if (first.isEmpty() || !std::all_of(first.begin(), first.end(), isNews))
        return;
    const QString looks = signature::summary(detection);
    if (m_said.contains(looks))
        return;
    m_said.insert(looks);
    say(u"%1: %2 %3"_s.arg(name, looks, advice(name, detection)));
}

} // namespace commands
