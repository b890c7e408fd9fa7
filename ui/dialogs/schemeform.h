// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "signature/scheme.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ui
{

class MessageChips;
class PlaceEdit;

// The fields of a scheme of one's own. What the form has no field for stays as it was.
class SchemeForm : public QWidget
{
    Q_OBJECT

public:
    explicit SchemeForm(QWidget *parent = nullptr);

    void setScheme(const signature::Scheme &scheme); // is no edit
    core::Result<signature::Scheme> scheme() const; // an error's `why` names the place
    core::Result<signature::Scheme> rule() const; // the same, also where it has no name yet
    signature::Scheme draft() const; // as far as the fields tell, whether it fits together or not
    QString name() const;
    void showProblem(const QString &why); // at the field that it is about; empty: none

Q_SIGNALS:
    void edited();

private:
    void addSignatureRows(QFormLayout *form);
    void addKeyRows(QFormLayout *form);
    QWidget *keyRow();
    void addTimeRows(QFormLayout *form);
    void addEventRows(QFormLayout *form);
    QLabel *addProblem(QFormLayout *form, const QString &place);
    void connectFields();
    void showForm(); // the fields that belong to the form of the signature
    void showKept(); // what there is no field for
    bool signsText() const; // what the signed text says counts
    signature::SignatureForm signatureForm() const;
    void readKey(signature::Scheme &scheme) const;
    std::optional<signature::TimeRule> timeRule() const;

    signature::Scheme m_scheme; // as it was given
    QLineEdit *m_name;
    PlaceEdit *m_place;
    QComboBox *m_form;
    QLabel *m_prefixLabel;
    QLineEdit *m_prefix;
    QLabel *m_keyLabel;
    QLineEdit *m_entry;
    QLineEdit *m_separator;
    QComboBox *m_encoding;
    QComboBox *m_algorithm;
    QComboBox *m_key;
    QComboBox *m_keyFormat; // of a public key, in the other one's place
    QLineEdit *m_strip;
    PlaceEdit *m_time;
    QComboBox *m_unit;
    QSpinBox *m_tolerance;
    QCheckBox *m_past;
    MessageChips *m_message;
    PlaceEdit *m_type;
    PlaceEdit *m_id;
    QLabel *m_kept;
    QHash<QString, QLabel *> m_problems; // by the first word of the place
};

} // namespace ui
