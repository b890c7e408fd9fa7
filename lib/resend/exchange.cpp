// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "resend/exchange.h"

#include "core/clock.h"
#include "resend/requestbytes.h"
#include "resend/specialname.h"
#include "resend/systemproxy.h"
#include "resend/targettrust.h"
#include "resend/tlsfault.h"

#include <QCryptographicHash>
#include <QHostInfo>
#include <QSslSocket>
#include <QThread>

#include <memory>

namespace resend
{

using core::ErrorKind;
using namespace Qt::Literals::StringLiterals;

static constexpr int pieces = 8; // of a stretched request
static constexpr qsizetype sliceSize = 64LL * 1024;
static constexpr qint64 unreadLimit = 256LL * 1024;

static http::Limits limitsOf(const Order &order)
{
    http::Limits limits;
    limits.body = order.responseLimit;
    return limits;
}

Exchange::Exchange(Order order, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_parser(limitsOf(m_order), m_order.request.method == "HEAD")
{
    m_attempt.delivery = m_order.delivery;
    m_attempt.sentAt = core::now();
    m_attempt.target = m_order.target.toString(QUrl::RemoveUserInfo);
    m_attempt.signing = m_order.signing;
    m_attempt.secret = m_order.secret;
    m_attempt.source = m_order.source;
    m_attempt.bodyDigest
        = QCryptographicHash::hash(m_order.request.body, QCryptographicHash::Sha256);
    if (m_order.edited)
        m_attempt.request = m_order.request;
    m_attempt.certificateChecked = m_order.checkCertificate;
    m_total.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Exchange::timedOut);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Exchange::sendMore);
}

Exchange::~Exchange() = default;

bool Exchange::secure() const { return m_order.target.scheme() == "https"_L1; }

QString Exchange::place() const
{
    const QUrl &url = m_order.target;
    QUrl place;
    place.setScheme(url.scheme());
    place.setHost(url.host());
    place.setPort(url.port());
    return place.toString();
}

int Exchange::lap()
{
    const qint64 now = m_total.elapsed();
    return int(now - std::exchange(m_lap, now));
}

void Exchange::start()
{
    if (m_stage == Stage::Done || !prepare()) // It may have been cancelled before it began.
        return;
    lap();
    m_timer.start(m_order.timeout);
    if (staysHere(m_order.target))
        lookUp();
    else
        findProxy();
}

// On a thread of its own, since the system may have to fetch its settings for it.
void Exchange::findProxy()
{
    const auto found = std::make_shared<core::Result<QNetworkProxy>>(QNetworkProxy());
    QThread *thread
        = QThread::create([found, target = m_order.target] { *found = systemProxy(target); });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    connect(thread, &QThread::finished, this, [this, found] { takeProxy(*found); });
    thread->start();
}

// A proxy looks the name up itself.
void Exchange::takeProxy(const core::Result<QNetworkProxy> &found)
{
    if (m_stage != Stage::Lookup)
        return;
    if (!found)
        return fail(found.error().why, found.error().kind);
    m_proxy = *found;
    m_attempt.proxy = proxyText(m_proxy);
    if (!throughProxy())
        return lookUp();
    m_attempt.times.lookup = lap();
    connectToNext();
}

bool Exchange::throughProxy() const { return m_proxy.type() != QNetworkProxy::NoProxy; }

void Exchange::lookUp()
{
    const QString host = m_order.target.host(QUrl::FullyEncoded);
    if (const auto addresses = knownAddresses(host)) {
        m_addresses = *addresses;
        return useAddresses();
    }
    m_lookup
        = QHostInfo::lookupHost(host, this, [this](const QHostInfo &info) { takeAddresses(info); });
}

// Looks at the order before anything leaves; false when it was refused.
bool Exchange::prepare()
{
    const QString why = objection(m_order.target);
    if (!why.isEmpty()) {
        fail(why, ErrorKind::Usage);
        return false;
    }
    if (const QString wrong = objection(m_order.request); !wrong.isEmpty()) {
        fail(wrong, ErrorKind::Usage);
        return false;
    }
    if (secure()) {
        const auto configuration = clientConfiguration(m_order);
        if (!configuration) {
            fail(core::describe(configuration.error()));
            return false;
        }
        m_configuration = *configuration;
    }
    m_outgoing.set(m_order.request);
    if (m_order.stretch.count() > 0)
        m_piece = m_outgoing.size() / pieces + 1;
    return true;
}

void Exchange::takeAddresses(const QHostInfo &info)
{
    if (m_stage != Stage::Lookup)
        return;
    m_addresses = info.addresses();
    useAddresses();
}

void Exchange::useAddresses()
{
    if (m_addresses.isEmpty())
        return fail(tr("No address is known for the name “%1”.").arg(m_order.target.host()));
    m_attempt.times.lookup = lap();
    connectToNext();
}

void Exchange::connectToNext()
{
    m_stage = Stage::Connect;
    m_socket = new QSslSocket(this);
    m_socket->setProxy(m_proxy);
    m_socket->setReadBufferSize(unreadLimit);
    connect(m_socket, &QSslSocket::connected, this, &Exchange::connected);
    connect(m_socket, &QSslSocket::encrypted, this, &Exchange::encrypted);
    connect(m_socket, &QSslSocket::readyRead, this, &Exchange::receive);
    connect(m_socket, &QSslSocket::bytesWritten, this, &Exchange::sendMore);
    connect(m_socket, &QSslSocket::encryptedBytesWritten, this, &Exchange::sendMore);
    connect(m_socket, &QSslSocket::errorOccurred, this, &Exchange::lost);
    connect(m_socket, &QSslSocket::alertReceived, this,
            [this](QSsl::AlertLevel, QSsl::AlertType type) {
                m_closeNotice = m_closeNotice || type == QSsl::AlertType::CloseNotify;
                m_wantsOurCertificate
                    = m_wantsOurCertificate || type == QSsl::AlertType::CertificateRequired;
            });
    const auto port = quint16(m_order.target.port(secure() ? 443 : 80));
    if (throughProxy())
        m_socket->connectToHost(m_order.target.host(QUrl::FullyEncoded), port);
    else
        m_socket->connectToHost(m_addresses.takeFirst(), port);
}

void Exchange::connected()
{
    m_attempt.times.connect = lap();
    m_watch.hold(m_socket->socketDescriptor());
    if (!secure()) {
        m_stage = Stage::Transfer;
        return sendMore();
    }
    m_stage = Stage::Handshake;
    m_socket->setSslConfiguration(m_configuration);
    m_socket->setPeerVerifyName(m_order.target.host(QUrl::FullyEncoded));
    m_socket->startClientEncryption();
}

void Exchange::encrypted()
{
    if (m_order.checkCertificate && !m_order.pin.isEmpty()) {
        const QString fault
            = pinFault(m_socket->peerCertificate(), m_order.pin, QDateTime::currentDateTimeUtc());
        if (!fault.isEmpty()) {
            Q_EMIT refused(certificateFacts(m_socket->peerCertificateChain(), {}));
            return fail(fault);
        }
    }
    m_attempt.times.tls = lap();
    m_attempt.tlsVersion
        = m_socket->sessionProtocol() == QSsl::TlsV1_3 ? u"TLSv1.3"_s : u"TLSv1.2"_s;
    m_stage = Stage::Transfer;
    sendMore();
}

void Exchange::sendMore()
{
    if (m_stage != Stage::Transfer || m_outgoing.isEmpty() || m_pause.isActive())
        return;
    m_outgoing.sendTo(*m_socket, m_piece);
    if (m_outgoing.isEmpty())
        lap();
    else if (m_order.stretch.count() > 0)
        m_pause.start(m_order.stretch / pieces);
}

void Exchange::receive()
{
    while (m_stage == Stage::Transfer && m_socket->bytesAvailable() > 0) {
        if (!m_anyByte)
            m_attempt.times.firstByte = lap();
        m_anyByte = true;
        m_parser.feed(m_socket->read(sliceSize));
        if (m_parser.progress() == http::ResponseParser::Progress::Complete)
            return succeed();
        if (m_parser.progress() == http::ResponseParser::Progress::Failed)
            return fail(m_parser.error() == http::ResponseError::BodyTooLarge
                            ? describe(m_parser.error()) + u' ' + received()
                            : describe(m_parser.error()));
    }
}

void Exchange::cancel() { fail(tr("It was cancelled.")); }

// Whether the target may have it, so that to send it once more may do its work twice.
bool Exchange::sent() const
{
    return m_stage == Stage::Transfer && m_outgoing.isEmpty()
        && (m_anyByte || !m_wantsOurCertificate);
}

void Exchange::fail(const QString &why, ErrorKind kind)
{
    if (m_stage == Stage::Done)
        return;
    const QString what = !sent() ? tr("Cannot send to %1.")
        : m_anyByte              ? tr("Sent to %1, but no whole answer came.")
                                 : tr("Sent to %1, but no answer came.");
    m_attempt.error = core::Error{kind, what.arg(place()), why};
    end();
}

void Exchange::succeed()
{
    m_attempt.response = m_parser.response();
    end();
}

void Exchange::end()
{
    m_stage = Stage::Done;
    m_pause.stop();
    m_attempt.times.total = int(m_total.elapsed());
    m_timer.stop();
    if (m_lookup != 0)
        QHostInfo::abortHostLookup(m_lookup);
    m_watch.release(); // or the socket's end would not be the connection's
    if (m_socket) {
        m_socket->disconnect(this);
        if (m_attempt.response) {
            m_socket->disconnectFromHost();
            m_socket->flush();
        } else {
            m_socket->abort();
        }
    }
    Q_EMIT finished(m_attempt);
    deleteLater();
}

} // namespace resend
