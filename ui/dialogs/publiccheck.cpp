// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/publiccheck.h"

#include "capture/context.h"
#include "core/clock.h"
#include "inspector/inspector.h"
#include "inspector/sending.h"
#include "listener/ownrequests.h"
#include "models/localtimes.h"
#include "signature/signer.h"
#include "ui/shownbytes.h"

#include <QHostAddress>
#include <QLocale>
#include <QUuid>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr auto patience = 700ms;
constexpr auto timeout = 15s;
constexpr qsizetype answerLimit = 64 * 1024;
constexpr qsizetype shownServer = 40;
constexpr auto mark = "hookglass-check="; // stands in the target

bool isLoopback(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QByteArray hostField(const QUrl &url)
{
    auto host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

// The token stands in the query as well, where every tunnel and proxy leaves it alone.
QByteArray targetWithToken(const QUrl &url, const QByteArray &token)
{
    auto target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    const auto query = url.query(QUrl::FullyEncoded).toLatin1();
    return target + '?' + (query.isEmpty() ? query : query + '&') + mark + token;
}

http::Request ping(const inspector::Inspector &inspector, const QUrl &url, const QByteArray &token)
{
    http::Request request;
    request.method = "POST";
    request.target = targetWithToken(url, token);
    request.body = R"({"account_id":0,"data":{},"topic":"ping"})";
    request.framing = http::Framing::ContentLength;
    request.fields = {{"Host", hostField(url)},
                      {"User-Agent", "Hookglass/" HOOKGLASS_VERSION},
                      {listener::OwnRequests::fieldName, token},
                      {"Content-Type", "application/json"},
                      {"Content-Length", QByteArray::number(request.body.size())}};
    const auto *endpoint = capture::match(inspector.endpoints(), request.target);
    const auto scheme = endpoint ? inspector.schemes().find(endpoint->scheme) : std::nullopt;
    if (!scheme || inspector.secrets(endpoint->path).empty())
        return request;
    const QByteArray time = signature::timestampText(*scheme, core::now());
    const auto secrets = inspector.secrets(endpoint->path);
    const auto done = signature::sign(*scheme, *secrets.front(), request, time,
                                      capture::contextOf(*endpoint, request.target));
    return done ? *done : request;
}

QString describeOther(const http::Response &response)
{
    const auto field = http::value(response.fields, "Server");
    const auto server = field ? shownBytes(*field).left(shownServer).trimmed() : QString();
    const auto status = QString::number(response.status);
    if (response.status >= 502 && response.status <= 504)
        return PublicCheck::tr("Reached a server that cannot reach this app; it answered %1.")
            .arg(status);
    if (server.isEmpty())
        return PublicCheck::tr("Reached another server, which answered %1.").arg(status);
    return PublicCheck::tr("Reached another server (%1), which answered %2.").arg(server, status);
}

} // namespace

PublicCheck::PublicCheck(inspector::Inspector &inspector, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { finish(Finding::ReachedAnother, describeOther(*m_attempt->response)); });
    connect(&m_client, &resend::ResendClient::finished, this, &PublicCheck::judge);
    connect(&inspector, &inspector::Inspector::stored, this, &PublicCheck::look);
}

void PublicCheck::start(const QUrl &url)
{
    cancel();
    m_token = QUuid::createUuid().toByteArray(QUuid::Id128);
    m_seen = false;
    m_attempt.reset();
    resend::Order order;
    order.target = url;
    order.target.setQuery(QString::fromLatin1(m_token)); // tells the attempts of two checks apart
    order.request = ping(m_inspector, url, m_token);
    if (isLoopback(url))
        order.authorityFile = m_inspector.places().tlsFolder() + "/ca.pem"_L1;
    order.timeout = timeout;
    order.responseLimit = answerLimit;
    order.signing = u"now"_s;
    m_inspector.sending().expectOwn(m_token);
    m_client.send(order);
}

void PublicCheck::cancel()
{
    if (!running())
        return;
    m_token.clear();
    m_patience.stop();
    m_client.cancel();
}

void PublicCheck::look(const QList<capture::Summary> &rows)
{
    if (!running() || m_seen)
        return;
    m_seen = std::any_of(rows.begin(), rows.end(), [this](const capture::Summary &row) {
        return row.target.contains(m_token);
    });
    if (m_seen && m_attempt)
        finishReached();
}

void PublicCheck::judge(const capture::Attempt &attempt)
{
    if (!running() || !attempt.target.contains(QLatin1StringView(m_token)))
        return;
    m_attempt = attempt;
    if (m_seen) {
        finishReached();
    } else if (attempt.response) {
        m_patience.start();
    } else {
        const auto error = attempt.error.value_or(core::Error());
        finish(Finding::NotReached,
               tr("Could not connect: %1")
                   .arg(models::withLocalTimes(error.why.isEmpty() ? error.what : error.why)));
    }
}

// Also when the answer got lost on its way back: the row is what counts.
void PublicCheck::finishReached()
{
    const auto total = QLocale().toString(qMax(m_attempt->times.total, 0));
    if (!m_attempt->response)
        finish(Finding::Reached,
               tr("Reached this app, but its answer did not come back: %1")
                   .arg(m_attempt->error.value_or(core::Error()).why));
    else if (m_attempt->response->status / 100 != 2)
        finish(Finding::Reached,
               tr("Reached this app in %1 ms; the answer was %2, and Smile expects 2xx.")
                   .arg(total, QString::number(m_attempt->response->status)));
    else
        finish(Finding::Reached, tr("Reached this app in %1 ms.").arg(total));
}

void PublicCheck::finish(Finding finding, const QString &sentence)
{
    m_patience.stop();
    m_token.clear();
    Q_EMIT finished(finding, sentence);
}

bool isOwnCheck(QByteArrayView target) { return target.contains(mark); }

QUrl publicUrl(const QString &text)
{
    auto whole = text.trimmed();
    if (!whole.isEmpty() && !whole.contains("://"_L1))
        whole.prepend("https://"_L1);
    const QUrl url(whole, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

QString publicUrlProblem(const QString &text)
{
    if (text.trimmed().isEmpty())
        return {};
    const auto url = publicUrl(text);
    if (!url.isValid())
        return PublicCheck::tr("That is not a web address, such as https://hooks.example.com/.");
    if (url.scheme() != "https"_L1)
        return PublicCheck::tr("Smile sends to https:// addresses only.");
    if (isLoopback(url))
        return PublicCheck::tr("Smile cannot reach this address: it is this computer's own.");
    return {};
}

} // namespace ui
