// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/attemptmodel.h"
#include "signature/scheme.h"

#include <QTableView>

namespace ui
{

// What was sent, a row each, newest first; the newest one is chosen when it comes.
class AttemptTable : public QTableView
{
    Q_OBJECT

public:
    explicit AttemptTable(QWidget *parent = nullptr);

    void setAttempts(const QList<capture::Attempt> &attempts); // oldest first
    // Shows in a column more what of that delivery was otherwise, its signature apart.
    void compareWith(const capture::DeliveryPtr &received, const signature::Scheme &scheme);
    std::optional<capture::Attempt> current() const;

Q_SIGNALS:
    void chosen(const capture::Attempt &attempt);

private:
    models::AttemptModel *m_model;
};

} // namespace ui
