// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/schemeform.h"

#include "models/schemewords.h"
#include "signature/schemejson.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/messagechips.h"
#include "ui/dialogs/placeedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using signature::Encoding;
using signature::Form;
using signature::Hash;
using signature::KeyStep;
using signature::Scheme;
using signature::Type;
using signature::Unit;

namespace
{

constexpr int keptForm = -1; // one that the fields cannot show
constexpr int keptKey = -1;
constexpr int noTolerance = -1;
constexpr qint64 longestTolerance = 1'000'000'000; // in seconds, as scheme files have it

int algorithmOf(Type type, Hash hash) { return int(type) * 16 + int(hash); }

// Several steps, as far as the fields can show them: an optional prefix, then one decoding.
std::optional<std::pair<QByteArray, KeyStep::Kind>> plainKey(const QList<KeyStep> &key)
{
    QByteArray prefix;
    QList<KeyStep> steps = key;
    if (!steps.isEmpty() && steps.first().kind == KeyStep::Kind::StripPrefix)
        prefix = steps.takeFirst().text;
    if (steps.isEmpty())
        return std::pair(prefix, KeyStep::Kind::Utf8);
    const auto kind = steps.first().kind;
    const bool plain = kind == KeyStep::Kind::Utf8 || kind == KeyStep::Kind::Base64
        || kind == KeyStep::Kind::Hex;
    return plain && steps.size() == 1 ? std::optional(std::pair(prefix, kind)) : std::nullopt;
}

bool isPublicKey(Type type)
{
    return type == Type::Ed25519 || type == Type::Ecdsa || type == Type::Rsa;
}

// The row of that data, added when the scheme was written by hand and has another.
void choose(QComboBox &box, int data, const QString &otherwise)
{
    if (box.findData(data) < 0)
        box.addItem(otherwise, data);
    box.setCurrentIndex(box.findData(data));
}

} // namespace

void SchemeForm::setScheme(const Scheme &scheme)
{
    const QSignalBlocker blocker(this);
    m_scheme = scheme;
    m_name->setText(scheme.name);
    m_place->setPlaces(scheme.signature);
    const bool shown = scheme.form.form == Form::Plain || scheme.form.form == Form::KeyValue;
    choose(*m_form, shown ? int(scheme.form.form) : keptForm, tr("Another form, kept as it is"));
    m_prefix->setText(QString::fromUtf8(scheme.form.prefix));
    m_entry->setText(QString::fromUtf8(scheme.form.key));
    m_separator->setText(QString::fromUtf8(scheme.form.separator));
    m_encoding->setCurrentIndex(m_encoding->findData(int(scheme.encoding)));
    choose(*m_algorithm, algorithmOf(scheme.type, scheme.hash), tr("Another one, kept as it is"));
    const auto key = plainKey(scheme.key);
    choose(*m_key, key ? int(key->second) : keptKey, tr("Several steps, kept as they are"));
    choose(*m_keyFormat, int(scheme.keyFormat.value_or(signature::KeyFormat::Pem)),
           tr("Another one, kept as it is"));
    m_strip->setText(key ? QString::fromUtf8(key->first) : QString());
    m_time->setPlaces(scheme.time ? signature::Places{scheme.time->from} : signature::Places());
    const signature::TimeRule time = scheme.time.value_or(signature::TimeRule{.tolerance = 300});
    m_unit->setCurrentIndex(m_unit->findData(int(time.unit)));
    m_tolerance->setValue(
        int(std::clamp<qint64>(time.tolerance.value_or(noTolerance), -1, longestTolerance)));
    m_past->setChecked(time.pastOnly);
    m_message->setMessage(scheme.message.text);
    m_type->setPlaces(scheme.eventType);
    m_id->setPlaces(scheme.deliveryId);
    showForm();
    showKept();
    showProblem({});
}

signature::SignatureForm SchemeForm::signatureForm() const
{
    const int form = m_form->currentData().toInt();
    if (form == keptForm)
        return m_scheme.form;
    if (Form(form) == Form::Plain)
        return {.prefix = m_prefix->text().toUtf8()};
    signature::SignatureForm named = m_scheme.form; // what it has besides
    named.form = Form::KeyValue;
    named.prefix.clear();
    named.key = m_entry->text().trimmed().toUtf8();
    named.separator = m_separator->text().toUtf8();
    return named;
}

void SchemeForm::readKey(Scheme &scheme) const
{
    const int algorithm = m_algorithm->currentData().toInt();
    scheme.type = Type(algorithm / 16);
    scheme.hash = Hash(algorithm % 16);
    if (scheme.type != Type::Jws)
        scheme.jws = {}; // of a token that it is no more
    if (isPublicKey(scheme.type)) {
        scheme.key.clear();
        scheme.keyFormat = signature::KeyFormat(m_keyFormat->currentData().toInt());
        return;
    }
    if (scheme.type == Type::Jws)
        return;
    scheme.keyFormat.reset();
    const int kind = m_key->currentData().toInt();
    if (kind == keptKey || scheme.type != Type::Hmac)
        return;
    scheme.key.clear();
    if (const QByteArray prefix = m_strip->text().toUtf8(); !prefix.isEmpty())
        scheme.key.append({.kind = KeyStep::Kind::StripPrefix, .text = prefix});
    scheme.key.append({.kind = KeyStep::Kind(kind)});
}

std::optional<signature::TimeRule> SchemeForm::timeRule() const
{
    const signature::Places places = m_time->places();
    if (places.isEmpty())
        return {};
    signature::TimeRule rule = m_scheme.time.value_or(signature::TimeRule());
    rule.from = places.first();
    rule.unit = Unit(m_unit->currentData().toInt());
    rule.tolerance = m_tolerance->value() == noTolerance
        ? std::nullopt
        : std::optional<qint64>(m_tolerance->value());
    rule.pastOnly = m_past->isChecked();
    return rule;
}

QString SchemeForm::name() const { return m_name->text().trimmed(); }

core::Result<Scheme> SchemeForm::scheme() const
{
    auto scheme = rule();
    if (scheme && name().isEmpty())
        return core::Error{core::ErrorKind::Usage, tr("This is no whole scheme yet."),
                           u"name: "_s + tr("is missing")};
    return scheme;
}

Scheme SchemeForm::draft() const
{
    Scheme scheme = m_scheme;
    scheme.name = name().isEmpty() ? u"–"_s : name();
    scheme.signature = m_place->places();
    scheme.form = signatureForm();
    scheme.encoding = Encoding(m_encoding->currentData().toInt());
    readKey(scheme);
    scheme.time = timeRule();
    scheme.eventType = m_type->places();
    scheme.deliveryId = m_id->places();
    if (!signsText())
        scheme.message = {};
    else if (const auto message = signature::parseTemplate(m_message->message()))
        scheme.message = *message;
    return scheme;
}

core::Result<Scheme> SchemeForm::rule() const
{
    Scheme scheme = draft();
    const auto refusal = [](const QString &why) {
        return core::Error{core::ErrorKind::Usage, tr("This is no whole scheme yet."), why};
    };
    const auto message = signature::parseTemplate(m_message->message());
    if (signsText() && !message)
        return refusal(u"message: "_s + message.error().why);
    if (m_time->isIncomplete())
        return refusal(u"timestamp: "_s + tr("its name is missing"));
    if (m_type->isIncomplete() || m_id->isIncomplete())
        return refusal(
            (m_type->isIncomplete() ? u"event_type_location: "_s : u"delivery_id_location: "_s)
            + tr("its name is missing"));
    scheme.coversBody = signature::signsBody(scheme);
    if (const core::Status fits = signature::checkScheme(scheme); !fits)
        return fits.error();
    return scheme;
}

void SchemeForm::showKept()
{
    const QString kept = models::keptText(m_scheme);
    m_kept->setText(kept);
    m_kept->setVisible(!kept.isEmpty());
}

// A token and a password are shown as they are, and a JWS says itself what it signs.
bool SchemeForm::signsText() const
{
    const auto type = Type(m_algorithm->currentData().toInt() / 16);
    return type != Type::Token && type != Type::Basic && type != Type::Jws;
}

// "signature.parse: …" belongs to the signature; what has no field of its own to the name.
void SchemeForm::showProblem(const QString &why)
{
    for (QLabel *label : std::as_const(m_problems))
        setProblem(label, {});
    if (why.isEmpty())
        return;
    const qsizetype colon = why.indexOf(": "_L1);
    const QString place = why.first(std::max<qsizetype>(colon, 0)).section(u'.', 0, 0);
    QString sentence = why.mid(colon < 0 ? 0 : colon + 2);
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    QLabel *label = m_problems.value(place, m_problems.value(u"name"_s));
    setProblem(label, sentence.endsWith(u'.') ? sentence : sentence + u'.');
}

} // namespace ui
