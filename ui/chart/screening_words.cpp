// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/screening_words.h"

namespace kairos::ui {

using record::ScreeningState;
using record::TrialOutcome;
using safety::InteractionLevel;

Chip ScreeningWords::level(InteractionLevel level, const QString& medicine) {
    switch (level) {
    case InteractionLevel::Strong:
        return {ChipKind::Risk, tr("strong caution"), medicine, {}};
    case InteractionLevel::Caution:
        return {ChipKind::Late, tr("caution"), medicine, {}};
    case InteractionLevel::Information:
        return {ChipKind::Due, tr("information"), medicine, Icon::Info};
    case InteractionLevel::NoneNamed:
        return {ChipKind::Planned, tr("none named"), medicine, {}};
    }
    return {};
}

Chip ScreeningWords::notChecked(const QString& medicine) {
    return {ChipKind::Late, tr("not checked"), medicine, Icon::EyeOff};
}

Chip ScreeningWords::answer(const safety::ScreeningLine& line) {
    if (!line.isApplicable) {
        return {ChipKind::Planned, tr("does not arise"), line.text, {}};
    }
    switch (line.state) {
    case ScreeningState::NotAsked:
        return {ChipKind::Due, tr("not asked"), line.text, {}};
    case ScreeningState::Clear:
        return {ChipKind::Done, tr("clear"), line.text, {}};
    case ScreeningState::Present:
        return line.holds() ? Chip{ChipKind::Blocked, tr("present"), line.text, {}}
                            : Chip{ChipKind::Late, tr("present"), line.text, {}};
    }
    return {};
}

QString ScreeningWords::weight(safety::ContraindicationLevel level) {
    switch (level) {
    case safety::ContraindicationLevel::Absolute:
        return tr("absolute");
    case safety::ContraindicationLevel::UntilTreated:
        return tr("until treated");
    case safety::ContraindicationLevel::Avoid:
        return tr("avoid");
    case safety::ContraindicationLevel::Relative:
        return tr("relative");
    }
    return {};
}

Chip ScreeningWords::gate(const workflow::ScreeningGate& gate) {
    const QString about = tr("screening gate");
    switch (gate.eligibility.state) {
    case safety::EligibilityState::Met:
        return {ChipKind::Done, tr("met"), about, {}};
    case safety::EligibilityState::Overridden:
        return {ChipKind::Late, tr("overridden"), about, {}};
    case safety::EligibilityState::Holds:
        return gate.holdsDose() ? Chip{ChipKind::Blocked, tr("holds the dose"), about, {}}
                                : Chip{ChipKind::Late, tr("open questions"), about, {}};
    }
    return {};
}

QString ScreeningWords::outcomeWord(TrialOutcome outcome) {
    switch (outcome) {
    case TrialOutcome::Unknown:
        return tr("unknown");
    case TrialOutcome::Response:
        return tr("response");
    case TrialOutcome::Partial:
        return tr("partial");
    case TrialOutcome::None:
        return tr("none", "no response");
    case TrialOutcome::NotTolerated:
        return tr("not tolerated");
    }
    return {};
}

Chip ScreeningWords::outcome(const record::AntidepressantTrial& trial) {
    const QString word = outcomeWord(trial.outcome);
    switch (trial.outcome) {
    case TrialOutcome::Unknown:
        return {ChipKind::Planned, word, trial.drug, {}};
    case TrialOutcome::Response:
        return {ChipKind::Done, word, trial.drug, {}};
    case TrialOutcome::Partial:
        return {ChipKind::Due, word, trial.drug, {}};
    case TrialOutcome::None:
        return {ChipKind::Planned, word, trial.drug, Icon::Close};
    case TrialOutcome::NotTolerated:
        return {ChipKind::Late, word, trial.drug, {}};
    }
    return {};
}

Chip ScreeningWords::consent(const workflow::ConsentRow& row) {
    switch (row.state) {
    case safety::ConsentState::InForce:
        return {ChipKind::Done, tr("in force"), row.title, {}};
    case safety::ConsentState::Expired:
        return {ChipKind::Late, tr("expired"), row.title, {}};
    case safety::ConsentState::Withdrawn:
        return {ChipKind::Blocked, tr("withdrawn"), row.title, {}};
    }
    return {};
}

QString ScreeningWords::scope(safety::ConsentScope scope) {
    switch (scope) {
    case safety::ConsentScope::Treatment:
        return tr("treatment");
    case safety::ConsentScope::Touch:
        return tr("touch");
    case safety::ConsentScope::Recording:
        return tr("recording");
    case safety::ConsentScope::Research:
        return tr("research");
    }
    return {};
}

QString ScreeningWords::marked(const QString& source, base::Confidence confidence) {
    return QStringLiteral("[%1] %2").arg(base::confidenceMark(confidence), source);
}

QString ScreeningWords::sourced(const QString& source, base::Confidence confidence) {
    return QStringLiteral("%1 [%2]").arg(source, base::confidenceMark(confidence));
}

} // namespace kairos::ui
