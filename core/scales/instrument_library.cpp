// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/instrument_library.h"

#include "core/scales/instrument_parser.h"
#include "core/scales/words.h"

#include "core/base/check.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace kairos::scales {

namespace {

base::Result<Instrument> readFile(const QString& path, FileOrigin origin) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(base::ErrorCode::Storage, Words::tr("The instrument was not read"),
                          file.errorString(), Words::tr("check that the file may be read"));
    }
    // One byte more than allowed is enough for the reader to refuse it.
    return readInstrument(file.read(kLargestInstrumentFile + 1), origin);
}

base::Outcome refuseInstrument(const QString& why, const QString& remedy) {
    return base::fail(base::ErrorCode::Refused, Words::tr("The instrument was not added"), why, remedy);
}

} // namespace

InstrumentLibrary InstrumentLibrary::builtIn() {
    InstrumentLibrary library;
    library.addFiles(QStringLiteral(":/kairos/instruments"), FileOrigin::CompiledIn);
    for (Instrument& instrument : library.m_instruments) {
        instrument.file.clear();
    }
    return library;
}

void InstrumentLibrary::addFolder(const QString& folder) {
    addFiles(folder, FileOrigin::Outside);
}

void InstrumentLibrary::addFiles(const QString& folder, FileOrigin origin) {
    const QDir directory(folder);
    for (const QString& name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        base::Result<Instrument> instrument = readFile(directory.filePath(name), origin);
        const base::Outcome added = instrument ? add(std::move(*instrument), name)
                                               : base::Outcome(tl::unexpected(instrument.error()));
        if (!added) {
            refuse(name, added.error().why);
        }
    }
}

base::Outcome InstrumentLibrary::add(Instrument instrument, const QString& file) {
    const auto place = std::ranges::lower_bound(m_instruments, instrument.id, {}, &Instrument::id);
    const bool isKnown = place != m_instruments.end() && place->id == instrument.id;
    if (isKnown && !place->file.isEmpty()) {
        return refuseInstrument(
            Words::tr("/id: the file %1 defines \"%2\" already").arg(place->file, instrument.id),
            Words::tr("take one of the two out of the folder"));
    }
    if (isKnown && place->version == instrument.version) {
        return refuseInstrument(Words::tr("/version: \"%1\" is installed already in version %2")
                                    .arg(instrument.id, instrument.version),
                                Words::tr("give yours another version"));
    }
    instrument.file = file;
    if (isKnown) {
        *place = std::move(instrument);
    } else {
        m_instruments.insert(place, std::move(instrument));
    }
    return {};
}

void InstrumentLibrary::giveWording(Instrument worded, const QString& packFile) {
    const auto place = std::ranges::find(m_instruments, worded.id, &Instrument::id);
    KAIROS_CHECK(place != m_instruments.end());
    worded.wordingFile = packFile;
    *place = std::move(worded);
}

void InstrumentLibrary::refuse(const QString& file, const QString& reason) {
    m_refused.append(RefusedInstrument{file, reason});
}

const Instrument* InstrumentLibrary::find(QStringView id) const {
    const auto found = std::ranges::find_if(
        m_instruments, [id](const Instrument& instrument) { return instrument.id == id; });
    return found == m_instruments.end() ? nullptr : &*found;
}

base::Result<const Instrument*> InstrumentLibrary::named(const QString& name) const {
    const QString id = name.section(QLatin1Char('@'), 0, 0);
    const QString version = name.section(QLatin1Char('@'), 1);
    const Instrument* instrument = find(id);
    if (instrument == nullptr) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The instrument was not found"),
                          Words::tr("no instrument \"%1\" is installed").arg(id),
                          Words::tr("use one of those that are installed"));
    }
    if (!version.isEmpty() && version != instrument->version) {
        return base::fail(base::ErrorCode::NotFound, Words::tr("The instrument was not found"),
                          Words::tr("%1 is installed in version %2, not in version %3")
                              .arg(instrument->shortTitle, instrument->version, version),
                          Words::tr("use the installed version, or install the other one"));
    }
    return instrument;
}

} // namespace kairos::scales
