// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scales/instrument.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <vector>

namespace kairos::scales {

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

    /// Adds every *.json of a folder, not of its subfolders, in the order of their names. A bad file is
    /// refused with its place and reason, and the others still load. A file may replace a built-in
    /// instrument by the same id only under another version; within one folder an id stands once.
    void addFolder(const QString& folder);

    /// The instrument with this id; none when it is not installed.
    [[nodiscard]] const Instrument* find(QStringView id) const;
    /// All instruments, by id.
    [[nodiscard]] const std::vector<Instrument>& all() const { return m_instruments; }
    [[nodiscard]] const QList<RefusedInstrument>& refused() const { return m_refused; }

private:
    void add(const QString& file, Instrument instrument, const QStringList& idsOfFolder);

    std::vector<Instrument> m_instruments;
    QList<RefusedInstrument> m_refused;
};

} // namespace kairos::scales
