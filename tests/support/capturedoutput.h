// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

// Sends one of the process's own descriptors into a file for as long as it lives.
class CapturedOutput
{
public:
    explicit CapturedOutput(int descriptor)
        : m_descriptor(descriptor)
    {
        std::fflush(nullptr);
        m_saved = ::dup(descriptor);
        if (m_file.open())
            ::dup2(m_file.handle(), descriptor);
    }
    ~CapturedOutput()
    {
        std::fflush(nullptr);
        ::dup2(m_saved, m_descriptor);
        ::close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(CapturedOutput)

    QByteArray text()
    {
        std::fflush(nullptr);
        QFile reader(m_file.fileName());
        return reader.open(QIODevice::ReadOnly) ? reader.readAll() : QByteArray();
    }

private:
    QTemporaryFile m_file;
    int m_descriptor = -1;
    int m_saved = -1;
};
