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

core::Status LinePrinter::open()
{
    if (m_store)
        return core::Done{};
    auto store = capture::Store::open(m_storeFile, capture::Access::Read);
    if (!store)
        return store.error();
    m_store = std::move(*store);
    return core::Done{};
}

core::Status LinePrinter::printOne(qint64 id)
{
    if (const core::Status opened = open(); !opened)
        return opened;
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

core::Status LinePrinter::printRejection(qint64 id)
{
    if (const core::Status opened = open(); !opened)
        return opened;
    const auto rejection = m_store->rejection(id);
    if (!rejection)
        return rejection.error();
    if (*rejection && !writeOut(formats::ndjsonLine(**rejection)))
        return core::Error{};
    return core::Done{};
}

bool LinePrinter::goesOn(const core::Status &done)
{
    if (done)
        return true;
    m_broken = true;
    Q_EMIT broken(done.error());
    return false;
}

void LinePrinter::print(const QList<capture::Answer> &answers)
{
    for (const capture::Answer &answer : answers) {
        if (m_broken || !goesOn(printOne(answer.id)))
            return;
    }
    Q_EMIT printed(answers.size());
}

void LinePrinter::printRejections(const QList<capture::Summary> &rows)
{
    for (const capture::Summary &row : rows) {
        if (m_broken || (row.rejection && !goesOn(printRejection(row.id))))
            return;
    }
}

} // namespace commands
