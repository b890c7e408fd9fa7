// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/pointer.h"
#include "json/scan.h"
#include "models/lens.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Lens;
using models::LensField;
using models::LensNote;
using Node = json::Document::Node;

class TstLens : public QObject
{
    Q_OBJECT

private:
    static json::Document documentOf(const QByteArray &text)
    {
        return std::get<json::Document>(json::Document::parse(text));
    }

    // What a lens says of the value at a place; the place's steps are plain keys.
    static std::optional<LensNote> noteAt(const Lens &lens, const json::Document &document,
                                          const QByteArray &pointer)
    {
        const LensField *parent = &lens.root;
        QList<QByteArray> steps = pointer.split('/').sliced(1);
        steps.removeLast();
        for (const QByteArray &step : std::as_const(steps))
            parent = parent ? parent->member(step) : nullptr;
        return lens.note(parent, document, *json::resolve(document, pointer));
    }

    static LensNote smiles(const QByteArray &customer, const QByteArray &field)
    {
        const auto document = documentOf(R"({"account_id":1,"topic":"customer/updated",)"
                                         R"("data":{"customer":)"
                                         + customer + "}}");
        return noteAt(*models::lensOf(u"smile"_s), document, "/data/customer/" + field)
            .value_or(LensNote());
    }

private Q_SLOTS:
    void knowsSmile_data()
    {
        QTest::addColumn<QByteArray>("customer");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("words");
        const auto row
            = [](const char *name, const char *customer, const char *field, const QString &words) {
                  QTest::newRow(name) << QByteArray(customer) << QByteArray(field) << words;
              };
        row("a deprecated field", R"({"vip_tier_id":3})", "vip_tier_id", u"deprecated"_s);
        row("a deprecated field that is null", R"({"vip_tier_id":null})", "vip_tier_id",
            u"deprecated, may be null"_s);
        row("the same name where it is not deprecated", R"({"vip_status":{"vip_tier_id":3}})",
            "vip_status/vip_tier_id", {});
        row("a birthday without its year", R"({"date_of_birth":"1004-05-14"})", "date_of_birth",
            u"year unknown"_s);
        row("a birthday with its year", R"({"date_of_birth":"1984-05-14"})", "date_of_birth", {});
        row("no birthday", R"({"date_of_birth":null})", "date_of_birth", u"may be null"_s);
        row("a name that is null", R"({"first_name":null})", "first_name", u"may be null"_s);
        row("a name", R"({"first_name":"Maya"})", "first_name", {});
        row("the text null", R"({"first_name":"null"})", "first_name", {});
        row("a state that is documented", R"({"state":"member"})", "state", {});
        row("a state that is not", R"({"state":"gold"})", "state", u"not documented"_s);
        row("a field that is not documented", R"({"shoe_size":44})", "shoe_size",
            u"not documented"_s);
        row("a field of a documented object", R"({"vip_status":{"mood":1}})", "vip_status/mood",
            u"not documented"_s);
    }

    void knowsSmile()
    {
        QFETCH(const QByteArray, customer);
        QFETCH(const QByteArray, field);
        QFETCH(const QString, words);
        QCOMPARE(smiles(customer, field).words, words);
    }

    void saysASentenceToItsWords_data() { knowsSmile_data(); }

    void saysASentenceToItsWords()
    {
        QFETCH(const QByteArray, customer);
        QFETCH(const QByteArray, field);
        QFETCH(const QString, words);
        if (!words.isEmpty())
            QVERIFY(smiles(customer, field).sentence.endsWith(u'.'));
    }

    void knowsSmilesTopics()
    {
        const auto lens = models::lensOf(u"smile"_s);
        const auto words = [&lens](const QByteArray &topic) {
            const auto document = documentOf(R"({"topic":)" + topic + '}');
            return noteAt(*lens, document, "/topic").value_or(LensNote()).words;
        };
        QCOMPARE(words(R"("ping")"), QString());
        QCOMPARE(words(R"("customer/updated")"), QString());
        QCOMPARE(words(R"("points/changed")"), u"not documented"_s);
    }

    void knowsThePermissionsOfSmilesTopics()
    {
        QMap<QString, QString> permissions;
        for (const models::LensTopic &topic : models::lensOf(u"smile"_s)->topics)
            permissions.insert(topic.name, topic.permission);
        const QMap<QString, QString> documented{{u"ping"_s, {}},
                                                {u"customer/updated"_s, u"customer:read"_s}};
        QCOMPARE(permissions, documented);
    }

    // A wrong word of the file would make it say nothing at all.
    void hasNoRuleThatSaysNothing()
    {
        const auto check = [](const LensField &field, const auto &again) -> void {
            for (const models::LensRule &rule : field.rules)
                QVERIFY2(rule.note.sentence.endsWith(u'.'), field.key.constData());
            for (const LensField &member : field.fields)
                again(member, again);
        };
        const auto lens = models::lensOf(u"smile"_s);
        QVERIFY(lens && !lens->undocumented.isEmpty() && !lens->root.fields.empty());
        check(lens->root, check);
    }

    void hasNoneForOthers_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("no scheme") << QString();
        QTest::newRow("a scheme without a lens") << u"stripe"_s;
        QTest::newRow("a way out of the folder") << u"../lenses/smile"_s;
    }

    void hasNoneForOthers()
    {
        QFETCH(const QString, scheme);
        QVERIFY(!models::lensOf(scheme));
    }

    void refusesWhatIsNoLens()
    {
        QVERIFY(!models::readLens("{"));
        QVERIFY(!models::readLens("[]"));
        QVERIFY(!models::readLens(R"({"fields":[]})"));
    }

    void saysNothingOfWhatIsBelowUnknownFields()
    {
        const auto lens = models::readLens(R"({"fields":{"a":{},"list":{"fields":{"x":{}}}}})");
        const auto document = documentOf(R"({"a":{"b":1},"list":[5],"c":{"d":1}})");
        QVERIFY(noteAt(*lens, document, "/c"));
        QVERIFY(!noteAt(*lens, document, "/a"));
        QVERIFY(!noteAt(*lens, document, "/a/b"));
        QVERIFY(!noteAt(*lens, document, "/list/0"));
        QVERIFY(!noteAt(*lens, document, "/c/d"));
    }
};

QTEST_APPLESS_MAIN(TstLens)
#include "tst_lens.moc"
