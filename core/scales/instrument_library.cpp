// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_library.h"

#include "core/scales/instrument_parser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace kairos::scales {

namespace {

base::Result<Instrument> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(
            base::ErrorCode::Storage, QCoreApplication::translate("scales", "The instrument was not read"),
            file.errorString(), QCoreApplication::translate("scales", "check that the file may be read"));
    }
    // One byte more than allowed is enough for the reader to refuse it.
    return readInstrument(file.read(kLargestInstrumentFile + 1));
}

} // namespace

InstrumentLibrary InstrumentLibrary::builtIn() {
    InstrumentLibrary library;
    library.addFolder(QStringLiteral(":/kairos/instruments"));
    return library;
}

void InstrumentLibrary::addFolder(const QString& folder) {
    const QDir directory(folder);
    QStringList idsOfFolder;
    for (const QString& name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        base::Result<Instrument> instrument = readFile(directory.filePath(name));
        if (!instrument) {
            m_refused.append(RefusedInstrument{name, instrument.error().why});
            continue;
        }
        const QString id = instrument->id;
        add(name, std::move(*instrument), idsOfFolder);
        idsOfFolder.append(id);
    }
}

void InstrumentLibrary::add(const QString& file, Instrument instrument, const QStringList& idsOfFolder) {
    if (idsOfFolder.contains(instrument.id)) {
        m_refused.append(RefusedInstrument{
            file, QCoreApplication::translate("scales", "id: another file of this folder defines \"%1\"")
                      .arg(instrument.id)});
        return;
    }
    const auto place = std::ranges::lower_bound(m_instruments, instrument.id, {}, &Instrument::id);
    if (place == m_instruments.end() || place->id != instrument.id) {
        m_instruments.insert(place, std::move(instrument));
        return;
    }
    if (place->version == instrument.version) {
        m_refused.append(RefusedInstrument{
            file,
            QCoreApplication::translate(
                "scales", "version: \"%1\" is installed already in version %2; give yours another version")
                .arg(instrument.id, instrument.version)});
        return;
    }
    *place = std::move(instrument);
}

const Instrument* InstrumentLibrary::find(QStringView id) const {
    const auto found = std::ranges::find_if(
        m_instruments, [id](const Instrument& instrument) { return instrument.id == id; });
    return found == m_instruments.end() ? nullptr : &*found;
}

} // namespace kairos::scales
