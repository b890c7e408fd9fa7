// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <QWidget>

class QSpinBox;
class QVBoxLayout;

namespace inspector
{
class Inspector;
}

namespace ui
{

// How old, or how far ahead, a webhook may be at arrival: by each scheme in use that signs a time.
// One that ships with the program becomes the store's own when its age is changed.
class AllowedAges : public QWidget
{
    Q_OBJECT

public:
    explicit AllowedAges(inspector::Inspector &inspector, QWidget *parent = nullptr);

    void restoreDefaults(); // of the schemes that ship with the program

private:
    struct Row {
        signature::Scheme scheme;
        QString words; // its name and the paths of its endpoints
        QSpinBox *field = nullptr;
    };

    QList<Row> wanted() const;
    void refresh();
    void rebuild();
    void addRow(Row &row);
    void change(const QString &scheme, int seconds);

    inspector::Inspector &m_inspector;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace ui
