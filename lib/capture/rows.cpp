// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rows.h"

#include "capture/answerrules.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;

QString deliveryColumns()
{
    return u"id, received_at, endpoint, peer_address, peer_port, tls_version, tls_cipher, "
           "server_name, method, target, framing, scheme, signature, freshness, age, secret, "
           "topic, account, event_id, summary, body_size, head, trailers, body"_s;
}

// Reads one value after the other.
class Reader
{
public:
    Reader(const Selection &row, int first)
        : m_row(row)
        , m_next(first)
    {
    }
    QString text() { return m_row.text(m_next++); }
    QByteArray bytes() { return m_row.bytes(m_next++); }
    qint64 number() { return m_row.number(m_next++); }
    void skip() { ++m_next; }
    bool atNull() const { return m_row.isNull(m_next); }

private:
    const Selection &m_row;
    int m_next;
};

// A number from a file that may come from anybody; what no enumerator has becomes the last one.
template <typename Enum> static Enum enumerator(qint64 number, Enum last)
{
    return number < 0 || number > qint64(last) ? last : Enum(number);
}

static void bindVerdict(Insertion &to, const signature::Verdict &verdict)
{
    to << verdict.scheme << int(verdict.signature) << int(verdict.freshness) << verdict.ageSeconds
       << verdict.secret;
}

static signature::Verdict readVerdict(Reader &from)
{
    signature::Verdict verdict;
    verdict.scheme = from.text();
    verdict.signature = enumerator(from.number(), signature::Signature::NotApplicable);
    verdict.freshness = enumerator(from.number(), signature::Freshness::NotApplicable);
    if (from.atNull())
        from.skip();
    else
        verdict.ageSeconds = from.number();
    verdict.secret = from.text();
    return verdict;
}

static void bindTls(Insertion &to, const std::optional<TlsFacts> &tls)
{
    if (!tls) {
        to.null().null().null();
        return;
    }
    to << tls->version << tls->cipher;
    if (tls->serverName)
        to << *tls->serverName;
    else
        to.null();
}

static std::optional<TlsFacts> readTls(Reader &from)
{
    const bool encrypted = !from.atNull();
    TlsFacts tls{.version = from.text(), .cipher = from.text(), .serverName = {}};
    const bool named = !from.atNull();
    const QByteArray name = from.bytes();
    if (!encrypted)
        return {};
    if (named)
        tls.serverName = name;
    return tls;
}

bool insert(Insertion &to, const Delivery &delivery, qint64 id)
{
    const http::Request &request = delivery.request;
    const QByteArray head = request.head.isEmpty() ? writeHead(request) : request.head;
    const QByteArray trailers = writeFields(request.trailers);
    to << id << delivery.receivedAt << delivery.endpoint << delivery.peer.address
       << int(delivery.peer.port);
    bindTls(to, delivery.tls);
    to << request.method << request.target << int(request.framing);
    bindVerdict(to, delivery.verdict);
    to << delivery.event.topic << delivery.event.account << delivery.event.id
       << delivery.event.summary << qint64(request.body.size()) << head << trailers << request.body;
    return to.insert();
}

Delivery readDelivery(const Selection &row, int first)
{
    Reader from(row, first);
    Delivery delivery;
    delivery.id = from.number();
    delivery.receivedAt = from.number();
    delivery.endpoint = from.text();
    delivery.peer.address = from.text();
    delivery.peer.port = quint16(from.number());
    delivery.tls = readTls(from);
    delivery.request.method = from.bytes();
    delivery.request.target = from.bytes();
    delivery.request.framing = enumerator(from.number(), http::Framing::Chunked);
    delivery.verdict = readVerdict(from);
    delivery.event.topic = from.text();
    delivery.event.account = from.text();
    delivery.event.id = from.text();
    delivery.event.summary = from.text();
    from.skip(); // body_size: the body is at hand
    delivery.request.head = from.bytes();
    delivery.request.trailers = readFields(from.bytes());
    delivery.request.body = from.bytes();
    readHead(delivery.request);
    return delivery;
}

QString printsColumns() { return u"id, body, signature, subject, changed_at"_s; }

bool insert(Insertion &to, const Prints &prints, const Subject &subject, qint64 id)
{
    if (prints == Prints() && subject == Subject())
        return true;
    to << id << qint64(prints.body) << qint64(prints.signature) << qint64(subject.print)
       << subject.changedAt;
    return to.insert();
}

Prints readPrints(const Selection &row, int first)
{
    Reader from(row, first);
    from.skip(); // its id
    const qint64 body = from.number();
    return {.body = quint64(body), .signature = quint32(from.number())};
}

QString odditiesColumns() { return u"id, newer, drift"_s; }

bool insert(Insertion &to, const Oddities &oddities, qint64 id)
{
    if (oddities == Oddities())
        return true;
    const QByteArray drift = writeDrift(oddities.drift);
    to << id << oddities.newer << drift;
    return to.insert();
}

Oddities readOddities(const Selection &row, int first)
{
    Reader from(row, first);
    from.skip(); // its id
    const qint64 newer = from.number();
    return {.drift = readDrift(from.bytes()), .newer = newer};
}

QString importColumns() { return u"id, origin, imported_at, unknown"_s; }

bool insert(Insertion &to, const Import &import, qint64 id)
{
    to << id << import.origin << import.importedAt << import.unknown;
    return to.insert();
}

QString answerColumns() { return u"id, status, latency, source, fields, body"_s; }

bool insert(Insertion &to, const Answer &answer)
{
    const QByteArray fields = writeFields(answer.fields);
    to << answer.id << answer.status << answer.latency << answer.source << fields << answer.body;
    return to.insert();
}

Answer readAnswer(const Selection &row, int first)
{
    Reader from(row, first);
    Answer answer;
    answer.id = from.number();
    answer.status = int(from.number());
    answer.latency = from.number();
    answer.source = from.text();
    answer.fields = readFields(from.bytes());
    answer.body = from.bytes();
    return answer;
}

QString rejectionColumns()
{
    return u"id, received_at, peer_address, peer_port, reason, detail, status, count, bytes"_s;
}

bool insert(Insertion &to, const Rejection &rejection, qint64 id)
{
    to << id << rejection.receivedAt << rejection.peer.address << int(rejection.peer.port)
       << int(rejection.reason) << rejection.detail << rejection.status << rejection.count
       << rejection.bytes;
    return to.insert();
}

Rejection readRejection(const Selection &row, int first)
{
    Reader from(row, first);
    Rejection rejection;
    rejection.id = from.number();
    rejection.receivedAt = from.number();
    rejection.peer.address = from.text();
    rejection.peer.port = quint16(from.number());
    rejection.reason = enumerator(from.number(), Reason::Paused);
    rejection.detail = from.text();
    rejection.status = int(from.number());
    rejection.count = from.number();
    rejection.bytes = from.bytes();
    return rejection;
}

QString judgementColumns(int version)
{
    const QString first = u"delivery, judged_at, scheme, signature, freshness, age, secret"_s;
    return version < 2 ? first : first + u", topic, account, event_id, summary"_s;
}

bool insert(Insertion &to, const Judgement &judgement)
{
    to << judgement.id << judgement.judgedAt;
    bindVerdict(to, judgement.verdict);
    if (const auto &event = judgement.event)
        to << event->topic << event->account << event->id << event->summary;
    else
        to.null().null().null().null();
    return to.insert();
}

Judgement readJudgement(const Selection &row, int first, int version)
{
    Reader from(row, first);
    Judgement judgement;
    judgement.id = from.number();
    judgement.judgedAt = from.number();
    judgement.verdict = readVerdict(from);
    if (version < 2)
        return judgement;
    if (!from.atNull())
        judgement.event = Event{from.text(), from.text(), from.text(), from.text()};
    return judgement;
}

QString endpointColumns(int version)
{
    const QString first = u"path, scheme, enabled, status, fields, body, delay_ms"_s;
    const QString second = version < 2 ? first : first + u", public_url"_s;
    return version < 3 ? second : second + u", parameters, rules"_s;
}

bool insert(Insertion &to, const Endpoint &endpoint)
{
    const QByteArray fields = writeFields(endpoint.profile.fields);
    const QByteArray rules = writeRules(endpoint.rules);
    http::Fields parameters;
    for (auto it = endpoint.parameters.begin(); it != endpoint.parameters.end(); ++it)
        parameters.append(http::Field{it.key(), it.value()});
    const QByteArray parameterLines = writeFields(parameters);
    to << endpoint.path << endpoint.scheme << int(endpoint.enabled) << endpoint.profile.status
       << fields << endpoint.profile.body << endpoint.profile.delayMilliseconds
       << endpoint.publicUrl << parameterLines << rules;
    return to.insert();
}

Endpoint readEndpoint(const Selection &row, int version)
{
    Reader from(row, 0);
    Endpoint endpoint;
    endpoint.path = from.text();
    endpoint.scheme = from.text();
    endpoint.enabled = from.number() != 0;
    endpoint.profile.status = int(from.number());
    endpoint.profile.fields = readFields(from.bytes());
    endpoint.profile.body = from.bytes();
    endpoint.profile.delayMilliseconds = int(from.number());
    if (version >= 2)
        endpoint.publicUrl = from.text();
    if (version < 3)
        return endpoint;
    for (const http::Field &parameter : readFields(from.bytes()))
        endpoint.parameters.insert(parameter.name, parameter.value);
    endpoint.rules = readRules(from.bytes());
    return endpoint;
}

} // namespace capture
