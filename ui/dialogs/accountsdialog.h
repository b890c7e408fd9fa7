// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QTableView;

namespace models
{
class AccountModel;
class DeliveryModel;
} // namespace models

namespace ui
{

// The accounts that webhooks came for: how many, how well, since when, and which have stopped. One
// that is chosen goes into the filter.
class AccountsDialog : public ContentDialog
{
    Q_OBJECT

public:
    explicit AccountsDialog(const models::DeliveryModel &rows, QWidget *parent = nullptr);

Q_SIGNALS:
    void accountWanted(const QString &account);

private:
    void build();
    void look();
    void follow(); // the current account
    void choose();
    QString current() const; // empty: none

    const models::DeliveryModel &m_rows;
    models::AccountModel *m_model;
    QTableView *m_table;
    QLabel *m_summary;
    QLabel *m_about;
    QPushButton *m_show;
    QTimer m_soon;
};

} // namespace ui
