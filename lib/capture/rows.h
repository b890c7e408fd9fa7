// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "capture/insertion.h"
#include "capture/oddities.h"
#include "capture/record.h"
#include "capture/schema.h"
#include "capture/selection.h"
#include "capture/subjects.h"
#include "capture/summary.h"

namespace capture
{

// How values stand in the store's tables, and back. Each `…Columns` names what the matching
// functions insert and read, in that order. What came later than the first version of the format is
// neither named nor read for a store of an older one.

QString deliveryColumns();
bool insert(Insertion &to, const Delivery &delivery, qint64 id);
Delivery readDelivery(const Selection &row, int first = 0);

// What a delivery is recognised by; inserts also where there is nothing to say.
QString printsColumns();
bool insert(Insertion &to, const Prints &prints, const Subject &subject, qint64 id);
Prints readPrints(const Selection &row, int first);

QString odditiesColumns();
bool insert(Insertion &to, const Oddities &oddities,
            qint64 id); // also where there is nothing to say
Oddities readOddities(const Selection &row, int first);

QString importColumns();
bool insert(Insertion &to, const Import &import, qint64 id);

QString answerColumns();
bool insert(Insertion &to, const Answer &answer);
Answer readAnswer(const Selection &row, int first = 0);

QString rejectionColumns();
bool insert(Insertion &to, const Rejection &rejection, qint64 id);
Rejection readRejection(const Selection &row, int first = 0);

QString judgementColumns(int version = schemaVersion);
bool insert(Insertion &to, const Judgement &judgement);
Judgement readJudgement(const Selection &row, int first, int version);

QString endpointColumns(int version = schemaVersion);
bool insert(Insertion &to, const Endpoint &endpoint);
Endpoint readEndpoint(const Selection &row, int version);

// Fields as lines, as they stand in a message.
QByteArray writeFields(const http::Fields &fields);
http::Fields readFields(QByteArrayView lines);

// The head that a request without one would have had.
QByteArray writeHead(const http::Request &request);
void readHead(http::Request &request); // request line and fields, from the head that it has

} // namespace capture
