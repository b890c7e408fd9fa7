// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QObject>

namespace inspector
{
class Inspector;
}

namespace ui
{

class DeliveryView;

// What was selected when rows were removed is selected again once they are back. Must know of a
// removal before the table does.
class LostSelection : public QObject
{
    Q_OBJECT

public:
    LostSelection(inspector::Inspector &inspector, DeliveryView &view);

private:
    void keep(int batch);
    void giveBack();

    DeliveryView &m_view;
    QHash<int, QList<qint64>> m_selected; // by what undo calls the removal
    QList<qint64> m_wanted; // once the rows are loaded
};

} // namespace ui
