// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/labels.h"
#include "ui/dialogs/messagechips.h"
#include "ui/dialogs/placeedit.h"
#include "ui/dialogs/schemeform.h"
#include "ui/views/codefont.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using signature::Encoding;
using signature::Form;
using signature::Hash;
using signature::KeyStep;
using signature::Source;
using signature::Type;
using signature::Unit;

namespace
{

QLineEdit *codeEdit(const QString &name, const QString &example)
{
    auto *edit = new QLineEdit;
    edit->setFont(codeFont(*edit));
    edit->setAccessibleName(name);
    edit->setPlaceholderText(example);
    return edit;
}

} // namespace

SchemeForm::SchemeForm(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(14, 12, 14, 12);
    form->setLabelAlignment(Qt::AlignRight);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("Acme"));
    form->addRow(tr("&Name"), m_name);
    addProblem(form, u"name"_s);
    addSignatureRows(form);
    addKeyRows(form);
    addTimeRows(form);
    m_message = new MessageChips;
    form->addRow(tr("Signed &text"), m_message);
    addProblem(form, u"message"_s);
    addEventRows(form);
    m_kept = formNote();
    m_kept->setAccessibleName(tr("Kept without a field"));
    form->addRow(QString(), m_kept);
    connectFields();
    showForm();
}

// The secret's reading, or a public key's, where the algorithm has one.
QWidget *SchemeForm::keyRow()
{
    using signature::KeyFormat;
    m_keyFormat = new QComboBox;
    m_keyFormat->setAccessibleName(tr("Form of the public key"));
    const auto add = [this](const QString &name, KeyFormat format) {
        m_keyFormat->addItem(name, int(format));
    };
    add(tr("A public key in PEM"), KeyFormat::Pem);
    add(tr("A public key in PEM, on one line"), KeyFormat::PemOneLine);
    add(tr("A public key in Base64 (DER)"), KeyFormat::SpkiBase64);
    add(tr("A certificate in PEM"), KeyFormat::X509Pem);
    add(tr("A public key as a JWK"), KeyFormat::Jwk);
    add(tr("Ed25519: 32 bytes in hex"), KeyFormat::Ed25519Hex);
    add(tr("Ed25519: 32 bytes in Base64"), KeyFormat::Ed25519Base64);
    m_key->setAccessibleName(tr("Key"));
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_key);
    row->addWidget(m_keyFormat);
    both->setFocusProxy(m_key);
    return both;
}

QLabel *SchemeForm::addProblem(QFormLayout *form, const QString &place)
{
    QLabel *label = problemLabel();
    m_problems.insert(place, label);
    form->addRow(QString(), label);
    return label;
}

void SchemeForm::addSignatureRows(QFormLayout *form)
{
    m_place = new PlaceEdit(tr("Signature"),
                            {Source::Header, Source::Query, Source::Form, Source::Json}, false);
    form->addRow(tr("&Signature in"), m_place);
    m_form = new QComboBox;
    m_form->addItem(tr("One value"), int(Form::Plain));
    m_form->addItem(tr("Named values, as t=…,v1=…"), int(Form::KeyValue));
    form->addRow(tr("&Form"), m_form);
    m_prefix = codeEdit(tr("Text in front of the value"), u"sha256="_s);
    m_prefixLabel = new QLabel(tr("In front of it"));
    m_prefixLabel->setBuddy(m_prefix);
    form->addRow(m_prefixLabel, m_prefix);
    m_entry = codeEdit(tr("Name of the value that is the signature"), u"v1"_s);
    m_separator = codeEdit(tr("What separates the values"), u","_s);
    m_keyLabel = new QLabel(tr("Its name, separator"));
    m_keyLabel->setBuddy(m_entry);
    auto *named = new QHBoxLayout;
    named->addWidget(m_entry, 3);
    named->addWidget(m_separator, 1);
    form->addRow(m_keyLabel, named);
    m_encoding = new QComboBox;
    m_encoding->addItem(tr("Hex"), int(Encoding::Hex));
    m_encoding->addItem(tr("Base64"), int(Encoding::Base64));
    m_encoding->addItem(tr("Base64 for URLs"), int(Encoding::Base64Url));
    form->addRow(tr("&Written in"), m_encoding);
    addProblem(form, u"signature"_s);
}

void SchemeForm::addKeyRows(QFormLayout *form)
{
    m_algorithm = new QComboBox;
    const auto add = [this](const QString &name, Type type, Hash hash) {
        m_algorithm->addItem(name, int(type) * 16 + int(hash));
    };
    add(u"HMAC-SHA256"_s, Type::Hmac, Hash::Sha256);
    add(u"HMAC-SHA512"_s, Type::Hmac, Hash::Sha512);
    add(u"HMAC-SHA384"_s, Type::Hmac, Hash::Sha384);
    add(u"HMAC-SHA1"_s, Type::Hmac, Hash::Sha1);
    add(u"HMAC-MD5"_s, Type::Hmac, Hash::Md5);
    add(tr("SHA-256 of a text with the secret"), Type::KeyedDigest, Hash::Sha256);
    add(tr("SHA-1 of a text with the secret"), Type::KeyedDigest, Hash::Sha1);
    add(tr("MD5 of a text with the secret"), Type::KeyedDigest, Hash::Md5);
    add(tr("Ed25519, with a public key"), Type::Ed25519, Hash::Sha256);
    add(tr("ECDSA P-256, with a public key"), Type::Ecdsa, Hash::Sha256);
    add(tr("RSA-SHA256, with a public key"), Type::Rsa, Hash::Sha256);
    add(tr("Fixed token"), Type::Token, Hash::Sha256);
    add(tr("User name and password (Basic)"), Type::Basic, Hash::Sha256);
    form->addRow(tr("&Algorithm"), m_algorithm);
    addProblem(form, u"type"_s);
    m_key = new QComboBox;
    m_key->addItem(tr("The secret's text"), int(KeyStep::Kind::Utf8));
    m_key->addItem(tr("The secret, decoded from Base64"), int(KeyStep::Kind::Base64));
    m_key->addItem(tr("The secret, decoded from hex"), int(KeyStep::Kind::Hex));
    form->addRow(tr("&Key"), keyRow());
    m_strip = codeEdit(tr("Prefix of the secret that is no part of the key"), u"whsec_"_s);
    form->addRow(tr("Without the &prefix"), m_strip);
    addProblem(form, u"key"_s);
    m_problems.insert(u"key_format"_s, m_problems.value(u"key"_s));
}

void SchemeForm::addTimeRows(QFormLayout *form)
{
    m_time = new PlaceEdit(
        tr("Timestamp"),
        {Source::Header, Source::SignatureField, Source::Json, Source::Query, Source::Form}, true);
    form->addRow(tr("Ti&mestamp in"), m_time);
    m_unit = new QComboBox;
    m_unit->addItem(tr("Seconds"), int(Unit::Seconds));
    m_unit->addItem(tr("Milliseconds"), int(Unit::Milliseconds));
    m_unit->addItem(tr("Seconds or milliseconds"), int(Unit::SecondsOrMilliseconds));
    m_unit->addItem(tr("Date and time (ISO 8601)"), int(Unit::Iso8601));
    m_unit->addItem(tr("HTTP date"), int(Unit::HttpDate));
    m_unit->setAccessibleName(tr("Unit of the timestamp"));
    m_tolerance = new QSpinBox;
    m_tolerance->setRange(-1, 1'000'000'000); // -1: any
    m_tolerance->setGroupSeparatorShown(true);
    m_tolerance->setSuffix(tr(" s"));
    m_tolerance->setSpecialValueText(tr("any age"));
    m_tolerance->setAccessibleName(tr("Allowed age"));
    m_tolerance->findChild<QLineEdit *>()->setAccessibleName(m_tolerance->accessibleName());
    m_past = new QCheckBox(tr("Future is fine"));
    m_past->setToolTip(tr("Only an old timestamp is out of limits."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_unit);
    row->addWidget(m_tolerance);
    row->addWidget(m_past);
    row->addStretch(1);
    auto *label = new QLabel(tr("&Unit, allowed age"));
    label->setBuddy(m_unit);
    form->addRow(label, row);
    addProblem(form, u"timestamp"_s);
}

void SchemeForm::addEventRows(QFormLayout *form)
{
    const QList<Source> sources{Source::Header, Source::Json, Source::Query, Source::Form};
    m_type = new PlaceEdit(tr("Event type"), sources, true);
    form->addRow(tr("&Event type in"), m_type);
    addProblem(form, u"event_type_location"_s);
    m_id = new PlaceEdit(tr("Delivery id"), sources, true);
    form->addRow(tr("&Delivery id in"), m_id);
    addProblem(form, u"delivery_id_location"_s);
}

void SchemeForm::connectFields()
{
    for (auto *line : {m_name, m_prefix, m_entry, m_separator, m_strip})
        connect(line, &QLineEdit::textChanged, this, &SchemeForm::edited);
    for (auto *box : {m_form, m_encoding, m_algorithm, m_key, m_keyFormat, m_unit})
        connect(box, &QComboBox::currentIndexChanged, this, &SchemeForm::edited);
    for (auto *place : {m_place, m_time, m_type, m_id})
        connect(place, &PlaceEdit::edited, this, &SchemeForm::edited);
    connect(m_form, &QComboBox::currentIndexChanged, this, &SchemeForm::showForm);
    connect(m_algorithm, &QComboBox::currentIndexChanged, this, &SchemeForm::showForm);
    connect(m_tolerance, &QSpinBox::valueChanged, this, &SchemeForm::edited);
    connect(m_past, &QCheckBox::toggled, this, &SchemeForm::edited);
    connect(m_message, &MessageChips::edited, this, &SchemeForm::edited);
}

void SchemeForm::showForm()
{
    const int form = m_form->currentData().toInt();
    const bool plain = form == int(Form::Plain);
    const bool named = form == int(Form::KeyValue);
    m_prefixLabel->setVisible(plain);
    m_prefix->setVisible(plain);
    for (QWidget *widget : {static_cast<QWidget *>(m_keyLabel), static_cast<QWidget *>(m_entry),
                            static_cast<QWidget *>(m_separator)})
        widget->setVisible(named);
    const auto type = Type(m_algorithm->currentData().toInt() / 16);
    const bool isPublic = type == Type::Ed25519 || type == Type::Ecdsa || type == Type::Rsa;
    m_key->setVisible(!isPublic);
    m_keyFormat->setVisible(isPublic);
    m_key->setEnabled(type == Type::Hmac);
    m_strip->setEnabled(type == Type::Hmac && m_key->currentData().toInt() >= 0);
    m_message->setEnabled(signsText());
    m_encoding->setEnabled(signsText());
}

} // namespace ui
