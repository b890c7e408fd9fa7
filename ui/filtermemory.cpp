// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/filtermemory.h"

#include "filter/parse.h"

#include <QSettings>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto historyKey = "filters/history"_L1;
constexpr auto savedKey = "filters/saved"_L1;

bool usable(const QString &text) { return !text.isEmpty() && text.size() <= filter::longestText; }

} // namespace

// The file may be anybody's work.
FilterMemory::FilterMemory(QSettings &settings)
    : m_settings(settings)
{
    m_history = settings.value(historyKey).toStringList().mid(0, mostRemembered);
    m_history.removeIf([](const QString &text) { return !usable(text); });
    const qsizetype count = std::min<qsizetype>(settings.beginReadArray(savedKey), mostSaved);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const SavedFilter filter{.name = settings.value(u"name"_s).toString(),
                                 .text = settings.value(u"text"_s).toString()};
        if (!filter.name.isEmpty() && usable(filter.text))
            m_saved.append(filter);
    }
    settings.endArray();
}

std::optional<SavedFilter> FilterMemory::find(const QString &name) const
{
    const auto found
        = std::find_if(m_saved.begin(), m_saved.end(),
                       [&name](const SavedFilter &filter) { return filter.name == name; });
    return found == m_saved.end() ? std::nullopt : std::optional(*found);
}

void FilterMemory::remember(const QString &text)
{
    if (!usable(text))
        return;
    m_history.removeAll(text);
    m_history.prepend(text);
    m_history = m_history.mid(0, mostRemembered);
    write();
}

void FilterMemory::forgetHistory()
{
    m_history.clear();
    write();
}

bool FilterMemory::save(const SavedFilter &filter)
{
    if (filter.name.isEmpty() || !usable(filter.text))
        return false;
    QList<SavedFilter> saved = m_saved;
    saved.removeIf([&filter](const SavedFilter &other) { return other.name == filter.name; });
    if (saved.size() >= mostSaved)
        return false;
    saved.append(filter);
    std::sort(saved.begin(), saved.end(), [](const SavedFilter &a, const SavedFilter &b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.name < b.name;
    });
    m_saved = saved;
    write();
    return true;
}

void FilterMemory::remove(const QString &name)
{
    m_saved.removeIf([&name](const SavedFilter &filter) { return filter.name == name; });
    write();
}

void FilterMemory::write()
{
    m_settings.setValue(historyKey, m_history);
    m_settings.remove(savedKey);
    m_settings.beginWriteArray(savedKey, int(m_saved.size()));
    for (int i = 0; i < m_saved.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"name"_s, m_saved[i].name);
        m_settings.setValue(u"text"_s, m_saved[i].text);
    }
    m_settings.endArray();
}

} // namespace ui
