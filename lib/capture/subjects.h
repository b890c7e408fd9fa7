// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QString>

namespace capture
{

struct Delivery;

// What the state is of that a delivery tells, such as a customer, and how new that state is.
struct Subject {
    quint64 print = 0; // of its scheme, its account and its id; 0: not known
    qint64 changedAt = 0; // milliseconds since the epoch, by the sender's clock; 0: not known

    bool operator==(const Subject &) const = default;
};

// The same with the pointer that its endpoint set then.
struct ToldSubject {
    QString pointer;
    Subject subject;

    bool operator==(const ToldSubject &) const = default;
};

// JSON pointer to the id of whom or what a scheme's deliveries tell: of Smile a customer. Empty:
// the scheme does not say.
QByteArray standardSubject(const QString &scheme);

// By the pointer to its id that an endpoint sets, else by that of the scheme. How new its state is
// says the nearest updated_at or updatedAt beside the id or around it: a time as RFC 3339 has it,
// or seconds or milliseconds since the epoch. Judges nothing.
Subject subjectOf(const Delivery &delivery, const QString &pointer);

// The same, but none of what anybody may have sent.
Subject trustedSubject(const Delivery &delivery, const QString &pointer);

// The same by the texts that stand at its places in the body; none: its place is not known.
QList<QByteArray> subjectPlaces(const QString &scheme, const QString &pointer);
Subject trustedSubject(const Delivery &delivery, const QString &pointer,
                       const QList<QString> &texts);

// The newest state of each subject that was told lately, so that it is seen when an older one
// comes after it.
class Subjects
{
public:
    static constexpr qsizetype most = 50'000; // at least so many of the latest are known

    // The id of the delivery that told a newer state before; 0: there is none. Learns this one.
    qint64 take(const Subject &subject, qint64 id);

private:
    struct State {
        qint64 changedAt = 0;
        qint64 id = 0;
    };

    QHash<quint64, State> m_latest;
    QHash<quint64, State> m_older; // goes when the latest are many
};

} // namespace capture
