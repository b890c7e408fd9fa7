// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/parameterfields.h"

#include "ui/buttontext.h"
#include "ui/shownbytes.h"
#include "ui/views/codefont.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui
{

namespace
{

constexpr int longestValue = 1024; // characters

// "webhook_id" is "Webhook id" to people.
QString labelOf(const QByteArray &name)
{
    QString words = shownBytes(name).replace(u'_', u' ').replace(u'-', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

} // namespace

ParameterFields::ParameterFields(QFormLayout &form, QWidget &before)
    : QObject(form.parentWidget())
    , m_form(form)
    , m_before(before)
    , m_row(form.rowCount())
{
}

void ParameterFields::show(const QByteArrayList &names, const QMap<QByteArray, QByteArray> &values)
{
    m_values = values;
    if (names != m_names) {
        for (qsizetype row = 0; row < m_names.size(); ++row)
            m_form.removeRow(m_row);
        m_names = names;
        m_lines.clear();
        for (const QByteArray &name : names) {
            auto *line = new QLineEdit;
            line->setMaxLength(longestValue);
            line->setFont(codeFont(*line));
            line->setAccessibleName(labelOf(name));
            line->setPlaceholderText(tr("As the sender's pages show it"));
            connect(line, &QLineEdit::textChanged, this, &ParameterFields::edited);
            m_form.insertRow(m_row + int(m_lines.size()), buttonText(labelOf(name)), line);
            QWidget::setTabOrder(m_lines.isEmpty() ? &m_before : m_lines.last(), line);
            m_lines.append(line);
        }
    }
    for (qsizetype row = 0; row < m_lines.size(); ++row) {
        const QString text = QString::fromUtf8(values.value(m_names[row]));
        const QSignalBlocker blocker(m_lines[row]);
        if (m_lines[row]->text().trimmed() != text)
            m_lines[row]->setText(text);
    }
}

QMap<QByteArray, QByteArray> ParameterFields::values() const
{
    QMap<QByteArray, QByteArray> values = m_values;
    for (qsizetype row = 0; row < m_lines.size(); ++row) {
        const QByteArray value = m_lines[row]->text().trimmed().toUtf8();
        if (value.isEmpty())
            values.remove(m_names[row]);
        else
            values.insert(m_names[row], value);
    }
    return values;
}

} // namespace ui
