// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/importjob.h"

#include "core/samefile.h"
#include "formats/entrysource.h"
#include "signature/verifier.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype sliceLength = 256; // rows of one transaction
constexpr qint64 sliceBytes = 8 * 1024 * 1024; // of their bodies, about
constexpr qsizetype mostNamed = 20; // entries that are wrong

QString tr(const char *text) { return QCoreApplication::translate("inspector::ImportJob", text); }

// As people are told it: a folder may end with a slash, behind which no name stands.
QString nameOf(const QString &file)
{
    return file == u'-' ? tr("standard input") : QFileInfo(QDir::cleanPath(file)).fileName();
}

const capture::Endpoint *endpointOf(const capture::Delivery &delivery,
                                    const QList<capture::Endpoint> &endpoints)
{
    const auto found
        = std::find_if(endpoints.begin(), endpoints.end(), [&](const capture::Endpoint &endpoint) {
              return endpoint.path == delivery.endpoint;
          });
    return found == endpoints.end() ? capture::match(endpoints, delivery.request.target) : &*found;
}

// By the scheme that the file names, where it is known; else by that of the endpoint which would
// have taken it. Takes the delivery's prints by the same one.
capture::Judgement judge(capture::Delivery &delivery, const ImportRule &rule, qint64 now)
{
    const capture::Endpoint *endpoint = endpointOf(delivery, rule.endpoints);
    auto scheme = rule.schemes.find(delivery.verdict.scheme);
    if (!scheme && endpoint)
        scheme = rule.schemes.find(endpoint->scheme);
    delivery.prints = capture::printsOf(delivery.request, scheme ? &*scheme : nullptr);
    capture::Judgement judgement{.judgedAt = now};
    judgement.event = delivery.event;
    if (!scheme)
        return judgement;
    signature::Context context;
    if (endpoint) {
        context.url = capture::senderUrl(*endpoint, delivery.request.target);
        for (auto it = endpoint->parameters.begin(); it != endpoint->parameters.end(); ++it)
            context.parameters.insert(it.key(), it.value());
    }
    const QString path = endpoint ? endpoint->path : QString();
    judgement.verdict = signature::verify(delivery.request, *scheme, rule.secrets.value(path),
                                          delivery.receivedAt, context);
    judgement.event = capture::describeEvent(delivery.request, *scheme);
    return judgement;
}

} // namespace

ImportJob::ImportJob(const QStringList &files, ImportRule rule, qint64 now)
    : m_files(files)
    , m_rule(std::move(rule))
    , m_now(now)
{
}

ImportJob::~ImportJob() = default;

bool ImportJob::step(capture::Store &store)
{
    const bool more = takeSlice(store);
    if (!more)
        countUnnamed();
    return more;
}

bool ImportJob::takeSlice(capture::Store &store)
{
    while (m_rows.size() < sliceLength && m_bytes < sliceBytes) {
        if (!m_source && !openNext(store))
            break;
        if (!m_source)
            continue;
        if (!takeNext())
            closeFile();
    }
    if (!m_rows.isEmpty() && !write(store))
        return false;
    return m_source || !m_files.isEmpty();
}

bool ImportJob::takeNext()
{
    const auto named = m_source->next();
    if (!named)
        return false;
    ++m_taken;
    take(*named);
    return true;
}

// False when there is no more.
bool ImportJob::openNext(const capture::Store &store)
{
    if (m_files.isEmpty())
        return false;
    m_summary.file = m_files.takeFirst();
    m_taken = 0;
    if (core::isSameFile(m_summary.file, store.file())) {
        nameFile({.what = tr("Cannot import %1.").arg(m_summary.file),
                  .why = tr("It is the store that it would be brought into.")});
        return true;
    }
    auto source = formats::EntrySource::open(m_summary.file, m_now);
    if (source)
        m_source = std::move(*source);
    else
        nameFile(source.error());
    return true;
}

void ImportJob::closeFile()
{
    if (const auto trouble = m_source->trouble())
        nameFile(*trouble);
    m_source.reset();
}

void ImportJob::name(const QString &place, const QString &why)
{
    ++m_summary.wrong;
    const QString file = QFileInfo(m_summary.file).fileName();
    if (m_summary.named.size() >= mostNamed)
        ++m_unnamed;
    else
        m_summary.named.append(place.isEmpty() ? u"%1: %2"_s.arg(file, why)
                                               : u"%1: %2: %3"_s.arg(file, place, why));
}

// So that nobody takes those that are named for all of them.
void ImportJob::countUnnamed()
{
    if (const qint64 more = std::exchange(m_unnamed, 0); more > 0)
        m_summary.named.append(tr("… and %1 more").arg(QLocale().toString(more)));
}

void ImportJob::nameFile(const core::Error &error)
{
    if (m_taken == 0)
        m_summary.files.append(nameOf(m_summary.file));
    else if (error.kind == core::ErrorKind::Damaged)
        ++m_summary.wrong; // the entry at which it is cut off
    m_summary.broken = m_summary.broken || error.kind != core::ErrorKind::Damaged;
    tell(error);
}

void ImportJob::tell(const core::Error &error)
{
    m_faults.append(core::describe(error));
    m_summary.named.append(m_faults.last());
}

capture::Import ImportJob::importWith(const QByteArray &unknown) const
{
    return {.origin = nameOf(m_summary.file), .importedAt = m_now, .unknown = unknown};
}

void ImportJob::take(const formats::NamedEntry &named)
{
    if (!named.wrong.isEmpty())
        return name(named.place, named.wrong);
    if (named.entry.altered)
        ++m_summary.altered;
    if (named.entry.record) {
        takeRecord(named.place, *named.entry.record);
    } else if (named.entry.rejection) {
        ++m_summary.rejections;
        m_bytes += named.entry.rejection->bytes.size();
        m_rows.append(capture::Imported{.record = {.import = importWith({})},
                                        .judgement = {},
                                        .rejection = named.entry.rejection});
    }
}

void ImportJob::takeRecord(const QString &place, const capture::Record &record)
{
    if (!formats::canStandInHead(record.delivery->request)
        || (record.answer && !formats::canStandInHead(record.answer->fields)))
        return name(place, tr("Its request line or a header is none that HTTP/1.1 could bring."));
    capture::Delivery delivery = *record.delivery;
    if (delivery.id == 0) { // It never was in a store, so nobody has said where it came in.
        const auto *endpoint = capture::match(m_rule.endpoints, delivery.request.target);
        delivery.endpoint = endpoint ? endpoint->path : delivery.endpoint;
    }
    delivery.test = false; // Whatever sent it, it was not this program to this listener.
    const capture::Judgement judgement = judge(delivery, m_rule, m_now);
    delivery.event.summary = judgement.event->summary;
    ++m_summary.deliveries;
    m_bytes += delivery.request.body.size();
    capture::Imported row{.record = record, .judgement = judgement, .rejection = {}};
    row.record.delivery = std::make_shared<const capture::Delivery>(std::move(delivery));
    row.record.import = importWith(record.import ? record.import->unknown : QByteArray());
    m_rows.append(row);
}

bool ImportJob::write(capture::Store &store)
{
    if (!m_usual)
        m_usual = store.usual();
    const core::Status written = store.import(m_rows, *m_usual);
    m_rows.clear();
    m_bytes = 0;
    if (written)
        return true;
    tell(written.error());
    m_summary.broken = true;
    m_files.clear();
    m_source.reset();
    return false;
}

} // namespace inspector
