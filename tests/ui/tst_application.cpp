// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/application.h"

#include <QEventLoop>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QTimer>

using ui::Application;

class TstApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfAnEventThatTakesTooLong()
    {
        QSignalSpy blocked(application(), &Application::blocked);
        QTimer::singleShot(0, this, [] { QThread::msleep(Application::longestBlock + 10); });
        QVERIFY(blocked.wait());
        QVERIFY(blocked.first().first().toLongLong() > Application::longestBlock);
    }

    void keepsSilentAboutShortOnes()
    {
        QSignalSpy blocked(application(), &Application::blocked);
        bool ran = false;
        QTimer::singleShot(0, this, [&ran] { ran = true; });
        QTRY_VERIFY(ran);
        QCOMPARE(blocked.size(), 0);
    }

    // A dialog's own loop goes on answering the user.
    void takesAnEventLoopForNoBlock()
    {
        QSignalSpy blocked(application(), &Application::blocked);
        bool ran = false;
        QTimer::singleShot(0, this, [&ran] {
            QEventLoop loop;
            QTimer::singleShot(Application::longestBlock + 30, &loop, &QEventLoop::quit);
            loop.exec();
            ran = true;
        });
        QTRY_VERIFY(ran);
        QCOMPARE(blocked.size(), 0);
    }

    void watchesWithinAnEventLoopAsWell()
    {
        QSignalSpy blocked(application(), &Application::blocked);
        QEventLoop loop;
        QTimer::singleShot(0, &loop, [&loop] {
            QThread::msleep(Application::longestBlock + 10);
            loop.quit();
        });
        loop.exec();
        QCOMPARE(blocked.size(), 1);
    }

private:
    static Application *application() { return static_cast<Application *>(qApp); }
};

int main(int argc, char **argv)
{
    Application application(argc, argv);
    TstApplication test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_application.moc"
