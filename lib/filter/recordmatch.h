// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/contents.h"
#include "capture/record.h"
#include "filter/filter.h"

namespace filter
{

// What the terms ask of a record that its row does not say. Its fields are read, and its body as
// JSON, once, and only when a term asks for that.
class RecordContent
{
public:
    explicit RecordContent(const capture::Record &record);
    explicit RecordContent(const capture::Content &content); // whose views have to hold

    bool fits(const Term &term);

private:
    void readFields();
    bool header(const Term &term);
    bool json(const Term &term);
    bool anywhere(const Pattern &pattern);
    bool mayBeInFields(const Pattern &pattern) const;

    QByteArray m_body;
    QByteArrayView m_head; // where the fields were not read yet
    QByteArrayView m_trailerLines;
    bool m_hasFields = false;
    bool m_attempted = false;
    http::Fields m_fields;
    http::Fields m_trailers;
    std::optional<json::Document::Parsed> m_document;
};

} // namespace filter
