// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <QWidget>

#include <optional>

class QAction;
class QPushButton;
class QToolButton;

namespace inspector
{
class Inspector;
}

namespace ui
{

// Makes, changes, copies, brings in and hands out the store's own schemes.
class SchemeActions : public QWidget
{
    Q_OBJECT

public:
    SchemeActions(inspector::Inspector &inspector, const QString &endpoint,
                  QWidget *parent = nullptr);

    void prefer(qint64 delivery) { m_preferred = delivery; } // to try schemes on
    void setScheme(const std::optional<signature::Scheme> &scheme); // the one that is selected
    void importFrom(const QString &file);
    void exportTo(const QString &file);
    void remove(); // unless an endpoint has it

Q_SIGNALS:
    void stored(const QString &scheme); // its id
    void told(bool good, const QString &title, const QString &text);

private:
    void build();
    void openForm(const signature::Scheme &scheme);
    void duplicate();
    void chooseImport();
    void chooseExport();

    inspector::Inspector &m_inspector;
    QString m_endpoint;
    std::optional<signature::Scheme> m_scheme;
    qint64 m_preferred = 0;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QToolButton *m_more;
    QAction *m_export;
    QAction *m_remove;
};

} // namespace ui
