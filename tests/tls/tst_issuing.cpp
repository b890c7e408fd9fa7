// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/certificates.h"
#include "tls/issuing.h"

#include <QTest>

using StorePtr = std::unique_ptr<X509_STORE, tls::Release<X509_STORE_free>>;
using CheckPtr = std::unique_ptr<X509_STORE_CTX, tls::Release<X509_STORE_CTX_free>>;

// What a stolen authority key could be used for, and what stands against it.
class TstIssuing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void permitsOnlyLocalNames_data();
    void permitsOnlyLocalNames();
    void permitsNoFurtherAuthority();
    void permitsOnlyServers();
    void makesSerialsThatDiffer();
    void namesAnAuthorityAfterItsKey();

private:
    int verify(X509 *leaf, STACK_OF(X509) *between = nullptr,
               int purpose = X509_PURPOSE_SSL_SERVER);

    const qint64 m_now = QDateTime::currentMSecsSinceEpoch() * 1000;
    support::Issued m_authority{.key = tls::newKey(), .certificate = {}};
};

int TstIssuing::verify(X509 *leaf, STACK_OF(X509) * between, int purpose)
{
    const StorePtr store(X509_STORE_new());
    X509_STORE_add_cert(store.get(), m_authority.certificate.get());
    const CheckPtr check(X509_STORE_CTX_new());
    X509_STORE_CTX_init(check.get(), store.get(), leaf, between);
    X509_STORE_CTX_set_purpose(check.get(), purpose);
    X509_verify_cert(check.get());
    return X509_STORE_CTX_get_error(check.get());
}

void TstIssuing::permitsOnlyLocalNames_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<int>("result");
    QTest::newRow("what we serve") << QByteArray("DNS:localhost,IP:127.0.0.1,IP:::1") << X509_V_OK;
    const auto forbidden = [](const char *what, const QByteArray &names) {
        QTest::newRow(what) << names << X509_V_ERR_PERMITTED_VIOLATION;
    };
    forbidden("a public name", "DNS:example.com");
    forbidden("a public name beside a local one", "DNS:localhost,DNS:example.com");
    forbidden("a name that begins like it", "DNS:localhost.example.com");
    forbidden("a wildcard", "DNS:*.com");
    forbidden("another loopback address", "IP:127.0.0.2");
    forbidden("a public address", "IP:93.184.216.34");
    forbidden("another IPv6 address", "IP:::2");
    forbidden("a mail address", "email:someone@example.com");
    forbidden("a URI", "URI:https://example.com/");
}

void TstIssuing::permitsOnlyLocalNames()
{
    QFETCH(QByteArray, names);
    QFETCH(int, result);
    m_authority.certificate = tls::newAuthority(m_authority.key.get(), m_now);
    const support::Issued leaf = support::issue({.alternatives = names, .issuer = &m_authority});
    QCOMPARE(verify(leaf.certificate.get()), result);
}

void TstIssuing::permitsNoFurtherAuthority()
{
    m_authority.certificate = tls::newAuthority(m_authority.key.get(), m_now);
    const support::Issued second
        = support::issue({.name = "second", .authority = true, .issuer = &m_authority});
    const support::Issued leaf = support::issue({.issuer = &second});
    const tls::CertificatesPtr between(sk_X509_new_null());
    X509_up_ref(second.certificate.get());
    sk_X509_push(between.get(), second.certificate.get());
    QCOMPARE(verify(leaf.certificate.get(), between.get()), X509_V_ERR_PATH_LENGTH_EXCEEDED);
}

void TstIssuing::permitsOnlyServers()
{
    m_authority.certificate = tls::newAuthority(m_authority.key.get(), m_now);
    const tls::KeyPtr key = tls::newKey();
    const auto leaf
        = tls::newLeaf(key.get(), m_authority.certificate.get(), m_authority.key.get(), m_now);
    QCOMPARE(verify(leaf.get()), X509_V_OK);
    QCOMPARE(verify(leaf.get(), nullptr, X509_PURPOSE_SSL_CLIENT), X509_V_ERR_INVALID_PURPOSE);
    const support::Issued any = support::issue({.issuer = &m_authority});
    QCOMPARE(verify(any.certificate.get(), nullptr, X509_PURPOSE_SMIME_SIGN),
             X509_V_ERR_INVALID_PURPOSE); // Its authority is for servers only.
}

void TstIssuing::makesSerialsThatDiffer()
{
    QSet<QByteArray> serials;
    const tls::KeyPtr key = tls::newKey();
    for (int i = 0; i < 20; ++i)
        serials.insert(tls::toQt(tls::newAuthority(key.get(), m_now).get()).serialNumber());
    QCOMPARE(serials.size(), 20);
}

void TstIssuing::namesAnAuthorityAfterItsKey()
{
    const auto name = [this](EVP_PKEY *key) {
        return tls::toQt(tls::newAuthority(key, m_now).get())
            .subjectInfo(QSslCertificate::CommonName)
            .value(0);
    };
    const tls::KeyPtr one = tls::newKey();
    const tls::KeyPtr other = tls::newKey();
    QVERIFY(name(one.get()).startsWith(QLatin1StringView("Hookglass local authority ")));
    QCOMPARE(name(one.get()), name(one.get()));
    QVERIFY(name(one.get()) != name(other.get()));
}

QTEST_GUILESS_MAIN(TstIssuing)
#include "tst_issuing.moc"
