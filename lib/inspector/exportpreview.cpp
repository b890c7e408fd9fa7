// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/exportpreview.h"

#include "inspector/credentialsearch.h"
#include "inspector/storeweight.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace inspector
{

using namespace Qt::Literals::StringLiterals;
using core::Result;
using core::Status;

namespace
{

constexpr qint64 weighed = 100; // deliveries whose size tells that of the rest
constexpr qsizetype longest = 4000; // bytes shown of one
constexpr qsizetype searched = 64 * 1024; // bytes of one that addresses are looked for in

constexpr auto betweenFiles = "\n\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94\n"; // ———

QByteArray cut(const QByteArray &piece)
{
    return piece.size() > longest ? piece.first(longest) + "\xe2\x80\xa6\n" : piece;
}

// What stands in it as Base64, as bodies do in a script for cmd. Words that only look like it give
// nothing that reads like an address.
QString decodedRuns(const QString &text)
{
    static const QRegularExpression run(u"[A-Za-z0-9+/]{24,}={0,2}"_s);
    QByteArray bytes;
    for (const QRegularExpressionMatch &match : run.globalMatch(text))
        bytes += QByteArray::fromBase64(match.capturedView().toLatin1());
    return QString::fromUtf8(bytes);
}

// In the beginning of a piece: the warning is for whoever hides none, and need not find the last.
bool hasAddress(const QByteArray &piece)
{
    static const QRegularExpression address(
        u"[\\w.+-](@|%40)(?!redacted\\.invalid)[\\w-]+(\\.[\\w-]+)+"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QString text = QString::fromUtf8(piece.first(std::min(piece.size(), searched)));
    return address.match(text).hasMatch() || address.match(decodedRuns(text)).hasMatch();
}

// The first piece begins the file and stands for no delivery.
Result<Excerpt> look(const QString &file, const ExportOrder &order, qint64 expected)
{
    const auto store = capture::Store::open(file, capture::Access::Read);
    if (!store)
        return store.error();
    Excerpt seen;
    qint64 bytes = 0;
    bool begun = false;
    const auto take = [&](const QByteArray &piece) -> Status {
        bytes += piece.size();
        seen.addresses = seen.addresses || hasAddress(piece);
        if (seen.shown < ExportPreview::most && !piece.isEmpty()) {
            if (formats::isFileEach(order.format) && seen.shown > 0)
                seen.text += betweenFiles;
            seen.text += cut(piece);
            seen.shown += begun;
        }
        begun = true;
        return core::Done{};
    };
    const auto goesOn = [](qint64 done) { return done < weighed && !Errand::isStopping(); };
    const auto count = exportStore(**store, order, take, goesOn);
    if (!count)
        return count.error();
    seen.credential = findCredential(**store, order, goesOn);
    seen.shown = int(std::min<qint64>(seen.shown, *count)); // what ends the file is none either
    seen.bytes = *count == 0 ? bytes : bytes * std::max(expected, *count) / *count;
    if (order.format != formats::Format::Store || *count == 0)
        return seen;
    const auto weight = weighStore(**store, order, expected, weighed,
                                   [](qint64) { return !Errand::isStopping(); });
    if (!weight)
        return weight.error();
    seen.bytes = *weight;
    return seen;
}

// In all that would be written, as far as it takes to find one. What cannot be read is for the
// export to say.
bool addressAnywhere(const QString &file, const ExportOrder &order)
{
    const auto store = capture::Store::open(file, capture::Access::Read);
    if (!store)
        return false;
    bool found = false;
    const auto take = [&found](const QByteArray &piece) -> Status {
        found = found || hasAddress(piece);
        return core::Done{};
    };
    const auto goesOn = [&found](qint64) { return !found && !Errand::isStopping(); };
    return exportStore(**store, order, take, goesOn) && found;
}

QString credentialAnywhere(const QString &file, const ExportOrder &order)
{
    const auto store = capture::Store::open(file, capture::Access::Read);
    return store ? findCredential(**store, order, [](qint64) { return !Errand::isStopping(); })
                 : QString();
}

} // namespace

void ExportPreview::start(const QString &store, const ExportOrder &order, qint64 expected)
{
    stop();
    std::erase_if(m_errands, [](const auto &errand) { return !errand->running(); });
    m_errands.push_back(std::make_unique<Errand>());
    m_errands.back()->start(
        [this, store, order, expected, generation = m_generation] {
            run(store, order, expected, generation);
        },
        QThread::LowPriority);
}

// On the errand's thread.
void ExportPreview::run(const QString &store, const ExportOrder &order, qint64 expected,
                        int generation)
{
    const auto say = [this, generation](const std::function<void()> &what) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, what] {
                if (generation == m_generation)
                    what();
            },
            Qt::QueuedConnection);
    };
    const Result<Excerpt> done = look(store, order, expected);
    say([this, done] { done ? Q_EMIT seen(*done) : Q_EMIT failed(done.error()); });
    if (done && !done->addresses && expected > weighed && addressAnywhere(store, order))
        say([this] { Q_EMIT addressesFound(); });
    if (!done || !done->credential.isEmpty() || expected <= weighed)
        return;
    const QString credential = credentialAnywhere(store, order);
    if (!credential.isEmpty())
        say([this, credential] { Q_EMIT credentialFound(credential); });
}

void ExportPreview::stop()
{
    ++m_generation;
    for (const auto &errand : m_errands)
        errand->stop();
}

} // namespace inspector
