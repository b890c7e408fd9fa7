// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/urlvariants.h"

#include "signature/hypotheses/formtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;

// The pieces of an address, as they are written.
struct Address {
    QByteArray scheme; // "https"
    QByteArray user; // "me:pw@"
    QByteArray host;
    QByteArray port; // ":8443"
    QByteArray path;
    QByteArray query; // "?a=b"

    QByteArray text() const { return scheme + "://" + user + host + port + path + query; }
};

void setAuthority(Address &address, const QByteArray &authority)
{
    const qsizetype at = authority.lastIndexOf('@');
    address.user = authority.first(at + 1);
    const QByteArray hostAndPort = authority.sliced(at + 1);
    const qsizetype colon = hostAndPort.lastIndexOf(':');
    const bool hasPort = colon > hostAndPort.lastIndexOf(']');
    address.host = hasPort ? hostAndPort.first(colon) : hostAndPort;
    address.port = hasPort ? hostAndPort.sliced(colon) : QByteArray();
}

void setTarget(Address &address, const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    address.path = mark < 0 ? target : target.first(mark);
    address.query = mark < 0 ? QByteArray() : target.sliced(mark);
}

std::optional<Address> read(const QByteArray &url)
{
    const qsizetype colon = url.indexOf("://");
    if (colon <= 0)
        return {};
    Address address{.scheme = url.first(colon)};
    const QByteArray rest = url.sliced(colon + 3);
    const auto ends = std::find_if(rest.begin(), rest.end(),
                                   [](char c) { return c == '/' || c == '?' || c == '#'; });
    const auto end = qsizetype(ends - rest.begin());
    setAuthority(address, rest.first(end));
    setTarget(address, rest.sliced(end));
    return address;
}

// The first of a list that proxies append to.
QByteArray firstOf(const http::Fields &fields, const char *name)
{
    const auto value = http::value(fields, name);
    if (!value)
        return {};
    const qsizetype comma = value->indexOf(',');
    return (comma < 0 ? *value : value->first(comma)).trimmed();
}

// "host" of `Forwarded: for=…;host=…;proto=…` (RFC 7239).
QByteArray forwarded(const http::Fields &fields, const QByteArray &name)
{
    for (QByteArray pair : firstOf(fields, "Forwarded").split(';')) {
        pair = pair.trimmed();
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.first(equals).toLower() == name)
            return pair.sliced(equals + 1).replace('"', "");
    }
    return {};
}

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

// Collects each address once.
class Addresses
{
public:
    explicit Addresses(const QByteArray &url)
        : m_seen{url}
    {
    }

    void add(Cause cause, int rank, const Address &address)
    {
        const QByteArray text = address.text();
        if (m_seen.contains(text))
            return;
        m_seen.append(text);
        m_variants.append({cause, rank, tr("the signed address is %1").arg(QString::fromUtf8(text)),
                           [text](const QByteArray &) { return Changed(text); }});
    }

    const Variants &variants() const { return m_variants; }

private:
    QByteArrayList m_seen;
    Variants m_variants;
};

void addSchemes(Addresses &addresses, const Address &address, int rank)
{
    Address other = address;
    other.scheme = address.scheme == "https" ? "http" : "https";
    addresses.add(Cause::Url, rank, address);
    addresses.add(Cause::Url, rank, other);
}

void addPorts(Addresses &addresses, const Address &address, int rank)
{
    Address other = address;
    for (const char *port : {"", ":443", ":80", ":8443", ":8080"}) {
        other.port = port;
        addSchemes(addresses, other, *port ? rank + 1 : rank);
    }
}

void addPaths(Addresses &addresses, const Address &address, const http::Fields &fields)
{
    Address other = address;
    if (address.path.endsWith('/'))
        other.path.chop(1);
    else
        other.path += '/';
    addSchemes(addresses, other, 1);
    for (const char *name : {"X-Original-URI", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Uri",
                             "X-Envoy-Original-Path"}) {
        const QByteArray target = firstOf(fields, name);
        if (!target.startsWith('/'))
            continue;
        setTarget(other, target);
        addSchemes(addresses, other, 1);
    }
    const QByteArray prefix = firstOf(fields, "X-Forwarded-Prefix");
    if (prefix.startsWith('/')) {
        other.path = prefix + address.path;
        other.query = address.query;
        addSchemes(addresses, other, 1);
    }
}

// The same fields in another spelling.
void addQueries(Addresses &addresses, const Address &address)
{
    const auto add = [&](int rank, const QByteArray &query) {
        Address other = address;
        other.query = query;
        addresses.add(Cause::Query, rank, other);
    };
    if (address.query.isEmpty())
        return add(3, "?");
    const QByteArray query = address.query.sliced(1);
    FormFields fields = readForm(query);
    add(1, '?' + percentDecoded(query, false));
    add(1, '?' + percentDecoded(query, true));
    add(1, QByteArray());
    for (const FormStyle &style : {browserForm, rfc3986Form, phpForm, pythonForm, ecmascriptForm})
        add(2, '?' + writeForm(fields, style));
    auto raw = query.split('&');
    std::stable_sort(raw.begin(), raw.end());
    add(1, '?' + raw.join('&'));
    std::stable_sort(fields.begin(), fields.end(),
                     [](const FormField &a, const FormField &b) { return a.name < b.name; });
    add(2, '?' + writeForm(fields, browserForm));
    add(2, '?' + writeForm(fields, rfc3986Form));
    Address decodedPath = address;
    decodedPath.path = percentDecoded(address.path, false);
    addresses.add(Cause::Url, 3, decodedPath);
}

} // namespace

Variants urlVariants(const QByteArray &url, const http::Request &request)
{
    const auto known = read(url);
    if (!known)
        return {};
    const http::Fields &fields = request.fields;
    Addresses addresses(url);
    Address address = *known;
    addSchemes(addresses, address, 1);
    for (const QByteArray &host : {firstOf(fields, "X-Forwarded-Host"), forwarded(fields, "host"),
                                   firstOf(fields, "X-Original-Host"), firstOf(fields, "Host")}) {
        if (host.isEmpty())
            continue;
        setAuthority(address, host);
        addSchemes(addresses, address, 1);
        const QByteArray port = firstOf(fields, "X-Forwarded-Port");
        if (!port.isEmpty()) {
            address.port = ':' + port;
            addSchemes(addresses, address, 1);
        }
        addPorts(addresses, address, 2);
        if (!request.target.isEmpty() && request.target.startsWith('/')) {
            setTarget(address, request.target);
            addSchemes(addresses, address, 2);
        }
        address = *known;
    }
    addPaths(addresses, *known, fields);
    addPorts(addresses, *known, 1);
    addQueries(addresses, *known);
    return addresses.variants();
}

} // namespace signature
