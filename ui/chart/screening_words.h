// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/chip.h"

#include "core/record/antidepressant_trial.h"
#include "core/workflow/screening_query.h"

#include <QCoreApplication>
#include <QString>

namespace kairos::ui {

/// The words and signs of screening: each state has its own shape, word and colour.
class ScreeningWords final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::ScreeningWords)

public:
    [[nodiscard]] static Chip level(safety::InteractionLevel level, const QString& medicine);
    /// A medicine that the list does not know.
    [[nodiscard]] static Chip notChecked(const QString& medicine);
    [[nodiscard]] static Chip answer(const safety::ScreeningLine& line);
    [[nodiscard]] static QString weight(safety::ContraindicationLevel level);
    [[nodiscard]] static Chip gate(const workflow::ScreeningGate& gate);
    [[nodiscard]] static Chip outcome(const record::AntidepressantTrial& trial);
    [[nodiscard]] static QString outcomeWord(record::TrialOutcome outcome);
    [[nodiscard]] static Chip consent(const workflow::ConsentRow& row);
    [[nodiscard]] static QString scope(safety::ConsentScope scope);
    /// "[H] Spravato": in a column that may be too narrow, the mark stands first.
    [[nodiscard]] static QString marked(const QString& source, base::Confidence confidence);
    /// "Spravato [H]"
    [[nodiscard]] static QString sourced(const QString& source, base::Confidence confidence);
};

} // namespace kairos::ui
