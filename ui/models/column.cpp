// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/column.h"

#include <QCoreApplication>

namespace models
{

static QString tr(const char *text) { return QCoreApplication::translate("models::Column", text); }

QString columnTitle(Column column)
{
    switch (column) {
    case Column::Mark:
        return tr("Mark");
    case Column::Number:
        return tr("#");
    case Column::Received:
        return tr("Received");
    case Column::Signature:
        return tr("Signature");
    case Column::Freshness:
        return tr("Freshness");
    case Column::Topic:
        return tr("Topic");
    case Column::Summary:
        return tr("Summary");
    case Column::Size:
        return tr("Size");
    case Column::Reply:
        return tr("Reply");
    case Column::Account:
        return tr("Account");
    case Column::From:
        return tr("From");
    case Column::Secret:
        return tr("Secret");
    case Column::Endpoint:
        return tr("Endpoint");
    case Column::Method:
        return tr("Method");
    case Column::Path:
        return tr("Path");
    case Column::Duration:
        return tr("Answered in");
    case Column::Age:
        return tr("Age");
    case Column::Note:
        return tr("Note");
    case Column::EventId:
        return tr("Delivery id");
    case Column::Scheme:
        return tr("Scheme");
    }
    return {};
}

} // namespace models
