// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/arrivalchecks.h"

#include "models/rowtext.h"
#include "ui/dialogs/publiccheck.h"
#include "ui/shownbytes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using Outcome = ArrivalCheck::Outcome;

namespace
{

constexpr qsizetype mostRows = 100'000; // that are looked at
constexpr qsizetype longestLine = 200; // bytes of a request line

QString tr(const char *text) { return QCoreApplication::translate("ui::ArrivalChecks", text); }

QString ago(const capture::Summary &row, qint64 now)
{
    const qint64 seconds = std::max<qint64>((now - row.receivedAt) / 1'000'000, 0);
    return tr("%1 ago").arg(models::spanText(seconds));
}

// What failed before a webhook came was in nobody's way.
bool overcome(const capture::Summary &trouble, const ArrivalFacts &facts)
{
    return facts.delivery && facts.delivery->id > trouble.id;
}

// What the sender has to do.
QString remedy(const QString &sentence)
{
    if (refusesCertificate(sentence))
        return tr("A tunnel or proxy has to trust the local authority. Smile itself never "
                  "does: give it the public address of a tunnel or proxy, not this one.");
    return tr("Another program at that address tried something else than a webhook, or its TLS "
              "is too old.");
}

} // namespace

// By the alert that it sent.
bool refusesCertificate(const QString &sentence)
{
    constexpr std::array alerts{"unknown_ca"_L1, "bad_certificate"_L1, "certificate_unknown"_L1};
    return std::any_of(alerts.begin(), alerts.end(),
                       [&sentence](QLatin1StringView alert) { return sentence.contains(alert); });
}

void findLatest(const models::DeliveryRows &rows, ArrivalFacts &facts)
{
    const qsizetype end = std::max<qsizetype>(rows.size() - mostRows, 0);
    for (qsizetype row = rows.size() - 1; row >= end; --row) {
        const models::PackedRow &packed = rows[row];
        const bool handshake = packed.rejected()
            && capture::Reason(packed.rejection) == capture::Reason::TlsHandshake;
        auto &slot = !packed.rejected() ? facts.delivery
            : handshake                 ? facts.handshake
                                        : facts.refusal;
        const bool came
            = !packed.imported() && !packed.test && !isOwnCheck(rows.string(packed.request));
        if (slot || !came)
            continue;
        slot = rows.summary(row);
        if (facts.delivery && facts.handshake && facts.refusal)
            break;
    }
}

QString requestLine(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray line = bytes.first(std::min(end < 0 ? bytes.size() : end, longestLine));
    const QString text = shownBytes(line.trimmed());
    const bool begun = !text.isEmpty() && text[0] >= u'A' && text[0] <= u'Z';
    return begun && text.contains(u' ') ? text : QString();
}

ArrivalCheck checkListener(const ArrivalFacts &facts)
{
    if (!facts.listening)
        return {Outcome::Trouble, tr("Not listening"),
                tr("Nothing can arrive until this app listens (Capture, Listen).")};
    if (facts.paused)
        return {Outcome::Trouble, tr("Listening, but paused"),
                tr("Every sender is answered 503 until the pause is over.")};
    const QString where
        = tr("Listening on %1.").arg(QLocale().createSeparatedList(facts.listening->urls));
    return {Outcome::Good, tr("This app listens"),
            facts.listening->warning.isEmpty() ? where : where + u' ' + facts.listening->warning};
}

ArrivalCheck checkCertificate(const ArrivalFacts &facts)
{
    if (facts.certificateEnd.isNull())
        return {Outcome::Open, tr("No certificate yet"),
                tr("It is made when the app listens for the first time.")};
    const QString end
        = QLocale().toString(facts.certificateEnd.toLocalTime().date(), u"d MMM yyyy"_s);
    if (facts.certificateEnd.toMSecsSinceEpoch() < facts.now / 1000)
        return {Outcome::Trouble, tr("The certificate has expired"),
                tr("It was valid until %1: senders refuse it.").arg(end)};
    const QString valid = tr("For %1, valid until %2.").arg(facts.certificateName, end);
    switch (facts.trust) {
    case TrustState::LocalTrusted:
        return {Outcome::Good, tr("The certificate is trusted on this computer"), valid};
    case TrustState::Own:
        return {Outcome::Good, tr("Your own certificate is in use"), valid};
    case TrustState::LocalUntrusted:
        return {Outcome::Open, tr("The local certificate is not trusted on this computer"),
                tr("%1 A tunnel on this computer has to be told of the authority, or not to check.")
                    .arg(valid)};
    case TrustState::Unknown:
        break;
    }
    return {Outcome::Open, tr("The local certificate"), valid};
}

ArrivalCheck checkHandshakes(const ArrivalFacts &facts)
{
    if (!facts.handshake)
        return {Outcome::Good, tr("No TLS handshake has failed"),
                tr("Nobody who got here was turned away by the certificate.")};
    const capture::Summary &row = *facts.handshake;
    const QString what = tr("%1, from %2: %3").arg(ago(row, facts.now), row.peer, row.text);
    if (overcome(row, facts))
        return {Outcome::Good, tr("TLS handshakes succeed"),
                tr("The last failure was %1 Webhooks have arrived since.").arg(what)};
    return {Outcome::Trouble, tr("The last TLS handshake failed"), what + u' ' + remedy(row.text)};
}

ArrivalCheck checkRefusals(const ArrivalFacts &facts)
{
    if (!facts.refusal)
        return {Outcome::Good, tr("No request was refused"),
                tr("What got here over TLS was a whole request.")};
    const capture::Summary &row = *facts.refusal;
    QString what
        = tr("%1, from %2: %3. %4")
              .arg(ago(row, facts.now), row.peer, capture::title(*row.rejection), row.text);
    if (!facts.refusedLine.isEmpty())
        what += u' ' + tr("It began with “%1”.").arg(facts.refusedLine);
    if (overcome(row, facts))
        return {Outcome::Good, tr("Requests are taken"),
                tr("The last refusal was %1 Webhooks have arrived since.").arg(what)};
    return {Outcome::Trouble, tr("The last request was refused"), what};
}

ArrivalCheck checkLastWebhook(const ArrivalFacts &facts)
{
    if (!facts.delivery)
        return {Outcome::Open, tr("No webhook has arrived yet"),
                tr("Whatever comes, to any path, gets a row in the list. What was imported did not "
                   "come this way.")};
    const capture::Summary &row = *facts.delivery;
    const QString what
        = tr("%1, from %2, to %3.")
              .arg(ago(row, facts.now), row.peer, shownBytes(row.target.left(longestLine)));
    if (row.status >= 300)
        return {Outcome::Trouble, tr("The last webhook was answered %1").arg(row.status),
                tr("%1 Smile takes anything but 2xx for a failed delivery, and after 24 hours of "
                   "it disables the webhook for the whole app.")
                    .arg(what)};
    return {Outcome::Good, tr("The last webhook arrived"), what};
}

ArrivalCheck checkPublicUrl(const ArrivalFacts &facts)
{
    if (facts.publicUrl.trimmed().isEmpty())
        return {Outcome::Open, tr("No public address is known"),
                tr("Smile sends from the internet: it cannot reach localhost. Enter the address "
                   "of your tunnel or proxy, and check it.")};
    const QString problem = publicUrlProblem(facts.publicUrl);
    if (facts.reached && problem.isEmpty())
        return {Outcome::Good, tr("The public address leads here"), {}};
    if (!problem.isEmpty())
        return {Outcome::Trouble, tr("The public address does not do"), problem};
    return {Outcome::Open, tr("Does the public address lead here?"),
            tr("Check sends one request to it and says where it arrived.")};
}

ArrivalCheck checkSmile(const ArrivalFacts &facts)
{
    const QString url = facts.publicUrl.trimmed();
    const QStringList lines{
        tr("The address of the webhook is exactly %1.")
            .arg(url.isEmpty() ? tr("your public one, with its path") : url),
        tr("Webhooks are a feature of apps: an account's own API key gets none."),
        tr("The account has installed the app and granted customer:read. Permissions can differ "
           "from account to account; a ping needs none."),
        tr("The webhook is still enabled: when a delivery fails for 24 hours, Smile disables it "
           "for the whole app."),
        tr("Something happened: customer/updated comes when a customer is changed or created."),
    };
    QStringList listed;
    for (const QString &line : lines)
        listed.append(u"•  "_s + line);
    return {Outcome::Open, tr("Only you can see this at Smile"), listed.join(u'\n')};
}

} // namespace ui
