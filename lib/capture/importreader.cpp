// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/importreader.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Result;

constexpr int firstWithImports = 3; // version of the file's format

Result<std::unique_ptr<ImportReader>> ImportReader::open(const QString &file)
{
    Result<Database> database = Database::open(file, Access::Read);
    if (!database)
        return database.error();
    return std::unique_ptr<ImportReader>(new ImportReader(std::move(*database)));
}

ImportReader::ImportReader(Database database)
    : m_database(std::move(database))
{
    if (m_database.version() >= firstWithImports)
        m_imports.emplace(m_database,
                          u"SELECT origin, imported_at, unknown FROM imports WHERE id = ?"_s);
}

Result<std::optional<Import>> ImportReader::read(qint64 id)
{
    if (!m_imports)
        return std::optional<Import>();
    m_imports->start({id});
    const Result<QList<Import>> found = m_imports->all([](const Selection &row) {
        return Import{.origin = row.text(0), .importedAt = row.number(1), .unknown = row.bytes(2)};
    });
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Import>() : std::optional(found->first());
}

} // namespace capture
