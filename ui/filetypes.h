// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <memory>

class QFileIconProvider;

namespace ui
{

// Has Qt's own file dialogs, all of the process, tell what a file is by its name. Of themselves
// they open files to find out, and closing an open store again would drop the locks that this
// process holds on it and on its shared memory (fcntl(2)): the next program that reads the store
// would cut that memory away under this one. A desktop's dialog that runs in this process (GTK's,
// KDE's) looks into files, too, so it is used only where it is another process: the portal's.
class FileTypes : public QObject
{
    Q_OBJECT

public:
    explicit FileTypes(QObject *parent = nullptr);
    ~FileTypes() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::unique_ptr<QFileIconProvider> m_byName; // dialogs do not own theirs
};

} // namespace ui
