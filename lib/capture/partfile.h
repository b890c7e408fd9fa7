// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace capture
{

// A store file on its way: made beside its place with mode 0600, and gone, with all that SQLite
// keeps beside it, unless it was put in place. Made for no place beside another store.
class PartFile
{
public:
    explicit PartFile(const QString &place);
    Q_DISABLE_COPY_MOVE(PartFile)
    ~PartFile();

    bool made() const { return !m_name.isEmpty(); }
    QString name() const { return m_name; }
    QString trouble() const { return m_trouble; } // a sentence, after a false

    // On the disk, then renamed in one step. What an older store left beside the place would be
    // taken for the new one's, so it goes first.
    bool putInPlace();

private:
    bool fail();

    QString m_place;
    QString m_name;
    QString m_trouble;
};

} // namespace capture
