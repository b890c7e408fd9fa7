// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

// As much of JSON Schema (2020-12) as resources/ needs; what it does not know is a misfit as well.
class JsonSchema
{
public:
    explicit JsonSchema(const QJsonObject &root)
        : m_root(root)
    {
    }

    // Where the value does not fit; empty: it does.
    QString misfit(const QJsonValue &value) const { return misfit(value, m_root, u"$"_s); }

private:
    QString misfit(const QJsonValue &value, const QJsonObject &schema, const QString &at) const
    {
        for (auto rule = schema.begin(); rule != schema.end(); ++rule) {
            const QString found = misfit(value, schema, rule.key(), rule.value(), at);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    QString misfit(const QJsonValue &value, const QJsonObject &schema, const QString &rule,
                   const QJsonValue &wanted, const QString &at) const
    {
        const QString text = value.toString();
        if (rule == u"$schema" || rule == u"$defs" || rule == u"title" || rule == u"properties")
            return rule == u"properties" ? misfitInside(value, wanted.toObject(), at) : QString();
        if (rule == u"$ref") {
            const QString name = wanted.toString().section(u'/', -1);
            return misfit(value, m_root[u"$defs"].toObject()[name].toObject(), at);
        }
        if (rule == u"additionalProperties")
            return misfitBeside(value, schema, wanted, at);
        if (rule == u"items")
            return misfitRows(value, wanted.toObject(), at);
        if (rule == u"anyOf") {
            for (const QJsonValue &one : wanted.toArray()) {
                if (misfit(value, one.toObject(), at).isEmpty())
                    return {};
            }
            return at + u": none of the choices"_s;
        }
        bool fits = false;
        if (rule == u"type")
            fits = isOf(value, wanted.toString());
        else if (rule == u"enum")
            fits = wanted.toArray().contains(value);
        else if (rule == u"pattern")
            fits = QRegularExpression(wanted.toString()).match(text).hasMatch();
        else if (rule == u"minLength")
            fits = text.size() >= wanted.toInt();
        else if (rule == u"maxLength")
            fits = text.size() <= wanted.toInt();
        else if (rule == u"minItems")
            fits = value.toArray().size() >= wanted.toInt();
        else if (rule == u"maxItems")
            fits = value.toArray().size() <= wanted.toInt();
        else if (rule == u"maxProperties")
            fits = value.toObject().size() <= wanted.toInt();
        else if (rule == u"minimum")
            fits = value.toDouble() >= wanted.toDouble();
        else if (rule == u"required")
            fits = holdsAll(value.toObject(), wanted.toArray());
        return fits ? QString() : at + u": "_s + rule;
    }

    QString misfitInside(const QJsonValue &value, const QJsonObject &members,
                         const QString &at) const
    {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!members.contains(member.key()))
                continue;
            const QString found = misfit(member.value(), members[member.key()].toObject(),
                                         at + u'.' + member.key());
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    QString misfitBeside(const QJsonValue &value, const QJsonObject &schema,
                         const QJsonValue &wanted, const QString &at) const
    {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (schema[u"properties"].toObject().contains(member.key()))
                continue;
            if (!wanted.isObject())
                return at + u'.' + member.key() + u": unknown"_s;
            const QString found
                = misfit(member.value(), wanted.toObject(), at + u'.' + member.key());
            if (!found.isEmpty())
                return found;
        }
        return {};
    }

    QString misfitRows(const QJsonValue &value, const QJsonObject &schema, const QString &at) const
    {
        for (const QJsonValue &row : value.toArray()) {
            if (const QString found = misfit(row, schema, at + u"[]"_s); !found.isEmpty())
                return found;
        }
        return {};
    }

    static bool isOf(const QJsonValue &value, const QString &type)
    {
        return (type == u"string" && value.isString()) || (type == u"object" && value.isObject())
            || (type == u"array" && value.isArray()) || (type == u"boolean" && value.isBool())
            || (type == u"integer" && value.isDouble()
                && value.toDouble() == double(value.toInteger()));
    }

    static bool holdsAll(const QJsonObject &object, const QJsonArray &names)
    {
        for (const QJsonValue &name : names) {
            if (!object.contains(name.toString()))
                return false;
        }
        return true;
    }

    QJsonObject m_root;
};
