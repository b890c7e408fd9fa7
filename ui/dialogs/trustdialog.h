// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/contentdialog.h"

#include <QSslCertificate>

class QFormLayout;
class QVBoxLayout;

namespace inspector
{
class Inspector;
}

namespace ui
{

class NoteBox;

// Says who made the local certificate and shows the commands that make programs trust it, and those
// that undo it. It runs none of them.
class TrustDialog : public ContentDialog
{
    Q_OBJECT

public:
    explicit TrustDialog(inspector::Inspector &inspector, QWidget *parent = nullptr);

private:
    QFormLayout *buildFacts() const;
    void addChoices(QVBoxLayout &column);
    void fillFooter();
    void explain();
    void chooseFile();
    void saveTo(const QString &file);

    inspector::Inspector &m_inspector;
    QString m_file; // ca.pem
    QSslCertificate m_authority; // null: not made yet
    NoteBox *m_note;
};

} // namespace ui
