// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "gui.h"

#include "commands/interrupt.h"
#include "inspector/inspector.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/plurals.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

int runGui(int &argc, char **argv, const QString &file)
{
    const ui::Application application(argc, argv);
    QApplication::setApplicationName(u"hookglass"_s);
    QApplication::setApplicationDisplayName(u"Hookglass"_s);
    QApplication::setApplicationVersion(QStringLiteral(HOOKGLASS_VERSION));
    QApplication::setDesktopFileName(u"org.hookglass.Hookglass"_s);
    ui::Plurals plurals;
    QApplication::installTranslator(&plurals);

    const inspector::Places places = inspector::Places::standard();
    QSettings settings(places.configFile, QSettings::IniFormat);
    inspector::Inspector inspector(places);
    ui::MainWindow window(inspector, settings);
    const commands::Interrupt interrupt; // a session's end, or Ctrl+C: in order, like Quit
    QObject::connect(&interrupt, &commands::Interrupt::interrupted, &window, &ui::MainWindow::quit);
    window.show();
    window.openStore(file.isEmpty() ? places.defaultStore() : QFileInfo(file).absoluteFilePath());
    return QApplication::exec();
}
