// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/store.h"
#include "resend/resendclient.h"
#include "signature/catalogue.h"
#include "signature/signer.h"
#include "support/liveinspector.h"
#include "support/smile.h"
#include "ui/mainwindow.h"
#include "ui/notices.h"
#include "ui/plurals.h"

#include <QDateTime>
#include <QSettings>

namespace support
{

// The whole window over a whole Inspector. It listens when it is told to, on any free port.
class LiveWindow
{
public:
    LiveWindow()
        : m_settings(m_live.path(QStringLiteral("window.conf")), QSettings::IniFormat)
    {
        QCoreApplication::installTranslator(&m_plurals);
        ui::save({.setUpDone = true}, m_settings);
        inspector::save({.listenOnStart = false}, m_settings);
    }

    // Puts rows into the store while no window has it.
    [[nodiscard]] bool seed(const QList<capture::Delivery> &deliveries)
    {
        const auto store = capture::Store::open(file(), capture::Access::Write);
        capture::Batch batch;
        for (const capture::Delivery &delivery : deliveries)
            batch.deliveries.append(std::make_shared<const capture::Delivery>(delivery));
        return store && (*store)->append(batch);
    }

    [[nodiscard]] bool open()
    {
        m_window = std::make_unique<ui::MainWindow>(*m_live, m_settings);
        m_window->show();
        QSignalSpy loaded(&*m_live, &inspector::Inspector::loadFinished);
        m_window->openStore(file());
        return loaded.wait() && QTest::qWaitForWindowActive(m_window.get());
    }

    void close()
    {
        m_window->close();
        m_window.reset();
    }

    // No setting offers port 0, so a choice in the message bar stands in for it; from now on the
    // window's own actions listen there as well.
    [[nodiscard]] bool listen()
    {
        QSignalSpy started(&*m_live, &inspector::Inspector::listeningStarted);
        Q_EMIT part<ui::Notices>()->listenWanted({.port = 0});
        return started.wait();
    }

    // The status that came back, 0 when none did.
    int send(const QByteArray &body, const http::Fields &signedBy = {})
    {
        const QUrl url(m_live->listening()->urls.first());
        http::Request request;
        request.method = "POST";
        request.target = "/";
        request.framing = http::Framing::ContentLength;
        request.fields = {{"Host", url.authority().toLatin1()},
                          {"Content-Type", "application/json"},
                          {"Content-Length", QByteArray::number(body.size())}};
        request.fields += signedBy;
        request.body = body;
        resend::ResendClient client;
        QSignalSpy finished(&client, &resend::ResendClient::finished);
        resend::Order order;
        order.target = url;
        order.request = request;
        order.authorityFile = m_live->places().tlsFolder() + QStringLiteral("/ca.pem");
        client.send(order);
        if (!finished.wait())
            return 0;
        const auto attempt = finished.first().first().value<capture::Attempt>();
        return attempt.response ? attempt.response->status : 0;
    }

    // As Smile would with smile::key, so many seconds ago.
    static http::Fields signedAt(const QByteArray &body, qint64 age = 0)
    {
        const auto seconds = QByteArray::number(QDateTime::currentSecsSinceEpoch() - age);
        http::Request request;
        request.body = body;
        const auto done = signature::sign(signature::smile(),
                                          *smile::secret(QStringLiteral("test")), request, seconds);
        return done ? done->fields : http::Fields();
    }

    ui::MainWindow &operator*() { return *m_window; }
    ui::MainWindow *operator->() { return m_window.get(); }
    template <typename Part> Part *part() const { return m_window->findChild<Part *>(); }
    inspector::Inspector &inspector() { return *m_live; }
    QSettings &settings() { return m_settings; }
    QString file() const { return m_live.path(QStringLiteral("test.hookglass")); }
    QString path(const QString &name) const { return m_live.path(name); }

private:
    ui::Plurals m_plurals;
    LiveInspector m_live;
    QSettings m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace support
