// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/context.h"
#include "commands/diagnosisoutput.h"
#include "commands/evidencefile.h"
#include "commands/output.h"
#include "commands/proposaloutput.h"
#include "commands/schemeoptions.h"
#include "commands/secretoptions.h"
#include "core/clock.h"
#include "formats/ndjson.h"
#include "signature/catalogue.h"
#include "signature/diagnosis.h"

#include <QCoreApplication>

#include <algorithm>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

QString tr(const char *text) { return QCoreApplication::translate("commands::Verify", text); }

Usage usage()
{
    return {
        .command = u"verify"_s,
        .purpose = tr("Judges captured webhooks: raw HTTP files, NDJSON and HAR files and stores; - is "
                      "standard input.\nExit status 1 when one of them is not verified and fresh."),
        .arguments = u"FILE…"_s,
        .fewest = 1,
        .most = -1,
        .options = QList<Option>{
            {u"scheme"_s, u"ID"_s, tr("The signing rule or a scheme file; without it the record's, else smile. "
                                       "“hookglass schemes --for FILE” proposes some.")},
        } + secretOptions() + receiverOptions() + QList<Option>{
            {u"at"_s, u"SECONDS"_s, tr("The arrival time in Unix seconds, fractions allowed; "
                                       "without it the record's, else now.")},
        } + diagnosisOptions() + QList<Option>{
            {u"json"_s, {}, tr("Writes each delivery as a line of JSON.")},
        },
        .example = u"hookglass verify --secret-file secret.txt --at 1795428000 delivery.http"_s,
    };
}

bool isGood(const signature::Verdict &verdict)
{
    const bool isSigned
        = verdict.signature == Signature::Verified || verdict.signature == Signature::NotApplicable;
    const bool inTime
        = verdict.freshness == Freshness::Fresh || verdict.freshness == Freshness::NotApplicable;
    return isSigned && inTime;
}

// What one delivery is judged by.
struct Rule {
    signature::Scheme scheme;
    signature::Context context;
    signature::SchemeBook known; // all that there are
};

// Judges one delivery after the other and remembers the worst.
class Judge
{
public:
    static core::Result<Judge> from(const Options &options)
    {
        Judge judge;
        if (options.has(u"scheme"_s)) {
            judge.m_named = options.text(u"scheme"_s);
            const auto scheme = schemeNamed(judge.m_named, storesAmong(options.arguments()));
            if (!scheme)
                return scheme.error();
            judge.m_scheme = *scheme;
        }
        const auto context = contextOf(options);
        if (!context)
            return context.error();
        judge.m_context = *context;
        const auto at = options.seconds(u"at"_s, core::now());
        if (!at)
            return at.error();
        judge.m_now = *at;
        judge.m_fixedTime = options.has(u"at"_s);
        judge.m_computed = options.text(u"computed"_s).toUtf8();
        judge.m_diagnoses = options.has(u"diagnose"_s) || options.has(u"computed"_s);
        // A secret of the wrong form is what a diagnosis is for.
        const bool strict = judge.m_scheme && !judge.m_diagnoses;
        auto secrets = readSecrets(options, strict ? &*judge.m_scheme : nullptr);
        if (!secrets)
            return secrets.error();
        judge.m_secrets = std::move(*secrets);
        judge.m_json = options.has(u"json"_s);
        return judge;
    }

    int judgeFile(const QString &file)
    {
        qint64 count = 0;
        const core::Result<qint64> wrong
            = eachDelivery(file, m_now, [&](const capture::Record &record, const Origin &origin) {
                  ++count;
                  return judge(file, record, origin);
              });
        if (!wrong)
            return worsen(fail(wrong.error()));
        if (*wrong > 0)
            worsen(SaidNo);
        else if (count == 0)
            say(tr("%1 holds no deliveries.").arg(file));
        return m_worst;
    }

    bool canWrite() const { return m_writes; }

private:
    int worsen(int status)
    {
        m_worst = std::max(m_worst, status);
        return m_worst;
    }

    // False when nothing more can be written.
    bool judge(const QString &file, const capture::Record &record, const Origin &origin)
    {
        const auto scheme = schemeFor(*record.delivery, origin.schemes);
        if (!scheme) {
            worsen(fail(
                {core::ErrorKind::Environment,
                 tr("Cannot judge %1.").arg(nameOf(file, *record.delivery)),
                 tr("Its scheme “%1” is not known here.").arg(record.delivery->verdict.scheme)}));
            return true;
        }
        auto delivery = std::make_shared<capture::Delivery>(*record.delivery);
        if (m_fixedTime)
            delivery->receivedAt = m_now;
        const Rule rule{*scheme, contextFor(*delivery, origin.endpoints), origin.schemes};
        delivery->verdict = signature::verify(delivery->request, *scheme, m_secrets,
                                              delivery->receivedAt, rule.context);
        delivery->event = capture::describeEvent(delivery->request, *scheme);
        if (!isGood(delivery->verdict))
            worsen(SaidNo);
        m_hints.look(nameOf(file, *delivery), *delivery, m_secrets, rule.context, rule.known.own());
        m_writes = write(file, rule, record, delivery);
        if (!m_writes)
            worsen(BadEnvironment);
        return m_writes;
    }

    // The option's, else the record's, else Smile's; a record without one was not to be judged. In
    // a store its own scheme of an id stands for every other one.
    std::optional<signature::Scheme> schemeFor(const capture::Delivery &delivery,
                                               const signature::SchemeBook &schemes) const
    {
        if (m_scheme)
            return schemes.isOwn(m_named) ? schemes.find(m_named) : m_scheme;
        if (delivery.verdict.scheme.isEmpty())
            return delivery.id == 0 ? signature::smile() : signature::Scheme();
        return schemes.find(delivery.verdict.scheme);
    }

    // --url and --parameter, else what the store says of the endpoint.
    signature::Context contextFor(const capture::Delivery &delivery,
                                  const QList<capture::Endpoint> &endpoints) const
    {
        signature::Context context
            = capture::contextOf(endpoints, delivery.endpoint, delivery.request.target);
        if (!m_context.url.isEmpty())
            context.url = m_context.url;
        context.parameters.insert(m_context.parameters);
        return context;
    }

    bool write(const QString &file, const Rule &rule, capture::Record record,
               const std::shared_ptr<const capture::Delivery> &delivery) const
    {
        std::optional<signature::Diagnosis> diagnosis;
        if (m_diagnoses && !rule.scheme.id.isEmpty())
            diagnosis = diagnose(rule, *delivery);
        if (!m_json) {
            const bool explained = diagnosis && !diagnosis->detail.isEmpty()
                && (!isGood(delivery->verdict) || !m_computed.isEmpty());
            QByteArray lines = printable(lineFor(file, rule, *delivery));
            for (const QString &line : explained ? diagnosisLines(*diagnosis) : QStringList())
                lines += printable(line);
            return writeOut(lines);
        }
        record.delivery = delivery;
        record.judged.reset();
        const QByteArray line = formats::ndjsonLine(record);
        return writeOut(
            m_diagnoses ? withDiagnosis(line, diagnosis.value_or(signature::Diagnosis())) : line);
    }

    signature::Diagnosis diagnose(const Rule &rule, const capture::Delivery &delivery) const
    {
        const bool own = !m_computed.isEmpty();
        return signature::diagnose(
            {.request = delivery.request,
             .scheme = rule.scheme,
             .secrets = m_secrets,
             .context = rule.context,
             .receivedAt = delivery.receivedAt,
             .otherSchemes = rule.known.all(),
             .origin = own ? signature::Origin::OwnCode : signature::Origin::Sender,
             .computed = m_computed});
    }

    // "verified  fresh  0 s  ping  file.http", then what is wrong.
    QString lineFor(const QString &file, const Rule &rule, const capture::Delivery &delivery) const
    {
        const signature::Verdict &verdict = delivery.verdict;
        const QString age
            = verdict.ageSeconds ? tr("%1 s").arg(*verdict.ageSeconds) : QString(u'-');
        const QString topic = delivery.event.topic.isEmpty() ? QString(u'-') : delivery.event.topic;
        QStringList columns{signature::word(verdict.signature), signature::word(verdict.freshness),
                            age, topic, nameOf(file, delivery)};
        const signature::Evidence evidence = signature::explain(
            delivery.request, rule.scheme, m_secrets, verdict, delivery.receivedAt, rule.context);
        if (verdict.signature != Signature::Verified)
            columns.append(evidence.signatureSentence);
        if (verdict.freshness != Freshness::Fresh && !evidence.freshnessSentence.isEmpty())
            columns.append(evidence.freshnessSentence);
        return columns.join("  "_L1);
    }

    QString m_named; // by --scheme
    std::optional<signature::Scheme> m_scheme;
    signature::Secrets m_secrets;
    signature::Context m_context;
    qint64 m_now = 0;
    bool m_fixedTime = false;
    bool m_json = false;
    bool m_diagnoses = false;
    SchemeHints m_hints;
    QByteArray m_computed; // by the developer's own code
    bool m_writes = true;
    int m_worst = Done;
};

int judgeAll(const Options &options)
{
    core::Result<Judge> judge = Judge::from(options);
    if (!judge)
        return fail(judge.error());
    int status = Done;
    for (const QString &file : options.arguments()) {
        status = judge->judgeFile(file);
        if (!judge->canWrite())
            break;
    }
    return status;
}

} // namespace

int verify(const QStringList &arguments) { return runWith(usage(), arguments, judgeAll); }

} // namespace commands
