// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/adverse_follow_up.h"
#include "core/workflow/adverse_filter.h"

#include <QLocale>
#include <QString>

namespace kairos::workflow {

class OpenPractice;

/// "3 severe"; after CTCAE v5.
[[nodiscard]] QString gradeWords(int grade);
/// "yes", "no"; empty where it was not judged.
[[nodiscard]] QString judgedWords(record::Asked answer);
/// "possible"; empty where it was not judged.
[[nodiscard]] QString relatedWords(record::Relatedness related);
/// The filter as a sentence without its stop: "All events", "Serious, grade 3 or more, from 1 Oct 2026".
[[nodiscard]] QString filterWords(const AdverseFilter& filter, const QLocale& locale);
/// What a line about a fixed event says: "over since 20 Oct 2026 12:00, gone after the night".
[[nodiscard]] QString followUpSaid(const record::AdverseFollowUp& line, const OpenPractice& practice,
                                   const QLocale& locale);
/// A line about a fixed event: when, who, what.
[[nodiscard]] QString followUpWords(const record::AdverseFollowUp& line, const OpenPractice& practice,
                                    const QLocale& locale);

} // namespace kairos::workflow
