// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/sheet_story.h"
#include "core/demo/thread_story.h"

#include "core/base/result.h"
#include "core/record/adverse_event.h"
#include "core/record/antidepressant_trial.h"
#include "core/record/clinician.h"
#include "core/record/goal.h"
#include "core/record/patient.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>
#include <utility>

namespace kairos::demo {

/// A day of the story, counted from its Monday, with a time of day.
struct Moment {
    int day = 0;
    QTime time;
};

/// Blood pressure and pulse before a dose and at its peak.
struct PressureStory {
    int systolic = 120;
    int diastolic = 78;
    int pulse = 68;
    int peakSystolic = 150;
    int peakDiastolic = 92;
};

/// An adverse event of a dose, and what was learnt of it after the signature.
struct AdverseStory {
    QString term;
    int minute = 0;
    std::optional<int> minutes; ///< it went on; none: it went on at discharge
    std::optional<int> grade;
    record::Relatedness related = record::Relatedness::NotJudged;
    QString action;
    QString outcome;
    std::optional<int> laterHours; ///< after the onset it was over, as a follow-up says
    QString later;
};

struct DoseStory {
    Moment at;
    PressureStory pressure;
    std::optional<int> cadss;
    std::optional<int> cadssAtEnd; ///< shortly before going home
    std::optional<int> meq30;      ///< as on the morning after
    std::optional<int> ebi;
    bool isRunning = false; ///< begun, not ended, at the story's now
    QList<AdverseStory> adverse;
};

enum class Held { Held, Unsigned, Planned, Arrived };

struct TherapyStory {
    Moment at;
    Held held = Held::Held;
    QString topic;
    std::optional<int> alliance = {}; ///< the WAI-SR at its end
};

struct RatingStory {
    QString instrument;
    Moment at;
    QList<int> items; ///< exact answers; empty to make some for the total
    int total = 0;
    std::optional<std::pair<int, int>> fixed; ///< an item number with its answer
};

struct RiskStory {
    QString instrument; ///< the rating of that day is the evidence
    int day = 0;
    std::optional<QTime> closed;
    QString closedBy;
    QString assessment;
    QString plan;
    int nextLookDay = 0;
};

/// What was looked for before the first dose; every condition that is not named was clear.
struct ScreeningStory {
    int day = 0;
    QList<std::pair<QString, QString>> present; ///< condition and note
    QList<std::pair<QString, QString>> clear;   ///< those with a note
    QList<std::pair<QString, QString>> open;    ///< not asked yet
};

/// A level that a goal had reached on a day.
struct GoalLevelStory {
    int day = 0;
    int level = 0;
    QString remark;
};

/// A goal, worked out or only named.
struct GoalStory {
    record::Goal goal; ///< without ids and days
    std::optional<int> dueDay;
    QList<GoalLevelStory> levels;
};

/// A letter that was written in the program.
struct LetterStory {
    int day = 0;
    QString title;
    QStringList lines;
};

struct PatientStory {
    record::Patient patient;
    QList<std::pair<QString, QString>> allergies;
    QList<std::pair<QString, QString>> diagnoses;
    QList<std::pair<QString, QString>> medications;
    QList<std::pair<int, double>> weights; ///< day and kilograms
    std::optional<ScreeningStory> screening;
    QList<record::AntidepressantTrial> trials;
    std::optional<std::pair<int, int>> consent; ///< day given, day it ends
    QString protocol;                           ///< empty: no plan yet
    int start = 0;
    QList<GoalStory> goals;
    QString intention;
    QList<ThreadStory> thread;
    QList<TherapyStory> preparations;
    QList<DoseStory> doses;
    QList<Moment> plannedDoses;
    QList<TherapyStory> integrations;
    QList<TherapyStory> therapy;
    QList<RatingStory> ratings;
    QList<RiskStory> risks;
    QList<LetterStory> letters;
    QList<SheetStory> sheets;
    bool isBrief = false; ///< of the crowd: fewer readings, no gate answers
};

/// Sentences and names the demo draws from.
struct StoryWords {
    QHash<QString, QList<QStringList>> notes; ///< by kind; each three sections
    QStringList events;
    QStringList families;
    QStringList femaleNames;
    QStringList maleNames;
};

/// The whole synthetic practice as data (resources/demo/story.json).
struct Story {
    QString name;
    QString zone;
    QString address;
    QString phone;
    QString crisisText;
    QList<int> closedWeekdays;
    QTime opens; ///< on every other weekday
    QTime closes;
    QDate monday;
    QTime now;
    QList<std::pair<QString, record::Clinician>> clinicians; ///< by the story's own id
    QList<PatientStory> patients;
    StoryWords words;

    /// What is compiled into the program.
    [[nodiscard]] static base::Result<Story> builtIn();
};

} // namespace kairos::demo
