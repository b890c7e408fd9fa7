// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/aboutdialog.h"

#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/rowdelegate.h"
#include "ui/icons.h"

#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <llhttp.h>
#include <openssl/crypto.h>
#include <sqlite3.h>
#include <zlib.h>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr int iconSide = 48;

struct Part {
    QString name;
    QString version;
    QString licence;
};

QList<Part> parts()
{
    const auto llhttp = u"%1.%2.%3"_s.arg(LLHTTP_VERSION_MAJOR)
                            .arg(LLHTTP_VERSION_MINOR)
                            .arg(LLHTTP_VERSION_PATCH);
    return {
        {u"Qt"_s, QLibraryInfo::version().toString(), u"LGPL-3.0-only"_s},
        {u"OpenSSL"_s, QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING)),
         u"Apache-2.0"_s},
        {u"SQLite"_s, QString::fromLatin1(sqlite3_libversion()), AboutDialog::tr("Public domain")},
        {u"simdjson"_s, QString(), u"Apache-2.0"_s},
        {u"llhttp"_s, llhttp, u"MIT"_s},
        {u"QtKeychain"_s, QString(), u"BSD-2-Clause"_s},
        {u"RE2"_s, QString(), u"BSD-3-Clause"_s},
        {u"zlib"_s, QString::fromLatin1(zlibVersion()), u"Zlib"_s}};
}

QTreeWidget *partsTable()
{
    auto *table = new QTreeWidget;
    table->setHeaderLabels(
        {AboutDialog::tr("Made with"), AboutDialog::tr("Version"), AboutDialog::tr("Licence")});
    table->setAccessibleName(AboutDialog::tr("Libraries and their licences"));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setItemDelegate(new RowDelegate(table));
    table->header()->setSectionResizeMode(QHeaderView::Stretch);
    for (const auto &part : parts())
        new QTreeWidgetItem(table, {part.name, part.version, part.licence});
    return table;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : ContentDialog(parent)
{
    setWindowTitle(tr("About Hookglass"));
    auto *picture = new QLabel;
    picture->setPixmap(icon(u"hookglass"_s, &Tokens::accent)
                           .pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(headingLabel(tr("Hookglass %1").arg(QStringLiteral(HOOKGLASS_VERSION)), 1.4));
    words->addWidget(
        mutedLabel(tr("A webhook inspector that stays on your computer: no account, no "
                      "cloud, no telemetry.")));
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(picture, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    content()->setSpacing(12);
    content()->addLayout(head);
    content()->addWidget(
        wrappedLabel(tr("© 2026 Hookglass contributors. Free software under the MIT "
                        "licence, without any warranty.")));
    content()->addWidget(partsTable(), 1);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addRight(close);
    close->setFocus();
    resize(fontMetrics().height() * 27, fontMetrics().height() * 24);
}

} // namespace ui
