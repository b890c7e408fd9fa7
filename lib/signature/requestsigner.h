// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"
#include "signature/requestvalues.h"
#include "signature/secret.h"

namespace signature
{

constexpr qint64 validity = 300; // of a token, in seconds

// Makes a request a delivery of the scheme. The scheme must outlive it.
class RequestSigner
{
public:
    RequestSigner(const Scheme &scheme, const http::Request &request, const QByteArray &timestamp,
                  const Context &context);

    void prepare(); // all but the signature
    core::Status sign(const Secret &secret);
    const http::Request &request() const { return m_request; }

private:
    void prepareTime(const Place &place);
    void prepareSource(const Place &place);
    void prepareRequirement(const Requirement &requirement);
    void prepareBodyDigest();
    QByteArray listedNames(const Place &list) const;
    void setHeader(const QByteArray &name, const QByteArray &value);
    void setQueryParameter(const QByteArray &name, const QByteArray &value);
    void addSignatureField(const QByteArray &name, const QByteArray &value);

    core::Result<QByteArray> signatureText(const Secret &secret, const QByteArray &item) const;
    core::Result<QByteArray> tokenText(const Secret &secret) const;
    QByteArray claims(RequestValues &values) const;
    QByteArray written(const QByteArray &signature) const;
    core::Status place(const QByteArray &value, qsizetype row);
    core::Status placeJson(const QByteArray &pointer, const QByteArray &value);

    const Scheme &m_scheme;
    http::Request m_request;
    QByteArray m_timestamp;
    Context m_context;
    QList<std::pair<QByteArray, QByteArray>> m_beside; // named values beside the signature
};

} // namespace signature
