// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/importjob.h"
#include "inspector/private.h"

namespace inspector
{

// One slice after the other, each in its turn on the store's thread: deliveries that arrive
// meanwhile are committed between them.
static void importSlice(const std::shared_ptr<ImportJob> &job, const QString &store,
                        StoreThread &thread, Inspector *inspector,
                        const std::function<void(const ImportSummary &, bool)> &next)
{
    struct Outcome {
        ImportSummary summary;
        bool more = false;
    };
    thread.ask(
        inspector,
        [job, store](capture::Recorder &recorder) -> Outcome {
            const bool same = recorder.store() && recorder.store()->id() == store;
            const bool more = same && job->step(*recorder.store());
            ImportSummary summary = job->summary();
            summary.cancelled = !same; // another store was opened, and none of the rest is for it
            return {summary, more};
        },
        [next](const Outcome &outcome) { next(outcome.summary, outcome.more); });
}

void Inspector::importFiles(const QStringList &files)
{
    if (!d->store || d->store->readOnly || files.isEmpty()) {
        Q_EMIT failed(
            {.what = tr("Cannot import."),
             .why = d->store ? tr("The store is open read-only.") : tr("No store is open.")});
        return;
    }
    if (d->importing) {
        Q_EMIT failed(
            {.what = tr("Cannot import now."), .why = tr("Another import is still running.")});
        return;
    }
    d->importing = true;
    const auto job = std::make_shared<ImportJob>(
        files, ImportRule{d->schemes, d->endpoints, d->secrets.byEndpoint()}, core::now());
    importNext(job, ++d->importGeneration);
}

void Inspector::importNext(const std::shared_ptr<ImportJob> &job, int generation)
{
    importSlice(job, d->store ? d->store->id : QString(), d->storeThread, this,
                [this, job, generation](const ImportSummary &summary, bool more) {
                    ImportSummary told = summary;
                    told.cancelled = told.cancelled || (more && generation != d->importGeneration);
                    if (!more || told.cancelled) {
                        d->importing = false;
                        return Q_EMIT imported(told);
                    }
                    Q_EMIT importProgressed(told);
                    importNext(job, generation);
                });
}

void Inspector::cancelImport() { ++d->importGeneration; }

} // namespace inspector
