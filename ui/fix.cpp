// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/fix.h"

#include "ui/shownbytes.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using signature::Diagnosis;
using signature::Question;
using signature::Secrets;

namespace
{

class FixText
{
    Q_DECLARE_TR_FUNCTIONS(ui::Fix)
};

bool fits(const Question &question, const signature::Scheme &scheme, const Secrets &secrets,
          const signature::Context &context)
{
    return signature::verify(question.request, scheme, secrets, question.receivedAt, context)
               .signature
        == signature::Signature::Verified;
}

bool has(const Secrets &secrets, const QString &label)
{
    return std::any_of(secrets.begin(), secrets.end(),
                       [&](const auto &secret) { return secret && secret->label() == label; });
}

// Under a label that takes no other secret's place.
signature::SecretPtr beside(const Secrets &secrets, const signature::SecretPtr &secret)
{
    if (!has(secrets, secret->label()))
        return secret;
    int number = 2;
    while (has(secrets, u"%1 %2"_s.arg(secret->label()).arg(number)))
        ++number;
    QByteArray bytes(secret->bytes().data(), secret->bytes().size());
    return signature::Secret::take(u"%1 %2"_s.arg(secret->label()).arg(number), bytes);
}

std::optional<Fix> repair(const Question &question, const Diagnosis &diagnosis)
{
    if (!fits(question, question.scheme, {diagnosis.repaired}, question.context))
        return {};
    return Fix{.kind = Fix::Kind::RepairSecret,
               .secret = diagnosis.repaired,
               .known = diagnosis.repaired->label()};
}

std::optional<Fix> addition(const Question &question, const Diagnosis &diagnosis)
{
    for (const signature::SecretPtr &secret : question.otherSecrets) {
        if (secret && secret->label() == diagnosis.secret
            && fits(question, question.scheme, {secret}, question.context))
            return Fix{.kind = Fix::Kind::AddSecret,
                       .secret = beside(question.secrets, secret),
                       .known = secret->label()};
    }
    return {};
}

std::optional<Fix> otherScheme(const Question &question, const Diagnosis &diagnosis)
{
    for (const signature::Scheme &scheme : question.otherSchemes) {
        if (scheme.id == diagnosis.scheme
            && fits(question, scheme, question.secrets, question.context))
            return Fix{
                .kind = Fix::Kind::SwitchScheme, .scheme = scheme.id, .schemeName = scheme.name};
    }
    return {};
}

std::optional<Fix> publicUrl(const Question &question, const Diagnosis &diagnosis)
{
    signature::Context context = question.context;
    context.url = diagnosis.url;
    if (!fits(question, question.scheme, question.secrets, context))
        return {};
    return Fix{.kind = Fix::Kind::SetUrl, .url = diagnosis.url, .target = question.request.target};
}

} // namespace

std::optional<Fix> fixOf(const Question &question, const Diagnosis &diagnosis)
{
    if (diagnosis.certainty != signature::Certainty::Proof || diagnosis.causes.size() != 1
        || question.origin != signature::Origin::Sender)
        return {};
    if (diagnosis.repaired)
        return repair(question, diagnosis);
    if (!diagnosis.scheme.isEmpty())
        return otherScheme(question, diagnosis);
    if (!diagnosis.url.isEmpty())
        return publicUrl(question, diagnosis);
    if (diagnosis.causes.first() == signature::Cause::OtherSecret)
        return addition(question, diagnosis);
    return {};
}

Fix besideTheKnown(const Fix &repair, const signature::Secrets &secrets)
{
    Fix fix = repair;
    fix.secret = beside(secrets, repair.secret);
    return fix;
}

QString labelOf(const Fix &fix)
{
    switch (fix.kind) {
    case Fix::Kind::RepairSecret:
        return FixText::tr("Repair the secret “%1”").arg(shownText(fix.known));
    case Fix::Kind::AddSecret:
        return FixText::tr("Use “%1” here as well").arg(shownText(fix.secret->label()));
    case Fix::Kind::SwitchScheme:
        return FixText::tr("Switch to “%1”").arg(shownText(fix.schemeName));
    case Fix::Kind::SetUrl:
        return FixText::tr("Set the public URL");
    }
    Q_UNREACHABLE();
}

QString doneOf(const Fix &fix)
{
    switch (fix.kind) {
    case Fix::Kind::RepairSecret:
        if (fix.secret->label() != fix.known)
            return FixText::tr("The repaired secret was added as “%1”: “%2” verifies others.")
                .arg(shownText(fix.secret->label()), shownText(fix.known));
        return FixText::tr("The secret “%1” was repaired.").arg(shownText(fix.known));
    case Fix::Kind::AddSecret:
        return FixText::tr("The secret “%1” was added to the endpoint %2.")
            .arg(shownText(fix.secret->label()), shownText(fix.endpoint));
    case Fix::Kind::SwitchScheme:
        return FixText::tr("The endpoint %1 was set to the scheme “%2”.")
            .arg(shownText(fix.endpoint), shownText(fix.schemeName));
    case Fix::Kind::SetUrl:
        return FixText::tr("The public URL of the endpoint %1 was set.")
            .arg(shownText(fix.endpoint));
    }
    Q_UNREACHABLE();
}

} // namespace ui
