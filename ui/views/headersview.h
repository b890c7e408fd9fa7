// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/headers.h"
#include "models/addedcolumns.h"

#include <QWidget>

class QCheckBox;
class QTableView;

namespace models
{
class FieldsModel;
}

namespace ui
{

class ElidedLabel;

// The headers of a request, with what they mean.
class HeadersView : public QWidget
{
    Q_OBJECT

public:
    explicit HeadersView(QWidget *parent = nullptr);

    void show(const http::Fields &fields, const http::Fields &trailers, qint64 receivedAt);
    void clear();

public Q_SLOTS:
    void copyAll();

    void setFilterable(bool filterable) { m_filterable = filterable; } // by a value, in the menu

Q_SIGNALS:
    void message(const QString &text);
    void filterWanted(const QString &term);
    void columnWanted(const models::AddedColumn &column); // of the live table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildTable();
    void openMenu(const QPoint &place);
    void copy(const QString &text, const QString &what);
    void copyLine();

    models::FieldsModel *m_model;
    QTableView *m_table;
    QCheckBox *m_asReceived;
    ElidedLabel *m_summary;
    http::Fields m_fields;
    bool m_filterable = false;
};

} // namespace ui
