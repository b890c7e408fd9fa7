// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QFile>
#include <QSaveFile>

namespace core
{

// A file that is written for somebody else to read: there when all of it was written, in place of
// the one before. A pipe or a device is none that could be replaced; it is written to as it is,
// so what went in before an error stays there. Over a store, or what is beside one, nothing is
// written.
class OutFile
{
public:
    explicit OutFile(const QString &name);

    bool open(); // waits for the reader of a pipe
    bool keepPrivate(); // mode 0600, of a file; to be called when it is open
    bool write(const QByteArray &bytes); // all of them
    bool commit();
    void cancel(); // commit() leaves the file before as it is
    QString trouble() const; // a sentence: why one of these said false
    Error error() const; // the same with the name

private:
    QFileDevice &device();

    QSaveFile m_file;
    QFile m_stream; // used where the name is of no regular file
    const bool m_streams;
    QString m_refusal; // a sentence: why open() did not even try; else empty
};

} // namespace core
