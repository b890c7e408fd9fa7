// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "support/jsonschema.h"

#include <QDir>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Scheme;

namespace
{

const QString resources = u"" TEST_DATA "/../../resources/"_s;

QByteArray contents(const QString &name)
{
    QFile file(resources + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsSmile();
    void knowsNoOther_data();
    void knowsNoOther();
    void shipsEveryFile();
    void keepsToTheSchema_data();
    void keepsToTheSchema();
    void readsInOrder();
    void saysWhatIsCovered_data();
    void saysWhatIsCovered();
    void knowsWhatReadsAForm_data();
    void knowsWhatReadsAForm();
};

void TstCatalogue::knowsSmile()
{
    const auto scheme = signature::schemeById(u"smile");
    QVERIFY(scheme.has_value());
    QCOMPARE(scheme->id, u"smile"_s);
    QCOMPARE(scheme->name, u"Smile.io"_s);
    QCOMPARE(signature::signatureHeader(*scheme), QByteArray("Smile-Signature"));
    QCOMPARE(signature::timestampHeader(*scheme), QByteArray("Smile-Timestamp"));
    QCOMPARE(scheme->time->tolerance.value_or(0), qint64(300));
}

void TstCatalogue::knowsNoOther_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another case") << u"Smile"_s;
    QTest::newRow("a longer one") << u"smile2"_s;
}

void TstCatalogue::knowsNoOther()
{
    QFETCH(QString, id);
    QVERIFY(!signature::schemeById(id));
}

void TstCatalogue::shipsEveryFile()
{
    QStringList names = QDir(resources + u"schemes"_s).entryList(QDir::Files, QDir::Name);
    names.replaceInStrings(u".json"_s, QString());
    QCOMPARE(signature::schemeIds(), names);
    QCOMPARE(signature::allSchemes().size(), names.size());
    QVERIFY(names.size() >= 212);
}

void TstCatalogue::keepsToTheSchema_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : signature::schemeIds())
        QTest::newRow(qPrintable(id)) << id;
}

// And to the very form that the program writes, so that a change shows as what it is.
void TstCatalogue::keepsToTheSchema()
{
    QFETCH(QString, id);
    static const JsonSchema schema(
        QJsonDocument::fromJson(contents(u"scheme.schema.json"_s)).object());
    const QByteArray text = contents(u"schemes/%1.json"_s.arg(id));
    QCOMPARE(schema.misfit(QJsonDocument::fromJson(text).object()), QString());
    const auto scheme = signature::readScheme(text);
    QVERIFY2(scheme, qPrintable(scheme ? QString() : scheme.error().why));
    QCOMPARE(scheme->id, id);
    QCOMPARE(signature::writeScheme(*scheme), text);
}

void TstCatalogue::readsInOrder()
{
    const QList<Scheme> &all = signature::allSchemes();
    QCOMPARE(all.constFirst().id, u"smile"_s);
    QStringList families;
    for (const Scheme &scheme : all.sliced(1)) {
        if (families.isEmpty() || families.constLast() != scheme.family)
            families.append(scheme.family);
    }
    QCOMPARE(families.removeDuplicates(), qsizetype(0));
}

void TstCatalogue::saysWhatIsCovered_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("covered");

    QTest::newRow("the whole body") << u"github"_s << true;
    QTest::newRow("a checksum of it") << u"paypal"_s << true;
    QTest::newRow("a digest in the URL") << u"twilio_json"_s << true;
    QTest::newRow("a claim of a token") << u"plaid"_s << true;
    QTest::newRow("a claim that may be absent") << u"vonage"_s << false;
    QTest::newRow("ids only") << u"mercado_pago"_s << false;
    QTest::newRow("a token in a header") << u"gitlab"_s << false;
}

void TstCatalogue::saysWhatIsCovered()
{
    QFETCH(QString, id);
    QTEST(signature::schemeById(id)->coversBody, "covered");
}

void TstCatalogue::knowsWhatReadsAForm_data()
{
    QTest::addColumn<bool>("form");

    for (const char *id :
         {"mandrill", "mailgun_form", "dropbox_sign", "braintree", "twilio", "plivo_v3"})
        QTest::newRow(id) << true;
    for (const char *id : {"smile", "mailgun", "adyen_payments", "twilio_json", "gitlab"})
        QTest::newRow(id) << false;
}

void TstCatalogue::knowsWhatReadsAForm()
{
    const auto scheme = signature::schemeById(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(scheme);
    QTEST(signature::readsForm(*scheme), "form");
}

QTEST_GUILESS_MAIN(TstCatalogue)
#include "tst_catalogue.moc"
