// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/formdata.h"
#include "signature/scheme.h"

#include <QHash>
#include <QVarLengthArray>

#include <limits>
#include <map>
#include <span>

namespace signature
{

// What a request does not tell itself and a scheme may need.
struct Context {
    QByteArray url; // as the sender knew it; empty: https, the request's Host and its target
    QHash<QByteArray, QByteArray> parameters; // of the receiver's own set-up, for {config:…}
};

struct Value {
    enum class State : quint8 { Absent, Found, Repeated };
    State state = State::Absent;
    QByteArrayView text; // only when found; of a repeated one the first

    bool isFound() const { return state == State::Found; }
};

// Finds the values that a scheme's places name, and keeps what it had to make for that. The
// request, the scheme and the context must outlive it, and the views it gives end with it.
class RequestValues
{
public:
    RequestValues(const http::Request &request, const Scheme &scheme, const Context &context);
    Q_DISABLE_COPY_MOVE(RequestValues)

    // Of everything but {secret}.
    Value find(const Place &place);
    QByteArrayView body() const { return m_request.body; }
    QByteArrayView own(QByteArray bytes); // keeps them as long as itself

    // The named values beside the signature that is looked at.
    using NamedValue = std::pair<QByteArrayView, QByteArrayView>;
    void setSignatureFields(std::span<const NamedValue> fields) { m_fields = fields; }

    void setUrl(const QByteArray &variant);
    void setUsualUrl(); // the first of the scheme's variants
    QByteArray url();

    // The elements of the array that `each` names, as JSON texts; nothing when there is none.
    std::optional<QList<QByteArray>> items();
    void setItem(const QByteArray &item);

    // How many bytes all signed texts together may still take, before and after their filters.
    void setRoom(qsizetype bytes) { m_room = bytes; }
    qsizetype room() const { return m_room; }

    // A JWS's header and payload, as JSON texts.
    void setJws(const QByteArray &header, const QByteArray &claims);

private:
    // All places of one source, and what stands there: JSON literals.
    struct Lookup {
        Source source;
        QVarLengthArray<QByteArrayView, 8> names; // as the places have them
        QVarLengthArray<QByteArrayView, 8> literals; // one a name, empty: there is none
        bool collected = false;
        bool done = false;
    };

    Value header(QByteArrayView name);
    Value signatureField(QByteArrayView name) const;
    Value parameter(const std::optional<Parameters> &parameters, QByteArrayView name);
    Value scalar(Lookup &lookup, QByteArrayView text, QByteArrayView name);
    Value scalar(QByteArrayView literal);
    Value config(const QByteArray &name) const;
    Value urlPart(Source source);
    const std::optional<Parameters> &form();
    const std::optional<Parameters> &query();
    QByteArrayView json();
    void collect(Lookup &lookup) const;

    const http::Request &m_request;
    const Scheme &m_scheme;
    const Context &m_context;
    std::span<const NamedValue> m_fields;
    std::optional<QByteArray> m_url;
    bool m_urlSet = false;
    std::optional<std::optional<Parameters>> m_form;
    std::map<QByteArray, std::optional<Parameters>> m_queries; // by their text
    const std::optional<Parameters> *m_query = nullptr; // of the URL
    std::optional<QByteArray> m_jsonText;
    Lookup m_json{.source = Source::Json};
    Lookup m_item{.source = Source::Item};
    Lookup m_joseHeader{.source = Source::JoseHeader};
    Lookup m_claims{.source = Source::Claim};
    QByteArray m_itemText;
    QByteArray m_joseText;
    QByteArray m_claimText;
    QVarLengthArray<QByteArray, 8> m_owned;
    qsizetype m_room = std::numeric_limits<qsizetype>::max();
};

} // namespace signature
