// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

namespace inspector
{
class Inspector;
}

namespace ui
{

class MessageBar;

// Which file is open, which comes next, and where exports go: asks the user.
class StoreFiles : public QObject
{
    Q_OBJECT

public:
    StoreFiles(inspector::Inspector &inspector, MessageBar &messages, QWidget &window);

public Q_SLOTS:
    void open(const QString &file, bool readOnly = false);
    void reopen(bool readOnly); // the last one asked for
    void chooseNew();
    void choose();
    void chooseExport();
    void showInFolder(const QString &file);
    void showStoreInFolder();

private:
    inspector::Inspector &m_inspector;
    MessageBar &m_messages;
    QWidget &m_window;
    QString m_file;
};

} // namespace ui
