// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/completion.h"

#include <QCompleter>

class QStandardItemModel;

namespace ui
{

class FilterField;

// Offers under the filter field what may be meant, each with its meaning or its count.
class FilterCompleter : public QCompleter
{
    Q_OBJECT

public:
    explicit FilterCompleter(FilterField &field);

    bool offering() const; // the offers are in sight
    bool chosen() const; // and one of them is selected
    bool isEmpty() const { return m_completions.offers.isEmpty(); } // there was nothing to offer
    void offer(const models::Completions &completions); // none: they go
    void takeFirst(); // where none is chosen

Q_SIGNALS:
    void taken();

private:
    class List;

    void take(const QString &text);
    void makeRoomForFoot();

    FilterField &m_field;
    QStandardItemModel *m_offers;
    List *m_list;
    models::Completions m_completions;
};

} // namespace ui
