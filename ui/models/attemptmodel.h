// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"
#include "signature/scheme.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace models
{

QString signingText(const QString &word); // "Signed now"; a word that is not known as it is
QString resultText(const capture::Attempt &attempt); // "200 OK", "No answer"

// Of a send made for a test case the case's id, of any other nothing.
QString caseOf(const capture::Attempt &attempt);

// Of a send made for a test case whether its answer was the one to be expected, and in words.
struct JudgedAnswer {
    bool met = false;
    QString words; // "as expected"
};

// What was sent from one delivery, newest first.
class AttemptModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Number, Sent, Kind, Target, Signing, Timestamp, Result, Time, Changes };
    static constexpr int columns = 9;
    enum Role { SucceededRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setAttempts(const QList<capture::Attempt> &attempts); // oldest first
    // What the attempts were made from and how that is signed, for the changes and the timestamps;
    // and of an attempt the headers whose changes are none.
    using Unsaid = std::function<QByteArrayList(const capture::Attempt &)>;
    void setReceived(const capture::DeliveryPtr &received, const signature::Scheme &scheme,
                     const Unsaid &unsaid);
    // How an answer is judged that is no success or failure by itself; nothing: by its status.
    using Judge = std::function<std::optional<JudgedAnswer>(const capture::Attempt &)>;
    void setJudge(const Judge &judge);
    // Of a test case's id what it is called.
    void setCaseTitles(const std::function<QString(const QString &)> &titles);
    const capture::Attempt &attempt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, Column column) const;
    QString kind(const capture::Attempt &sent, bool whole) const;
    QString result(const capture::Attempt &sent) const;
    bool succeeded(const capture::Attempt &sent) const;
    QString changes(int row) const;
    QString timestamp(int row) const;
    void forgetTold();

    QList<capture::Attempt> m_attempts; // oldest first
    capture::DeliveryPtr m_received; // null: no changes are told
    signature::Scheme m_scheme;
    Unsaid m_unsaid;
    Judge m_judge;
    std::function<QString(const QString &)> m_caseTitles;
    mutable QStringList m_changes; // of the attempts, as far as they were asked for
    mutable QStringList m_timestamps; // the same
};

} // namespace models
