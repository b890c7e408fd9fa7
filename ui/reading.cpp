// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/reading.h"

#include "capture/context.h"
#include "formats/redaction.h"
#include "models/deliverymodel.h"
#include "models/verifiedbefore.h"
#include "signature/hiddenvalue.h"
#include "ui/forwardwaits.h"
#include "ui/shownbytes.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/secretoffer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QUrl>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;
using signature::Signature;

namespace
{

QString describe(CopyPart part)
{
    switch (part) {
    case CopyPart::Body:
        return Reading::tr("Body copied.");
    case CopyPart::Headers:
        return Reading::tr("Headers copied.");
    case CopyPart::RawRequest:
        return Reading::tr("Raw request copied.");
    case CopyPart::Curl:
        return Reading::tr("cURL command copied.");
    case CopyPart::CurlCmd:
        return Reading::tr("cURL command for cmd copied.");
    case CopyPart::CurlPowerShell:
        return Reading::tr("cURL command for PowerShell copied.");
    case CopyPart::Json:
        return Reading::tr("JSON copied, as an export has it.");
    case CopyPart::Fixture:
        return Reading::tr("Fixture copied, signed with a secret that nobody has.");
    case CopyPart::Markdown:
        return Reading::tr("Markdown copied; signatures, addresses and names are replaced.");
    }
    return {};
}

bool hasHeaders(CopyPart part)
{
    return part != CopyPart::Body && part != CopyPart::Fixture && part != CopyPart::Markdown;
}

// As describe(), and whether others should not see it.
QString describe(CopyPart part, const http::Fields &fields)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [](const http::Field &field) {
        return formats::isCredential(field.name) && !signature::isHiddenValue(field.value);
    });
    if (!hasHeaders(part) || found == fields.end())
        return describe(part);
    return Reading::tr("%1 There are credentials in it, as in %2.")
        .arg(describe(part), shownBytes(found->name));
}

// As far as it says whether a secret could help.
CheckedSignature checkedOf(const inspector::Details &details, const Surroundings &around)
{
    return {.delivery = details.delivery,
            .verdict = details.judgements.isEmpty() ? details.delivery->verdict
                                                    : details.judgements.last().verdict,
            .scheme = details.scheme ? *details.scheme : signature::Scheme(),
            .senderUrl = details.senderUrl,
            .around = around};
}

} // namespace

Reading::Reading(Inspector &inspector, models::DeliveryModel &model, DeliveryView &view,
                 DetailsPane &pane)
    : QObject(&view)
    , m_inspector(inspector)
    , m_model(model)
    , m_view(view)
    , m_pane(pane)
    , m_waits(new ForwardWaits(inspector, pane, this))
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(60);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_details && m_view.selectedCount() == 1)
            m_inspector.fetch(m_details->id);
    });
    connect(&view, &DeliveryView::selectionSettled, this, &Reading::followSelection);
    connect(&inspector, &Inspector::fetched, this, &Reading::take);
    connect(&model, &models::DeliveryModel::counted, this, [this] {
        if (m_details && m_model.repeatOf(m_details->id) != m_repeat)
            refresh(); // It came again.
    });
}

void Reading::followSelection()
{
    const qsizetype count = m_view.selectedCount();
    if (count != 1) {
        m_copyWhenFetched.reset();
        m_details.reset();
        m_waits->follow(0);
        count == 0 ? m_pane.clear() : showMany(count);
        return Q_EMIT selected(count, false);
    }
    const qint64 id = m_view.selectedIds().first();
    if (m_details && m_details->id != id)
        m_details.reset();
    if (id != m_followed)
        m_copyWhenFetched.reset();
    m_followed = id;
    remember(id);
    m_inspector.fetch(id);
    const models::PackedRow row = m_model.packed(m_model.rowOf(id));
    Q_EMIT selected(1, !row.rejected());
    if (!row.rejected())
        Q_EMIT secretWeighed(couldSecretHelp({.verdict = {.signature = Signature(row.signature)}}));
}

void Reading::refresh()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void Reading::take(const inspector::Details &details)
{
    if (m_view.selectedCount() != 1 || m_view.selectedIds().first() != details.id)
        return;
    m_details = details;
    if (details.delivery) {
        Surroundings around = surroundings(details.delivery->endpoint);
        around.verifiedBefore = models::verifiedBefore(m_model.rows(), details.id);
        m_pane.setSurroundings(around);
        Q_EMIT secretWeighed(couldSecretHelp(checkedOf(details, around)));
    }
    m_repeat = m_model.repeatOf(details.id);
    m_pane.setRepeat(m_repeat);
    m_pane.show(details);
    m_waits->follow(details.delivery ? details.id : 0);
    if (m_copyWhenFetched)
        copy(*std::exchange(m_copyWhenFetched, {}));
}

Surroundings Reading::surroundings(const QString &endpoint) const
{
    Surroundings around{.secrets = m_inspector.secrets(endpoint),
                        .ownSchemes = m_inspector.schemes().own()};
    const auto store = m_inspector.store();
    for (const capture::Endpoint &other : m_inspector.endpoints()) {
        if (other.path == endpoint) {
            around.changeable = store && !store->readOnly;
            around.parameters = capture::contextOf(other, {}).parameters;
            continue;
        }
        const signature::Secrets &secrets = m_inspector.secrets(other.path);
        around.otherSecrets.insert(around.otherSecrets.end(), secrets.begin(), secrets.end());
    }
    return around;
}

// "12 webhooks selected, 5,012 B. 11 verified, 1 invalid."
void Reading::showMany(qsizetype count)
{
    qint64 bytes = 0;
    models::RowCounts counts;
    for (const QItemSelectionRange &range : m_view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            bytes += m_model.packed(row).size;
            counts.add(m_model.packed(row));
        }
    }
    QStringList words;
    for (size_t kind = 0; kind < models::signatureKinds; ++kind) {
        if (counts.signatures[kind] > 0)
            words.append(tr("%L1 %2")
                             .arg(counts.signatures[kind])
                             .arg(models::signatureWord(Signature(kind)).toLower()));
    }
    if (counts.rejected > 0)
        words.append(tr("%L1 rejected").arg(counts.rejected));
    m_pane.showSelection(count, bytes, words.join(tr(", ")));
}

void Reading::remember(qint64 id)
{
    if (m_visiting || (m_place >= 0 && m_history[m_place] == id))
        return;
    m_history.resize(m_place + 1);
    m_history.append(id);
    if (m_history.size() > longestHistory)
        m_history.removeFirst();
    m_place = m_history.size() - 1;
}

void Reading::goBack() { visit(m_place - 1); }

void Reading::goForward() { visit(m_place + 1); }

// What is no longer in the list is passed over.
void Reading::visit(qsizetype place)
{
    const qsizetype step = place < m_place ? -1 : 1;
    while (place >= 0 && place < m_history.size() && m_model.rowOf(m_history[place]) < 0)
        place += step;
    if (place < 0 || place >= m_history.size())
        return;
    m_place = place;
    m_visiting = true;
    m_view.select(m_model.rowOf(m_history[place]));
    followSelection();
    m_visiting = false;
}

void Reading::nextProblem(int step)
{
    const int current = m_view.currentIndex().row();
    int row = m_model.nextTroubled(current < 0 && step < 0 ? m_model.rowCount() : current, step);
    if (row < 0)
        row = m_model.nextTroubled(step > 0 ? -1 : m_model.rowCount(), step);
    if (row >= 0)
        m_view.select(row);
}

void Reading::copy(CopyPart part)
{
    if (!m_details) {
        m_copyWhenFetched = part;
        return;
    }
    if (!m_details->delivery)
        return;
    auto copy = copyOf(copySource(), part);
    if (!copy)
        return Q_EMIT copied(core::describe(copy.error()));
    QGuiApplication::clipboard()->setMimeData(copy->release());
    Q_EMIT copied(describe(part, m_details->delivery->request.fields));
}

CopySource Reading::copySource() const
{
    const capture::DeliveryPtr &delivery = m_details->delivery;
    capture::Record record{.delivery = delivery,
                           .answer = m_details->answer,
                           .attempts = m_details->attempts,
                           .marked = m_details->marked,
                           .note = m_details->note,
                           .import = m_details->import};
    if (!m_details->judgements.isEmpty()) {
        record.judged = m_details->judgements.last().verdict;
        record.judgedEvent = m_details->judgements.last().event;
    }
    return {.record = std::move(record),
            .scheme = m_details->scheme,
            .context = capture::contextOf(m_inspector.endpoints(), delivery->endpoint,
                                          delivery->request.target),
            .schemes = m_inspector.schemes(),
            .origin = origin(),
            .authorityFile = authorityFile()};
}

void Reading::copyRows()
{
    QList<int> rows;
    const QList<qint64> ids = m_view.selectedIds();
    for (const qint64 id : ids)
        rows.append(m_model.rowOf(id));
    QGuiApplication::clipboard()->setText(copyOf(m_model, m_view.columns(), rows));
    Q_EMIT copied(tr("%n row(s) copied.", nullptr, int(rows.size())));
}

void Reading::copyTestCommand()
{
    QGuiApplication::clipboard()->setText(testCommand(origin(), authorityFile()));
    Q_EMIT copied(tr("Test command copied. Run it in a terminal."));
}

QString Reading::authorityFile() const { return m_inspector.places().tlsFolder() + "/ca.pem"_L1; }

void Reading::forget()
{
    m_history.clear();
    m_place = -1;
    m_details.reset();
    m_waits->follow(0);
    m_pane.clear();
}

// The listener's address without a path, or what it would be.
QByteArray Reading::origin() const
{
    const auto listening = m_inspector.listening();
    const QUrl url(listening ? listening->urls.value(0) : u"https://localhost:8443"_s);
    return url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery);
}

} // namespace ui
