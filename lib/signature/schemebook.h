// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <optional>

namespace signature
{

// The schemes that a store knows: its own, which stand for the catalogue's of the same id, and the
// catalogue. A value, cheap to hand on.
class SchemeBook
{
public:
    SchemeBook() = default;
    explicit SchemeBook(QList<Scheme> own);

    // Nothing for an unknown id, nor for an empty one.
    std::optional<Scheme> find(QStringView id) const;
    bool isOwn(QStringView id) const;

    const QList<Scheme> &own() const { return m_own; } // by name
    QList<Scheme> all() const; // its own first; the first call ever reads every file

    void put(const Scheme &scheme); // in place of its own one of that id
    void remove(QStringView id);

    bool operator==(const SchemeBook &) const = default;

private:
    QList<Scheme> m_own;
};

} // namespace signature
