// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/banner.h"

#include "core/record/practice.h"
#include "core/record/risk_item.h"
#include "core/workflow/risk_lane.h"

#include <QByteArray>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace kairos::ui {

/// The open item as a banner: since when, what is asked for or how it was assessed since the last sign, the
/// clinic's crisis text or that it is missing.
[[nodiscard]] BannerText riskItemBanner(const record::RiskItem& item, const record::Practice& practice,
                                        const QTimeZone& zone);

/// A sign that was noted at a closed item without opening it; none where no such sign stands there.
[[nodiscard]] std::optional<BannerText>
riskNotedBanner(const record::RiskItem& item, const record::Practice& practice, const QTimeZone& zone);

/// What a sign asks for: "to be noted", "to be assessed", "urgent".
[[nodiscard]] QString riskLevelWords(record::RiskLevel level);

/// The risk as a clinician judged it: "low", "moderate", "high".
[[nodiscard]] QString judgedRiskWords(record::RiskLevel level);

/// How an item ended before it was opened again, one closing after the other.
[[nodiscard]] QStringList closingLines(const record::RiskItem& item,
                                       const std::function<QString(const record::ClinicianId&)>& nameOf,
                                       const QTimeZone& zone);

/// What was decided about a closed item, in sentences: when and by whom it was closed, how the risk was
/// judged, the assessment, the plan and the next look.
[[nodiscard]] QString closedRiskWords(const record::RiskItem& item,
                                      const std::function<QString(const record::ClinicianId&)>& nameOf,
                                      const QTimeZone& zone);

/// A closed item, the headline first: what raised it, the assessment, the plan, the next look, who closed it.
[[nodiscard]] QStringList closedItemLines(const record::RiskItem& item, const QString& closedBy,
                                          const QTimeZone& zone);

/// An assessment in the making, as a draft.
[[nodiscard]] QByteArray assessmentBytes(const workflow::RiskAssessment& assessment);
[[nodiscard]] std::optional<workflow::RiskAssessment> assessmentFromBytes(const QByteArray& bytes);

} // namespace kairos::ui
