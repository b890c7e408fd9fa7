// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"
#include "capture/summary.h"

#include <QSqlQuery>

namespace capture
{

// How values stand in the store's tables, and back. Each `…Columns` names what the matching
// function binds or reads, in that order.

QString deliveryColumns();
void bindDelivery(QSqlQuery &insert, const Delivery &delivery, qint64 id);
Delivery readDelivery(const QSqlQuery &row, int first = 0);

QString answerColumns();
void bindAnswer(QSqlQuery &insert, const Answer &answer);
Answer readAnswer(const QSqlQuery &row, int first = 0);

QString rejectionColumns();
void bindRejection(QSqlQuery &insert, const Rejection &rejection, qint64 id);
Rejection readRejection(const QSqlQuery &row, int first = 0);

QString judgementColumns();
void bindJudgement(QSqlQuery &insert, const Judgement &judgement);
Judgement readJudgement(const QSqlQuery &row, int first = 0);

QString endpointColumns();
void bindEndpoint(QSqlQuery &insert, const Endpoint &endpoint);
Endpoint readEndpoint(const QSqlQuery &row, int first = 0);

// "INSERT INTO table(columns) VALUES(?, ?, …)".
QString insertStatement(const QString &table, const QString &columns);

// Fields as lines, as they stand in a message.
QByteArray writeFields(const http::Fields &fields);
http::Fields readFields(QByteArrayView lines);

// The head that a request without one would have had.
QByteArray writeHead(const http::Request &request);

} // namespace capture
