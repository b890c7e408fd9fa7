// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/receivedsignatures.h"

#include <optional>

namespace capture
{

// Reads what stands at a scheme's places for a row: all that is in the JSON text in one pass, the
// rest where it stands, and nothing of the rest unless a place asks for it. The request and the
// scheme must outlive it.
class PlaceReader
{
public:
    PlaceReader(const http::Request &request, const signature::Scheme &scheme)
        : m_request(request)
        , m_scheme(scheme)
    {
    }

    // Before read(). Pointers get rows one after the other; the first one's is returned.
    qsizetype follow(const QList<QByteArray> &pointers);
    void follow(const signature::Places &places);

    void read();

    // After read(); empty for what is not there.
    QString at(qsizetype row) const { return m_texts.value(row); }
    const QList<QString> &texts() const { return m_texts; } // of all rows; none without any
    QString at(const signature::Places &places); // at the first of them that has something

private:
    QString elsewhere(const signature::Place &place);
    signature::Value value(const signature::Place &place);
    void readSignature();

    const http::Request &m_request;
    const signature::Scheme &m_scheme;
    const signature::Context m_context; // as the request itself tells it
    QList<QByteArray> m_pointers;
    QList<QString> m_texts;
    std::optional<signature::RequestValues> m_values;
    std::optional<signature::ReceivedSignatures> m_signatures;
};

} // namespace capture
