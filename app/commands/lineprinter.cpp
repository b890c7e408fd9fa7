// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/lineprinter.h"

#include "commands/output.h"
#include "formats/ndjson.h"

namespace commands
{

LinePrinter::LinePrinter(QString storeFile)
    : m_storeFile(std::move(storeFile))
{
}

core::Status LinePrinter::printOne(qint64 id)
{
    if (!m_store) {
        auto store = capture::Store::open(m_storeFile, capture::Access::Read);
        if (!store)
            return store.error();
        m_store = std::move(*store);
    }
    const auto record = m_store->record(id);
    if (!record)
        return record.error();
    if (*record
        && !writeOut(formats::ndjsonLine({.delivery = (*record)->delivery,
                                          .answer = (*record)->answer,
                                          .judged = (*record)->judged,
                                          .marked = (*record)->marked,
                                          .note = (*record)->note})))
        return core::Error{};
    return core::Done{};
}

void LinePrinter::print(const QList<capture::Answer> &answers)
{
    for (const capture::Answer &answer : answers) {
        if (m_broken)
            return;
        if (const core::Status done = printOne(answer.id); !done) {
            m_broken = true;
            Q_EMIT broken(done.error());
            return;
        }
    }
    Q_EMIT printed(answers.size());
}

} // namespace commands
