// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/factcolumns.h"

#include <QCoreApplication>

namespace models
{

using namespace Qt::Literals::StringLiterals;

static const AddedColumn http{.pointer = "+http", .path = u"+http"_s};
static const AddedColumn tls{.pointer = "+tls", .path = u"+tls"_s};
static const AddedColumn sends{.pointer = "+sends", .path = u"+sends"_s};

const QList<AddedColumn> &factColumns()
{
    static const QList<AddedColumn> columns{http, tls, sends};
    return columns;
}

bool isFactColumn(const AddedColumn &column) { return factColumns().contains(column); }

QString factTitle(const AddedColumn &column)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("models", text); };
    return column == http ? tr("HTTP version") : column == tls ? tr("TLS version") : tr("Sends");
}

} // namespace models
