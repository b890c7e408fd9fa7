// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/application.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLoggingCategory>
#include <QThread>

#include <algorithm>
#include <ctime>
#include <utility>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

#ifdef QT_NO_DEBUG
Q_LOGGING_CATEGORY(blocks, "hookglass.blocks", QtWarningMsg)
#else
Q_LOGGING_CATEGORY(blocks, "hookglass.blocks")
#endif

// Milliseconds that this thread has had a processor for: the rest of a block is other programs'.
static qint64 workTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

bool Application::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    const int loop = QThread::currentThread()->loopLevel();
    m_deepestLoop = std::max(m_deepestLoop, loop);
    if (loop <= m_watchedLoop) // within an event that is being timed
        return QApplication::notify(receiver, event);
    // Neither may be there any more when it is over.
    const QEvent::Type type = event->type();
    const char *name = receiver->metaObject()->className();
    const int outer = std::exchange(m_watchedLoop, loop);
    m_deepestLoop = loop;
    QElapsedTimer clock;
    clock.start();
    const qint64 before = workTime();
    const bool handled = QApplication::notify(receiver, event);
    m_watchedLoop = outer;
    // A loop of its own within the event answers the user, so that is no block.
    if (m_deepestLoop == loop && clock.elapsed() > longestBlock)
        tell(clock.elapsed(),
             u"%1, event %2, %3 ms of work"_s.arg(QLatin1StringView(name))
                 .arg(int(type))
                 .arg(workTime() - before));
    return handled;
}

void Application::tell(qint64 milliseconds, const QString &where)
{
    qCDebug(blocks).noquote() << "blocked for" << milliseconds << "ms:" << where;
    Q_EMIT blocked(milliseconds, where);
}

} // namespace ui
