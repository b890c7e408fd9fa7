// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "core/result.h"
#include "signature/requestvalues.h"
#include "signature/schemebook.h"

#include <QMimeData>

#include <memory>

class QAbstractItemModel;
class QHeaderView;

namespace ui
{

// What can be copied of a delivery.
enum class CopyPart {
    Body,
    Headers,
    RawRequest,
    Curl,
    CurlCmd,
    CurlPowerShell,
    Json,
    Fixture,
    Markdown
};

// A delivery with what is said of it, and what is known around it.
struct CopySource {
    capture::Record record;
    std::shared_ptr<const signature::Scheme> scheme; // of its last verdict; null: there is none
    signature::Context context; // of its endpoint
    signature::SchemeBook schemes;
    QByteArray origin; // of the listener, "https://localhost:8443"
    QString authorityFile;
};

// For the clipboard: text as people read it, and where that loses bytes, the bytes beside it. Only
// of a fixture there may be an error, where its scheme cannot sign.
core::Result<std::unique_ptr<QMimeData>> copyOf(const CopySource &source, CopyPart part);

// A command that sends an unsigned ping to the listener.
QString testCommand(const QByteArray &origin, const QString &authorityFile);

// The rows as tab-separated lines of the columns shown, in the order shown.
QString copyOf(const QAbstractItemModel &model, const QHeaderView &columns, const QList<int> &rows);

} // namespace ui
