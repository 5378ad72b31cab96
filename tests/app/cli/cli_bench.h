// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_practice_fixture.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace kairos::tests {

/// What a finished run left behind.
struct CliRun {
    int exit = -1;
    QByteArray out;
    QByteArray error;

    /// The one JSON object on standard output; an empty one when there is anything else.
    [[nodiscard]] QJsonObject json() const;
    /// Whether standard error holds exactly one line of the form "kairos-cli: what: why; what to do", and
    /// standard output nothing.
    [[nodiscard]] bool isOneLineError() const;
};

/// Runs the real kairos-cli in a folder of its own, with its memory of seen practices there too.
class CliBench final {
public:
    CliBench();
    Q_DISABLE_COPY_MOVE(CliBench)

    [[nodiscard]] CliRun run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// With --json added.
    [[nodiscard]] CliRun runJson(const QStringList& arguments) const;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Writes a file into the folder and returns its path.
    QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] static QString data(const QString& name);

private:
    QTemporaryDir m_folder;
};

/// A bench with a practice made at the cheap key cost, closed so that the program can open it.
class PracticeBench final {
public:
    PracticeBench();

    /// Puts records into the practice before the program sees it.
    template <class Fill>
    explicit PracticeBench(Fill&& fill) : PracticeBench() {
        m_fixture.reopen();
        fill(m_fixture);
        m_fixture.close();
    }

    /// A practice command: its name, the file, the passphrase, then the rest.
    [[nodiscard]] CliRun run(const QString& command, const QStringList& rest = {}) const;
    /// The same with --json.
    [[nodiscard]] CliRun runJson(const QString& command, const QStringList& rest = {}) const;

    [[nodiscard]] const CliBench& bench() const { return m_bench; }
    [[nodiscard]] support::OpenPracticeFixture& fixture() { return m_fixture; }
    [[nodiscard]] QString file() const { return m_fixture.path(); }
    [[nodiscard]] QString passphraseFile() const { return m_passphraseFile; }

private:
    CliBench m_bench;
    support::OpenPracticeFixture m_fixture;
    QString m_passphraseFile;
};

} // namespace kairos::tests
