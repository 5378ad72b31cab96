// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/screening.h"

#include "core/safety/words.h"

#include <QSet>

#include <algorithm>

namespace kairos::safety {

using record::ScreeningState;

namespace {

/// The last answer to a condition.
const record::ScreeningFinding* findingOf(const QString& id, const ScreeningFacts& facts) {
    const record::ScreeningFinding* last = nullptr;
    for (const auto& finding : facts.findings) {
        if (finding.condition == id && (last == nullptr || finding.at >= last->at)) {
            last = &finding;
        }
    }
    return last;
}

void applyDifference(ScreeningLine& line, const std::optional<EsketamineDifference>& difference,
                     Substance substance) {
    if (substance != Substance::Esketamine || !difference) {
        return;
    }
    line.level = difference->level.value_or(line.level);
    line.remark = difference->note;
    line.basis = difference->basis;
    line.confidence = difference->confidence;
}

ScreeningLine lineOf(const Contraindication& condition, const ScreeningFacts& facts) {
    ScreeningLine line;
    line.id = condition.id;
    line.text = condition.text;
    line.level = condition.level;
    line.remark = condition.note;
    line.basis = condition.basis;
    line.confidence = condition.confidence;
    applyDifference(line, condition.esketamine, facts.substance);
    // Not asked about the capacity is no reason to leave the question out.
    line.isApplicable = !condition.needsPregnancyCapacity || facts.pregnancyCapacity != record::Asked::No;
    if (const auto* finding = findingOf(condition.id, facts)) {
        line.state = finding->state;
        line.note = finding->note;
        line.at = finding->at;
        line.by = finding->by;
    }
    return line;
}

ScreeningLine ageLine(const AgeRule& rule, const ScreeningFacts& facts) {
    ScreeningLine line;
    line.id = QStringLiteral("age");
    line.text = Words::tr("%1 below %2 or above %3")
                    .arg(rule.text)
                    .arg(rule.notEstablishedBelow)
                    .arg(rule.cautionAbove);
    line.isReckoned = true;
    line.level = rule.belowLevel;
    line.basis = rule.basis;
    line.confidence = rule.confidence;
    if (facts.substance == Substance::Esketamine && rule.esketamine) {
        line.remark = rule.esketamine->note;
    }
    if (!facts.birthDate || !facts.birthDate->isValid()) {
        line.note = Words::tr("no birth date on record");
        return line;
    }
    const int years = completedYears(*facts.birthDate, facts.today);
    line.note = Words::tr("age %1").arg(years);
    line.state = ScreeningState::Clear;
    if (years < rule.notEstablishedBelow) {
        line.state = ScreeningState::Present;
    } else if (years > rule.cautionAbove) {
        line.state = ScreeningState::Present;
        line.level = rule.aboveLevel;
    }
    return line;
}

Verdict verdictOf(const ScreeningLine& line) {
    switch (line.state) {
    case ScreeningState::NotAsked:
        return Verdict::NotAsked;
    case ScreeningState::Clear:
        return Verdict::Clear;
    case ScreeningState::Present:
        break;
    }
    switch (line.level) {
    case ContraindicationLevel::Absolute:
    case ContraindicationLevel::UntilTreated:
        return Verdict::Absolute;
    case ContraindicationLevel::Avoid:
        return Verdict::Avoid;
    case ContraindicationLevel::Relative:
        return Verdict::Relative;
    }
    return Verdict::NotAsked;
}

QString keyOf(const ScreeningLine& line) {
    return line.id + (line.state == ScreeningState::Present ? QStringLiteral(":present")
                                                            : QStringLiteral(":not-asked"));
}

/// "cystitis … (avoid)" of each present line, then how many were not asked.
QString holdingWords(const Screening& screening) {
    QStringList parts;
    for (const ScreeningLine& line : screening.lines) {
        if (line.holds() && line.state == ScreeningState::Present) {
            parts.append(Words::tr("%1: %2").arg(levelWords(line.level), line.text));
        }
    }
    if (const int open = screening.notAsked(); open > 0) {
        parts.append(Words::tr("%1 not asked").arg(open));
    }
    return parts.join(QStringLiteral("; "));
}

QString metWords(const Screening& screening) {
    const auto weighed = std::count_if(screening.lines.begin(), screening.lines.end(), [](const auto& line) {
        return line.isApplicable && line.state == ScreeningState::Present;
    });
    return weighed == 0 ? Words::tr("no contraindication found")
                        : Words::tr("%1 relative, to be weighed").arg(static_cast<int>(weighed));
}

} // namespace

bool ScreeningLine::holds() const {
    return isApplicable && (state == ScreeningState::NotAsked ||
                            (state == ScreeningState::Present && level != ContraindicationLevel::Relative));
}

QList<ScreeningLine> Screening::holding() const {
    QList<ScreeningLine> held;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(held),
                 [](const ScreeningLine& line) { return line.holds(); });
    std::stable_sort(held.begin(), held.end(), [](const ScreeningLine& a, const ScreeningLine& b) {
        return verdictOf(a) > verdictOf(b);
    });
    return held;
}

int Screening::notAsked() const {
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const ScreeningLine& line) {
        return line.isApplicable && line.state == ScreeningState::NotAsked;
    }));
}

QStringList Screening::overrideKeys() const {
    QStringList keys;
    for (const ScreeningLine& line : holding()) {
        keys.append(keyOf(line));
    }
    return keys;
}

Screening screen(const ScreeningFacts& facts, const Contraindications& rules) {
    Screening screening;
    screening.lines.append(ageLine(rules.age, facts));
    for (const Contraindication& condition : rules.conditions) {
        screening.lines.append(lineOf(condition, facts));
    }
    screening.verdict = Verdict::Clear;
    for (const ScreeningLine& line : std::as_const(screening.lines)) {
        if (line.isApplicable) {
            screening.verdict = std::max(screening.verdict, verdictOf(line));
        }
    }
    return screening;
}

Eligibility eligibilityOf(const Screening& screening, const QList<record::ScreeningOverride>& overrides) {
    Eligibility eligibility;
    eligibility.verdict = screening.verdict;
    const QList<ScreeningLine> held = screening.holding();
    if (held.isEmpty()) {
        eligibility.state = EligibilityState::Met;
        eligibility.evidence = metWords(screening);
        return eligibility;
    }
    eligibility.onlyOpenQuestions = std::all_of(held.begin(), held.end(), [](const ScreeningLine& line) {
        return line.state == ScreeningState::NotAsked;
    });
    eligibility.evidence = holdingWords(screening);
    for (const ScreeningLine& line : held) {
        if (line.state == ScreeningState::Present) {
            eligibility.sources.append(
                QStringLiteral("%1 [%2]").arg(line.basis, base::confidenceMark(line.confidence)));
        }
    }
    const record::ScreeningOverride* last = nullptr;
    for (const auto& given : overrides) {
        last = last == nullptr || given.at >= last->at ? &given : last;
    }
    const QStringList keys = screening.overrideKeys();
    const bool isCovered = last != nullptr && std::all_of(keys.begin(), keys.end(), [&](const QString& key) {
                               return last->covers.contains(key);
                           });
    if (isCovered) {
        eligibility.state = EligibilityState::Overridden;
        eligibility.overriddenBy = last->by;
        eligibility.overrideReason = last->reason;
    }
    return eligibility;
}

QString levelWords(ContraindicationLevel level) {
    switch (level) {
    case ContraindicationLevel::Absolute:
        return Words::tr("absolute");
    case ContraindicationLevel::UntilTreated:
        return Words::tr("absolute until treated or settled");
    case ContraindicationLevel::Avoid:
        return Words::tr("avoid");
    case ContraindicationLevel::Relative:
        return Words::tr("relative");
    }
    return {};
}

int completedYears(QDate born, QDate on) {
    const int years = on.year() - born.year();
    const bool isBefore = on.month() < born.month() || (on.month() == born.month() && on.day() < born.day());
    return isBefore ? years - 1 : years;
}

} // namespace kairos::safety
