// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QPoint>

class QHelpEvent;

namespace inspector
{
class Inspector;
struct Details;
} // namespace inspector

namespace models
{
class DeliveryModel;
}

namespace ui
{

class DeliveryView;

// Says in the tip of a reply why there was none, or why a challenge was refused. Rows do not hold
// that, so the tip says what they know until the record has been read.
class ReplyTips : public QObject
{
    Q_OBJECT

public:
    ReplyTips(inspector::Inspector &inspector, const models::DeliveryModel &model,
              DeliveryView &view);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask(const QHelpEvent &help);
    void tell(const inspector::Details &details);

    inspector::Inspector &m_inspector;
    const models::DeliveryModel &m_model;
    DeliveryView &m_view;
    qint64 m_asked = 0; // the row whose tip is shown; 0: none that says more
    QPoint m_place; // of the pointer, on the screen
};

} // namespace ui
