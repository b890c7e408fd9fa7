// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rescue.h"
#include "inspector/copyjob.h"

#include <QElapsedTimer>

namespace inspector
{
class Inspector;
}

namespace ui
{

class MessageBar;

// Which file is open, which comes next, and where copies go and imports come from: asks the user.
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
    void chooseCopy();
    void saveCopy(const QString &file);
    void rescue(const QString &file);
    void chooseImport();
    void showInFolder(const QString &file);
    void showStoreInFolder();

Q_SIGNALS:
    void asked(const QString &file); // for that one, before it is opened

private:
    void connectCopying();
    void tellRescued(const capture::Rescued &rescued);
    void tellCopying(int percent);
    void cancelCopying();

    inspector::Inspector &m_inspector;
    MessageBar &m_messages;
    QWidget &m_window;
    QString m_file;
    inspector::CopyJob m_copying;
    QString m_copy; // where to
    QElapsedTimer m_sinceCopy; // not valid: nothing more is said of it
};

} // namespace ui
