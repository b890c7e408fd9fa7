// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/timesettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstTimeSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PATH", QFile::encodeName(m_folder->path()));
    }

    void givesTheDesktopsOwnProgram()
    {
        install(u"systemsettings"_s);
        const QStringList expected{m_folder->filePath(u"systemsettings"_s), u"kcm_clock"_s};
        QCOMPARE(ui::timeSettingsCommand(), expected);
    }

    void givesNothingWhereNoneIsInstalled() { QVERIFY(ui::timeSettingsCommand().isEmpty()); }

private:
    void install(const QString &name)
    {
        QFile program(m_folder->filePath(name));
        QVERIFY(program.open(QIODevice::WriteOnly));
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TstTimeSettings)
#include "tst_timesettings.moc"
