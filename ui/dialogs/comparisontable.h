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
    int fittingBytes() const; // of a row, so that both sides fit

public Q_SLOTS:
    void goToChange(int step); // to the next one, or with -1 to the one before; round at the ends
    void goToRow(int row);

Q_SIGNALS:
    void fittingBytesChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void sizeColumns();
    int offsetWidth() const; // of a column with where bytes are

    models::ComparisonModel m_model;
    int m_fittingBytes = models::wideRow; // as was told
};

} // namespace ui
