// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/secret.h"

#include <QtTest>

#include <type_traits>

using signature::Secret;

class TstSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownsTheBytes();
    void overwritesTheCallersBuffer();
    void takesALiteral();
    void takesNothing();
    void showsTheLastFour_data();
    void showsTheLastFour();
    void cannotBeCopied();
};

void TstSecret::ownsTheBytes()
{
    QByteArray bytes("a\0b\xff", 4);
    const auto secret = Secret::take(QStringLiteral("primary"), bytes);
    QCOMPARE(secret->label(), QStringLiteral("primary"));
    QCOMPARE(secret->bytes(), QByteArrayView("a\0b\xff", 4));
    QVERIFY(bytes.isEmpty());
}

// A second QByteArray keeps the buffer alive, so that it can be looked at.
void TstSecret::overwritesTheCallersBuffer()
{
    QByteArray bytes(40, 'k');
    const QByteArray shared = bytes;
    const auto secret = Secret::take(QStringLiteral("primary"), bytes);
    QCOMPARE(shared, QByteArray(40, '\0'));
    QCOMPARE(secret->bytes(), QByteArrayView(QByteArray(40, 'k')));
}

// Its bytes stand in read-only memory.
void TstSecret::takesALiteral()
{
    QByteArray bytes = QByteArrayLiteral("literal");
    QCOMPARE(Secret::take(QStringLiteral("primary"), bytes)->bytes(), QByteArrayView("literal"));
    QVERIFY(bytes.isEmpty());
}

void TstSecret::takesNothing()
{
    QByteArray bytes;
    QVERIFY(Secret::take(QStringLiteral("primary"), bytes)->bytes().isEmpty());
}

void TstSecret::showsTheLastFour_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("twelve characters") << QByteArray("0123456789ab") << QStringLiteral("89ab");
    QTest::newRow("eleven characters") << QByteArray("0123456789a") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("characters, not bytes")
        << QByteArray("0123456789äöüß") << QStringLiteral("äöüß");
}

void TstSecret::showsTheLastFour()
{
    QFETCH(QByteArray, bytes);
    QTEST(Secret::take(QStringLiteral("primary"), bytes)->lastFour(), "text");
}

void TstSecret::cannotBeCopied()
{
    QVERIFY(!std::is_copy_constructible_v<Secret>);
    QVERIFY(!std::is_move_constructible_v<Secret>);
    QVERIFY(!std::is_copy_assignable_v<Secret>);
}

QTEST_GUILESS_MAIN(TstSecret)
#include "tst_secret.moc"
