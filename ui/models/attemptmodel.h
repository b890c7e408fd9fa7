// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"

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
    enum class Column { Number, Sent, Target, Signing, Result, Time };
    static constexpr int columns = 6;
    enum Role { SucceededRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setAttempts(const QList<capture::Attempt> &attempts); // oldest first
    const capture::Attempt &attempt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, Column column) const;

    QList<capture::Attempt> m_attempts; // oldest first
};

} // namespace models
