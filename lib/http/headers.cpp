// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/headers.h"

#include <algorithm>

namespace http
{

static char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; }

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char one, char other) { return lower(one) == lower(other); });
}

qsizetype count(const Fields &fields, QByteArrayView name)
{
    return std::count_if(fields.begin(), fields.end(),
                         [name](const Field &field) { return sameName(field.name, name); });
}

std::optional<QByteArray> value(const Fields &fields, QByteArrayView name)
{
    for (const Field &field : fields) {
        if (sameName(field.name, name))
            return field.value;
    }
    return {};
}

} // namespace http
