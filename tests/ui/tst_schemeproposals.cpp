// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "support/liveinspector.h"
#include "ui/messagebar.h"
#include "ui/schemeproposals.h"

#include <QLabel>
#include <QPushButton>
#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstSchemeProposals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersTheSchemeThatFits();
    void namesAllBetweenWhichNothingDecides();
    void tellsOnlyOnce();
    void saysNothingOfAPlainRequest();
    void keepsTheOffersOfTwoEndpointsApart();
    void keepsAnAmpersandOfAName();

private:
    void send(const QByteArray &fields, const QByteArray &target = "/");
    QPushButton *button(const QString &text) const;
    QString words() const;

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<MessageBar> m_bar;
    SchemeProposals *m_proposals = nullptr;
};

void TstSchemeProposals::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    QVERIFY(m_live->listen());
    m_bar = std::make_unique<MessageBar>();
    m_proposals = new SchemeProposals(**m_live, *m_bar);
}

void TstSchemeProposals::cleanup()
{
    m_bar.reset();
    m_live.reset();
}

void TstSchemeProposals::send(const QByteArray &fields, const QByteArray &target)
{
    QSignalSpy answered(&**m_live, &inspector::Inspector::answered);
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QUrl url((*m_live)->listening()->urls.first());
    socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(url.port()));
    socket.write("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n" + fields
                 + "\r\n{}");
    QTRY_COMPARE(answered.size(), 1);
}

QPushButton *TstSchemeProposals::button(const QString &text) const
{
    for (auto *button : m_bar->findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

QString TstSchemeProposals::words() const
{
    QStringList texts;
    for (const QLabel *label : m_bar->findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

namespace
{
const QByteArray stripe = "Stripe-Signature: t=1795428000,v1=" + QByteArray(64, 'a') + "\r\n";
const QByteArray hub = "X-Hub-Signature-256: sha256=" + QByteArray(64, 'a') + "\r\n";
} // namespace

void TstSchemeProposals::offersTheSchemeThatFits()
{
    send(stripe);
    QTRY_VERIFY(m_bar->has(u"scheme /"_s));
    QVERIFY2(words().contains(u"This looks like Stripe"_s), qPrintable(words()));
    QVERIFY2(words().contains(u"Stripe-Signature with t= and v1="_s), qPrintable(words()));
    QVERIFY2(words().contains(u"The endpoint / is set to Smile.io."_s), qPrintable(words()));
    QVERIFY(button(u"Use Stripe"_s));
    button(u"Use Stripe"_s)->click();
    QCOMPARE((*m_live)->endpoints().first().scheme, u"stripe"_s);
}

void TstSchemeProposals::namesAllBetweenWhichNothingDecides()
{
    send(hub);
    QTRY_VERIFY(m_bar->has(u"scheme /"_s));
    QVERIFY2(words().contains(u"Several senders sign like this"_s), qPrintable(words()));
    QVERIFY(button(u"Use GitHub"_s));
    QSignalSpy wanted(m_proposals, &SchemeProposals::chooserWanted);
    QVERIFY(button(u"Choose…"_s));
    button(u"Choose…"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE((*m_live)->endpoints().first().scheme, u"smile"_s);
}

void TstSchemeProposals::tellsOnlyOnce()
{
    send(stripe);
    QTRY_VERIFY(m_bar->has(u"scheme /"_s));
    m_bar->dismiss(u"scheme /"_s);
    QSignalSpy proposed(&**m_live, &inspector::Inspector::proposed);
    send(stripe);
    QTRY_VERIFY(!proposed.isEmpty()); // perhaps while it was being sent
    QVERIFY(!m_bar->has(u"scheme /"_s));
}

void TstSchemeProposals::saysNothingOfAPlainRequest()
{
    QSignalSpy proposed(&**m_live, &inspector::Inspector::proposed);
    send({});
    QTRY_VERIFY(!proposed.isEmpty()); // perhaps while it was being sent
    QVERIFY(!m_bar->has(u"scheme /"_s));
}

// What is settled at one says nothing of the other, and what is gone is offered nothing.
void TstSchemeProposals::keepsTheOffersOfTwoEndpointsApart()
{
    const capture::Endpoint smiles{.path = u"/a"_s};
    (*m_live)->setEndpoints({{}, smiles, {.path = u"/b"_s, .scheme = u"stripe"_s}});
    send(stripe, "/a");
    QTRY_VERIFY(m_bar->has(u"scheme /a"_s));
    QSignalSpy proposed(&**m_live, &inspector::Inspector::proposed);
    send(stripe, "/b");
    (*m_live)->propose(u"/b"_s);
    QTRY_VERIFY(std::any_of(proposed.begin(), proposed.end(), [](const auto &told) {
        return told[0].toString() == u"/b"_s
            && !told[2].template value<signature::Detection>().first().isEmpty();
    }));
    QVERIFY(m_bar->has(u"scheme /a"_s));
    (*m_live)->setEndpoints({{}});
    QVERIFY(!m_bar->has(u"scheme /a"_s));
}

void TstSchemeProposals::keepsAnAmpersandOfAName()
{
    signature::Scheme own = *signature::schemeById(u"stripe");
    own.id = u"b-and-c"_s;
    own.name = u"B&C"_s;
    own.signature = {{signature::Source::Header, "X-B-And-C-Signature"}};
    (*m_live)->putScheme(own);
    send("X-B-And-C-Signature: t=1795428000,v1=" + QByteArray(64, 'a') + "\r\n");
    QTRY_VERIFY(m_bar->has(u"scheme /"_s));
    QVERIFY(button(u"Use B&&C"_s)); // as Qt writes it
    QVERIFY2(!words().contains(u"…."_s), qPrintable(words()));
}

QTEST_MAIN(TstSchemeProposals)
#include "tst_schemeproposals.moc"
