// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/partcounter.h"
#include "ui/views/messagepage.h"

class QAbstractItemView;

namespace ui
{

// Why there is no row, and what can be done, in the place of the rows.
class EmptyTable : public MessagePage
{
    Q_OBJECT

public:
    enum class Why {
        HasRows,
        Loading,
        NoStore,
        ReadOnly,
        NotListening,
        Waiting,
        Searching,
        Filtered,
    };

    explicit EmptyTable(QAbstractItemView &view);

    void show(Why why, const QString &url, qint64 hidden, const QList<models::PartCount> &parts);

    // Whether it says why there are no rows, and not only that they are still being looked for.
    bool explains() const
    {
        return m_why != Why::HasRows && m_why != Why::Loading && m_why != Why::Searching;
    }

Q_SIGNALS:
    void listenWanted();
    void newWanted();
    void openWanted();
    void copyUrlWanted();
    void pingWanted();
    void setUpWanted();
    void clearFilterWanted();
    void keepOnlyWanted(const QString &part); // of the filter

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fillFiltered();

    Why m_why = Why::HasRows;
    QString m_url;
    qint64 m_hidden = 0;
    QList<models::PartCount> m_parts;
};

} // namespace ui
