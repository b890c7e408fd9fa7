// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/errand.h"
#include "inspector/exportjob.h"

#include <QObject>

#include <memory>
#include <vector>

namespace inspector
{

// What an export would begin with, as it would be written.
struct Excerpt {
    QByteArray text; // the first few deliveries, each cut where it is long
    int shown = 0; // how many
    bool addresses = false; // e-mail addresses are in the first hundred
    QString credential; // a header of the first hundred that carries one in clear; empty: none
    qint64 bytes = 0; // of the whole file, from the size of the first hundred
};

// Looks at what an export would write, on a thread and a connection of its own. Lives on the main
// thread; of an order that was replaced nothing is heard.
class ExportPreview : public QObject
{
    Q_OBJECT

public:
    static constexpr int most = 3; // deliveries and rejections shown

    using QObject::QObject;
    ~ExportPreview() override { stop(); } // all of them, before one is waited for

public Q_SLOTS:
    // `expected` is how many there are. Then seen or failed; where there are no addresses or no
    // credential in what was seen, the rest is looked through, too.
    void start(const QString &store, const inspector::ExportOrder &order, qint64 expected);
    void stop();

Q_SIGNALS:
    void seen(const inspector::Excerpt &excerpt);
    void addressesFound(); // behind the first hundred
    void credentialFound(const QString &header); // likewise
    void failed(const core::Error &error);

private:
    void run(const QString &store, const inspector::ExportOrder &order, qint64 expected,
             int generation);

    std::vector<std::unique_ptr<Errand>> m_errands; // the last one is meant
    int m_generation = 0;
};

} // namespace inspector
