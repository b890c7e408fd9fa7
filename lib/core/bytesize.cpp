// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/bytesize.h"

#include <QLocale>

#include <array>

namespace core
{

QString byteSize(qint64 bytes)
{
    using namespace Qt::Literals::StringLiterals;
    static constexpr std::array units{"KB"_L1, "MB"_L1, "GB"_L1, "TB"_L1, "PB"_L1, "EB"_L1};

    if (bytes < 1024)
        return u"%1 B"_s.arg(bytes);
    double size = double(bytes) / 1024;
    size_t unit = 0;
    // 1,023.95 KB would be written as 1024.0 KB.
    for (; size >= 1023.95 && unit + 1 < units.size(); ++unit)
        size /= 1024;
    return u"%1 %2"_s.arg(QLocale::c().toString(size, 'f', 1), units[unit]);
}

} // namespace core
