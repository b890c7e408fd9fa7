// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"

#include "signature/schemejson.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <array>
#include <tuple>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;

// In the order of reading: what most senders do comes first.
constexpr std::array families{
    "timestamp-header"_L1,
    "kv-header"_L1,
    "standard-webhooks"_L1,
    "raw-body"_L1,
    "url"_L1,
    "manifest"_L1,
    "body-fields"_L1,
    "digest"_L1,
    "asymmetric"_L1,
    "jws"_L1,
    "token"_L1,
};

std::optional<Scheme> readFile(const QString &id)
{
    QFile file(u":/schemes/%1.json"_s.arg(id));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const core::Result<Scheme> scheme = readScheme(file.readAll());
    return scheme ? std::optional(*scheme) : std::nullopt;
}

auto readingOrder(const Scheme &scheme)
{
    const auto family = std::find_if(families.begin(), families.end(),
                                     [&](QLatin1StringView name) { return name == scheme.family; });
    return std::tuple(scheme.id != smile().id, family - families.begin(),
                      scheme.name.toCaseFolded(), scheme.id);
}

} // namespace

const Scheme &smile()
{
    static const Scheme scheme = readFile(u"smile"_s).value_or(Scheme());
    return scheme;
}

std::optional<Scheme> schemeById(QStringView id)
{
    thread_local QHash<QString, Scheme> known;
    if (id == smile().id)
        return smile();
    const QString key = id.toString();
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    if (!schemeIds().contains(key))
        return {};
    const auto scheme = readFile(key);
    if (scheme)
        known.insert(key, *scheme);
    return scheme;
}

const QList<Scheme> &allSchemes()
{
    static const QList<Scheme> schemes = [] {
        QList<Scheme> all;
        for (const QString &id : schemeIds()) {
            if (const auto scheme = readFile(id))
                all.append(*scheme);
        }
        std::sort(all.begin(), all.end(), [](const Scheme &a, const Scheme &b) {
            return readingOrder(a) < readingOrder(b);
        });
        return all;
    }();
    return schemes;
}

const QStringList &schemeIds()
{
    static const QStringList ids = [] {
        QStringList names = QDir(u":/schemes"_s).entryList(QDir::Files, QDir::Name);
        for (QString &name : names)
            name.chop(5); // .json
        return names;
    }();
    return ids;
}

} // namespace signature
