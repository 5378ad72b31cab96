// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/today_query.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace kairos::workflow {

/// What is looked at before a dose, in the order of the board.
enum class ReadinessItem {
    Fasting,
    Escort,
    Medicines,
    Pressure,
    Consent,
    Screening,
    Risk,
    Ratings,
    Integration,
    Order
};

inline constexpr int kReadinessItems = static_cast<int>(ReadinessItem::Order) + 1;

/// Ready; not a question for this dose; missing, which informs; or missing, which holds the dose.
enum class ReadinessState { Ready, NotNeeded, Missing, Holds };

/// One item of one dose.
struct ReadinessCell {
    ReadinessItem item = ReadinessItem::Fasting;
    ReadinessState state = ReadinessState::Missing;
    QString words;                              ///< short enough for a cell, e.g. "told", "128/82", "no slot"
    QString detail;                             ///< a sentence's worth: what it rests on, what is missing
    QString criterion;                          ///< of an item that is settled in the call; else empty
    QString instrument;                         ///< of a rating that is missing; else empty
    std::optional<record::StepId> step = {};    ///< a rating or a session that is missing
    std::optional<record::SessionId> slot = {}; ///< the session that is booked

    [[nodiscard]] bool isOpen() const {
        return state == ReadinessState::Missing || state == ReadinessState::Holds;
    }
};

/// One booked dose with everything it needs.
struct ReadinessRow {
    DayRow dose;
    std::optional<record::PlanId> plan;
    QList<ReadinessCell> cells; ///< one an item, in the order of the items

    [[nodiscard]] const ReadinessCell& cell(ReadinessItem item) const {
        return cells.at(static_cast<qsizetype>(item));
    }
    /// The cells that are open, what holds the dose first.
    [[nodiscard]] QList<ReadinessCell> open() const;
    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] bool isReady() const { return open().isEmpty(); }
};

/// The doses booked for a day.
struct ReadinessBoard {
    QDate day;
    QList<ReadinessRow> rows;

    [[nodiscard]] int notReady() const;
};

/// The name of an item, e.g. "Fasting".
[[nodiscard]] QString readinessTitle(ReadinessItem item);

} // namespace kairos::workflow
