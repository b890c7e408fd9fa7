// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/database.h"
#include "capture/record.h"
#include "capture/selection.h"

namespace capture
{

// Says of rows of a store where they were imported from, by another connection to it: a rejection
// is read without. Stays on its thread.
class ImportReader
{
public:
    static core::Result<std::unique_ptr<ImportReader>> open(const QString &file);

    // Nothing: it arrived here.
    core::Result<std::optional<Import>> read(qint64 id);

private:
    explicit ImportReader(Database database);

    const Database m_database; // before what is prepared on it
    std::optional<Selection> m_imports; // nothing in a store that knows no imports
};

} // namespace capture
