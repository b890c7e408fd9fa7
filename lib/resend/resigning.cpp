// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/resigning.h"

#include "json/lookup.h"
#include "resend/rewrite.h"
#include "signature/receivedsignatures.h"
#include "signature/signer.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace resend
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::ErrorKind;
using core::Result;
using signature::Scheme;
using signature::Source;

QString tr(const char *text) { return QCoreApplication::translate("resend", text); }

Error refusal(const Scheme &scheme, const QString &why)
{
    return {ErrorKind::Usage, tr("Cannot sign for %1.").arg(scheme.name), why};
}

// The headers of the signatures, but not the one that is kept.
void removeSignatures(http::Request &request, const Scheme &scheme, const QByteArray &kept = {})
{
    request.fields.removeIf([&](const http::Field &field) {
        return !http::sameName(field.name, kept)
            && std::any_of(scheme.signature.begin(), scheme.signature.end(),
                           [&](const signature::Place &place) {
                               return signature::isHeader(place, field.name);
                           });
    });
}

bool inHeader(const Scheme &scheme)
{
    return !signature::signatureHeader(scheme).isEmpty()
        || (!scheme.signature.isEmpty()
            && scheme.signature.constFirst().source == Source::NumberedHeader);
}

// "t" of "t=1,v1=…".
QByteArray fieldBeside(const QByteArray &value, const signature::SignatureForm &form,
                       const QByteArray &name)
{
    const QByteArray separator = form.separator.isEmpty() ? QByteArray(",") : form.separator;
    for (QByteArray part : value.split(separator.front())) {
        part = part.trimmed();
        if (part.startsWith(name + '='))
            return part.sliced(name.size() + 1).replace('"', "");
    }
    return {};
}

QByteArray receivedTime(const http::Request &request, const Scheme &scheme)
{
    if (!scheme.time)
        return {};
    const signature::Place &place = scheme.time->from;
    if (place.source == Source::Header)
        return http::value(request.fields, place.name).value_or(QByteArray());
    if (place.source == Source::SignatureField)
        return fieldBeside(
            http::value(request.fields, signature::signatureHeader(scheme, request.fields))
                .value_or(QByteArray()),
            scheme.form, place.name);
    if (place.source == Source::Json)
        return json::lookup(request.body, {place.name}).constFirst().toUtf8();
    return {};
}

// A body that does not tell the time gets none.
bool canSetTime(const Scheme &scheme, const http::Request &request)
{
    return scheme.type == signature::Type::Jws
        || (scheme.time
            && (scheme.time->from.source == Source::Header
                || scheme.time->from.source == Source::SignatureField
                || !receivedTime(request, scheme).isEmpty()));
}

void setField(http::Request &request, const QByteArray &name, const QByteArray &value)
{
    http::Fields fields;
    bool written = false;
    for (const http::Field &field : std::as_const(request.fields)) {
        const bool same = http::sameName(field.name, name);
        if (!same || !written)
            fields.append(same ? http::Field{field.name, value} : field);
        written = written || same;
    }
    if (!written)
        fields.append(http::Field{name, value});
    request.fields = fields;
}

void applyTime(http::Request &request, const Scheme &scheme, const Resigning &how)
{
    const QByteArray name = signature::timestampHeader(scheme);
    if (name.isEmpty())
        return;
    if (how.time == TimeChoice::At)
        setField(request, name, signature::timestampText(scheme, how.at));
    if (how.time == TimeChoice::LeaveOut)
        request.fields.removeIf(
            [&](const http::Field &field) { return http::sameName(field.name, name); });
}

Result<signature::SecretPtr> keyFor(const Scheme &scheme, const Resigning &how)
{
    if (how.signature == SignatureChoice::Wrong)
        return signature::strangeSecret(scheme);
    if (!signature::canSign(scheme))
        return refusal(scheme, tr("Only the sender has its private key."));
    if (!how.secret)
        return refusal(scheme, tr("There is no secret to sign with."));
    return how.secret;
}

Result<http::Request> signedAgain(const http::Request &request, const Scheme &scheme,
                                  const Resigning &how, const QUrl &url)
{
    const Result<signature::SecretPtr> secret = keyFor(scheme, how);
    if (!secret)
        return secret.error();
    const QByteArray old = receivedTime(request, scheme);
    const QByteArray time = how.time == TimeChoice::Keep && !old.isEmpty()
        ? old
        : signature::timestampText(scheme, how.at);
    http::Request bare = request;
    bare.head.clear();
    if (const QByteArray kept = signature::signatureHeader(scheme, bare.fields); !kept.isEmpty())
        removeSignatures(bare, scheme, kept);
    const signature::Context context{
        .url = url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
            + request.target,
        .parameters = how.parameters};
    Result<http::Request> done = signature::sign(scheme, **secret, bare, time, context);
    if (done && how.time == TimeChoice::LeaveOut)
        applyTime(*done, scheme, how);
    return done;
}

} // namespace

QStringList signingWords()
{
    return {u"as-received"_s, u"now"_s, u"stale"_s, u"future"_s, u"wrong"_s, u"none"_s};
}

QString word(Signing signing) { return signingWords().at(int(signing)); }

std::optional<Signing> signingFromWord(QStringView word)
{
    const qsizetype index = signingWords().indexOf(word);
    return index < 0 ? std::nullopt : std::optional(Signing(index));
}

Result<http::Request> resigned(const http::Request &request, const Scheme &scheme,
                               const Resigning &how, const QUrl &url)
{
    if (scheme.id.isEmpty())
        return Error{ErrorKind::Usage, tr("Cannot sign."), tr("Its endpoint has no scheme.")};
    if (how.signature == SignatureChoice::Again || how.signature == SignatureChoice::Wrong)
        return signedAgain(request, scheme, how, url);
    http::Request sent = request;
    sent.head.clear();
    if (how.signature == SignatureChoice::LeaveOut && !inHeader(scheme))
        return Error{ErrorKind::Usage, tr("Cannot leave the signature out."),
                     tr("%1 has it in no header of its own.").arg(scheme.name)};
    if (how.signature == SignatureChoice::LeaveOut)
        removeSignatures(sent, scheme);
    applyTime(sent, scheme, how);
    return sent;
}

// How far the timestamp is away; an error where the scheme judges no such age.
static Result<qint64> shiftOf(Signing signing, const Scheme &scheme, const http::Request &request)
{
    if (signing != Signing::Stale && signing != Signing::Future)
        return 0;
    const bool stale = signing == Signing::Stale;
    const qint64 away = stale ? signature::staleBy(scheme) : signature::futureBy(scheme);
    if (away == 0 || !canSetTime(scheme, request))
        return refusal(scheme,
                       stale ? tr("It knows no stale request.") : tr("It knows no early request."));
    return stale ? -away : away;
}

void mark(http::Request &request, qint64 delivery)
{
    setField(request, markName, QByteArray::number(delivery));
}

Result<http::Request> rewrite(const http::Request &received, const Rewriting &how)
{
    const http::Request sent = addressed(received, how.target);
    if (how.signing == Signing::AsReceived)
        return sent;
    const Result<qint64> shift = shiftOf(how.signing, how.scheme, sent);
    if (!shift)
        return shift.error();
    const SignatureChoice choice = how.signing == Signing::Wrong ? SignatureChoice::Wrong
        : how.signing == Signing::None                           ? SignatureChoice::LeaveOut
                                                                 : SignatureChoice::Again;
    Result<http::Request> done = resigned(sent, how.scheme,
                                          {.signature = choice,
                                           .time = TimeChoice::At,
                                           .at = how.now + *shift,
                                           .secret = how.secret,
                                           .parameters = how.parameters},
                                          how.target);
    if (done && how.delivery != 0)
        mark(*done, how.delivery);
    return done;
}

} // namespace resend
