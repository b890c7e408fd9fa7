// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/elidedlabel.h"

namespace ui
{

// A line under a target: where it leads, or in red why nothing can be sent there.
class TargetNote : public ElidedLabel
{
    Q_OBJECT

public:
    // While it is empty: so that nothing below moves, or none at all where a screen is too small.
    enum class Room { Kept, AsNeeded };

    explicit TargetNote(Room room, QWidget *parent = nullptr);

    void say(const QString &sentence, bool refuses);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    const Room m_room;
    bool m_refuses = false;
};

} // namespace ui
