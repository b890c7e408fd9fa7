// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

struct sqlite3;

namespace capture
{

// From now on nothing is committed on the connection unless its file and the write-ahead log are
// still what their names lead to: what goes into a file that was removed or renamed is in no store.
// Such a commit is rolled back with SQLITE_CONSTRAINT_COMMITHOOK; with the same files back the next
// one goes on. Costs two looks at the folder a commit.
void keepInPlace(sqlite3 *handle);

} // namespace capture
