// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/comparisonmodel.h"

#include <QTableView>

namespace ui
{

// A comparison as a table whose columns fit its mode and its width.
class ComparisonTable : public QTableView
{
    Q_OBJECT

public:
    explicit ComparisonTable(QWidget *parent = nullptr);

    void setComparison(const models::Comparison &comparison, const QString &left,
                       const QString &right); // what the two are called
    const models::Comparison &comparison() const { return m_model.comparison(); }

public Q_SLOTS:
    void goToChange(int step); // to the next one, or with -1 to the one before; round at the ends

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();

    models::ComparisonModel m_model;
};

} // namespace ui
