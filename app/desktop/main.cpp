// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/composition.h"
#include "app/desktop/screenshots.h"

#include "ui/shell/front_door.h"

#include "core/base/translation.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>
#include <string_view>

namespace {

/// Pictures are drawn without a display.
bool drawsPictures(int argc, char** argv) {
    return std::any_of(argv, argv + argc,
                       [](const char* word) { return std::string_view(word) == "--screenshots"; });
}

} // namespace

int main(int argc, char* argv[]) {
    if (drawsPictures(argc, argv)) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    kairos::base::installTranslation(QLocale());
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
    const QCommandLineOption demo(
        QStringLiteral("demo"), QCoreApplication::translate("desktop", "Open the synthetic demo practice."));
    const QCommandLineOption screenshots(
        QStringLiteral("screenshots"),
        QCoreApplication::translate("desktop",
                                    "Write a picture of every page of the demo practice into a folder."),
        QStringLiteral("folder"));
    parser.addOption(demo);
    parser.addOption(screenshots);
    parser.process(application);

    kairos::app::Composition composition(application);
    if (parser.isSet(screenshots)) {
        return kairos::app::writeScreenshots(composition, parser.value(screenshots));
    }
    if (parser.isSet(demo)) {
        composition.window().door().exploreDemo();
    }
    if (!parser.positionalArguments().isEmpty()) {
        composition.window().askToUnlock(parser.positionalArguments().first());
    }
    composition.window().showOnDesk();
    return QApplication::exec();
}
