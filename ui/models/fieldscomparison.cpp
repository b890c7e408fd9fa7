// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldscomparison.h"

#include "json/diff.h"
#include "json/pointer.h"
#include "models/ignoredplaces.h"
#include "models/shownbytes.h"

#include <QCoreApplication>

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using capture::Delivery;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("models::Comparison", text); }

QString shownValue(QByteArrayView value)
{
    constexpr qsizetype longest = 400;
    return value.size() <= longest ? shownBytes(value) : shownBytes(value.first(longest)) + u"…"_s;
}

class FieldsComparison
{
public:
    FieldsComparison(const Delivery &left, const Delivery &right, const QStringList &ignored)
        : m_left(left.request)
        , m_right(right.request)
        , m_ignored(ignored)
    {
    }

    Comparison make()
    {
        compareText(tr("Method"), m_left.method, m_right.method);
        compareText(tr("Target"), m_left.target, m_right.target);
        compareHeaders();
        compareBodies();
        m_made.differences = m_made.rows.size();
        return m_made;
    }

private:
    void add(RowChange change, const QString &place, const QString &left, const QString &right)
    {
        m_made.rows.append({change, {place, left, right}});
    }

    void compareText(const QString &place, const QByteArray &left, const QByteArray &right)
    {
        if (left != right)
            add(RowChange::Changed, place, shownValue(left), shownValue(right));
    }

    bool ignores(QByteArrayView name)
    {
        const bool ignored = isIgnored(name, m_ignored);
        m_made.ignored += ignored ? 1 : 0;
        return ignored;
    }

    // By name, repeated ones in their order.
    void compareHeaders()
    {
        QList<const http::Field *> others;
        for (const http::Field &field : m_right.fields)
            others.append(&field);
        for (const http::Field &field : m_left.fields) {
            const auto same = std::find_if(others.begin(), others.end(), [&](const auto *other) {
                return http::sameName(other->name, field.name);
            });
            const http::Field *other = same == others.end() ? nullptr : *same;
            if (other)
                others.erase(same);
            compareHeader(&field, other);
        }
        for (const http::Field *other : others)
            compareHeader(nullptr, other);
    }

    void compareHeader(const http::Field *left, const http::Field *right)
    {
        const QByteArray &name = left ? left->name : right->name;
        if ((left && right && left->value == right->value) || ignores(name))
            return;
        const RowChange change = !left ? RowChange::Added
            : !right                   ? RowChange::Removed
                                       : RowChange::Changed;
        add(change, tr("Header %1").arg(shownBytes(name)), left ? shownValue(left->value) : u""_s,
            right ? shownValue(right->value) : u""_s);
    }

    void compareBodies()
    {
        if (m_left.body == m_right.body)
            return;
        const auto left = documentOf(m_left.body);
        const auto right = documentOf(m_right.body);
        if (!left || !right)
            return add(RowChange::Changed, tr("Body"), tr("%L1 B").arg(m_left.body.size()),
                       tr("%L1 B").arg(m_right.body.size()));
        const IgnoredPlaces places(m_ignored);
        m_ignoredLeft = places.in(*left);
        m_ignoredRight = places.in(*right);
        const qsizetype before = m_made.rows.size();
        const auto found = json::differences(*left, *right, mostComparedFields + 1);
        for (const json::Difference &difference :
             found.first(std::min(found.size(), mostComparedFields)))
            compareNodes(*left, *right, difference);
        m_made.cut = found.size() > mostComparedFields;
        if (found.isEmpty() && before == m_made.rows.size())
            add(RowChange::Changed, tr("Body"), tr("the same JSON"), tr("written otherwise"));
    }

    void compareNodes(const json::Document &left, const json::Document &right,
                      const json::Difference &difference)
    {
        if ((difference.left && contains(m_ignoredLeft, *difference.left))
            || (difference.right && contains(m_ignoredRight, *difference.right))) {
            ++m_made.ignored;
            return;
        }
        const json::Document &document = difference.left ? left : right;
        const json::Document::Node node = difference.left ? *difference.left : *difference.right;
        add(rowChange(difference.change), shownBytes(json::displayPath(document, node)),
            difference.left ? shownValue(left.value(*difference.left)) : u""_s,
            difference.right ? shownValue(right.value(*difference.right)) : u""_s);
    }

    static RowChange rowChange(json::Change change)
    {
        switch (change) {
        case json::Change::Added:
            return RowChange::Added;
        case json::Change::Removed:
            return RowChange::Removed;
        case json::Change::Changed:
            return RowChange::Changed;
        case json::Change::OtherKind:
            return RowChange::OtherKind;
        }
        return RowChange::Changed;
    }

    const http::Request &m_left;
    const http::Request &m_right;
    const QStringList &m_ignored;
    QList<IgnoredPlaces::Stretch> m_ignoredLeft;
    QList<IgnoredPlaces::Stretch> m_ignoredRight;
    Comparison m_made{.mode = CompareMode::Fields};
};

} // namespace

Comparison compareFields(const Delivery &left, const Delivery &right, const QStringList &ignored)
{
    return FieldsComparison(left, right, ignored).make();
}

std::optional<json::Document> documentOf(const QByteArray &body)
{
    auto parsed = json::Document::parse(body);
    auto *document = std::get_if<json::Document>(&parsed);
    return document ? std::optional(std::move(*document)) : std::nullopt;
}

} // namespace models
