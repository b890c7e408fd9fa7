// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/schemewords.h"

#include "capture/store.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using signature::Source;
using signature::Trust;

constexpr qsizetype longestStem = 50; // an id has at most 64 characters

static QString tr(const char *text) { return QCoreApplication::translate("models::Scheme", text); }

QString familyText(const QString &family)
{
    static const QHash<QString, const char *> texts{
        {u"timestamp-header"_s, QT_TRANSLATE_NOOP("models::Scheme", "Time in a header of its own")},
        {u"kv-header"_s, QT_TRANSLATE_NOOP("models::Scheme", "Time and signature in one header")},
        {u"standard-webhooks"_s, QT_TRANSLATE_NOOP("models::Scheme", "Standard Webhooks")},
        {u"raw-body"_s, QT_TRANSLATE_NOOP("models::Scheme", "The body alone is signed")},
        {u"url"_s, QT_TRANSLATE_NOOP("models::Scheme", "The URL is signed")},
        {u"manifest"_s, QT_TRANSLATE_NOOP("models::Scheme", "Chosen values are signed")},
        {u"body-fields"_s, QT_TRANSLATE_NOOP("models::Scheme", "Fields of the body are signed")},
        {u"digest"_s, QT_TRANSLATE_NOOP("models::Scheme", "Digest with a secret in it")},
        {u"asymmetric"_s, QT_TRANSLATE_NOOP("models::Scheme", "Checked with a public key")},
        {u"jws"_s, QT_TRANSLATE_NOOP("models::Scheme", "Signed token (JWS)")},
        {u"token"_s, QT_TRANSLATE_NOOP("models::Scheme", "Fixed token or password")},
    };
    const auto found = texts.constFind(family);
    return found == texts.constEnd() ? tr("Others") : tr(*found);
}

QString backingText(const signature::Scheme &scheme)
{
    switch (scheme.trust) {
    case Trust::OfficialVector:
        return tr("Official test vector");
    case Trust::OfficialText:
        return tr("Official text");
    case Trust::ThirdParties:
        return tr("Third parties");
    case Trust::OneThirdParty:
        return tr("One third party");
    case Trust::Own:
        return tr("Your own");
    }
    return {};
}

QString bodyText(const signature::Scheme &scheme)
{
    return scheme.coversBody ? tr("Covered") : tr("Not covered");
}

QString placesText(const signature::Scheme &scheme)
{
    QStringList texts;
    for (const signature::Place &place : scheme.signature) {
        const QString name = QString::fromUtf8(place.name);
        switch (place.source) {
        case Source::Header:
        case Source::NumberedHeader:
            texts.append(name);
            break;
        case Source::Query:
            texts.append(tr("query %1").arg(name));
            break;
        case Source::Form:
            texts.append(tr("form field %1").arg(name));
            break;
        default:
            texts.append(tr("body %1").arg(name));
        }
    }
    return texts.join(tr(", "));
}

bool signsUrl(const signature::Scheme &scheme)
{
    constexpr std::array parts{Source::Url,  Source::UrlWithoutQuery, Source::UrlWithForm,
                               Source::Path, Source::Target,          Source::Query};
    const auto uses = [&parts](const signature::MessageTemplate &message) {
        return std::any_of(parts.begin(), parts.end(),
                           [&message](Source part) { return message.uses(part); });
    };
    return uses(scheme.message) || uses(scheme.jws.payload)
        || std::any_of(scheme.jws.bind.begin(), scheme.jws.bind.end(),
                       [&uses](const signature::ClaimRule &rule) { return uses(rule.equals); });
}

QString keptText(const signature::Scheme &scheme)
{
    using signature::Form;
    QStringList parts;
    const auto add = [&parts](bool has, const QString &part) {
        if (has)
            parts.append(part);
    };
    const bool shownForm = scheme.form.form == Form::Plain || scheme.form.form == Form::KeyValue;
    add(!shownForm, tr("the form of the signature"));
    add(scheme.form.quoted || !scheme.form.groupSeparator.isEmpty(),
        tr("quotes and groups among the named values"));
    add(scheme.signature.size() > 1, tr("further places of the signature"));
    add(scheme.time && scheme.time->exclusive, tr("that exactly the allowed age is too old"));
    add(!scheme.require.isEmpty(), tr("values that must stand in the request"));
    add(!scheme.each.isEmpty(), tr("that each element of a list is signed by itself"));
    add(scheme.bodyDigest.has_value(), tr("the digest of the body beside the signature"));
    add(!scheme.urlVariants.isEmpty(), tr("variants of the URL"));
    add(!scheme.otherMessage.isEmpty(), tr("another signed text that counts as well"));
    add(scheme.jsonFrom.has_value(), tr("where the JSON stands"));
    add(scheme.type == signature::Type::Jws, tr("algorithms and claims of the token"));
    add(!scheme.account.isEmpty(), tr("where the account stands"));
    add(scheme.eventType.size() > 1 || scheme.deliveryId.size() > 1,
        tr("further places of event type or delivery id"));
    if (parts.isEmpty())
        return {};
    return tr("Kept as it is, without a field here: %1. Export the scheme to change that in its "
              "file.")
        .arg(parts.join(tr("; ")));
}

QString noRoomText()
{
    return tr("A store keeps at most %L1 schemes of one's own. Remove one that is no longer used.")
        .arg(capture::Store::mostSchemes);
}

QString freeSchemeId(const QString &name, const signature::SchemeBook &schemes)
{
    QString stem;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            stem += c;
        else if (!stem.isEmpty() && !stem.endsWith(u'-') && !c.isMark())
            stem += u'-';
    }
    stem.truncate(longestStem);
    while (stem.endsWith(u'-'))
        stem.chop(1);
    if (stem.isEmpty())
        stem = u"scheme"_s;
    QString id = stem;
    for (int number = 2; schemes.find(id); ++number)
        id = u"%1-%2"_s.arg(stem).arg(number);
    return id;
}

} // namespace models
