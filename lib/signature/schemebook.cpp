// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/schemebook.h"

#include "signature/catalogue.h"
#include "signature/schemejson.h"

#include <algorithm>
#include <tuple>

namespace signature
{

static void sortByName(QList<Scheme> &schemes)
{
    std::sort(schemes.begin(), schemes.end(), [](const Scheme &a, const Scheme &b) {
        return std::tuple(a.name.toCaseFolded(), a.id) < std::tuple(b.name.toCaseFolded(), b.id);
    });
}

SchemeBook::SchemeBook(QList<Scheme> own)
    : m_own(std::move(own))
{
    for (Scheme &scheme : m_own)
        makeOwn(scheme);
    sortByName(m_own);
}

std::optional<Scheme> SchemeBook::find(QStringView id) const
{
    if (id.isEmpty())
        return {};
    const auto found = std::find_if(m_own.begin(), m_own.end(),
                                    [id](const Scheme &scheme) { return scheme.id == id; });
    return found == m_own.end() ? schemeById(id) : std::optional(*found);
}

bool SchemeBook::isOwn(QStringView id) const
{
    return std::any_of(m_own.begin(), m_own.end(),
                       [id](const Scheme &scheme) { return scheme.id == id; });
}

QList<Scheme> SchemeBook::all() const
{
    QList<Scheme> all = m_own;
    for (const Scheme &scheme : allSchemes()) {
        if (!isOwn(scheme.id))
            all.append(scheme);
    }
    return all;
}

void SchemeBook::put(const Scheme &scheme)
{
    remove(scheme.id);
    m_own.append(scheme);
    makeOwn(m_own.last());
    sortByName(m_own);
}

void SchemeBook::remove(QStringView id)
{
    m_own.removeIf([id](const Scheme &scheme) { return scheme.id == id; });
}

} // namespace signature
