// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "capture/partfile.h"
#include "capture/record.h"
#include "capture/storelock.h"
#include "signature/scheme.h"

#include <memory>

namespace capture
{

// A new store of some rows of another, under the ids that they have there: made beside its place
// with mode 0600, and gone unless it is finished. Stays on its thread.
class PartialCopy
{
public:
    // Refused where somebody has the store open whose place it is to take.
    static core::Result<std::unique_ptr<PartialCopy>> begin(const QString &place);
    ~PartialCopy();

    // Ids ascend within each.
    core::Status add(const Record &record, const QList<Judgement> &judgements);
    core::Status add(const Rejection &rejection, const std::optional<Import> &import);

    // On the disk and renamed; nothing more may be added.
    core::Status finish(const QList<Endpoint> &endpoints, const QList<signature::Scheme> &schemes);

private:
    struct Rows;
    PartialCopy(const QString &place, StoreLock lock);

    core::Status begun(); // the transaction, if there is none
    core::Status added(bool inserted, qint64 bytes);
    core::Status commit();

    const QString m_place;
    const StoreLock m_lock; // of the store whose place it takes
    PartFile m_file; // before the rows: they go first
    std::unique_ptr<Rows> m_rows;
};

} // namespace capture
