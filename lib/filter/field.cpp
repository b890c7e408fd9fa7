// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/field.h"

#include "signature/verdict.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace filter
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("filter", text); }

template <typename Enum> QStringList verdictWords()
{
    QStringList words;
    for (int i = 0; i <= int(Enum::NotApplicable); ++i)
        words += signature::word(Enum(i));
    return words;
}

FieldFacts list(Field field, const char *name, const QStringList &others, const char *meaning,
                const char *example, const QStringList &words)
{
    return {.field = field,
            .kind = Kind::List,
            .name = QString::fromLatin1(name),
            .others = others,
            .meaning = tr(meaning),
            .example = QString::fromLatin1(example),
            .words = words};
}

FieldFacts plain(Field field, Kind kind, const char *name, const QStringList &others,
                 const char *meaning, const char *example)
{
    return {.field = field,
            .kind = kind,
            .name = QString::fromLatin1(name),
            .others = others,
            .meaning = tr(meaning),
            .example = QString::fromLatin1(example)};
}

QList<FieldFacts> lists()
{
    return {
        list(Field::Signature, "sig", {u"signature"_s},
             QT_TRANSLATE_NOOP("filter", "whether the signature is right"), "sig:invalid",
             verdictWords<signature::Signature>()),
        list(Field::Freshness, "fresh", {u"freshness"_s},
             QT_TRANSLATE_NOOP("filter", "how old it was at arrival, as a verdict"), "fresh:stale",
             verdictWords<signature::Freshness>()),
        list(Field::Is, "is", {}, QT_TRANSLATE_NOOP("filter", "what holds for it"), "is:problem",
             {u"problem"_s, u"flagged"_s, u"rejected"_s, u"judged"_s, u"resent"_s, u"answered"_s,
              u"repeated"_s, u"replayed"_s, u"test"_s, u"drift"_s, u"overtaken"_s, u"imported"_s}),
        list(Field::Has, "has", {}, QT_TRANSLATE_NOOP("filter", "what is there, a path too"),
             "has:$.data.customer.vip_tier_id",
             {u"note"_s, u"body"_s, u"answer"_s, u"sends"_s, u"account"_s, u"secret"_s, u"age"_s}),
    };
}

QList<FieldFacts> texts()
{
    const auto text = [](Field field, const char *name, const QStringList &others,
                         const char *meaning, const char *example) {
        return plain(field, Kind::Text, name, others, meaning, example);
    };
    return {
        text(Field::Topic, "topic", {}, QT_TRANSLATE_NOOP("filter", "what it is about"),
             "topic:customer/*"),
        text(Field::Account, "account", {}, QT_TRANSLATE_NOOP("filter", "whose data it is"),
             "account:48213"),
        text(Field::Secret, "secret", {},
             QT_TRANSLATE_NOOP("filter", "label of the secret that fits"), "secret:\"Dev store\""),
        text(Field::From, "from", {u"peer"_s}, QT_TRANSLATE_NOOP("filter", "the sender's address"),
             "from:34.192.*"),
        text(Field::Endpoint, "endpoint", {},
             QT_TRANSLATE_NOOP("filter", "the endpoint that took it"), "endpoint:/hooks"),
        text(Field::Scheme, "scheme", {},
             QT_TRANSLATE_NOOP("filter", "how it was judged to be signed"), "scheme:smile"),
        text(Field::Event, "event", {u"event-id"_s, u"delivery"_s},
             QT_TRANSLATE_NOOP("filter", "the sender's own id"), "event:evt_1"),
        text(Field::Method, "method", {}, QT_TRANSLATE_NOOP("filter", "the request's method"),
             "method:POST"),
        text(Field::Path, "path", {u"target"_s},
             QT_TRANSLATE_NOOP("filter", "the request's target, with its query"), "path:*shop=1*"),
        text(Field::Summary, "summary", {},
             QT_TRANSLATE_NOOP("filter", "the words in the Summary column"), "summary:maya"),
        text(Field::Note, "note", {}, QT_TRANSLATE_NOOP("filter", "your note"),
             "note:\"check balance\""),
    };
}

QList<FieldFacts> measures()
{
    return {
        plain(Field::Size, Kind::Size, "size", {}, QT_TRANSLATE_NOOP("filter", "bytes of the body"),
              "size:>10k"),
        plain(Field::Age, Kind::Span, "age", {},
              QT_TRANSLATE_NOOP("filter", "from its signed time to its arrival"), "age:5s..1m"),
        plain(Field::Duration, Kind::Span, "duration", {u"took"_s},
              QT_TRANSLATE_NOOP("filter", "until it was answered"), "duration:>100ms"),
        plain(Field::Reply, Kind::Status, "reply", {u"status"_s},
              QT_TRANSLATE_NOOP("filter", "status that the sender was answered"), "reply:4xx"),
        plain(Field::Number, Kind::Whole, "n", {u"id"_s},
              QT_TRANSLATE_NOOP("filter", "number of the row"), "n:2400..2500"),
        plain(Field::Time, Kind::Time, "time", {u"received"_s},
              QT_TRANSLATE_NOOP("filter", "when it arrived"), "time:14:30..14:35"),
    };
}

QList<FieldFacts> contents()
{
    return {
        plain(Field::Body, Kind::Content, "body", {},
              QT_TRANSLATE_NOOP("filter", "text in the body"), "body:maya.ortiz"),
        plain(Field::Header, Kind::Content, "h", {u"header"_s},
              QT_TRANSLATE_NOOP("filter", "a header field, h.Name, or any of them"),
              "h.User-Agent:Smile*"),
        plain(Field::Json, Kind::Content, "", {},
              QT_TRANSLATE_NOOP("filter", "a value in a JSON body"),
              "$.data.customer.points_balance:>100"),
        plain(Field::Anywhere, Kind::Content, "", {},
              QT_TRANSLATE_NOOP("filter", "a word in the row, the headers or the body"),
              "\"maya.ortiz\""),
    };
}

// How many letters are missing, too many, wrong or swapped with their neighbour (the optimal string
// alignment distance). Both are short.
qsizetype distance(QStringView a, QStringView b)
{
    const auto same = [&](qsizetype i, qsizetype j) { return a[i].toLower() == b[j].toLower(); };
    std::vector<qsizetype> beforeLast;
    std::vector<qsizetype> last(size_t(b.size()) + 1);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        std::vector<qsizetype> row(last.size(), i + 1);
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = size_t(j);
            row[at + 1] = std::min({last[at + 1] + 1, row[at] + 1, last[at] + !same(i, j)});
            if (i > 0 && j > 0 && same(i, j - 1) && same(i - 1, j))
                row[at + 1] = std::min(row[at + 1], beforeLast[at - 1] + 1);
        }
        beforeLast = std::exchange(last, std::move(row));
    }
    return last.back();
}

} // namespace

const QList<FieldFacts> &fields()
{
    static const QList<FieldFacts> all = lists() + texts() + measures() + contents();
    return all;
}

const FieldFacts &facts(Field field) { return fields()[qsizetype(field)]; }

const FieldFacts *fieldNamed(QStringView name)
{
    if (name.isEmpty())
        return nullptr;
    for (const FieldFacts &field : fields()) {
        if (name.compare(field.name, Qt::CaseInsensitive) == 0
            || field.others.contains(name, Qt::CaseInsensitive))
            return &field;
    }
    return nullptr;
}

QString nearest(QStringView typed, const QStringList &known)
{
    constexpr qsizetype longest = 40;
    if (typed.isEmpty() || typed.size() > longest)
        return {};
    QString best;
    qsizetype least = typed.size() < 4 ? 2 : typed.size() < 9 ? 3 : 4; // one more than is near
    for (const QString &word : known) {
        if (word.startsWith(typed, Qt::CaseInsensitive))
            return word;
        const qsizetype steps = distance(typed, word);
        if (steps < least) {
            least = steps;
            best = word;
        }
    }
    return best;
}

} // namespace filter
