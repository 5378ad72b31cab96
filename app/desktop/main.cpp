// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"

#include <QApplication>
#include <QCommandLineParser>

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("kairos"));
    QApplication::setApplicationDisplayName(QStringLiteral("Kairos"));
    QApplication::setApplicationVersion(QStringLiteral(KAIROS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("kairos"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "desktop", "Clinician workstation for combined ketamine and psychotherapy care"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QCoreApplication::translate("desktop", "A practice to open."),
                                 QStringLiteral("[file]"));
    parser.process(application);

    kairos::app::Composition composition(application);
    if (!parser.positionalArguments().isEmpty()) {
        composition.window().askToUnlock(parser.positionalArguments().first());
    }
    composition.window().show();
    return QApplication::exec();
}
