// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayList>
#include <QMap>
#include <QObject>

class QFormLayout;
class QLineEdit;

namespace ui
{

// A row for each value that a scheme needs of the receiver's own set-up, behind the rows that the
// form has when it is made, reached by Tab from `before`. What belongs to another scheme is kept,
// without a row.
class ParameterFields : public QObject
{
    Q_OBJECT

public:
    ParameterFields(QFormLayout &form, QWidget &before);

    void show(const QByteArrayList &names, const QMap<QByteArray, QByteArray> &values);
    QMap<QByteArray, QByteArray> values() const;

Q_SIGNALS:
    void edited();

private:
    QFormLayout &m_form;
    QWidget &m_before;
    int m_row; // of the first one
    QByteArrayList m_names;
    QMap<QByteArray, QByteArray> m_values; // as they were given
    QList<QLineEdit *> m_lines; // one a name
};

} // namespace ui
