// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"
#include "inspector/importsummary.h"

#include <QHash>

namespace formats
{
class EntrySource;
struct NamedEntry;
} // namespace formats

namespace inspector
{

// What imported deliveries are judged by: nothing that a file says of them is trusted.
struct ImportRule {
    signature::SchemeBook schemes;
    QList<capture::Endpoint> endpoints;
    QHash<QString, signature::Secrets> secrets; // by endpoint
};

// Brings files into a store slice by slice, but never a store into itself: that would not end.
// Lives where the store does.
class ImportJob
{
public:
    ImportJob(const QStringList &files, ImportRule rule, qint64 now);
    ~ImportJob();
    Q_DISABLE_COPY_MOVE(ImportJob)

    // Writes the next few entries. False: all files were read, or one of the things happened that
    // end it.
    bool step(capture::Store &store);

    const ImportSummary &summary() const { return m_summary; }
    const QStringList &faults() const { return m_faults; } // what is named of whole files

private:
    bool takeSlice(capture::Store &store);
    bool takeNext(); // false: the file has no more
    bool openNext(const capture::Store &store);
    void closeFile();
    void take(const formats::NamedEntry &named);
    void takeRecord(const QString &place, const capture::Record &record);
    capture::Import importWith(const QByteArray &unknown) const;
    void name(const QString &place, const QString &why);
    void countUnnamed();
    void nameFile(const core::Error &error);
    void tell(const core::Error &error);
    bool write(capture::Store &store);

    QStringList m_files;
    const ImportRule m_rule;
    const qint64 m_now;
    std::unique_ptr<formats::EntrySource> m_source;
    qint64 m_taken = 0; // entries of that file, good and wrong ones
    QList<capture::Imported> m_rows;
    std::optional<capture::Usual> m_usual; // from the first rows on
    qint64 m_bytes = 0; // of the rows' bodies
    qint64 m_unnamed = 0; // wrong ones beyond those that are named
    ImportSummary m_summary;
    QStringList m_faults;
};

} // namespace inspector
