// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/chart_query.h"

#include <QDate>
#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace kairos::ui {

/// "she/her · 42 y, born 14 Mar 1984 · MRN K-0147"; what is not known is left out.
[[nodiscard]] QString personLine(const record::Patient& patient, QDate today);

/// An allergy line in its three states, with what stands out and what follows it in the second voice.
struct HeaderWords {
    QString strong;
    QString rest;

    bool operator==(const HeaderWords&) const = default;
};

[[nodiscard]] HeaderWords allergyWords(const workflow::HeaderView& view);
[[nodiscard]] HeaderWords weightWords(const workflow::HeaderView& view, QDate today, const QTimeZone& zone);
/// "Induction", "3 doses given"
[[nodiscard]] HeaderWords phaseWords(const workflow::HeaderView& view);
/// "7 mild", "▼ 11 (61 %), response"; empty without a score
[[nodiscard]] HeaderWords scoreWords(const workflow::HeaderView& view);
/// "QIDS-SR16, 2 Nov"
[[nodiscard]] QString scoreTitle(const workflow::HeaderView& view, QDate today, const QTimeZone& zone);
/// The stage of care in words.
[[nodiscard]] QString stageWords(record::Stage stage);

} // namespace kairos::ui
