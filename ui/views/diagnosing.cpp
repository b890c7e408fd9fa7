// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/diagnosing.h"

#include "signature/catalogue.h"

#include <algorithm>
#include <iterator>

namespace ui
{

using signature::Question;
using signature::Scheme;

namespace
{

// One of its own stands for the catalogue's of the same id.
QList<Scheme> schemesWith(const QList<Scheme> &own)
{
    QList<Scheme> found = own;
    const auto isOwn = [&own](const Scheme &scheme) {
        return std::any_of(own.begin(), own.end(),
                           [&](const Scheme &known) { return known.id == scheme.id; });
    };
    const QList<Scheme> &all = signature::allSchemes();
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](const Scheme &scheme) { return !isOwn(scheme); });
    return found;
}

Diagnosed diagnosed(Question question, const std::stop_token &stop)
{
    if (question.origin == signature::Origin::Sender)
        question.otherSchemes = schemesWith(question.otherSchemes);
    Diagnosed done{.diagnosis
                   = signature::diagnose(question, [stop] { return stop.stop_requested(); })};
    done.fix = fixOf(question, done.diagnosis);
    return done;
}

} // namespace

Diagnosing::Diagnosing(QObject *parent)
    : QObject(parent)
{
}

Diagnosing::~Diagnosing()
{
    m_stop.request_stop();
    if (!m_thread)
        return;
    m_thread->quit();
    m_thread->wait();
}

void Diagnosing::ask(const Question &question)
{
    drop();
    m_asking = true;
    m_stop = std::stop_source();
    if (!m_thread) {
        m_thread = std::make_unique<core::WorkerThread>(QStringLiteral("diagnosis"));
        m_there = std::make_unique<QObject>();
        m_there->moveToThread(m_thread.get());
        m_thread->start();
    }
    QMetaObject::invokeMethod(
        m_there.get(),
        [this, question, number = m_number, stop = m_stop.get_token()] {
            const Diagnosed done = diagnosed(question, stop);
            QMetaObject::invokeMethod(
                this, [this, number, done] { take(number, done); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Diagnosing::cutShort() { m_stop.request_stop(); }

void Diagnosing::drop()
{
    m_stop.request_stop();
    m_asking = false;
    ++m_number;
}

void Diagnosing::take(int number, const Diagnosed &diagnosed)
{
    if (number != m_number)
        return;
    m_asking = false;
    Q_EMIT found(diagnosed);
}

} // namespace ui
