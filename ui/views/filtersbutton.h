// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/filtermemory.h"

#include <QToolButton>

class QInputDialog;

namespace ui
{

// Offers the filters that were saved and those that were entered last.
class FiltersButton : public QToolButton
{
    Q_OBJECT

public:
    FiltersButton(QSettings &settings, QWidget *parent = nullptr);

    FilterMemory &memory() { return m_memory; }

public Q_SLOTS:
    void askName(const QString &text); // under which the filter is saved

Q_SIGNALS:
    void chosen(const QString &text);
    void changed(const ui::SavedChange &change); // by the user's doing

private:
    void fill();
    void offer(const QString &label, const QString &text);
    void offerRemoval();
    void showWhatItDoes(QInputDialog &dialog) const; // with the name that stands there
    void save(const QString &name, const QString &text);
    void remove(const QString &name);
    void put(const QString &name, const std::optional<SavedFilter> &expected,
             const std::optional<SavedFilter> &wanted);

    static constexpr qsizetype mostRecent = 10;

    FilterMemory m_memory;
};

} // namespace ui
