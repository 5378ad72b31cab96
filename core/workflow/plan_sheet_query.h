// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/plan_query.h"

#include "core/base/result.h"
#include "core/reports/plan_sheet.h"

#include <QDateTime>
#include <QLocale>

namespace kairos::workflow {

class OpenPractice;

/// Reads a plan for its printed sheet.
class PlanSheetQuery final {
public:
    PlanSheetQuery(OpenPractice& practice, const QLocale& locale) : m_practice(practice), m_locale(locale) {}

    [[nodiscard]] base::Result<reports::PlanSheet> sheet(const record::PlanId& id) const;

private:
    [[nodiscard]] base::Result<reports::SummaryFacts> factsOf(const PlanView& view) const;
    [[nodiscard]] QString pointWords(const record::StepTime& point) const;
    [[nodiscard]] QString windowWords(const std::optional<record::StepWindow>& window) const;
    [[nodiscard]] reports::PlanSheetStep stepOf(const StepRow& row, const PlanView& view) const;
    [[nodiscard]] QString waitsWords(const StepRow& row, const PlanView& view) const;
    [[nodiscard]] QList<reports::LeadLine> nextOf(const PlanView& view) const;
    [[nodiscard]] QStringList orderOf(const PlanView& view) const;
    void addStrands(const PlanView& view, reports::PlanSheet& sheet) const;
    void addSources(const PlanView& view, reports::PlanSheet& sheet) const;
    [[nodiscard]] base::Outcome addRevisions(const PlanView& view, reports::PlanSheet& sheet) const;

    OpenPractice& m_practice;
    QLocale m_locale;
};

} // namespace kairos::workflow
