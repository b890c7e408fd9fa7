// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/medium.h"

#include <QFileInfo>
#include <QUrl>

namespace capture
{

using namespace Qt::Literals::StringLiterals;

// By the folder that the file is really in: that is where SQLite looks.
Medium mediumOf(const QString &file)
{
    const QFileInfo info(QFileInfo(file).canonicalFilePath());
    if (QFileInfo(info.absolutePath()).isWritable())
        return Medium::Writable;
    if (QFileInfo::exists(info.filePath() + u"-shm"_s))
        return Medium::Shared;
    const bool logged = QFileInfo(info.filePath() + u"-wal"_s).size() > 0;
    return logged ? Medium::Unclosed : Medium::Still;
}

QString stillName(const QString &file)
{
    const QByteArray path
        = QUrl::toPercentEncoding(QFileInfo(file).canonicalFilePath(), QByteArrayLiteral("/"));
    return u"file://"_s + QString::fromLatin1(path) + u"?immutable=1"_s;
}

} // namespace capture
