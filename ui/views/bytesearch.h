// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <vector>

namespace ui
{

// Where `needle` stands in `bytes`, without regard to the case of ASCII letters; ascending, not
// overlapping, at most `limit` places.
std::vector<qsizetype> findBytes(const QByteArray &bytes, const QByteArray &needle,
                                 qsizetype limit);

} // namespace ui
