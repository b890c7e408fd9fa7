// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"

#include <QObject>

namespace commands
{

// Writes stored deliveries and rejections to stdout as NDJSON, read back through a reader of its
// own: a slow reader of stdout blocks this thread and nothing else. Lives on a thread of its own.
class LinePrinter : public QObject
{
    Q_OBJECT

public:
    explicit LinePrinter(QString storeFile);

public Q_SLOTS:
    void print(const QList<capture::Answer> &answers);
    void printRejections(const QList<capture::Summary> &rows); // those of deliveries: not yet

Q_SIGNALS:
    void printed(qsizetype lines); // of deliveries
    void broken(const core::Error &error); // an empty one: the reader of stdout has gone

private:
    core::Status open();
    core::Status printOne(qint64 id);
    core::Status printRejection(qint64 id);
    bool goesOn(const core::Status &done); // false, and tells it, once something went wrong

    QString m_storeFile;
    std::unique_ptr<capture::Store> m_store;
    bool m_broken = false;
};

} // namespace commands
