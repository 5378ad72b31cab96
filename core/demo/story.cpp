// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/story.h"

#include "core/base/built_in.h"
#include "core/scales/json_place.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace kairos::demo {

using namespace record;
using scales::JsonPlace;
using scales::JsonReading;

namespace {

QTime timeOf(const JsonPlace& place, QLatin1String key) {
    const auto time = QTime::fromString(place.text(key), QStringLiteral("HH:mm"));
    if (!time.isValid()) {
        place.refuseAt(key, QStringLiteral("a time like 09:30 is expected"));
    }
    return time;
}

Moment momentOf(const JsonPlace& place) {
    return {place.whole(QLatin1String("day")), timeOf(place, QLatin1String("time"))};
}

QList<std::pair<QString, QString>> pairsOf(const JsonPlace& place, QLatin1String key, QLatin1String first,
                                           QLatin1String second) {
    QList<std::pair<QString, QString>> pairs;
    if (!place.has(key) || !place.at(key).isArray()) {
        return pairs;
    }
    for (const JsonPlace& line : place.list(key)) {
        pairs.append({line.text(first), line.textOr(second, {})});
    }
    return pairs;
}

QList<TherapyStory> therapiesOf(const JsonPlace& place, QLatin1String key) {
    QList<TherapyStory> stories;
    for (const JsonPlace& line : place.listIfAny(key)) {
        TherapyStory story{momentOf(line), Held::Held, line.textOr(QLatin1String("topic"), {})};
        story.alliance = line.wholeIfAny(QLatin1String("alliance"));
        if (line.isSet(QLatin1String("arrived"))) {
            story.held = Held::Arrived;
        } else if (line.isSet(QLatin1String("planned"))) {
            story.held = Held::Planned;
        } else if (line.isSet(QLatin1String("unsigned"))) {
            story.held = Held::Unsigned;
        }
        stories.append(story);
    }
    return stories;
}

QList<AdverseStory> adverseOf(const JsonPlace& place) {
    QList<AdverseStory> events;
    for (const JsonPlace& line : place.listIfAny(QLatin1String("adverse"))) {
        AdverseStory event;
        event.term = line.text(QLatin1String("term"));
        event.minute = line.whole(QLatin1String("minute"));
        event.minutes = line.wholeIfAny(QLatin1String("minutes"));
        event.grade = line.wholeIfAny(QLatin1String("grade"));
        event.related = line.word<Relatedness>(QLatin1String("related"),
                                               {{QLatin1String("possible"), Relatedness::Possible},
                                                {QLatin1String("probable"), Relatedness::Probable}});
        event.action = line.textOr(QLatin1String("action"), {});
        event.outcome = line.textOr(QLatin1String("outcome"), {});
        event.laterHours = line.wholeIfAny(QLatin1String("laterHours"));
        event.later = line.textOr(QLatin1String("later"), {});
        events.append(event);
    }
    return events;
}

QList<DoseStory> dosesOf(const JsonPlace& place) {
    QList<DoseStory> doses;
    for (const JsonPlace& line : place.listIfAny(QLatin1String("doses"))) {
        DoseStory dose;
        dose.at = momentOf(line);
        const auto base = line.wholes(QLatin1String("base"));
        const auto peak = line.wholes(QLatin1String("peak"));
        if (base.size() == 3 && peak.size() == 2) {
            dose.pressure = {base[0], base[1], base[2], peak[0], peak[1]};
        } else {
            line.refuse(QStringLiteral("three figures before and two at the peak are expected"));
        }
        dose.cadss = line.wholeIfAny(QLatin1String("cadss"));
        dose.cadssAtEnd = line.wholeIfAny(QLatin1String("cadssAtEnd"));
        dose.meq30 = line.wholeIfAny(QLatin1String("meq30"));
        dose.ebi = line.wholeIfAny(QLatin1String("ebi"));
        dose.isRunning = line.isSet(QLatin1String("running"));
        dose.adverse = adverseOf(line);
        doses.append(dose);
    }
    return doses;
}

QList<RatingStory> ratingsOf(const JsonPlace& place) {
    QList<RatingStory> ratings;
    for (const JsonPlace& line : place.listIfAny(QLatin1String("ratings"))) {
        RatingStory rating;
        rating.instrument = line.text(QLatin1String("instrument"));
        rating.at = momentOf(line);
        if (line.has(QLatin1String("items"))) {
            const auto items = line.wholes(QLatin1String("items"));
            rating.items = QList<int>(items.begin(), items.end());
        } else {
            rating.total = line.whole(QLatin1String("total"));
        }
        if (line.has(QLatin1String("item"))) {
            const auto fixed = line.wholes(QLatin1String("item"));
            rating.fixed = fixed.size() == 2 ? std::optional(std::pair(fixed[0], fixed[1])) : std::nullopt;
        }
        ratings.append(rating);
    }
    return ratings;
}

QList<RiskStory> risksOf(const JsonPlace& place) {
    QList<RiskStory> risks;
    for (const JsonPlace& line : place.listIfAny(QLatin1String("risk"))) {
        RiskStory risk;
        risk.instrument = line.text(QLatin1String("evidence"));
        risk.day = line.whole(QLatin1String("day"));
        if (line.has(QLatin1String("closed"))) {
            risk.closed = timeOf(line, QLatin1String("closed"));
            risk.closedBy = line.text(QLatin1String("by"));
            risk.assessment = line.text(QLatin1String("assessment"));
            risk.plan = line.text(QLatin1String("plan"));
            risk.nextLookDay = line.whole(QLatin1String("next"));
        }
        risks.append(risk);
    }
    return risks;
}

Patient personOf(const JsonPlace& place) {
    Patient patient;
    patient.mrn = place.text(QLatin1String("mrn"));
    patient.familyName = place.text(QLatin1String("family"));
    patient.givenName = place.text(QLatin1String("given"));
    patient.preferredName = place.textOr(QLatin1String("preferred"), {});
    patient.pronouns = place.text(QLatin1String("pronouns"));
    patient.birthDate = QDate::fromString(place.text(QLatin1String("born")), Qt::ISODate);
    patient.sex = place.word<Sex>(
        QLatin1String("sex"), {{QLatin1String("female"), Sex::Female}, {QLatin1String("male"), Sex::Male}});
    patient.height = base::Centimetres{place.number(QLatin1String("height"))};
    patient.language = place.text(QLatin1String("language"));
    patient.phone = place.text(QLatin1String("phone"));
    const JsonPlace emergency = place.at(QLatin1String("emergency"));
    patient.emergencyName = emergency.textOr(QLatin1String("name"), {});
    patient.emergencyRelation = emergency.textOr(QLatin1String("relation"), {});
    patient.emergencyPhone = emergency.textOr(QLatin1String("phone"), {});
    patient.referrer = place.textOr(QLatin1String("referrer"), {});
    patient.consentToContact = Asked::Yes;
    patient.pregnancyCapacity = patient.sex == Sex::Male                ? Asked::No
                                : place.has(QLatin1String("pregnancy")) ? Asked::Yes
                                                                        : Asked::No;
    patient.stage =
        place.word<Stage>(QLatin1String("stage"), {{QLatin1String("screening"), Stage::Screening},
                                                   {QLatin1String("preparing"), Stage::Preparing},
                                                   {QLatin1String("induction"), Stage::Induction},
                                                   {QLatin1String("consolidation"), Stage::Consolidation},
                                                   {QLatin1String("maintenance"), Stage::Maintenance}});
    if (place.at(QLatin1String("allergies")).isArray()) {
        patient.allergyStatus = AllergyStatus::Listed;
    } else {
        patient.allergyStatus = place.word<AllergyStatus>(
            QLatin1String("allergies"), {{QLatin1String("none"), AllergyStatus::NoneKnown},
                                         {QLatin1String("not-asked"), AllergyStatus::NotAsked}});
    }
    return patient;
}

ScreeningStory screeningOf(const JsonPlace& place) {
    const auto linesOf = [&](QLatin1String key) {
        return pairsOf(place, key, QLatin1String("condition"), QLatin1String("note"));
    };
    return {place.whole(QLatin1String("day")), linesOf(QLatin1String("present")),
            linesOf(QLatin1String("clear")), linesOf(QLatin1String("open"))};
}

QList<AntidepressantTrial> trialsOf(const JsonPlace& place) {
    QList<AntidepressantTrial> trials;
    for (const JsonPlace& line : place.listIfAny(QLatin1String("trials"))) {
        AntidepressantTrial trial;
        trial.drug = line.text(QLatin1String("drug"));
        trial.dose = line.textOr(QLatin1String("dose"), {});
        trial.weeks = line.wholeIfAny(QLatin1String("weeks"));
        trial.outcome = line.word<TrialOutcome>(
            QLatin1String("outcome"), {{QLatin1String("unknown"), TrialOutcome::Unknown},
                                       {QLatin1String("response"), TrialOutcome::Response},
                                       {QLatin1String("partial"), TrialOutcome::Partial},
                                       {QLatin1String("none"), TrialOutcome::None},
                                       {QLatin1String("not-tolerated"), TrialOutcome::NotTolerated}});
        trial.remark = line.textOr(QLatin1String("remark"), {});
        trials.append(trial);
    }
    return trials;
}

GoalStory goalOf(const JsonPlace& place) {
    GoalStory story;
    Goal& goal = story.goal;
    goal.text = place.text(QLatin1String("text"));
    if (place.has(QLatin1String("domain"))) {
        goal.domain = place.word<GoalDomain>(QLatin1String("domain"),
                                             {{QLatin1String("activity"), GoalDomain::Activity},
                                              {QLatin1String("relationship"), GoalDomain::Relationship},
                                              {QLatin1String("work"), GoalDomain::Work}});
    }
    goal.measure = place.textOr(QLatin1String("measure"), {});
    goal.firstStep = place.textOr(QLatin1String("firstStep"), {});
    goal.relevance = place.textOr(QLatin1String("relevance"), {});
    goal.levels = place.textsIfAny(QLatin1String("levels"));
    goal.weight = place.wholeIfAny(QLatin1String("weight"));
    goal.baseline = place.wholeIfAny(QLatin1String("baseline"));
    story.dueDay = place.wholeIfAny(QLatin1String("due"));
    for (const JsonPlace& line : place.listIfAny(QLatin1String("attained"))) {
        story.levels.append({line.whole(QLatin1String("day")), line.whole(QLatin1String("level")),
                             line.textOr(QLatin1String("remark"), {})});
    }
    return story;
}

PatientStory patientOf(const JsonPlace& place) {
    PatientStory story;
    story.patient = personOf(place);
    story.allergies =
        pairsOf(place, QLatin1String("allergies"), QLatin1String("substance"), QLatin1String("reaction"));
    story.diagnoses =
        pairsOf(place, QLatin1String("diagnoses"), QLatin1String("text"), QLatin1String("code"));
    story.medications =
        pairsOf(place, QLatin1String("medications"), QLatin1String("name"), QLatin1String("dose"));
    for (const JsonPlace& line : place.listIfAny(QLatin1String("weights"))) {
        story.weights.append({line.whole(QLatin1String("day")), line.number(QLatin1String("kg"))});
    }
    if (place.has(QLatin1String("screening"))) {
        story.screening = screeningOf(place.at(QLatin1String("screening")));
    }
    story.trials = trialsOf(place);
    if (place.has(QLatin1String("consent"))) {
        const JsonPlace consent = place.at(QLatin1String("consent"));
        story.consent = {consent.whole(QLatin1String("day")), consent.whole(QLatin1String("expires"))};
    }
    story.protocol = place.textOr(QLatin1String("protocol"), {});
    story.start = place.wholeOr(QLatin1String("start"), 0);
    for (const JsonPlace& line : place.listIfAny(QLatin1String("goals"))) {
        story.goals.append(goalOf(line));
    }
    story.intention = place.textOr(QLatin1String("intention"), {});
    story.thread = threadOf(place);
    story.sheets = sheetsOf(place);
    story.preparations = therapiesOf(place, QLatin1String("preparations"));
    story.doses = dosesOf(place);
    for (const JsonPlace& line : place.listIfAny(QLatin1String("plannedDoses"))) {
        story.plannedDoses.append(momentOf(line));
    }
    story.integrations = therapiesOf(place, QLatin1String("integrations"));
    story.therapy = therapiesOf(place, QLatin1String("therapy"));
    story.ratings = ratingsOf(place);
    story.risks = risksOf(place);
    for (const JsonPlace& line : place.listIfAny(QLatin1String("letters"))) {
        story.letters.append({line.whole(QLatin1String("day")), line.text(QLatin1String("title")),
                              line.text(QLatin1String("text")).split(QLatin1Char('|'))});
    }
    return story;
}

StoryWords wordsOf(const JsonPlace& place) {
    StoryWords words;
    const JsonPlace notes = place.at(QLatin1String("notes"));
    for (const QString& kind : notes.keys()) {
        for (const JsonPlace& note : notes.list(QLatin1String(kind.toLatin1()))) {
            QStringList sections;
            for (const JsonPlace& section : note.elements()) {
                sections.append(section.asText());
            }
            words.notes[kind].append(sections);
        }
    }
    words.events = place.textsIfAny(QLatin1String("events"));
    words.families = place.textsIfAny(QLatin1String("family"));
    words.femaleNames = place.at(QLatin1String("given")).textsIfAny(QLatin1String("female"));
    words.maleNames = place.at(QLatin1String("given")).textsIfAny(QLatin1String("male"));
    return words;
}

Clinician clinicianOf(const JsonPlace& place) {
    Clinician clinician;
    clinician.name = place.text(QLatin1String("name"));
    static const QHash<QString, Role> kRoles = {{QStringLiteral("therapist"), Role::Therapist},
                                                {QStringLiteral("prescriber"), Role::Prescriber},
                                                {QStringLiteral("monitor"), Role::Monitor},
                                                {QStringLiteral("administrator"), Role::Administrator}};
    for (const QString& role : place.textsIfAny(QLatin1String("roles"))) {
        clinician.roles.append(kRoles.value(role, Role::Therapist));
    }
    return clinician;
}

} // namespace

base::Result<Story> Story::builtIn() {
    JsonReading reading;
    const QByteArray file = base::builtInFile(QStringLiteral("demo/story.json"));
    const JsonPlace root(QJsonDocument::fromJson(file).object(), QStringLiteral("story"), reading);
    Story story;
    const JsonPlace practice = root.at(QLatin1String("practice"));
    story.name = practice.text(QLatin1String("name"));
    story.zone = practice.text(QLatin1String("zone"));
    story.address = practice.text(QLatin1String("address"));
    story.phone = practice.text(QLatin1String("phone"));
    story.crisisText = practice.text(QLatin1String("crisisText"));
    const auto closed = practice.wholes(QLatin1String("closedWeekdays"));
    story.closedWeekdays = QList<int>(closed.begin(), closed.end());
    story.opens = timeOf(practice, QLatin1String("opens"));
    story.closes = timeOf(practice, QLatin1String("closes"));
    story.monday = QDate::fromString(root.text(QLatin1String("monday")), Qt::ISODate);
    story.now = timeOf(root, QLatin1String("now"));
    for (const JsonPlace& place : root.list(QLatin1String("clinicians"))) {
        story.clinicians.append({place.text(QLatin1String("id")), clinicianOf(place)});
    }
    for (const JsonPlace& place : root.list(QLatin1String("patients"))) {
        story.patients.append(patientOf(place));
    }
    story.words = wordsOf(root.at(QLatin1String("words")));
    if (reading.problem()) {
        return base::fail(base::ErrorCode::Damaged, QStringLiteral("The demo practice was not made"),
                          QStringLiteral("%1: %2").arg(reading.problem()->place, reading.problem()->reason),
                          QStringLiteral("install Kairos again"));
    }
    return story;
}

} // namespace kairos::demo
