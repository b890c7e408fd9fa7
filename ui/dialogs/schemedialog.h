// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <QDialog>

class QPushButton;

namespace inspector
{
class Inspector;
}

namespace ui
{

class NoteBox;
class SchemeForm;
class SchemePreview;

// Makes or changes a scheme of one's own: the form, and beside it what it makes of a webhook.
class SchemeDialog : public QDialog
{
    Q_OBJECT

public:
    // `scheme` without an id is a new one; `endpoint` is where webhooks to try it on arrive.
    SchemeDialog(inspector::Inspector &inspector, const QString &endpoint,
                 const signature::Scheme &scheme, QWidget *parent = nullptr);

    static signature::Scheme blank(); // to begin with
    void prefer(qint64 delivery); // to try it on, if it came to the endpoint

Q_SIGNALS:
    void saved(const QString &scheme); // its id

private:
    void build();
    void tryOut(); // what the fields make
    void fill();
    void save();

    inspector::Inspector &m_inspector;
    QString m_id; // empty: a new one, which gets it by its name
    SchemeForm *m_form;
    SchemePreview *m_preview;
    NoteBox *m_note;
    QPushButton *m_save;
};

} // namespace ui
