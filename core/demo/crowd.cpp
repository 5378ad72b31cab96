// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/crowd.h"

#include <algorithm>
#include <cmath>

namespace kairos::demo {

using namespace record;

namespace {

const QString& oneOf(const QStringList& list, base::RandomSource& random) {
    return list.at(static_cast<qsizetype>(random.next() % static_cast<quint64>(list.size())));
}

Stage stageFor(int dosesGiven, int start) {
    if (dosesGiven == 0) {
        return Stage::Preparing;
    }
    if (dosesGiven < 6) {
        return Stage::Induction;
    }
    return start < -140 ? Stage::Maintenance : Stage::Consolidation;
}

void addDoses(PatientStory& story, base::RandomSource& random) {
    const PressureStory pressure{random.between(108, 138), random.between(68, 86), random.between(58, 80),
                                 random.between(140, 166), random.between(86, 99)};
    // Mondays and Thursdays for three weeks, as far as the story's Monday has come.
    for (int i = 0; i < 6; ++i) {
        const int day = story.start + (i / 2) * 7 + (i % 2) * 3;
        if (day >= 0) {
            break;
        }
        DoseStory dose;
        dose.at = {day, QTime(9 + random.between(0, 5), random.between(0, 3) * 15)};
        dose.pressure = pressure;
        story.doses.append(dose);
        const int integration = day + random.between(1, 2);
        if (integration < 0) {
            story.integrations.append({{integration, QTime(15, 0)}, Held::Held, {}});
        }
    }
}

void addRatings(PatientStory& story, base::RandomSource& random) {
    const int baseline = random.between(14, 23);
    const double gain = random.unit() < 0.55 ? 0.5 + random.unit() * 0.35 : random.unit() * 0.4;
    for (const int day : {story.start - 7, story.start - 1, story.start + 7, story.start + 14,
                          story.start + 28, story.start + 56, story.start + 84}) {
        if (day >= 0) {
            break;
        }
        const double share = day <= story.start ? 0.0 : std::min(1.0, (day - story.start) / 18.0);
        const int total = std::clamp(
            static_cast<int>(std::lround(baseline * (1 - gain * share))) + random.between(-1, 1), 0, 27);
        story.ratings.append({QStringLiteral("phq-9"), {day, QTime(9, 10)}, {}, total, {}});
    }
}

} // namespace

PatientStory crowdPatient(const StoryWords& words, int number, QDate monday, base::RandomSource& random) {
    PatientStory story;
    story.isBrief = true;
    Patient& patient = story.patient;
    const bool isFemale = random.unit() < 0.58;
    patient.mrn = QStringLiteral("S-%1").arg(number, 5, 10, QLatin1Char('0'));
    patient.familyName = oneOf(words.families, random);
    patient.givenName = oneOf(isFemale ? words.femaleNames : words.maleNames, random);
    patient.sex = isFemale ? Sex::Female : Sex::Male;
    patient.pronouns = isFemale ? QStringLiteral("she/her") : QStringLiteral("he/him");
    patient.birthDate = monday.addDays(-random.between(20 * 365, 72 * 365));
    patient.height = base::Centimetres{static_cast<double>(random.between(150, 194))};
    patient.allergyStatus = AllergyStatus::NoneKnown;
    patient.pregnancyCapacity = Asked::No;
    patient.consentToContact = Asked::Yes;
    story.start = -7 * random.between(-1, 26);
    story.protocol = QStringLiteral("iv-cbt");
    story.consent = {story.start - 9, story.start + 356};
    story.weights.append({story.start - 8, random.between(500, 1050) / 10.0});
    story.preparations = {
        {{story.start - 6, QTime(10, 0)}, story.start - 6 < 0 ? Held::Held : Held::Planned, {}},
        {{story.start - 4, QTime(10, 0)}, story.start - 4 < 0 ? Held::Held : Held::Planned, {}}};
    addDoses(story, random);
    addRatings(story, random);
    patient.stage = stageFor(static_cast<int>(story.doses.size()), story.start);
    return story;
}

} // namespace kairos::demo
