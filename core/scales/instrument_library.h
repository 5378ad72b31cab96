// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include "core/base/result.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <vector>

namespace kairos::scales {

enum class FileOrigin;

/// A file that was not taken in, and why.
struct RefusedInstrument {
    QString file;   ///< name without folder
    QString reason; ///< begins with the place in the file
};

/// All instruments that are installed: the built-in ones and a clinic's own.
/// Values only; made once and passed on by const reference.
class InstrumentLibrary final {
public:
    /// Nothing installed; tests add what they need.
    InstrumentLibrary() = default;

    /// The instruments compiled into the program (":/kairos/instruments").
    [[nodiscard]] static InstrumentLibrary builtIn();

    /// Adds every instrument file of a folder, not of its subfolders, in the order of their names. A bad file
    /// is refused with its place and reason, and the others still load.
    void addFolder(const QString& folder);
    /// Adds one instrument that a file defines. It may replace a built-in instrument by the same id only
    /// under another version; of a clinic's own files only one may define an id. Refused: `why` says which.
    [[nodiscard]] base::Outcome add(Instrument instrument, const QString& file);
    /// Puts the instrument with the words of a pack in the place of the one with its id, which must be there.
    void giveWording(Instrument worded, const QString& packFile);
    /// Notes a file that was not taken in.
    void refuse(const QString& file, const QString& reason);

    /// The instrument with this id; none when it is not installed.
    [[nodiscard]] const Instrument* find(QStringView id) const;
    /// The instrument of a name that people and files write: "phq-9", or "phq-9@1.0.0" where the version
    /// matters. NotFound: no such instrument is installed, or it is in another version; `why` names both.
    [[nodiscard]] base::Result<const Instrument*> named(const QString& name) const;
    /// All instruments, by id.
    [[nodiscard]] const std::vector<Instrument>& all() const { return m_instruments; }
    [[nodiscard]] const QList<RefusedInstrument>& refused() const { return m_refused; }

private:
    void addFiles(const QString& folder, FileOrigin origin);

    std::vector<Instrument> m_instruments;
    QList<RefusedInstrument> m_refused;
};

} // namespace kairos::scales
