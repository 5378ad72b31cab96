// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/given_findings.h"

#include "core/workflow/infusion.h"
#include "core/workflow/words.h"

#include "core/protocols/names.h"
#include "core/protocols/words.h"

#include <algorithm>
#include <cmath>

namespace kairos::workflow {

using base::Finding;
using base::FindingLevel;
using namespace record;

namespace {

constexpr double kMinuteMs = 60'000;
constexpr double kSlip = 1e-6; ///< of arithmetic in floating point

/// To a tenth, as mg and minutes are shown.
QString figure(double value) {
    return protocols::plainNumber(std::round(value * 10) / 10);
}

Finding givenFinding(FindingLevel level, const char* rule, const QString& text) {
    return {level, QString::fromLatin1(rule), text, Words::tr("the order"), base::Confidence::High, {}};
}

/// The minutes from the start until the dose was through or was stopped; none for a single administration.
std::optional<double> minutesRecorded(const SessionContent& content) {
    const DosingSession& session = *content.dosing;
    if (!session.minutes || !session.stoppedAt) {
        return std::nullopt;
    }
    base::Instant end = *session.stoppedAt;
    if (const auto empty = expectedEnd(content, end); empty && *empty < end) {
        end = *empty; // The bag ran empty before somebody pressed stop.
    }
    return static_cast<double>(end.msSince(*session.startedAt)) / kMinuteMs;
}

/// A figure of a convention, as the finding names its source.
Finding measured(const char* rule, const QString& text, const safety::OrderFigure& limit) {
    return {FindingLevel::Caution, QString::fromLatin1(rule), text, limit.source, limit.confidence, {}};
}

std::optional<Finding> amountFinding(const DosingView& view, const safety::OrderRules& rules) {
    const DosingSession& session = view.session();
    const auto ordered = view.figures ? std::optional(view.figures->mg) : session.dose;
    if (!ordered || !view.given) {
        return std::nullopt;
    }
    const bool isOver = session.stoppedAt.has_value();
    const double given = view.given->given.value;
    const double slack = ordered->value * rules.givenPercent.value / 100 + kSlip;
    const bool isMore = given > ordered->value + slack;
    const bool isLess = isOver && given < ordered->value - slack;
    const auto minutes = minutesRecorded(view.content);
    const auto asked = view.order->minutes;
    const bool isOtherLength =
        minutes && asked && std::abs(*minutes - asked->value) > rules.givenMinutes.value + kSlip;
    if (!isMore && !isLess && !isOtherLength) {
        return std::nullopt;
    }
    const QString order =
        asked ? Words::tr("ordered %1 mg in %2 min").arg(figure(ordered->value), figure(asked->value))
              : Words::tr("ordered %1 mg").arg(figure(ordered->value));
    QString text = minutes
                       ? Words::tr("%1, given %2 mg over %3 min").arg(order, figure(given), figure(*minutes))
                       : Words::tr("%1, given %2 mg").arg(order, figure(given));
    if (isOver && !session.endReason.isEmpty()) {
        text = Words::tr("%1; stopped early: %2").arg(text, session.endReason);
    }
    return isMore || isLess ? measured("given.dose", text, rules.givenPercent)
                            : measured("given.minutes", text, rules.givenMinutes);
}

} // namespace

base::Findings givenFindings(const DosingView& view, const safety::OrderRules& rules) {
    const DosingSession& session = view.session();
    if (!view.order || !session.startedAt) {
        return {};
    }
    base::Findings findings;
    if (session.drug.compare(view.order->drug, Qt::CaseInsensitive) != 0) {
        findings.append(givenFinding(FindingLevel::Stop, "given.drug",
                                     Words::tr("ordered %1, given %2").arg(view.order->drug, session.drug)));
    }
    if (session.route != view.order->route) {
        findings.append(givenFinding(
            FindingLevel::Stop, "given.route",
            Words::tr("ordered %1, given %2")
                .arg(protocols::routeWords(view.order->route), protocols::routeWords(session.route))));
    }
    if (const auto amount = amountFinding(view, rules)) {
        findings.append(*amount);
    }
    return findings;
}

} // namespace kairos::workflow
