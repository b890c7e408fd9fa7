// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/connection.h"
#include "listener/service.h"

namespace listener
{

using namespace Qt::Literals::StringLiterals;
using Progress = http::RequestParser::Progress;

constexpr qint64 drainTime = 2'000;

void Connection::sweep(qint64 now)
{
    const http::Limits &limits = m_service.limits;
    const qint64 quiet = now - m_activity;
    switch (m_phase) {
    case Phase::Handshake:
        if (quiet > limits.handshakeTime.count()) {
            reject(capture::Reason::TlsHandshake, 0,
                   tr("The TLS handshake was not finished in time."));
            abort();
        }
        break;
    case Phase::Open:
        if (!m_slots.empty()) {
            if (m_socket.bytesToWrite() > 0 && quiet > limits.progressTime.count())
                abort(); // It does not take our answers.
        } else if (m_parser.progress() != Progress::Idle)
            checkRequestTime(now);
        else if (quiet > limits.idleTime.count())
            closeAfterAnswer();
        break;
    case Phase::Closing:
        if (m_slots.empty() && quiet > limits.progressTime.count())
            abort();
        break;
    case Phase::Draining:
        if (quiet > drainTime)
            abort();
        break;
    case Phase::Over:
        break;
    }
}

void Connection::checkRequestTime(qint64 now)
{
    const http::Limits &limits = m_service.limits;
    const bool head = m_parser.progress() == Progress::Head;
    const qint64 since = head ? m_requestSince : m_bodySince;
    const auto whole = head ? limits.headTime : limits.bodyTime;
    if (now - since > whole.count())
        refuse(capture::Reason::Timeout, 408,
               head ? tr("The headers did not come within %1 s.").arg(whole.count() / 1000)
                    : tr("The body did not come within %1 s.").arg(whole.count() / 1000));
    else if (now - m_activity > limits.progressTime.count() && !m_service.backlog.full())
        refuse(capture::Reason::Timeout, 408,
               tr("The sender was silent for %1 s in the middle of the request.")
                   .arg(limits.progressTime.count() / 1000));
}

// OpenSSL's text of a TLS alert, as what it means for the one who reads it.
static QString handshakeSentence(const QString &text)
{
    struct Meaning {
        QLatin1StringView part;
        const char *sentence;
    };
    static constexpr Meaning meanings[] = {
        {"unknown ca"_L1, QT_TR_NOOP("The sender does not know the local authority (unknown_ca).")},
        {"bad certificate"_L1, QT_TR_NOOP("The sender refused the certificate (bad_certificate).")},
        {"certificate unknown"_L1,
         QT_TR_NOOP("The sender refused the certificate (certificate_unknown).")},
        {"certificate expired"_L1, QT_TR_NOOP("The sender says that the certificate has expired.")},
        {"no shared cipher"_L1, QT_TR_NOOP("The sender offers no cipher that is safe enough.")},
        {"unsupported protocol"_L1, QT_TR_NOOP("The sender speaks only TLS versions before 1.2.")},
        {"version too low"_L1, QT_TR_NOOP("The sender speaks only TLS versions before 1.2.")},
        {"wrong version number"_L1, QT_TR_NOOP("What the sender sent is not TLS.")},
        {"http request"_L1, QT_TR_NOOP("The sender spoke plain HTTP inside TLS.")},
    };
    for (const Meaning &meaning : meanings) {
        if (text.contains(meaning.part, Qt::CaseInsensitive))
            return Connection::tr(meaning.sentence);
    }
    return {};
}

void Connection::handshakeFailed()
{
    QString sentence = handshakeSentence(m_socket.errorString());
    if (sentence.isEmpty())
        sentence = m_socket.error() == QAbstractSocket::SslHandshakeFailedError
            ? tr("The TLS handshake did not succeed: %1.").arg(m_socket.errorString())
            : tr("The sender left during the TLS handshake.");
    reject(capture::Reason::TlsHandshake, 0, sentence);
}

} // namespace listener
