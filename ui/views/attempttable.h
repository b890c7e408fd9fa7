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
    // What they were made from: the timestamps and changes are told by it, those of its signature
    // apart.
    void compareWith(const capture::DeliveryPtr &received, const signature::Scheme &scheme);
    void showChanges(); // in a column more
    std::optional<capture::Attempt> current() const;

    QSize minimumSizeHint() const override; // a row, also where the columns have to be scrolled

Q_SIGNALS:
    void chosen(const capture::Attempt &attempt);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    bool m_sized = false; // somebody chose the widths
    bool m_fitting = false; // they are chosen here, whatever button is down meanwhile
    models::AttemptModel *m_model;
};

} // namespace ui
