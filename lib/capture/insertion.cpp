// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/insertion.h"

#include <QStringEncoder>

#include <sqlite3.h>

namespace capture
{

using namespace Qt::Literals::StringLiterals;

void Insertion::Finalize::operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }

Insertion::Insertion(sqlite3 *database, const QString &table, const QString &columns)
{
    const qsizetype count = columns.count(u',') + 1;
    const QByteArray text
        = u"INSERT INTO %1(%2) VALUES(?%3)"_s.arg(table, columns, u", ?"_s.repeated(count - 1))
              .toUtf8();
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(database, text.constData(), int(text.size()), SQLITE_PREPARE_PERSISTENT,
                       &statement, nullptr);
    m_statement.reset(statement);
    m_texts.reserve(size_t(count));
}

Insertion &Insertion::operator<<(qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), m_next++, value);
    return *this;
}

Insertion &Insertion::operator<<(std::optional<qint64> value)
{
    return value ? *this << *value : null();
}

Insertion &Insertion::operator<<(const QString &value)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    if (size_t(encoder.requiredSpace(value.size())) > m_room.size() - m_used) {
        bind(m_texts.emplace_back(encoder.encode(value)));
        return *this;
    }
    char *start = m_room.data() + m_used;
    const qsizetype size = encoder.appendToBuffer(start, value) - start;
    m_used += size_t(size);
    bind({start, size});
    return *this;
}

void Insertion::bind(QByteArrayView text)
{
    sqlite3_bind_text(m_statement.get(), m_next++, text.data(), int(text.size()), SQLITE_STATIC);
}

Insertion &Insertion::operator<<(const QByteArray &value)
{
    sqlite3_bind_blob64(m_statement.get(), m_next++, value.constData(),
                        sqlite3_uint64(value.size()), SQLITE_STATIC);
    return *this;
}

Insertion &Insertion::null()
{
    sqlite3_bind_null(m_statement.get(), m_next++);
    return *this;
}

bool Insertion::insert()
{
    const bool done = m_statement && sqlite3_step(m_statement.get()) == SQLITE_DONE;
    sqlite3_reset(m_statement.get());
    m_texts.clear();
    m_used = 0;
    m_next = 1;
    return done;
}

} // namespace capture
