// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/uncommontrait.h"

#include <QCoreApplication>

namespace snippets
{

using namespace signature;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("snippets::Recipe", text); }

} // namespace

QString uncommonTrait(const Scheme &scheme)
{
    if (scheme.type == Type::Jws)
        return tr("Its signature is a JSON Web Token. Verify it with a library for these, then "
                  "compare the claims that are bound to the webhook.");
    if (!scheme.each.isEmpty())
        return tr("It signs each element of a list in the body for itself.");
    if (scheme.form.form == Form::Base64Json || scheme.form.form == Form::Pairs
        || scheme.form.quoted || !scheme.form.groupSeparator.isEmpty())
        return tr("Its signature stands inside of text that takes a parser of its own.");
    if (!scheme.otherMessage.isEmpty())
        return tr("Either of two texts may be signed.");
    if (scheme.urlVariants.contains(UrlVariant::LowerQuery))
        return tr("It signs the URL's query in lower case.");
    if (scheme.keyFormat == KeyFormat::Jwk)
        return tr("Its public key is a JSON Web Key.");
    return {};
}

} // namespace snippets
