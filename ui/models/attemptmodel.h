// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"

#include <QAbstractTableModel>

namespace models
{

QString signingText(const QString &word); // "Signed now"; a word that is not known as it is
QString resultText(const capture::Attempt &attempt); // "200 OK", "No answer"

// What was sent from one delivery, newest first.
class AttemptModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Number, Sent, Target, Signing, Result, Time, Changes };
    static constexpr int columns = 7;
    enum Role { SucceededRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setAttempts(const QList<capture::Attempt> &attempts); // oldest first
    // What the attempts were made from, for the changes; and headers whose changes are none.
    void setReceived(const capture::DeliveryPtr &received, const QByteArrayList &unsaid);
    const capture::Attempt &attempt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, Column column) const;
    QString changes(int row) const;

    QList<capture::Attempt> m_attempts; // oldest first
    capture::DeliveryPtr m_received; // null: no changes are told
    QByteArrayList m_unsaid;
    mutable QStringList m_changes; // of the attempts, as far as they were asked for
};

} // namespace models
