// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/help.h"

#include "core/base/translation.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#ifdef KAIROS_PICTURES
#include <QApplication>
#endif

#include <algorithm>
#include <cstdio>
#include <memory>

namespace {

using namespace kairos;

void print(FILE* stream, const QByteArray& bytes) {
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

/// One line, whatever names and paths it carries.
int printError(const base::Error& error) {
    QString line = error.sentence();
    line.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '));
    print(stderr, QStringLiteral("kairos-cli: %1\n").arg(line).toUtf8());
    return base::exitCode(error.code);
}

/// A full disk or a closed pipe must not pass for success.
int printText(const QString& text, int exit) {
    if (!text.isEmpty()) {
        print(stdout, text.toUtf8() + '\n');
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        return printError({base::ErrorCode::Storage, QStringLiteral("The result was not printed"),
                           QStringLiteral("standard output does not take it"),
                           QStringLiteral("check the disk or the pipe")});
    }
    return exit;
}

int runCommand(const cli::Command& command, const QStringList& words) {
    const auto arguments = cli::Arguments::parse(command, words);
    if (!arguments) {
        return printError(arguments.error());
    }
    if (arguments->has(QStringLiteral("--help"))) {
        return printText(cli::commandHelp(command), 0);
    }
    const auto reply = command.run(*arguments);
    if (!reply) {
        return printError(reply.error());
    }
    if (arguments->has(QStringLiteral("--json"))) {
        const QByteArray json = QJsonDocument(reply->json).toJson(QJsonDocument::Compact);
        return printText(QString::fromUtf8(json), reply->exit);
    }
    return printText(reply->text, reply->exit);
}

int dispatch(const QStringList& words) {
    if (words.isEmpty()) {
        return printError(
            cli::usageError(QStringLiteral("no command was given"), QStringLiteral("see kairos-cli --help"))
                .value());
    }
    if (words.first() == QLatin1String("--help")) {
        return printText(cli::programHelp(), 0);
    }
    if (words.first() == QLatin1String("--version")) {
        return printText(QStringLiteral("kairos-cli " KAIROS_VERSION), 0);
    }
    const auto command = cli::findCommand(words.first());
    if (!command) {
        return printError(cli::usageError(QStringLiteral("there is no command \"%1\"").arg(words.first()),
                                          QStringLiteral("see kairos-cli --help"))
                              .value());
    }
    return runCommand(*command, words.mid(1));
}

/// Drawing needs fonts, which Qt's offscreen platform brings without a display.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv,
                                                  [[maybe_unused]] const QStringList& words) {
#ifdef KAIROS_PICTURES
    const bool draws = std::any_of(words.begin(), words.end(), [](const QString& word) {
        const QString name = word.section(QLatin1Char('='), 0, 0);
        return name == QLatin1String("--png") || name == QLatin1String("--svg") ||
               name == QLatin1String("--pdf");
    });
    if (draws) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return std::make_unique<QApplication>(argc, argv);
    }
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char* argv[]) {
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words.append(QString::fromLocal8Bit(argv[i]));
    }
    // Qt takes options such as --session for its own: it is shown the program's name alone.
    int ownCount = 1;
    const auto application = makeApplication(ownCount, argv, words);
    // What scripts read must not change with the PC's language.
    QLocale::setDefault(QLocale::c());
    base::installTranslation(QLocale::c());
    return dispatch(words);
}
