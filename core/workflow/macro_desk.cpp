// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/macro_desk.h"

#include "core/workflow/catalog.h"
#include "core/workflow/dose_history.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_reads.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/storage/practice_file.h"
#include "core/therapy/macros.h"

#include <QLocale>

#include <algorithm>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;

namespace {

/// The scale that {score} names.
const QString kScoreInstrument = QStringLiteral("phq-9");

QString dayText(const QDate& day) {
    return QLocale().toString(day, QStringLiteral("d MMM yyyy"));
}

QString minutesText(int minutes) {
    return Words::tr("%1 min").arg(minutes);
}

qsizetype indexOf(const QList<TextMacro>& macros, const QString& name) {
    const auto found = std::find_if(macros.begin(), macros.end(),
                                    [&](const TextMacro& macro) { return macro.name == name; });
    return found == macros.end() ? -1 : found - macros.begin();
}

template <class Record>
std::optional<Record> loaded(const base::Result<std::optional<Record>>& found) {
    return found ? *found : std::nullopt;
}

} // namespace

QList<TextMacro> MacroDesk::own() const {
    QList<TextMacro> macros = m_practice.signedIn() ? m_practice.signedIn()->macros : QList<TextMacro>();
    std::sort(macros.begin(), macros.end(),
              [](const TextMacro& a, const TextMacro& b) { return a.name < b.name; });
    return macros;
}

std::optional<TextMacro> MacroDesk::find(const QString& name) const {
    const QList<TextMacro> mine = own();
    if (const qsizetype at = indexOf(mine, name); at >= 0) {
        return mine.at(at);
    }
    for (const therapy::ShippedMacro& shipped : therapy::builtInMacros()) {
        if (shipped.macro.name == name) {
            return shipped.macro;
        }
    }
    return std::nullopt;
}

base::Outcome MacroDesk::keep(const QList<TextMacro>& macros) {
    if (!m_practice.signedIn()) {
        return base::fail(ErrorCode::Refused, Words::tr("The macro was not saved"),
                          Words::tr("nobody is signed in"), Words::tr("sign in and save again"));
    }
    Clinician changed = *m_practice.signedIn();
    changed.macros = macros;
    return WritingDoor(m_practice).save({{Action::Changed, changed, {}}}).map([&](const Changes&) {
        m_practice.adopt(changed);
    });
}

base::Outcome MacroDesk::save(TextMacro macro, const QString& replaced) {
    macro.name = macro.name.trimmed();
    if (macro.name.startsWith(QLatin1Char(';'))) {
        macro.name.remove(0, 1); // As it is typed in a note.
    }
    QList<TextMacro> macros = own();
    const qsizetype at = indexOf(macros, replaced);
    if (!replaced.isEmpty() && at < 0) {
        return base::fail(ErrorCode::NotFound, Words::tr("The macro was not saved"),
                          Words::tr("the one to change is gone"), Words::tr("save it as a new one"));
    }
    if (at >= 0) {
        macros.removeAt(at);
    }
    return therapy::checkMacro(macro, macros).and_then([&] {
        macros.append(macro);
        return keep(macros);
    });
}

base::Outcome MacroDesk::remove(const QString& name) {
    QList<TextMacro> macros = own();
    const qsizetype at = indexOf(macros, name);
    if (at < 0) {
        return base::fail(ErrorCode::NotFound, Words::tr("The macro was not taken away"),
                          Words::tr("you have none of this name"), Words::tr("choose one of your own"));
    }
    macros.removeAt(at);
    return keep(macros);
}

QString MacroDesk::expand(const TextMacro& macro, const PatientId& patient, const SessionId& session,
                          const QHash<QString, QString>& typed) const {
    QHash<QString, QString> values;
    for (const QString& field : therapy::macroFields()) {
        // Only what the macro names is looked up.
        if (macro.text.contains(QStringLiteral("{%1}").arg(field))) {
            const QString known = typed.value(field);
            values.insert(field, known.isEmpty() ? valueOf(field, patient, session) : known);
        }
    }
    return therapy::expanded(macro.text, values);
}

QString MacroDesk::scoreOf(const PatientId& patient) const {
    const auto ratings = m_practice.reads().all<Rating>(patient);
    std::optional<Rating> last;
    for (const Rating& rating : ratings ? ratings->records : QList<Rating>()) {
        const bool isScore = rating.instrument == kScoreInstrument && rating.total;
        if (isScore && (!last || last->assessedAt < rating.assessedAt)) {
            last = rating;
        }
    }
    const auto* instrument = m_practice.catalog().instruments.find(kScoreInstrument);
    if (!last || instrument == nullptr) {
        return {};
    }
    const auto* band = instrument->findBand(last->band);
    QStringList parts = {
        Words::tr("%1 %2").arg(instrument->shortTitle, QLocale().toString(*last->total, 'g', 6)),
        band != nullptr ? band->label : QString(), dayText(last->assessedAt.local(m_practice.zone()).date())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString MacroDesk::doseOf(const PatientId& patient) const {
    const auto history = DoseHistoryQuery(m_practice).ofPatient(patient);
    if (!history || history->rows.isEmpty()) {
        return {};
    }
    const DoseHistoryRow& last = history->rows.last();
    if (!last.given || !last.session.startedAt) {
        return {}; // Begun, but how much was given is not known: no figure stands for it.
    }
    const QString mg = Words::tr("%1 mg").arg(QLocale().toString(last.given->value, 'f', 1));
    const QString perKg = last.givenPerKg
                              ? Words::tr("%1 mg/kg").arg(QLocale().toString(last.givenPerKg->value, 'f', 2))
                              : QString();
    QStringList parts = {mg, perKg, dayText(last.session.startedAt->local(m_practice.zone()).date())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString MacroDesk::valueOf(const QString& field, const PatientId& patient, const SessionId& session) const {
    auto& records = m_practice.file().records();
    if (field == QLatin1String("score")) {
        return scoreOf(patient);
    }
    if (field == QLatin1String("dose")) {
        return doseOf(patient);
    }
    if (field == QLatin1String("patient")) {
        const auto person = loaded(records.find<Patient>(patient));
        return person ? person->displayName() : QString();
    }
    if (field == QLatin1String("intention")) {
        const auto doses = m_practice.reads().all<DosingSession>(patient);
        QString intention;
        for (const DosingSession& dose : doses ? doses->records : QList<DosingSession>()) {
            intention = dose.intention.isEmpty() ? intention : dose.intention;
        }
        return intention;
    }
    const auto therapy = loaded(records.find<TherapySession>(session));
    if (field == QLatin1String("minutes")) {
        return therapy && therapy->minutes ? minutesText(*therapy->minutes) : QString();
    }
    const auto dosing = loaded(records.find<DosingSession>(session));
    const std::optional<base::Instant> started = therapy  ? therapy->startedAt
                                                 : dosing ? dosing->startedAt
                                                          : std::nullopt;
    return dayText(started ? started->local(m_practice.zone()).date() : m_practice.today());
}

} // namespace kairos::workflow
