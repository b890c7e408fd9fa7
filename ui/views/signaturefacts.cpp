// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/signaturefacts.h"

#include "signature/schemetext.h"
#include "ui/shownbytes.h"
#include "ui/views/factlabel.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace ui
{

using signature::Scheme;
using signature::Trust;

namespace
{

QString schemeFact(const Scheme &scheme)
{
    const bool heard = !scheme.confirmed && scheme.trust != Trust::Own;
    return heard
        ? SignatureFacts::tr("%1 (known from third parties only)").arg(shownText(scheme.name))
        : shownText(scheme.name);
}

QString recipeFact(const Scheme &scheme)
{
    const QString recipe = signature::messageText(scheme);
    return recipe.isEmpty() ? SignatureFacts::tr("nothing: who knows the secret may send anything")
                            : shownText(recipe);
}

QString bodyFact(const Scheme &scheme)
{
    return scheme.coversBody
        ? SignatureFacts::tr("covered by the signature")
        : SignatureFacts::tr("not covered: an altered one is Verified as well");
}

QString secretFact(const CheckedSignature &checked)
{
    const bool verified = checked.verdict.signature == signature::Signature::Verified;
    const QString label = verified ? checked.verdict.secret : checked.evidence.secret;
    if (label.isEmpty())
        return SignatureFacts::tr("–");
    const QString shown = SignatureFacts::tr("“%1”").arg(shownText(label));
    const QString key = signature::keyText(checked.scheme);
    return key.isEmpty() ? shown : SignatureFacts::tr("%1, %2").arg(shown, shownText(key));
}

QString lengthFact(const CheckedSignature &checked)
{
    const qsizetype length = checked.evidence.received.size();
    if (length == 0)
        return SignatureFacts::tr("–");
    const QString count = SignatureFacts::tr("%n character(s)", nullptr,
                                             int(std::min<qsizetype>(length, 1'000'000)));
    const auto expected = signature::signatureLength(checked.scheme);
    if (!expected)
        return SignatureFacts::tr("%1; the scheme has no fixed length").arg(count);
    return length == *expected
        ? SignatureFacts::tr("%1, as expected").arg(count)
        : SignatureFacts::tr("%1; %2 are expected").arg(count, QString::number(*expected));
}

} // namespace

SignatureFacts::SignatureFacts(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_scheme(add(tr("Scheme")))
    , m_algorithm(add(tr("Algorithm")))
    , m_recipe(add(tr("Signs")))
    , m_body(add(tr("Body")))
    , m_secret(add(tr("Secret")))
    , m_length(add(tr("Length")))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
}

SignatureFacts::Fact SignatureFacts::add(const QString &name)
{
    Fact fact{.name = new QLabel(name, this), .value = factLabel(this)};
    fact.name->setForegroundRole(QPalette::PlaceholderText);
    fact.value->setAccessibleName(name);
    const int row = m_grid->rowCount();
    m_grid->addWidget(fact.name, row, 0, Qt::AlignTop);
    m_grid->addWidget(fact.value, row, 1);
    return fact;
}

void SignatureFacts::say(const Fact &fact, const QString &name, const QString &value)
{
    fact.name->setText(name);
    fact.value->setAccessibleName(name);
    fact.value->setText(value);
}

void SignatureFacts::show(const CheckedSignature &checked)
{
    const Scheme &scheme = checked.scheme;
    setVisible(!scheme.id.isEmpty());
    if (scheme.id.isEmpty())
        return;
    say(m_scheme, tr("Scheme"), schemeFact(scheme));
    say(m_algorithm, tr("Algorithm"), signature::algorithmText(scheme));
    say(m_recipe, tr("Signs"), recipeFact(scheme));
    say(m_body, tr("Body"), bodyFact(scheme));
    say(m_secret, scheme.keyFormat ? tr("Public key") : tr("Secret"), secretFact(checked));
    say(m_length, tr("Length"), lengthFact(checked));
}

} // namespace ui
