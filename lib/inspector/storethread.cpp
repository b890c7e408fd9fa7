// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/storethread.h"

namespace inspector
{

StoreThread::StoreThread(QObject *parent)
    : QObject(parent)
    , m_recorder(new capture::Recorder)
{
    m_recorder->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_recorder, &QObject::deleteLater);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // Behind all that is queued there, so nothing that was handed over is lost.
    QMetaObject::invokeMethod(
        m_recorder,
        [recorder = m_recorder, thread = &m_thread] {
            recorder->close();
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

} // namespace inspector
