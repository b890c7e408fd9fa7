// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"
#include "json/shape.h"

#include <map>

namespace capture
{

// What the bodies of each topic looked like, so that it is seen when one is otherwise.
class Shapes
{
public:
    static constexpr size_t mostTopics = 200;
    static constexpr qsizetype largestBody = 256 * 1024; // bytes; the store's thread reads it

    struct Topic {
        QString endpoint;
        QString topic;
        QByteArray shape; // its JSON
    };

    void know(const Topic &topic); // of a store; what is no shape counts for nothing

    // What is otherwise in the delivery's body; learns it. Nothing of what is no JSON or has no
    // topic, of this program's own tests, and of what anybody may have sent: that would teach
    // wrongly.
    QList<json::Departure> take(const Delivery &delivery);

    QList<Topic> takeChanged(); // since it was asked last

private:
    std::map<std::pair<QString, QString>, json::Shape> m_shapes;
};

} // namespace capture
