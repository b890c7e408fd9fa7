// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringView>

namespace json
{

// Whether the bytes may stand in a JSON text as they are.
bool isUtf8(QByteArrayView bytes);

// Appends compact JSON to a text of its own: members in the order written, no white space. Commas
// and colons come by themselves; that begins and ends match is the caller's duty.
class Writer
{
public:
    explicit Writer(qsizetype expected = 0) { m_text.reserve(expected); } // bytes

    Writer &beginObject();
    Writer &endObject();
    Writer &beginArray();
    Writer &endArray();
    Writer &name(QByteArrayView name); // plain ASCII, written as it stands

    Writer &string(QByteArrayView utf8); // must be UTF-8
    Writer &string(QStringView text);
    Writer &number(qint64 value);
    Writer &boolean(bool value);
    Writer &null();
    Writer &json(QByteArrayView value); // as it stands; must be one JSON value
    Writer &members(QByteArrayView members); // as they stand: "a":1,"b":2; nothing for none

    const QByteArray &text() const { return m_text; }
    QByteArray take(); // and begins anew

private:
    void separate();
    Writer &open(char bracket);
    Writer &close(char bracket);

    QByteArray m_text;
    bool m_first = true; // in its object or array, or behind a name
};

} // namespace json
