// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/filterterms.h"

#include "filter/parse.h"
#include "json/pointer.h"
#include "json/scan.h"
#include "signature/verdict.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 around = 60; // seconds before and after
constexpr qsizetype largestBody = 1 << 20; // of more the window would stand still
constexpr qsizetype longestValue = 500; // more than that nobody reads in a filter

QString tr(const char *text) { return QCoreApplication::translate("ui::FilterTerms", text); }

QString exactly(QLatin1StringView field, const QString &value)
{
    return field + ":="_L1 + filter::quoted(value);
}

} // namespace

QList<FilterTerm> filterTerms(const capture::Summary &row)
{
    QList<FilterTerm> terms;
    const auto add = [&terms](const char *label, QLatin1StringView field, const QString &value) {
        if (!value.isEmpty())
            terms.append({tr(label), exactly(field, value)});
    };
    add(QT_TRANSLATE_NOOP("ui::FilterTerms", "&Topic"), "topic"_L1, row.topic);
    add(QT_TRANSLATE_NOOP("ui::FilterTerms", "&Account"), "account"_L1, row.account);
    if (row.rejection) {
        terms.append({tr(QT_TRANSLATE_NOOP("ui::FilterTerms", "Re&jected")), u"is:rejected"_s});
    } else {
        terms.append({tr(QT_TRANSLATE_NOOP("ui::FilterTerms", "&Signature")),
                      "sig:"_L1 + signature::word(row.signature)});
        terms.append({tr(QT_TRANSLATE_NOOP("ui::FilterTerms", "&Freshness")),
                      "fresh:"_L1 + signature::word(row.freshness)});
    }
    add(QT_TRANSLATE_NOOP("ui::FilterTerms", "Se&cret"), "secret"_L1, row.secret);
    add(QT_TRANSLATE_NOOP("ui::FilterTerms", "S&ender"), "from"_L1, row.peer);
    add(QT_TRANSLATE_NOOP("ui::FilterTerms", "E&ndpoint"), "endpoint"_L1, row.endpoint);
    if (row.status > 0)
        terms.append(
            {tr(QT_TRANSLATE_NOOP("ui::FilterTerms", "&Reply")), u"reply:%1"_s.arg(row.status)});
    const qint64 at = row.receivedAt / 1'000'000;
    terms.append({tr(QT_TRANSLATE_NOOP("ui::FilterTerms", "Around this t&ime")),
                  timeTerm(at - around, at + around)});
    return terms;
}

FilterTerm attemptsTerm(const QList<qint64> &ids)
{
    QStringList rows;
    for (const qint64 id : ids)
        rows += u"n:%1"_s.arg(id);
    return {tr(QT_TRANSLATE_NOOP("ui::FilterTerms", "A&ll attempts")),
            u'(' + rows.join(" OR "_L1) + u')'};
}

QString customerTerm(const QByteArray &pointer, const QByteArray &body)
{
    if (pointer.isEmpty() || body.size() > largestBody)
        return {};
    const auto parsed = json::Document::parse(body);
    const auto *document = std::get_if<json::Document>(&parsed);
    const auto node = document ? json::resolve(*document, pointer) : std::nullopt;
    return node ? filterTerm(*document, *node) : QString();
}

QString accountTerm(const QString &account) { return exactly("account"_L1, account); }

QString timeTerm(qint64 from, qint64 to)
{
    const auto text = [](qint64 seconds) {
        return QDateTime::fromSecsSinceEpoch(seconds).toString(u"yyyy-MM-ddTHH:mm:ss"_s);
    };
    return u"time:%1..%2"_s.arg(text(from), text(to));
}

QString filterTerm(const json::Document &document, json::Document::Node node)
{
    const QByteArrayView value = document.value(node);
    if (document.holdsValues(node) || value.size() > longestValue)
        return {};
    const QString path = QString::fromUtf8(json::displayPath(document, node));
    if (document.kind(node) != json::Kind::String)
        return path + u':' + QString::fromUtf8(value);
    return path + ":="_L1 + filter::quoted(QString::fromUtf8(json::unescaped(value)));
}

QString filterTerm(const QString &path, const json::ShortValue &value)
{
    if (value.cut || value.kind == json::Kind::Object || value.kind == json::Kind::Array)
        return {};
    const QString text = QString::fromUtf8(value.text);
    return value.kind == json::Kind::String ? path + ":="_L1 + filter::quoted(text)
                                            : path + u':' + text;
}

QString filterTerm(const http::Field &field)
{
    const QString value = QString::fromUtf8(field.value);
    if (value.size() > longestValue || value.toUtf8() != field.value)
        return {};
    return "h."_L1 + QString::fromLatin1(field.name) + ":="_L1 + filter::quoted(value);
}

} // namespace ui
