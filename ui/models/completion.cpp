// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/completion.h"

#include "filter/parse.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using filter::Field;
using filter::FieldFacts;

namespace
{

// Where the word that ends at the cursor begins, its minus sign left out.
qsizetype wordStart(QStringView before)
{
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype at = 0; at < before.size(); ++at) {
        const QChar c = before[at];
        if (quoted && c == u'\\')
            ++at;
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c.isSpace() || c == u'('))
            start = at + 1;
    }
    return start < before.size() && before[start] == u'-' ? start + 1 : start;
}

bool begins(const FieldFacts &field, QStringView typed)
{
    const auto fits
        = [typed](const QString &name) { return name.startsWith(typed, Qt::CaseInsensitive); };
    return fits(field.name) || std::any_of(field.others.begin(), field.others.end(), fits);
}

QList<Completion> fieldsFor(QStringView typed)
{
    QList<Completion> offers;
    if (typed.isEmpty())
        return offers;
    for (const FieldFacts &field : filter::fields()) {
        if (!field.name.isEmpty() && begins(field, typed))
            offers.append({.text = field.name + u':', .note = field.meaning});
    }
    return offers;
}

// Whose paths a word begins to name; Anywhere: it names none.
Field pathField(QStringView word)
{
    if (word.startsWith(u'$'))
        return Field::Json;
    return word.startsWith("h."_L1, Qt::CaseInsensitive) ? Field::Header : Field::Anywhere;
}

QString inRows(qint64 rows)
{
    return QCoreApplication::translate("filter", "in %1").arg(QLocale().toString(rows));
}

// What a word behind "is:" stands for, where it does not say so itself.
QString meaningOf(Field field, QStringView word)
{
    static constexpr std::array<std::pair<QStringView, const char *>, 12> meanings{{
        {u"problem",
         QT_TRANSLATE_NOOP("filter", "not right, not fresh, answered 4xx or 5xx, or rejected")},
        {u"flagged", QT_TRANSLATE_NOOP("filter", "marked by you")},
        {u"rejected", QT_TRANSLATE_NOOP("filter", "never became a request")},
        {u"judged", QT_TRANSLATE_NOOP("filter", "judged again after it arrived")},
        {u"resent", QT_TRANSLATE_NOOP("filter", "sent again or sent on from here")},
        {u"answered", QT_TRANSLATE_NOOP("filter", "its sender got an answer")},
        {u"repeated", QT_TRANSLATE_NOOP("filter", "was there before: a later attempt")},
        {u"replayed", QT_TRANSLATE_NOOP("filter", "came again with its old signature")},
        {u"test", QT_TRANSLATE_NOOP("filter", "sent by Hookglass to itself")},
        {u"drift", QT_TRANSLATE_NOOP("filter", "its body is otherwise than its topic's before")},
        {u"overtaken", QT_TRANSLATE_NOOP("filter", "a newer state came before it")},
        {u"imported", QT_TRANSLATE_NOOP("filter", "comes from a file")},
    }};
    for (const auto &[known, meaning] : meanings) {
        if (field == Field::Is && word == known)
            return QCoreApplication::translate("filter", meaning);
    }
    return {};
}

QList<Completion> valuesFor(const FieldFacts &field, QStringView typed, QList<SeenValue> values)
{
    for (const QString &word : field.words) {
        const bool known = std::any_of(values.begin(), values.end(),
                                       [&word](const SeenValue &v) { return v.text == word; });
        if (!known)
            values.append({.text = word});
    }
    QList<Completion> offers;
    for (const SeenValue &value : std::as_const(values)) {
        if (value.text.isEmpty() || !value.text.contains(typed, Qt::CaseInsensitive))
            continue;
        offers.append(
            {.text = filter::quoted(value.text),
             .note = value.rows > 0 ? inRows(value.rows) : meaningOf(field.field, value.text)});
        if (offers.size() == mostOffers)
            break;
    }
    if (offers.size() == 1 && offers.first().text == typed) // it is there already
        offers.clear();
    return offers;
}

// Of a few fixed words also what is none of them, "-sig:invalid".
QList<Completion> excluding(QStringView field, qsizetype before, const QList<Completion> &words)
{
    constexpr qsizetype most = 6;
    QList<Completion> offers;
    for (qsizetype i = 0; i < words.size() && words.size() <= most; ++i)
        offers.append({.text = u'-' + field.toString() + words[i].text,
                       .note = QCoreApplication::translate("filter", "all others"),
                       .before = before});
    return offers;
}

// "$..em" is any path whose last name begins so.
QList<Completion> pathsFor(QStringView typed, const QList<SeenValue> &paths, const QString &end)
{
    const bool deep = typed.startsWith("$.."_L1);
    QList<Completion> offers;
    QSet<QString> names;
    for (const SeenValue &path : paths) {
        QString text = path.text;
        if (deep)
            text = "$.."_L1 + text.sliced(text.lastIndexOf(u'.') + 1);
        if (!text.startsWith(typed, Qt::CaseInsensitive) || names.contains(text))
            continue;
        names.insert(text);
        offers.append({.text = text + end, .note = deep ? QString() : inRows(path.rows)});
        if (offers.size() == mostOffers)
            break;
    }
    if (offers.size() == 1 && offers.first().text == typed) // it is there already
        offers.clear();
    return offers;
}

} // namespace

Completions complete(const QString &text, qsizetype cursor, const Seen &seen)
{
    const QStringView before
        = QStringView(text).first(std::clamp<qsizetype>(cursor, 0, text.size()));
    const qsizetype start = wordStart(before);
    const QStringView word = before.sliced(start);
    const qsizetype colon = word.indexOf(u':');
    const Field path = pathField(word);
    if (colon < 0)
        return {.position = start,
                .length = word.size(),
                .offers = path == Field::Anywhere ? fieldsFor(word)
                                                  : pathsFor(word, seen(path, {}), u":"_s)};
    const FieldFacts *field
        = path == Field::Anywhere ? filter::fieldNamed(word.first(colon)) : &filter::facts(path);
    if (!field)
        return {};
    qsizetype at = colon + 1;
    if (at < word.size() && word[at] == u'=')
        ++at;
    if (field->kind == filter::Kind::List) // "sig:invalid,malformed"
        at = std::max(at, word.lastIndexOf(u',') + 1);
    QStringView typed = word.sliced(at);
    Completions found{.position = start + at, .length = typed.size(), .offers = {}};
    if (const Field inside = pathField(typed);
        field->field == Field::Has && inside != Field::Anywhere) {
        found.offers = pathsFor(typed, seen(inside, {}), {});
        return found;
    }
    if (typed.startsWith(u'"'))
        typed = typed.sliced(1);
    const QString place = path == Field::Anywhere ? QString() : word.first(colon).toString();
    if (field->kind != filter::Kind::Content || !place.isEmpty())
        found.offers = valuesFor(*field, typed, seen(field->field, place));
    const bool excluded = start > 0 && before[start - 1] == u'-';
    if (field->kind == filter::Kind::List && at == colon + 1 && !excluded)
        found.offers += excluding(word.first(at), at, found.offers);
    return found;
}

} // namespace models
