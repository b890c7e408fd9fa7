// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/completion.h"

#include "filter/parse.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace models
{

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

QString inRows(qint64 rows)
{
    return QCoreApplication::translate("filter", "in %1").arg(QLocale().toString(rows));
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
        offers.append({.text = filter::quoted(value.text),
                       .note = value.rows > 0 ? inRows(value.rows) : QString()});
        if (offers.size() == mostOffers)
            break;
    }
    if (offers.size() == 1 && offers.first().text == typed) // it is there already
        offers.clear();
    return offers;
}

} // namespace

Completions complete(const QString &text, qsizetype cursor,
                     const std::function<QList<SeenValue>(filter::Field)> &seen)
{
    const QStringView before
        = QStringView(text).first(std::clamp<qsizetype>(cursor, 0, text.size()));
    const qsizetype start = wordStart(before);
    const QStringView word = before.sliced(start);
    const qsizetype colon = word.indexOf(u':');
    if (colon < 0)
        return {.position = start, .length = word.size(), .offers = fieldsFor(word)};
    const FieldFacts *field = filter::fieldNamed(word.first(colon));
    if (!field)
        return {};
    qsizetype at = colon + 1;
    if (at < word.size() && word[at] == u'=')
        ++at;
    if (field->kind == filter::Kind::List) // "sig:invalid,malformed"
        at = std::max(at, word.lastIndexOf(u',') + 1);
    QStringView typed = word.sliced(at);
    Completions found{.position = start + at, .length = typed.size(), .offers = {}};
    if (typed.startsWith(u'"'))
        typed = typed.sliced(1);
    found.offers = valuesFor(*field, typed, seen(field->field));
    return found;
}

} // namespace models
