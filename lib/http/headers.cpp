// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "http/headers.h"

#include <algorithm>

namespace http
{

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
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
