// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/proposaltext.h"

#include "signature/digesttext.h"
#include "signature/explanationtext.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype mostNamed = 4; // of alternatives in one sentence
constexpr size_t ed25519Signature = 64;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("signature::Detection", text, nullptr, n);
}

QString lastToken(const QByteArray &pointer)
{
    return quotable(QByteArrayView(pointer).sliced(pointer.lastIndexOf('/') + 1));
}

QString placeText(const Place &place)
{
    switch (place.source) {
    case Source::NumberedHeader:
        return quotable(QByteArray(place.name).replace("{n}", "1"));
    case Source::Form:
        return tr("the form field “%1”").arg(quotable(place.name));
    case Source::Query:
        return tr("the parameter “%1” of the URL").arg(quotable(place.name));
    case Source::Json:
        return tr("“%1” in the body").arg(lastToken(place.name));
    case Source::Item:
        return tr("“%1” in each element of the body").arg(lastToken(place.name));
    default:
        return quotable(place.name);
    }
}

QString lengthText(Encoding encoding, size_t size)
{
    const QString length = number(quint64(textLength(encoding, size)));
    switch (encoding) {
    case Encoding::Hex:
        return tr("%1 hexadecimal digits").arg(length);
    case Encoding::Base64:
        return tr("%1 Base64 characters").arg(length);
    case Encoding::Base64Url:
        return tr("%1 characters of Base64 for URLs").arg(length);
    }
    Q_UNREACHABLE();
}

// What stands in the place when nothing is around it; empty: any text.
QString valueText(const Scheme &scheme)
{
    switch (scheme.type) {
    case Type::Hmac:
    case Type::KeyedDigest:
        return lengthText(scheme.encoding, digestSize(scheme.hash));
    case Type::Ed25519:
        return lengthText(scheme.encoding, ed25519Signature);
    case Type::Ecdsa:
    case Type::Rsa:
        return scheme.encoding == Encoding::Hex ? tr("a signature in hexadecimal digits")
                                                : tr("a signature in Base64");
    case Type::Jws:
        return tr("a signed token (JWS)");
    case Type::Basic:
        return tr("a user name and a password");
    case Type::Token:
        return {};
    }
    Q_UNREACHABLE();
}

// "t= and v1=": what is read of the named values, then the signature.
QString keysText(const Scheme &scheme)
{
    QStringList names;
    const auto add = [&](const Place &place) {
        const QString name = quotable(place.name) + u'=';
        if (place.source == Source::SignatureField && !names.contains(name))
            names.append(name);
    };
    if (scheme.time)
        add(scheme.time->from);
    for (const Segment &segment : scheme.message.segments)
        add(segment.place);
    const QString last = quotable(scheme.form.key) + u'=';
    return names.isEmpty() ? last : tr("%1 and %2").arg(names.join(", "_L1), last);
}

QString formText(const Scheme &scheme)
{
    const SignatureForm &form = scheme.form;
    switch (form.form) {
    case Form::Plain:
        if (scheme.type == Type::Jws || form.prefix.trimmed().isEmpty())
            return valueText(scheme);
        return u"%1…"_s.arg(quotable(form.prefix));
    case Form::KeyValue:
        return keysText(scheme);
    case Form::TagList:
        return u"%1…"_s.arg(quotable(form.tag + form.tagSeparator));
    case Form::List:
        return form.positional.isEmpty() ? valueText(scheme)
                                         : tr("a list that ends with %1").arg(valueText(scheme));
    case Form::Pairs:
        return tr("%1 behind “%2”").arg(valueText(scheme), quotable(form.pairSeparator));
    case Form::Base64Json:
        return tr("JSON in Base64");
    }
    Q_UNREACHABLE();
}

} // namespace

QString signText(const Sighting &sighting)
{
    const QString place = placeText(sighting.place);
    const QString form = formText(*sighting.scheme);
    return form.isEmpty() ? place : tr("%1 with %2").arg(place, form);
}

QStringList reasonTexts(const Sighting &sighting)
{
    const Scheme &scheme = *sighting.scheme;
    QStringList reasons;
    if (sighting.verified)
        reasons.append((scheme.keyFormat ? tr("It is signed with the key of “%1”.")
                                         : tr("It is signed with secret “%1”."))
                           .arg(sighting.secret));
    if (sighting.fits)
        reasons.append(sentence(tr("There is %1").arg(signText(sighting))));
    else
        reasons.append(tr("There is %1, but it has another form. %2")
                           .arg(placeText(sighting.place), sighting.misfit));
    if (!sighting.companions.isEmpty())
        reasons.append(tr("What %1 sends beside it is there too: %2.")
                           .arg(scheme.name, sighting.companions.join(", "_L1)));
    if (!sighting.agent.isEmpty())
        reasons.append(tr("User-Agent names the sender: “%1”.").arg(quotable(sighting.agent)));
    if (!sighting.lack.isEmpty() && !sighting.verified)
        reasons.append(sighting.lack);
    if (sighting.likeness() == Likeness::Weak)
        reasons.append(tr("Other senders have theirs in the same place, and any text would do."));
    return reasons;
}

QString word(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Verified:
        return u"verified"_s;
    case Likeness::Complete:
        return u"complete"_s;
    case Likeness::Incomplete:
        return u"incomplete"_s;
    case Likeness::Weak:
        return u"weak"_s;
    case Likeness::NameOnly:
        return u"name-only"_s;
    }
    Q_UNREACHABLE();
}

QString alternatives(const QStringList &names)
{
    if (names.size() < 2)
        return names.value(0);
    if (names.size() <= mostNamed)
        return tr("%1 or %2").arg(names.first(names.size() - 1).join(", "_L1), names.constLast());
    const auto others = int(names.size() - (mostNamed - 1));
    return tr("%1 or %n others", others).arg(names.first(mostNamed - 1).join(", "_L1));
}

QString sentence(const QString &sign) { return sign.endsWith(u'…') ? sign : sign + u'.'; }

QString summary(const Detection &detection)
{
    const QList<Proposal> first = detection.first();
    if (first.isEmpty())
        return {};
    QStringList names;
    QStringList signs;
    for (const Proposal &proposal : first) {
        names.append(proposal.name);
        if (!signs.contains(proposal.sign))
            signs.append(proposal.sign);
    }
    const bool sure = first.size() == 1 && first.constFirst().likeness <= Likeness::Incomplete;
    return (sure ? tr("It looks like %1 (%2).") : tr("It could be %1 (%2)."))
        .arg(alternatives(names), alternatives(signs));
}

} // namespace signature
