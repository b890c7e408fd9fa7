// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/lens.h"

#include "json/scan.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

LensRule readRule(const QJsonObject &object)
{
    return {.is = object["is"_L1].toString().toUtf8(),
            .begins = object["begins"_L1].toString().toUtf8(),
            .note = {.words = object["note"_L1].toString(),
                     .sentence = object["sentence"_L1].toString()}};
}

// As deep as the file's own JSON is, which Qt bounds.
LensField readField(const QString &key, const QJsonObject &object)
{
    LensField field{.key = key.toUtf8()};
    const QJsonArray rules = object["rules"_L1].toArray();
    for (const QJsonValue &rule : rules)
        field.rules.push_back(readRule(rule.toObject()));
    const QJsonObject members = object["fields"_L1].toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        field.fields.push_back(readField(member.key(), member.value().toObject()));
    return field;
}

bool applies(const LensRule &rule, const json::Document &document, json::Document::Node node)
{
    const QByteArrayView value = document.value(node);
    if (!rule.is.isEmpty() && value != rule.is)
        return false;
    if (rule.begins.isEmpty())
        return true;
    return document.kind(node) == json::Kind::String && value.sliced(1).startsWith(rule.begins);
}

} // namespace

const LensField *LensField::member(QByteArrayView name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [name](const LensField &field) { return field.key == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::optional<LensNote> Lens::note(const LensField *parent, const json::Document &document,
                                   json::Document::Node node) const
{
    const QByteArrayView key = document.key(node);
    if (!parent || parent->fields.empty() || key.isEmpty())
        return {};
    const LensField *field = parent->member(json::unescaped(key));
    if (!field)
        return LensNote{.words = QCoreApplication::translate("models::Lens", "not documented"),
                        .sentence = undocumented};
    for (const LensRule &rule : field->rules) {
        if (applies(rule, document, node))
            return rule.note;
    }
    return {};
}

LensPtr readLens(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object["fields"_L1].isObject())
        return {};
    Lens lens{.root = readField({}, object), .undocumented = object["undocumented"_L1].toString()};
    const QJsonObject topics = object["topics"_L1].toObject();
    for (auto topic = topics.begin(); topic != topics.end(); ++topic)
        lens.topics.append({.name = topic.key(), .permission = topic.value().toString()});
    return std::make_shared<const Lens>(std::move(lens));
}

LensPtr lensOf(const QString &scheme)
{
    static QHash<QString, LensPtr> known; // of the main thread alone
    const auto found = known.constFind(scheme);
    if (found != known.constEnd())
        return *found;
    // Ids come from stores as well: what is no plain name is no file.
    const bool plain = !scheme.isEmpty() && scheme.size() <= 64
        && std::all_of(scheme.begin(), scheme.end(), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
           });
    QFile file(u":/lenses/%1.json"_s.arg(scheme));
    if (!plain || !file.open(QIODevice::ReadOnly))
        return {};
    return known.insert(scheme, readLens(file.readAll())).value();
}

} // namespace models
