// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/comparing.h"

#include <utility>

namespace ui
{

using models::Comparison;

Comparing::~Comparing()
{
    if (m_thread)
        m_thread->wait();
}

void Comparing::compare(const Order &order)
{
    m_next = order;
    if (!m_thread)
        begin();
}

void Comparing::begin()
{
    const Order order = *std::exchange(m_next, {});
    m_thread.reset(QThread::create([this, order] {
        const auto made = std::make_shared<Comparison>(models::compare(
            *order.left, *order.right, order.mode, order.ignored, order.bytesOfRow));
        QMetaObject::invokeMethod(this, [this, made] { finish(*made); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void Comparing::finish(const Comparison &comparison)
{
    m_thread->wait();
    m_thread.reset();
    if (m_next)
        return begin();
    Q_EMIT compared(comparison);
}

} // namespace ui
