// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/windowstate.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstWindowState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsWhatItWrote();
    void startsAnewWithoutAFile();
    void readsNothingOfAnotherVersion();
    void takesNothingSenseless();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_file;
};

void TstWindowState::init()
{
    m_file = std::make_unique<QSettings>(m_folder.filePath(u"a.conf"_s), QSettings::IniFormat);
    m_file->clear();
}

void TstWindowState::readsWhatItWrote()
{
    const WindowState state{.geometry = "g",
                            .columns = QByteArray("\0c", 2),
                            .details = "d",
                            .split = {700, 300},
                            .splitBeside = false,
                            .place = DetailsPlace::Below,
                            .look = Look::Dark,
                            .textStep = 2,
                            .timeForm = models::TimeForm::Utc,
                            .follow = false,
                            .setUpDone = true,
                            .deleteAsked = true};
    save(state, *m_file);
    m_file->sync();
    const QSettings again(m_file->fileName(), QSettings::IniFormat);
    QCOMPARE(loadWindowState(again), state);
}

void TstWindowState::startsAnewWithoutAFile() { QCOMPARE(loadWindowState(*m_file), WindowState()); }

void TstWindowState::readsNothingOfAnotherVersion()
{
    save({.look = Look::Light, .textStep = 3}, *m_file);
    m_file->setValue("window/version"_L1, 99);
    QCOMPARE(loadWindowState(*m_file), WindowState{.look = Look::Light});
}

void TstWindowState::takesNothingSenseless()
{
    save({}, *m_file);
    m_file->setValue("window/place"_L1, 77);
    m_file->setValue("window/times"_L1, -1);
    m_file->setValue("window/textStep"_L1, 1000);
    m_file->setValue("window/split"_L1, QStringList{u"3"_s});
    m_file->setValue("looks/theme"_L1, u"purple"_s);
    QCOMPARE(loadWindowState(*m_file), WindowState{.textStep = Theme::largestStep});
}

QTEST_MAIN(TstWindowState)
#include "tst_windowstate.moc"
