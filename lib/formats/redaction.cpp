// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/redaction.h"

#include "signature/hiddenvalue.h"
#include "signature/receivedsignatures.h"

#include <QCoreApplication>

#include <algorithm>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("formats::Redaction", text); }

// Letters beyond ASCII count as bytes, and what parts the fields of a form or a path does not; the
// at sign may be percent-encoded, as forms have it.
bool isLocalByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || uchar(c) >= 0x80 || QByteArrayView(".!#$'*+-^_`~").contains(c);
}

bool isDomainByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || uchar(c) >= 0x80 || c == '-' || c == '.';
}

struct Span {
    qsizetype from = 0;
    qsizetype to = 0;
};

// The next address at or behind `start`: something before the at sign, a dot in what is behind it.
std::optional<Span> nextEmail(QByteArrayView text, qsizetype start)
{
    for (qsizetype at = start; at < text.size(); ++at) {
        const bool encoded = text.sliced(at).startsWith("%40");
        if (text[at] != '@' && !encoded)
            continue;
        Span span{at, at + (encoded ? 3 : 1)};
        while (span.from > start && isLocalByte(text[span.from - 1]))
            --span.from;
        const qsizetype domain = span.to;
        while (span.to < text.size() && isDomainByte(text[span.to]))
            ++span.to;
        while (span.to > domain && (text[span.to - 1] == '.' || text[span.to - 1] == '-'))
            --span.to;
        if (span.from < at && text.sliced(domain, span.to - domain).contains('.'))
            return span;
    }
    return {};
}

// Names that tell what stands there, beside those of the scheme.
bool isTelltale(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower.contains("signature") || lower.contains("hmac") || isCredential(lower);
}

bool hasName(const QList<QByteArray> &names, const QByteArray &name)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const QByteArray &one) { return http::sameName(one, name); });
}

// As isTelltale(), of a parameter.
bool isTelltaleParameter(const QByteArray &name)
{
    const QByteArray lower = name.toLower().replace('_', '-');
    return isTelltale(lower) || lower == "sig" || lower == "token" || lower == "api-key";
}

QList<QByteArray> signaturesIn(const signature::Scheme *scheme, signature::Source source)
{
    QList<QByteArray> names;
    for (const signature::Place &place : scheme ? scheme->signature : signature::Places()) {
        if (place.source == source)
            names.append(place.name);
    }
    return names;
}

} // namespace

bool isCredential(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "authorization" || lower == "proxy-authorization" || lower == "cookie"
        || lower == "set-cookie" || lower.endsWith("-token") || lower == "api-key"
        || lower.endsWith("-api-key");
}

core::Result<Redaction> Redaction::read(const QString &rules, const signature::SchemeBook &schemes)
{
    Redaction redaction;
    redaction.m_schemes = schemes;
    for (const QString &part : rules.split(u',', Qt::SkipEmptyParts)) {
        const QString rule = part.trimmed();
        if (rule == "emails"_L1)
            redaction.m_emails = true;
        else if (rule == "names"_L1)
            redaction.m_names = true;
        else if (rule == "signatures"_L1)
            redaction.m_signatures = true;
        else if (rule.startsWith("header:"_L1) && rule.size() > 7)
            redaction.m_headers.append(rule.sliced(7).toUtf8());
        else if (rule.startsWith("json:/"_L1))
            redaction.m_pointers.append(rule.sliced(5).toUtf8());
        else
            return core::Error{core::ErrorKind::Usage, tr("There is no redaction “%1”.").arg(rule),
                               tr("There are header:NAME, json:/pointer, emails, names and "
                                  "signatures.")};
    }
    return redaction;
}

bool Redaction::isEmpty() const { return m_headers.isEmpty() && !hidesBodies() && !m_signatures; }

QByteArray Redaction::placeholder(const QByteArray &kind, const QByteArray &value)
{
    QByteArray &known = m_placeholders[kind + '\0' + value];
    if (known.isEmpty()) {
        const qint64 count = ++m_counts[kind];
        const QByteArray number = QByteArray::number(count);
        known = kind == "redacted" ? signature::hiddenValue(count)
            : kind == "email"      ? "person" + number + "@redacted.invalid"
                                   : kind + '-' + number;
    }
    return known;
}

QByteArray Redaction::withoutEmails(const QByteArray &text)
{
    if (!m_emails)
        return text;
    QByteArray out;
    qsizetype done = 0;
    while (const auto email = nextEmail(text, done)) {
        QByteArray value = text.sliced(email->from, email->to - email->from);
        const bool encoded = value.contains("%40");
        QByteArray shown = placeholder("email", value.replace("%40", "@").toLower());
        out += text.sliced(done, email->from - done)
            + (encoded ? shown.replace("@", "%40") : shown);
        done = email->to;
    }
    return out + text.sliced(done);
}

QString Redaction::withoutEmails(const QString &text)
{
    return m_emails ? QString::fromUtf8(withoutEmails(text.toUtf8())) : text;
}

// What an event says was taken from the request: what is hidden there is hidden here.
QString Redaction::eventText(const QString &text)
{
    const auto known = m_placeholders.constFind(QByteArray("redacted") + '\0' + text.toUtf8());
    return known == m_placeholders.constEnd() ? withoutEmails(text) : QString::fromUtf8(*known);
}

void Redaction::hideFields(http::Fields &fields, const signature::Scheme *scheme)
{
    const auto signatures = scheme ? scheme->signature : signature::Places();
    const auto isSignature = [&signatures](const QByteArray &name) {
        return isTelltale(name)
            || std::any_of(signatures.begin(), signatures.end(),
                           [&name](const auto &place) { return signature::isHeader(place, name); });
    };
    for (http::Field &field : fields) {
        if (hasName(m_headers, field.name) || (m_signatures && isSignature(field.name)))
            field.value = placeholder("redacted", field.value);
        else
            field.value = withoutEmails(field.value);
    }
}

bool Redaction::isSignature(const QByteArray &parameter, const QList<QByteArray> &names) const
{
    return m_signatures && (names.contains(parameter) || isTelltaleParameter(parameter));
}

Redaction::Places Redaction::placesOf(const signature::Scheme *scheme) const
{
    using signature::Source;
    Places places{.pointers = m_pointers};
    if (!m_signatures || !scheme)
        return places;
    places.pointers += signaturesIn(scheme, Source::Json);
    places.array = scheme->each;
    places.inElements = signaturesIn(scheme, Source::Item);
    places.fields = signaturesIn(scheme, Source::Form);
    return places;
}

// Of a query, where a signature stands; all else of it stays as it is written.
QByteArray Redaction::withoutSignatures(const QByteArray &text, const QList<QByteArray> &names)
{
    QList<QByteArray> parts = text.split('&');
    for (QByteArray &part : parts) {
        const qsizetype name = part.indexOf('=') + 1;
        const auto read = signature::readParameters(part);
        if (name == 0 || !read || read->size() != 1)
            continue;
        const auto &[key, value] = read->first();
        if (isSignature(key, names))
            part = part.first(name) + placeholder("redacted", value);
    }
    return parts.join('&');
}

// Which rule it was may name an account or a path.
static QString withoutRule(const QString &source)
{
    return source.startsWith("handshake"_L1) ? source : source.section(u": "_s, 0, 0);
}

capture::Record Redaction::applied(const capture::Record &record)
{
    if (isEmpty())
        return record;
    capture::Record shown = record;
    auto delivery = std::make_shared<capture::Delivery>(*record.delivery);
    http::Request &request = delivery->request;
    const auto found
        = m_schemes.find(record.judged ? record.judged->scheme : record.delivery->verdict.scheme);
    const signature::Scheme *scheme = found ? &*found : nullptr;
    const Places places = placesOf(scheme);
    request.head.clear(); // It says the same, unhidden.
    hideFields(request.fields, scheme);
    hideFields(request.trailers, scheme);
    if (const qsizetype query = request.target.indexOf('?') + 1; query > 0)
        request.target = request.target.first(query)
            + withoutSignatures(request.target.sliced(query),
                                signaturesIn(scheme, signature::Source::Query));
    request.target = withoutEmails(request.target);
    if (hidesBodies() || m_signatures)
        request.body = body(record.delivery->request.fields, request.body, places);
    for (http::Field &field : request.fields) {
        if (http::sameName(field.name, "Content-Length")
            && field.value == QByteArray::number(record.delivery->request.body.size()))
            field.value = QByteArray::number(request.body.size());
    }
    delivery->event.account = eventText(delivery->event.account);
    delivery->event.topic = eventText(delivery->event.topic);
    delivery->event.id = eventText(delivery->event.id);
    shown.note = withoutEmails(shown.note);
    if (shown.answer) {
        hideFields(shown.answer->fields, nullptr);
        shown.answer->source = withoutRule(shown.answer->source);
        if (hidesBodies())
            shown.answer->body = body(record.answer->fields, shown.answer->body, placesOf(nullptr));
    }
    shown.attempts.clear(); // They would tell again what is hidden here.
    shown.import.reset(); // What nobody here knows cannot be looked into.
    shown.delivery = std::move(delivery);
    return shown;
}

capture::Rejection Redaction::applied(const capture::Rejection &rejection)
{
    capture::Rejection shown = rejection;
    shown.note = withoutEmails(shown.note);
    if (!isEmpty())
        shown.bytes.clear(); // They are no request, so nobody knows what they say.
    return shown;
}

} // namespace formats
