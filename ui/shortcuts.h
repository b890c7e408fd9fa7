// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QSettings;

namespace ui
{

class WindowActions;

// The keys of the window's actions: those of the program, until the user chooses others. They are
// kept in the settings, under names that no language changes.
class Shortcuts : public QObject
{
    Q_OBJECT

public:
    struct Entry {
        QString id;
        QAction *action;
        QList<QKeySequence> usual; // of the program

        QString name() const; // as people read it
    };

    // Takes what is kept at once.
    Shortcuts(WindowActions &actions, QSettings &settings, QObject *parent = nullptr);

    const QList<Entry> &entries() const { return m_entries; }
    void setKey(qsizetype entry, const QKeySequence &key); // an empty one: none
    void restore(qsizetype entry); // the program's
    // Why it cannot be had: it is another's, or it is typed in text. Empty: it can.
    QString objection(qsizetype entry, const QKeySequence &key) const;

Q_SIGNALS:
    void changed();

private:
    void take(qsizetype entry, const QList<QKeySequence> &keys);

    QSettings &m_settings;
    QList<Entry> m_entries;
};

} // namespace ui
