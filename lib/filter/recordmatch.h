// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "filter/filter.h"

namespace filter
{

// What the terms ask of a record that its row does not say. Its body is read as JSON once, and only
// when a term asks for that.
class RecordContent
{
public:
    explicit RecordContent(const capture::Record &record)
        : m_record(record)
    {
    }

    bool fits(const Term &term);

private:
    bool header(const Term &term) const;
    bool json(const Term &term);
    bool anywhere(const Pattern &pattern) const;

    const capture::Record &m_record;
    std::optional<json::Document::Parsed> m_body;
};

} // namespace filter
