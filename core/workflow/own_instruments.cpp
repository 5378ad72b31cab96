// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/own_instruments.h"

#include "core/base/whole_file.h"
#include "core/exchange/pack_instrument.h"
#include "core/exchange/pack_wording.h"
#include "core/exchange/questionnaire.h"
#include "core/scales/instrument_parser.h"
#include "core/workflow/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace kairos::workflow {

namespace {

using base::ErrorCode;
using scales::Instrument;
using scales::InstrumentLibrary;

QString instrumentNotAdded() {
    return Words::tr("The file was not added");
}

base::Result<QByteArray> fileBytes(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(ErrorCode::Storage, instrumentNotAdded(), file.errorString(),
                          Words::tr("check that the file may be read"));
    }
    // One byte more than allowed is enough for the readers to refuse it.
    return file.read(exchange::kLargestQuestionnaire + 1);
}

/// The ids that were added, or why nothing was.
using Added = base::Result<QStringList>;

Added addForm(InstrumentLibrary& library, const exchange::Questionnaire& form, const QString& name) {
    const Instrument* known = exchange::instrumentFor(form, library);
    if (known == nullptr) {
        const auto made = exchange::newInstrument(form);
        if (!made) {
            return tl::unexpected(made.error());
        }
        return library.add(*made, name).map([&made] { return QStringList{made->id}; });
    }
    if (!known->wordingFile.isEmpty()) {
        return base::fail(
            ErrorCode::Refused, instrumentNotAdded(),
            Words::tr("the file %1 gives %2 its wording already").arg(known->wordingFile, known->shortTitle),
            Words::tr("take one of the two out of the folder"));
    }
    auto worded = exchange::withWording(*known, form);
    if (!worded) {
        return tl::unexpected(worded.error());
    }
    const QStringList ids{worded->id};
    library.giveWording(std::move(*worded), name);
    return ids;
}

/// A pack is taken in as a whole or not at all.
Added addPack(InstrumentLibrary& library, const QByteArray& bytes, const QString& name) {
    const auto forms = exchange::readQuestionnaires(bytes);
    if (!forms) {
        return tl::unexpected(forms.error());
    }
    InstrumentLibrary tried = library;
    QStringList ids;
    for (const exchange::Questionnaire& form : *forms) {
        const Added added = addForm(tried, form, name);
        if (!added) {
            return added;
        }
        ids += *added;
    }
    library = std::move(tried);
    return ids;
}

Added addFile(InstrumentLibrary& library, const QByteArray& bytes, const QString& name) {
    if (exchange::isFhir(bytes)) {
        return addPack(library, bytes, name);
    }
    auto instrument = scales::readInstrument(bytes);
    if (!instrument) {
        return tl::unexpected(instrument.error());
    }
    const QString id = instrument->id;
    return library.add(std::move(*instrument), name).map([&id] { return QStringList{id}; });
}

} // namespace

QString ownInstrumentsFolder(const QString& practicePath) {
    const QFileInfo practice(practicePath);
    return practice.dir().filePath(practice.completeBaseName() + QStringLiteral(".instruments"));
}

void addOwnInstruments(InstrumentLibrary& instruments, const QString& folder) {
    const QDir directory(folder);
    struct OwnFile {
        QString name;
        QByteArray bytes;
    };
    QList<OwnFile> packs;
    for (const QString& name : directory.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const auto bytes = fileBytes(directory.filePath(name));
        if (bytes && exchange::isFhir(*bytes)) {
            packs.append({name, *bytes});
            continue;
        }
        const Added added = bytes ? addFile(instruments, *bytes, name) : tl::unexpected(bytes.error());
        if (!added) {
            instruments.refuse(name, added.error().why);
        }
    }
    // Only now, since a pack may give wording to an instrument of the same folder.
    for (const OwnFile& pack : packs) {
        if (const Added added = addPack(instruments, pack.bytes, pack.name); !added) {
            instruments.refuse(pack.name, added.error().why);
        }
    }
}

base::Result<OwnInstrumentFile> installOwnInstrument(const QString& file, const QString& practicePath,
                                                     const InstrumentLibrary& builtIn) {
    const QString folder = ownInstrumentsFolder(practicePath);
    QString name = QFileInfo(file).fileName();
    if (!name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        name += QStringLiteral(".json");
    }
    const auto bytes = fileBytes(file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    InstrumentLibrary library = builtIn;
    addOwnInstruments(library, folder);
    const Added added = addFile(library, *bytes, name);
    if (!added) {
        return tl::unexpected(added.error());
    }
    const QString target = QDir(folder).filePath(name);
    if (QFileInfo::exists(target)) {
        return base::fail(ErrorCode::Refused, instrumentNotAdded(),
                          Words::tr("a file of the name %1 lies in the folder already").arg(name),
                          Words::tr("rename yours, or take the other one out"));
    }
    QDir().mkpath(folder);
    return base::writeWhole(target, *bytes,
                            {instrumentNotAdded(), Words::tr("check the folder %1").arg(folder)})
        .transform([&] {
            return OwnInstrumentFile{*added, name};
        });
}

} // namespace kairos::workflow
