// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/delivery.h"

#include <QMimeData>

#include <memory>

class QAbstractItemModel;
class QHeaderView;

namespace ui
{

// What can be copied of a delivery.
enum class CopyPart { Body, Headers, RawRequest, Curl };

// For the clipboard: text as people read it, and where that loses bytes, the bytes beside it.
std::unique_ptr<QMimeData> copyOf(const capture::Delivery &delivery, CopyPart part,
                                  const QByteArray &origin, const QString &authorityFile);

// A command that sends an unsigned ping to the listener.
QString testCommand(const QByteArray &origin, const QString &authorityFile);

// The rows as tab-separated lines of the columns shown, in the order shown.
QString copyOf(const QAbstractItemModel &model, const QHeaderView &columns, const QList<int> &rows);

} // namespace ui
