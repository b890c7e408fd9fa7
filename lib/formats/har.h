// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"

namespace formats
{

// A HAR 1.2 file (http://www.softwareishard.com/blog/har-12-spec/) in pieces: the beginning, an
// entry for each delivery, the end. What HAR has no member for stands as `_hookglass` in the entry,
// a hookglass.delivery/1 without what the entry says; a body that is no UTF-8 is Base64, as
// `encoding` says. Rejections have no place in HAR: they stand in `_hookglass_rejections` of the
// log, behind the entries.
class HarWriter
{
public:
    QByteArray begin() const;
    QByteArray entry(const capture::Record &record);
    QByteArray rejection(const capture::Rejection &rejection); // after the last entry
    QByteArray end();

private:
    bool m_first = true;
    bool m_rejections = false;
};

// The URL that a request was for, as far as it tells: always one that RFC 3986 knows.
QByteArray requestUrl(const http::Request &request, bool tls);

} // namespace formats
