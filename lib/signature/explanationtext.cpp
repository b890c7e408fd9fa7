// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/explanationtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace signature
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("signature::Explanation", text); }

bool isHeader(const Place &place)
{
    return place.source == Source::Header || place.source == Source::NumberedHeader;
}

QString nameOf(const Place &place)
{
    QByteArray name = place.name;
    if (place.source == Source::NumberedHeader)
        name.replace("{n}", "1");
    return quotable(name);
}

} // namespace

QString number(quint64 value) { return QLocale().toString(value); }

QString quotable(QByteArrayView bytes)
{
    constexpr qsizetype longest = 40;
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), longest)));
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return bytes.size() > longest ? text + u'…' : text;
}

QString missingSentence(const Place &place)
{
    switch (place.source) {
    case Source::NumberedHeader:
        return tr("There is no %1 header, nor one with a higher number.").arg(nameOf(place));
    case Source::Header:
        return tr("The %1 header is missing.").arg(nameOf(place));
    case Source::SignatureField:
        return tr("There is no “%1” beside the signature.").arg(nameOf(place));
    case Source::Query:
        return tr("The query has no parameter “%1”.").arg(nameOf(place));
    case Source::Form:
        return tr("The body has no form field “%1”.").arg(nameOf(place));
    case Source::Json:
        return tr("The body has no value at %1.").arg(nameOf(place));
    case Source::Item:
        return tr("The element has no value at %1.").arg(nameOf(place));
    case Source::Claim:
        return tr("The token has no claim “%1”.").arg(nameOf(place));
    case Source::JoseHeader:
        return tr("The token's header has no value at %1.").arg(nameOf(place));
    case Source::Config:
        return tr("The parameter “%1” of your own set-up is not known.").arg(nameOf(place));
    case Source::ListedHeaders:
        return tr("A header that the request lists as signed is missing.");
    case Source::Url:
    case Source::UrlWithoutQuery:
        return tr("The URL is not known: the request has not exactly one Host header.");
    case Source::UrlWithForm:
        return tr("The URL is not known, or the body is no form.");
    case Source::FormSorted:
    case Source::FormJson:
        return tr("The body is no form.");
    default:
        return tr("A value is missing.");
    }
}

QString repeatedSentence(const Place &place, qsizetype times)
{
    if (isHeader(place))
        return tr("The %1 header is there %2 times.").arg(nameOf(place), number(quint64(times)));
    return tr("“%1” is there more than once.").arg(quotable(text(place)));
}

QString missingInputSentence(const Place &place)
{
    if (isHeader(place))
        return tr("The %1 header is part of the signed text, and it is missing.")
            .arg(nameOf(place));
    return tr("Nothing can be computed. %1").arg(missingSentence(place));
}

QString repeatedInputSentence(const Place &place, qsizetype times)
{
    if (isHeader(place))
        return tr("The %1 header is part of the signed text, and it is there %2 times.")
            .arg(nameOf(place), number(quint64(times)));
    return tr("Nothing can be computed. %1").arg(repeatedSentence(place, times));
}

QString requirementSentence(const Place &place, QByteArrayView value)
{
    if (isHeader(place))
        return tr("The %1 header must be “%2”.").arg(nameOf(place), quotable(value));
    return tr("“%1” must be “%2”.").arg(quotable(text(place)), quotable(value));
}

} // namespace signature
