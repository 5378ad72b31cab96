// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/cli_bench.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

#include <stdexcept>

namespace kairos::tests {
namespace {

constexpr int kPatienceMs = 120'000;

} // namespace

QJsonObject CliRun::json() const {
    const bool isOneLine = out.endsWith('\n') && out.count('\n') == 1;
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(out, &problem);
    return isOneLine && problem.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

bool CliRun::isOneLineError() const {
    static const QRegularExpression kForm(QStringLiteral("^kairos-cli: [^\\n]+: [^\\n]+; [^\\n]+\\n$"));
    return out.isEmpty() && kForm.match(QString::fromUtf8(error)).hasMatch();
}

CliBench::CliBench() {
    if (!m_folder.isValid()) {
        throw std::runtime_error("no temporary folder");
    }
}

CliRun CliBench::run(const QStringList& arguments, const QByteArray& input) const {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder.filePath(QStringLiteral("settings")));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(KAIROS_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatienceMs) || process.exitStatus() != QProcess::NormalExit) {
        throw std::runtime_error("kairos-cli did not end by itself");
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

CliRun CliBench::runJson(const QStringList& arguments) const {
    return run(arguments + QStringList{QStringLiteral("--json")});
}

QString CliBench::write(const QString& name, const QByteArray& content) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        throw std::runtime_error("a file of the test was not written");
    }
    return file.fileName();
}

QString CliBench::data(const QString& name) {
    return QStringLiteral(KAIROS_TEST_DATA "/scores/") + name;
}

PracticeBench::PracticeBench()
    : m_passphraseFile(m_bench.write(QStringLiteral("passphrase"),
                                     support::OpenPracticeFixture::passphrase().toUtf8() + '\n')) {
    m_fixture.close();
}

CliRun PracticeBench::run(const QString& command, const QStringList& rest) const {
    return m_bench.run(QStringList{command, file(), QStringLiteral("--passphrase-file"), m_passphraseFile} +
                       rest);
}

CliRun PracticeBench::runJson(const QString& command, const QStringList& rest) const {
    return run(command, rest + QStringList{QStringLiteral("--json")});
}

} // namespace kairos::tests
