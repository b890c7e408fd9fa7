// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/rows.h"
#include "ui/announcements.h"
#include "ui/plurals.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using signature::Signature;

class TstAnnouncements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOneSentenceForMany();
};

void TstAnnouncements::saysOneSentenceForMany()
{
    Plurals plurals;
    QCoreApplication::installTranslator(&plurals);
    Announcements announcements;
    QSignalSpy announced(&announcements, &Announcements::announced);
    capture::Summary rejected = rows::row(14, Signature::Invalid);
    rejected.rejection = capture::Reason::PlainHttp;
    announcements.take(rows::several(1, 10));
    announcements.take({rows::row(11, Signature::Invalid), rejected});
    QCOMPARE(announced.size(), 0);
    QVERIFY(announced.wait());
    QCOMPARE(announced.size(), 1);
    QCOMPARE(announced.first().first().toString(), u"12 new webhooks, 1 invalid"_s);
}

QTEST_MAIN(TstAnnouncements)
#include "tst_announcements.moc"
