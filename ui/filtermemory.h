// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>

class QSettings;

namespace ui
{

struct SavedFilter {
    QString name;
    QString text;

    bool operator==(const SavedFilter &) const = default;
};

// What became of a saved filter, and how to take it back; what was put in its place since stays.
struct SavedChange {
    QString text; // a sentence
    QString edit; // its name among the edits
    std::function<void()> redo;
    std::function<void()> undo;
};

// The filters that were entered last and those that were given a name. Every change is written to
// the settings.
class FilterMemory
{
public:
    static constexpr qsizetype mostRemembered = 50;
    static constexpr qsizetype mostSaved = 100;

    explicit FilterMemory(QSettings &settings);

    const QStringList &history() const { return m_history; } // the latest first
    const QList<SavedFilter> &saved() const { return m_saved; } // by name

    std::optional<SavedFilter> find(const QString &name) const; // among those saved

    void remember(const QString &text);
    void forgetHistory();
    bool save(const SavedFilter &filter); // in place of one of that name; false: there are too many
    void remove(const QString &name);

private:
    void write();

    QSettings &m_settings;
    QStringList m_history;
    QList<SavedFilter> m_saved;
};

} // namespace ui
