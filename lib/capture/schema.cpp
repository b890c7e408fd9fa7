// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/schema.h"

namespace capture
{

using namespace Qt::Literals::StringLiterals;

// What a row of the table needs stands before the blobs, so that listing never reads a body's
// pages.
static QList<QString> firstVersion()
{
    return {
        u"CREATE TABLE facts(name TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE endpoints(path TEXT PRIMARY KEY, scheme TEXT NOT NULL, enabled INTEGER "
        "NOT NULL, status INTEGER NOT NULL, fields BLOB NOT NULL, body BLOB NOT NULL, "
        "delay_ms INTEGER NOT NULL) WITHOUT ROWID"_s,
        u"CREATE TABLE secret_labels(endpoint TEXT, label TEXT, PRIMARY KEY(endpoint, label)) "
        "WITHOUT ROWID"_s,
        u"CREATE TABLE deliveries(id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, "
        "endpoint TEXT NOT NULL, peer_address TEXT NOT NULL, peer_port INTEGER NOT NULL, "
        "tls_version TEXT, tls_cipher TEXT, server_name BLOB, "
        "method BLOB NOT NULL, target BLOB NOT NULL, framing INTEGER NOT NULL, "
        "scheme TEXT NOT NULL, signature INTEGER NOT NULL, freshness INTEGER NOT NULL, "
        "age INTEGER, secret TEXT NOT NULL, "
        "topic TEXT NOT NULL, account TEXT NOT NULL, event_id TEXT NOT NULL, "
        "summary TEXT NOT NULL, body_size INTEGER NOT NULL, "
        "head BLOB NOT NULL, trailers BLOB, body BLOB NOT NULL)"_s,
        u"CREATE TABLE answers(id INTEGER PRIMARY KEY, status INTEGER NOT NULL, "
        "latency INTEGER NOT NULL, source TEXT NOT NULL, fields BLOB, body BLOB)"_s,
        u"CREATE TABLE rejections(id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, "
        "peer_address TEXT NOT NULL, peer_port INTEGER NOT NULL, reason INTEGER NOT NULL, "
        "detail TEXT NOT NULL, status INTEGER NOT NULL, count INTEGER NOT NULL, bytes BLOB)"_s,
        u"CREATE TABLE judgements(delivery INTEGER NOT NULL, judged_at INTEGER NOT NULL, "
        "scheme TEXT NOT NULL, signature INTEGER NOT NULL, freshness INTEGER NOT NULL, "
        "age INTEGER, secret TEXT NOT NULL)"_s,
        u"CREATE INDEX judgements_of ON judgements(delivery)"_s,
        u"CREATE TABLE marks(id INTEGER PRIMARY KEY)"_s,
        u"CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s,
        u"CREATE TABLE removed(id INTEGER PRIMARY KEY, batch INTEGER NOT NULL)"_s,
    };
}

// A judgement by another scheme finds the event at other places; where it has none, it is the
// delivery's own.
static QList<QString> secondVersion()
{
    return {
        u"ALTER TABLE endpoints ADD COLUMN public_url TEXT NOT NULL DEFAULT ''"_s,
        u"CREATE TABLE schemes(id TEXT PRIMARY KEY, json BLOB NOT NULL) WITHOUT ROWID"_s,
        u"ALTER TABLE judgements ADD COLUMN topic TEXT"_s,
        u"ALTER TABLE judgements ADD COLUMN account TEXT"_s,
        u"ALTER TABLE judgements ADD COLUMN event_id TEXT"_s,
        u"ALTER TABLE judgements ADD COLUMN summary TEXT"_s,
    };
}

static QList<QString> tableOfForwards()
{
    return {
        u"CREATE TABLE IF NOT EXISTS forwards(id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL, "
        "endpoint TEXT NOT NULL, target TEXT NOT NULL, since INTEGER NOT NULL, "
        "tries INTEGER NOT NULL DEFAULT 0, next_at INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE INDEX IF NOT EXISTS forwards_to ON forwards(endpoint, target)"_s,
    };
}

static QList<QString> thirdVersion()
{
    return tableOfForwards()
        + QList<QString>{
            u"ALTER TABLE endpoints ADD COLUMN parameters BLOB NOT NULL DEFAULT x''"_s,
            u"ALTER TABLE endpoints ADD COLUMN rules BLOB NOT NULL DEFAULT x''"_s,
            u"CREATE TABLE attempts(id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL, "
            "sent_at INTEGER NOT NULL, target TEXT NOT NULL, signing TEXT NOT NULL, "
            "source TEXT NOT NULL, sent_head BLOB, sent_trailers BLOB, sent_body BLOB, "
            "body_digest BLOB NOT NULL, status INTEGER, head BLOB, body BLOB, what TEXT, why TEXT, "
            "lookup INTEGER NOT NULL, connect INTEGER NOT NULL, tls INTEGER NOT NULL, "
            "first_byte INTEGER NOT NULL, total INTEGER NOT NULL, tls_version TEXT NOT NULL, "
            "checked INTEGER NOT NULL)"_s,
            u"CREATE INDEX attempts_of ON attempts(delivery)"_s,
            u"CREATE TABLE imports(id INTEGER PRIMARY KEY, origin TEXT NOT NULL, "
            "imported_at INTEGER NOT NULL, unknown BLOB NOT NULL)"_s,
        };
}

// A table of its own: behind a body, a column could only be reached through the body's pages. What
// arrived before has no row here.
static QList<QString> fourthVersion()
{
    // Early stores of the third version have no such table.
    return tableOfForwards()
        + QList<QString>{
            u"CREATE TABLE prints(id INTEGER PRIMARY KEY, body INTEGER NOT NULL, "
            "signature INTEGER NOT NULL, subject INTEGER NOT NULL, changed_at INTEGER NOT NULL)"_s,
            u"CREATE TABLE tests(id INTEGER PRIMARY KEY)"_s,
            u"CREATE TABLE oddities(id INTEGER PRIMARY KEY, newer INTEGER NOT NULL, "
            "drift BLOB NOT NULL)"_s,
            u"CREATE TABLE shapes(endpoint TEXT, topic TEXT, shape BLOB NOT NULL, "
            "PRIMARY KEY(endpoint, topic)) WITHOUT ROWID"_s,
        };
}

static QList<QString> fifthVersion()
{
    return {u"ALTER TABLE attempts ADD COLUMN proxy TEXT NOT NULL DEFAULT ''"_s};
}

static QList<QString> sixthVersion()
{
    return {u"ALTER TABLE attempts ADD COLUMN secret TEXT NOT NULL DEFAULT ''"_s};
}

QList<QString> migration(int from)
{
    switch (from) {
    case 0:
        return firstVersion();
    case 1:
        return secondVersion();
    case 2:
        return thirdVersion();
    case 3:
        return fourthVersion();
    case 4:
        return fifthVersion();
    case 5:
        return sixthVersion();
    default:
        return {};
    }
}

} // namespace capture
