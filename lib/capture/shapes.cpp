// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/shapes.h"

#include "capture/oddities.h"

namespace capture
{

void Shapes::know(const Topic &topic)
{
    if (m_shapes.size() >= mostTopics)
        return;
    if (auto shape = json::Shape::fromJson(topic.shape))
        m_shapes.insert_or_assign({topic.endpoint, topic.topic}, std::move(*shape));
}

QList<json::Departure> Shapes::take(const Delivery &delivery)
{
    const QByteArray &body = delivery.request.body;
    const std::pair key(delivery.endpoint, delivery.event.topic);
    if (delivery.test || key.second.isEmpty() || body.size() > largestBody
        || isForged(delivery.verdict))
        return {};
    auto shape = m_shapes.find(key);
    if (shape == m_shapes.end() ? m_shapes.size() >= mostTopics
                                : shape->second.knows(json::skeletonOf(body)))
        return {};
    const auto parsed = json::Document::parse(body);
    const auto *document = std::get_if<json::Document>(&parsed);
    if (!document || !document->holdsValues(0))
        return {};
    if (shape == m_shapes.end())
        shape = m_shapes.try_emplace(key).first;
    return shape->second.take(*document);
}

QList<Shapes::Topic> Shapes::takeChanged()
{
    QList<Topic> changed;
    for (auto &[key, shape] : m_shapes) {
        if (shape.takeChanged())
            changed.append({.endpoint = key.first, .topic = key.second, .shape = shape.toJson()});
    }
    return changed;
}

} // namespace capture
