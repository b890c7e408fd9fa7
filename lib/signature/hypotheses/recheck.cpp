// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/recheck.h"

#include "signature/hypotheses/bodyvariants.h"
#include "signature/hypotheses/received.h"
#include "signature/hypotheses/secretvariants.h"
#include "signature/hypotheses/timestampvariants.h"
#include "signature/hypotheses/urlvariants.h"
#include "signature/secretinput.h"
#include "signature/sighting.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

constexpr qsizetype shortestToken = 8; // bytes; shorter ones are equal by chance
constexpr qsizetype largestBody = 1024 * 1024; // that another scheme's signature is looked for in

QString tr(const char *text) { return QCoreApplication::translate("signature::Recheck", text); }

bool comparesSecrets(const Scheme &scheme)
{
    return scheme.type == Type::Token || scheme.type == Type::Basic;
}

bool anyShort(const Secrets &secrets)
{
    return std::any_of(secrets.begin(), secrets.end(), [](const SecretPtr &secret) {
        return secret && secret->bytes().size() < shortestToken;
    });
}

class Rechecker
{
public:
    Rechecker(const Question &question, Budget &budget)
        : m_question(question)
        , m_budget(budget)
    {
    }

    std::optional<Match> bodies();
    std::optional<Match> timestamps();
    std::optional<Match> urls();
    std::optional<Match> values();
    std::optional<Match> secrets();
    std::optional<Match> others(const Secrets &others);

private:
    std::optional<QString> verified(const http::Request &request, const Secrets &secrets,
                                    const Context &context)
    {
        m_budget.spend(request.body.size(), int(secrets.size()));
        const Verdict verdict
            = verify(request, m_question.scheme, secrets, m_question.receivedAt, context);
        return verdict.signature == Signature::Verified ? std::optional(verdict.secret)
                                                        : std::nullopt;
    }

    std::optional<Match> matched(const Variant &variant, const http::Request &request,
                                 const Context &context)
    {
        if (m_budget.isSpent())
            return {};
        m_budget.note(variant.cause);
        const auto label = verified(request, m_question.secrets, context);
        if (!label)
            return {};
        return Match{.causes = {variant.cause}, .clauses = {variant.clause}, .secret = *label};
    }

    const Question &m_question;
    Budget &m_budget;
};

std::optional<Match> Rechecker::bodies()
{
    const QByteArray &body = m_question.request.body;
    const auto type = http::value(m_question.request.fields, "Content-Type");
    const bool form = type && type->toLower().contains("x-www-form-urlencoded");
    Variants all = newlineVariants() + jsonVariants() + escapingVariants() + charsetVariants()
        + formVariants(form) + wrappingVariants(body);
    std::stable_sort(all.begin(), all.end(),
                     [](const Variant &a, const Variant &b) { return a.rank < b.rank; });
    for (const Variant &variant : all) {
        const auto changed = variant.change(body);
        m_budget.spend(3 * body.size(), 0);
        if (!changed || *changed == body)
            continue;
        http::Request request = m_question.request;
        request.body = *changed;
        if (const auto match = matched(variant, request, m_question.context))
            return match;
    }
    return {};
}

std::optional<Match> Rechecker::timestamps()
{
    const Scheme &scheme = m_question.scheme;
    if (!scheme.time || scheme.time->from.source != Source::Header)
        return {};
    const auto text = http::value(m_question.request.fields, scheme.time->from.name);
    if (!text)
        return {};
    for (const Variant &variant :
         timestampVariants(*text, m_question.request, m_question.receivedAt)) {
        const auto changed = variant.change(*text);
        if (!changed || *changed == *text)
            continue;
        http::Request request = m_question.request;
        for (http::Field &field : request.fields) {
            if (http::sameName(field.name, scheme.time->from.name))
                field.value = *changed;
        }
        if (const auto match = matched(variant, request, m_question.context))
            return match;
    }
    return {};
}

std::optional<Match> Rechecker::urls()
{
    const auto &message = m_question.scheme.message;
    if (!message.uses(Source::Url) && !message.uses(Source::UrlWithoutQuery)
        && !message.uses(Source::Path) && !message.uses(Source::Target))
        return {};
    RequestValues values(m_question.request, m_question.scheme, m_question.context);
    const QByteArray url = values.url();
    for (const Variant &variant : urlVariants(url, m_question.request)) {
        Context context = m_question.context;
        context.url = variant.change(url).value_or(url);
        if (auto match = matched(variant, m_question.request, context)) {
            match->url = context.url;
            return match;
        }
    }
    return {};
}

// The signature's header with less around it.
std::optional<Match> Rechecker::values()
{
    const QByteArray name = signatureHeader(m_question.scheme, m_question.request.fields);
    if (name.isEmpty())
        return {};
    for (const ReceivedText &received : receivedTexts(m_question)) {
        if (!received.cause)
            continue;
        http::Request request = m_question.request;
        request.fields.removeIf(
            [&](const http::Field &field) { return http::sameName(field.name, name); });
        request.fields.append({name, m_question.scheme.form.prefix + received.text});
        const Variant variant{*received.cause, 1, received.clause, {}};
        if (const auto match = matched(variant, request, m_question.context))
            return match;
    }
    return {};
}

std::optional<Match> Rechecker::secrets()
{
    const Variants variants = secretTextVariants();
    for (const SecretPtr &secret : m_question.secrets) {
        for (const Variant &variant : variants) {
            if (!secret || secret->bytes().isEmpty() || m_budget.isSpent())
                continue;
            QByteArray stored(secret->bytes().data(), secret->bytes().size());
            auto text = variant.change(stored);
            const bool changed = text && *text != stored && text->size() >= shortestToken;
            wipe(stored);
            if (!changed)
                continue;
            m_budget.note(variant.cause);
            const SecretPtr other = Secret::take(secret->label(), *text);
            if (verified(m_question.request, {other}, m_question.context))
                return Match{.causes = {variant.cause},
                             .clauses = {variant.clause},
                             .secret = secret->label(),
                             .repaired = other};
        }
    }
    return {};
}

std::optional<Match> Rechecker::others(const Secrets &others)
{
    for (const SecretPtr &secret : others) {
        if (!secret || secret->bytes().size() < shortestToken || m_budget.isSpent())
            continue;
        m_budget.note(Cause::OtherSecret);
        if (verified(m_question.request, {secret}, m_question.context))
            return Match{.causes = {Cause::OtherSecret},
                         .clauses
                         = {tr("another stored secret is used, “%1”").arg(secret->label())},
                         .secret = secret->label()};
    }
    return {};
}

// A rule that only makes the key in another way: with the endpoint's own rule that is a secret
// which is decoded wrongly, and much likelier than another sender.
bool differsInKeyOnly(const Scheme &a, const Scheme &b)
{
    const auto place
        = [](const Scheme &scheme) { return scheme.time ? scheme.time->from : Place(); };
    return a.key != b.key && !a.keyFormat && !b.keyFormat && a.type == b.type && a.hash == b.hash
        && a.signature == b.signature && a.form == b.form && a.encoding == b.encoding
        && a.message == b.message && place(a) == place(b) && a.require == b.require
        && a.bodyDigest == b.bodyDigest && a.each == b.each;
}

// Whether something stands where the scheme has its signature.
bool isThere(const Question &question, const Scheme &scheme)
{
    const http::Request &request = question.request;
    return std::any_of(scheme.signature.begin(), scheme.signature.end(), [&](const Place &place) {
        if (const QByteArray name = headerOf(place); !name.isEmpty())
            return http::count(request.fields, name) > 0;
        return request.body.size() <= largestBody
            && RequestValues(request, scheme, question.context).find(place).state
            != Value::State::Absent;
    });
}

} // namespace

std::optional<Match> otherScheme(const Question &question, bool samePlace, Budget &budget)
{
    for (const Scheme &scheme : question.otherSchemes) {
        const bool same = scheme.signature == question.scheme.signature
            && !differsInKeyOnly(scheme, question.scheme);
        if (scheme.id == question.scheme.id || same != samePlace || !isThere(question, scheme)
            || (comparesSecrets(scheme) && anyShort(question.secrets)))
            continue;
        if (budget.isSpent())
            return {};
        budget.note(Cause::OtherScheme);
        budget.spend(question.request.body.size(), int(question.secrets.size()));
        const Verdict verdict = verify(question.request, scheme, question.secrets,
                                       question.receivedAt, question.context);
        if (verdict.signature == Signature::Verified)
            return Match{.causes = {Cause::OtherScheme},
                         .clauses = {tr("it is checked by the rule of %1").arg(scheme.name)},
                         .secret = verdict.secret,
                         .scheme = scheme.id};
    }
    return {};
}

std::optional<Match> recheck(const Question &question, const Secrets &others, Budget &budget)
{
    Rechecker rechecker(question, budget);
    if (comparesSecrets(question.scheme) && anyShort(question.secrets))
        return {};
    if (auto match = rechecker.values())
        return match;
    if (!question.scheme.keyFormat) {
        if (auto match = rechecker.secrets())
            return match;
    }
    if (auto match = rechecker.others(others))
        return match;
    if (comparesSecrets(question.scheme))
        return {};
    for (const auto next : {&Rechecker::bodies, &Rechecker::timestamps, &Rechecker::urls}) {
        if (auto match = (rechecker.*next)())
            return match;
    }
    return {};
}

} // namespace signature
