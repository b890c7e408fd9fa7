// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace core
{

// "412 B", "1.4 KB", "31.0 MB" in powers of 1024, for people.
QString byteSize(qint64 bytes);

} // namespace core
