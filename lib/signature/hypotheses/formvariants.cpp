// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/writer.h"
#include "signature/hypotheses/bodyvariants.h"
#include "signature/hypotheses/formtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;

// A form has no white space and at least one name with a value.
bool looksLikeForm(const QByteArray &body)
{
    return body.indexOf('=') > 0 && !body.contains(' ') && !body.contains('\n')
        && !body.startsWith('{') && !body.startsWith('[');
}

bool looksLikeJson(const QByteArray &body)
{
    const auto text = QByteArrayView(body).trimmed();
    return text.startsWith('{') || text.startsWith('[');
}

// The field that holds JSON: GitHub, Slack and others call it "payload".
Changed jsonField(const QByteArray &body)
{
    if (!looksLikeForm(body))
        return {};
    for (const FormField &field : readForm(body)) {
        if (looksLikeJson(field.value))
            return field.value;
    }
    return {};
}

Variant::Change inField(const QByteArray &name, const FormStyle &style)
{
    return [name, style](const QByteArray &body) -> Changed {
        if (!looksLikeJson(body))
            return {};
        return name + '=' + percentEncoded(body, style);
    };
}

Variant::Change rewritten(const FormStyle &style, bool sorted)
{
    return [style, sorted](const QByteArray &body) -> Changed {
        if (!looksLikeForm(body))
            return {};
        FormFields fields = readForm(body);
        if (sorted) {
            std::stable_sort(
                fields.begin(), fields.end(),
                [](const FormField &a, const FormField &b) { return a.name < b.name; });
        }
        return writeForm(fields, style);
    };
}

// What JSON.stringify and json.dumps give for parsed fields.
Variant::Change asJson(const char *comma, const char *colon)
{
    return [comma, colon](const QByteArray &body) -> Changed {
        if (!looksLikeForm(body))
            return {};
        QByteArray out;
        for (const FormField &field : readForm(body)) {
            if (!json::isUtf8(field.name) || !json::isUtf8(field.value))
                return {};
            out += out.isEmpty() ? "" : comma;
            out += json::Writer().string(field.name).text() + colon
                + json::Writer().string(field.value).text();
        }
        return '{' + out + '}';
    };
}

Changed decoded(const QByteArray &body)
{
    return looksLikeForm(body) ? percentDecoded(body, true) : Changed();
}

Changed decodedWithoutPlus(const QByteArray &body)
{
    return looksLikeForm(body) ? percentDecoded(body, false) : Changed();
}

// A parser for forms takes a JSON text for the name of a field without a value.
Changed jsonAsName(const QByteArray &body)
{
    if (!looksLikeJson(body) || !json::isUtf8(body))
        return {};
    return '{' + json::Writer().string(QByteArrayView(body)).text() + ":\"\"}";
}

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

} // namespace

Variants formVariants(bool form)
{
    const auto one = [](int rank, const QString &clause, Variant::Change change) {
        return Variant{Cause::FormEncoding, rank, clause, std::move(change)};
    };
    Variants variants{
        one(1, tr("the form's JSON field stands alone and decoded"), jsonField),
        one(1, tr("the JSON stands in a form's field “payload”"), inField("payload", browserForm)),
        one(2, tr("the JSON stands in a form's field “payload”, spaces as %20"),
            inField("payload", rfc3986Form)),
        one(2, tr("the JSON stands in a form's field “payload”, as encodeURIComponent writes it"),
            inField("payload", ecmascriptForm)),
        one(2, tr("the JSON stands in a form's field “payload”, as PHP writes it"),
            inField("payload", phpForm)),
        one(1, tr("the form's fields are written as compact JSON"), asJson(",", ":")),
        one(2, tr("the form's fields are written as JSON with “, ” and “: ”"), asJson(", ", ": ")),
        one(1, tr("the form is encoded anew, spaces as +"), rewritten(browserForm, false)),
        one(1, tr("the form is encoded anew, spaces as %20"), rewritten(rfc3986Form, false)),
        one(2, tr("the form is encoded anew as PHP's http_build_query does it"),
            rewritten(phpForm, false)),
        one(2, tr("the form is encoded anew as Python's urlencode does it"),
            rewritten(pythonForm, false)),
        one(2, tr("the form is encoded anew as encodeURIComponent does it"),
            rewritten(ecmascriptForm, false)),
        one(2, tr("the form's fields are sorted by name"), rewritten(browserForm, true)),
        one(2, tr("the form's fields are sorted by name, spaces as %20"),
            rewritten(rfc3986Form, true)),
        one(1, tr("the form's text is percent-decoded"), decoded),
        one(2, tr("the form's text is percent-decoded, but for +"), decodedWithoutPlus),
        one(3, tr("the JSON was taken for the name of a form's field"), jsonAsName),
    };
    // A field called "payload" in something that is not said to be a form is a wrapping.
    if (!form)
        variants.first().cause = Cause::WrappedBody;
    return variants;
}

} // namespace signature
