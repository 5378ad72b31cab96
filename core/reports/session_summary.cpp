// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/session_summary.h"

#include "core/reports/dose_lines.h"
#include "core/reports/rating_lines.h"
#include "core/reports/vital_lines.h"
#include "core/reports/wording.h"
#include "core/reports/words.h"

#include "core/therapy/note_text.h"
#include "core/therapy/note_words.h"

#include <algorithm>

namespace kairos::reports {

using namespace record;
using safety::GateLine;
using safety::GateState;

namespace {

QString bornText(const SummaryFacts& facts, QDate day) {
    if (!facts.patient.birthDate) {
        return Words::tr("not recorded");
    }
    const QDate born = *facts.patient.birthDate;
    int years = day.year() - born.year();
    if (born.addYears(years) > day) {
        --years;
    }
    return Words::tr("%1 (%2 y)").arg(facts.locale.toString(born, QStringLiteral("d MMM yyyy"))).arg(years);
}

QString allergyText(const SummaryFacts& facts) {
    switch (facts.patient.allergyStatus) {
    case AllergyStatus::NotAsked:
        return Words::tr("not asked");
    case AllergyStatus::NoneKnown:
        return Words::tr("none known");
    case AllergyStatus::Listed:
        return facts.allergies.join(QStringLiteral(", "));
    }
    return {};
}

} // namespace

PageIdentity identityOf(const SummaryFacts& facts, QDate day) {
    PageIdentity identity;
    identity.practice = facts.practice.name;
    QStringList line;
    for (const QString& part : {facts.practice.address, facts.practice.phone}) {
        if (!part.isEmpty()) {
            line.append(part);
        }
    }
    identity.practiceLine = line.join(QStringLiteral(" · "));
    identity.isSynthetic = facts.practice.synthetic;
    identity.patient = facts.patient.displayName();
    identity.born = bornText(facts, day);
    identity.mrn = facts.patient.mrn;
    identity.allergies = allergyText(facts);
    identity.weight = facts.dosing && facts.dosing->weight
                          ? Words::tr("%1 kg").arg(figureText(facts.dosing->weight->value, 1, facts.locale))
                          : Words::tr("not weighed");
    identity.printed =
        Words::tr("%1 by %2").arg(momentText(facts.now, facts.zone, facts.locale), facts.printedBy);
    identity.fingerprint = facts.fingerprint;
    identity.version = facts.version;
    identity.isDraft = facts.signatures.isEmpty() || !facts.unsignedParts.isEmpty();
    return identity;
}

namespace {

QString therapyTitle(const TherapySession& session) {
    switch (session.type) {
    case TherapyType::Preparation:
        return Words::tr("Preparation session %1").arg(session.number);
    case TherapyType::Integration:
        return Words::tr("Integration session %1").arg(session.number);
    case TherapyType::Therapy:
        return session.modality.isEmpty()
                   ? Words::tr("Therapy session %1").arg(session.number)
                   : Words::tr("%1 session %2").arg(session.modality).arg(session.number);
    case TherapyType::Other:
        return Words::tr("Therapy session");
    case TherapyType::DosingSupport:
        return Words::tr("Support on the day of a dose");
    case TherapyType::PhoneContact:
        return Words::tr("Phone contact");
    case TherapyType::Group:
        return session.number > 0 ? Words::tr("Group session %1").arg(session.number)
                                  : Words::tr("Group session");
    }
    return {};
}

QString subtitleOf(const SummaryFacts& facts) {
    if (facts.dosing) {
        const auto& session = *facts.dosing;
        QString text = Words::tr("Dosing session %1, %2")
                           .arg(session.number)
                           .arg(dayText(session.booked.date, facts.locale));
        if (session.startedAt) {
            text += Words::tr(", %1").arg(timeText(*session.startedAt, facts.zone));
        }
        if (session.dischargedAt) {
            text += Words::tr(" to %1").arg(timeText(*session.dischargedAt, facts.zone));
        }
        return text;
    }
    const auto& session = *facts.therapy;
    QString text = Words::tr("%1, %2").arg(therapyTitle(session), dayText(session.booked.date, facts.locale));
    if (session.startedAt) {
        text += Words::tr(", %1").arg(timeText(*session.startedAt, facts.zone));
    }
    if (session.minutes) {
        text += Words::tr(", %1 min").arg(*session.minutes);
    }
    return facts.therapist.isEmpty() ? text : Words::tr("%1, %2").arg(text, facts.therapist);
}

qsizetype settledCount(const QList<GateLine>& lines) {
    return std::count_if(lines.begin(), lines.end(), [](const GateLine& line) { return !line.holds(); });
}

QString gateSentence(const GateLine& line) {
    QString text = line.evidence.isEmpty() ? line.text : Words::tr("%1: %2").arg(line.text, line.evidence);
    if (line.state == GateState::Overridden) {
        text += Words::tr(" (overridden: %1)").arg(line.overrideReason);
    } else if (line.state == GateState::NotMet) {
        text += Words::tr(" (not met)");
    }
    return text;
}

/// Met lines whose evidence has a place of its own on the page: the risk, the weight and the first reading.
const QStringList kStandElsewhere = {QStringLiteral("risk"), QStringLiteral("weight"),
                                     QStringLiteral("pressure")};

/// What holds or was overridden comes first; what was answered without evidence is left to the count.
QStringList gateLinesOf(const QList<GateLine>& lines) {
    QStringList first;
    QStringList then;
    for (const GateLine& line : lines) {
        if (line.holds() || line.state == GateState::Overridden) {
            first.append(gateSentence(line));
        } else if (!line.evidence.isEmpty() && !kStandElsewhere.contains(line.id)) {
            then.append(gateSentence(line));
        }
    }
    return first + then;
}

QStringList eventsOf(const SummaryFacts& facts) {
    QStringList lines;
    QStringList log;
    for (const SessionEvent& event : facts.events) {
        const QString what = event.type == EventType::RescueDrug
                                 ? Words::tr("%1 %2").arg(event.drug, event.dose).trimmed()
                                 : event.text;
        log.append(Words::tr("%1 %2").arg(timeText(event.at, facts.zone), what));
    }
    lines.append(log.isEmpty() ? Words::tr("No events.") : log.join(QStringLiteral(". ")) + QLatin1Char('.'));
    QStringList adverse;
    for (const AdverseEvent& event : facts.adverseEvents) {
        QString text = Words::tr("%1, %2").arg(event.term, timeText(event.onset, facts.zone));
        if (event.grade) {
            text += Words::tr(", grade %1").arg(*event.grade);
        }
        if (!event.action.isEmpty()) {
            text += Words::tr(", %1").arg(event.action);
        }
        adverse.append(text);
    }
    lines.append(adverse.isEmpty()
                     ? Words::tr("Adverse events: none recorded.")
                     : Words::tr("Adverse events: %1.").arg(adverse.join(QStringLiteral("; "))));
    return lines;
}

/// When, by whom and what was said: none of it was there to be signed with the session.
QStringList laterOf(const SummaryFacts& facts) {
    QList<LaterFact> later = facts.later;
    std::stable_sort(later.begin(), later.end(),
                     [](const LaterFact& a, const LaterFact& b) { return a.at < b.at; });
    QStringList lines;
    for (const LaterFact& fact : std::as_const(later)) {
        const QString line =
            Words::tr("%1 %2 by %3").arg(fact.what, momentText(fact.at, facts.zone, facts.locale), fact.by);
        lines.append(fact.said.isEmpty() ? line : Words::tr("%1: %2").arg(line, fact.said));
    }
    return lines;
}

QStringList riskOf(const SummaryFacts& facts) {
    QStringList lines;
    for (const RiskItem& item : facts.risks) {
        QString text = Words::tr("Risk item %1: %2.")
                           .arg(item.number)
                           .arg(item.evidence.isEmpty() ? QString() : item.evidence.last().text);
        if (item.isOpen()) {
            text += Words::tr(" OPEN since %1.").arg(momentText(item.openSince(), facts.zone, facts.locale));
        } else {
            text +=
                Words::tr(" Assessed %1: %2 Plan: %3")
                    .arg(momentText(*item.closedAt, facts.zone, facts.locale), item.assessment, item.plan);
            if (item.nextLook) {
                text += Words::tr(" Next look %1.").arg(dayText(*item.nextLook, facts.locale));
            }
        }
        lines.append(text);
    }
    return lines;
}

QString ideationText(SuicidalIdeation ideation) {
    switch (ideation) {
    case SuicidalIdeation::NotAsked:
        return Words::tr("not asked");
    case SuicidalIdeation::None:
        return Words::tr("none");
    case SuicidalIdeation::Passive:
        return Words::tr("passive");
    case SuicidalIdeation::Active:
        return Words::tr("active");
    }
    return {};
}

QList<LeadLine> noteLinesOf(const SummaryFacts& facts) {
    QList<LeadLine> lines;
    for (const Note& note : facts.notes) {
        if (const QString amended = facts.amendments.value(note.id); !amended.isEmpty()) {
            lines.append({Words::tr("Amended"), amended});
        }
        for (const NoteSection& section : note.sections) {
            const QString title = therapy::noteSectionTitle(section.id);
            lines.append({section.carriedFrom
                              ? Words::tr("%1 (carried from an earlier note, not changed)").arg(title)
                              : title,
                          therapy::withoutMarks(section.text)});
        }
        // Of the parts beside the text the page names the practice for the week alone: who was there, the
        // mental state and the interventions stay in the record.
        if (!note.details.homework.isEmpty()) {
            lines.append({Words::tr("Practice for this week"), note.details.homework});
        }
        lines.append({Words::tr("Suicidal thoughts"), ideationText(note.risk.ideation)});
    }
    return lines;
}

void addDosingParts(const SummaryFacts& facts, const safety::SafetyRules& rules, SessionSummary& page) {
    page.doseHeadline = doseHeadline(facts);
    page.doseLines = doseLines(facts);
    page.gatesTitle =
        Words::tr("Before the dose: %1 of %2").arg(settledCount(facts.preDose)).arg(facts.preDose.size());
    page.gateLines = gateLinesOf(facts.preDose);
    page.vitals = vitalLines(facts, rules);
    page.vitalsNote = vitalsNote(facts, rules);
    page.events = eventsOf(facts);
    page.later = laterOf(facts);
    page.intention = facts.dosing->intention;
    page.dischargeTitle = Words::tr("Discharge: %1 of %2 criteria")
                              .arg(settledCount(facts.discharge))
                              .arg(facts.discharge.size());
    for (const GateLine& line : facts.discharge) {
        page.discharge.append({line.text,
                               line.state == GateState::Overridden
                                   ? Words::tr("overridden: %1").arg(line.overrideReason)
                                   : line.evidence,
                               line.state});
    }
    // Therapy text never prints on a dosing summary by itself: the page says that it was left out.
    const auto notes = static_cast<int>(facts.notes.size());
    page.leftOut = notes == 0 ? Words::tr("Left out: nothing.")
                              : Words::tr("Left out: %n note(s) of the session.", nullptr, notes);
}

} // namespace

SessionSummary sessionSummary(const SummaryFacts& facts, const safety::SafetyRules& rules) {
    SessionSummary page;
    page.isDosing = facts.dosing.has_value();
    const QDate day = page.isDosing ? facts.dosing->booked.date : facts.therapy->booked.date;
    page.title = Words::tr("Session summary");
    page.subtitle = subtitleOf(facts);
    page.identity = identityOf(facts, day);
    if (page.isDosing) {
        addDosingParts(facts, rules, page);
    } else {
        page.noteSections = noteLinesOf(facts);
        page.leftOut = Words::tr("Left out: nothing. Process notes are never on this page.");
    }
    page.ratings = ratingLines(facts);
    page.ratingNotes = ratingNotes(facts);
    page.risk = riskOf(facts);
    page.nextSteps = facts.nextSteps;
    for (const NamedSignature& signature : facts.signatures) {
        page.signatures.append(
            {Words::tr("%1, %2").arg(signature.name, signature.role),
             Words::tr("signed %1").arg(momentText(signature.at, facts.zone, facts.locale))});
    }
    if (!facts.signatures.isEmpty() && !facts.unsignedParts.isEmpty()) {
        page.signatures.append({Words::tr("Not signed yet"), facts.unsignedParts.join(QStringLiteral("; "))});
    }
    return page;
}

} // namespace kairos::reports
