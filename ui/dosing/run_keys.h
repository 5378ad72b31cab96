// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/key_cap.h"

#include <QKeySequence>
#include <QList>

namespace kairos::ui {

/// What a key does in a dosing session, from the gate to the signature.
enum class RunKey {
    Act, ///< arrival, then the start
    Met,
    NotMet,
    Evidence,
    Override,
    Event,
    Rescue,
    Adverse,
    Pause,
    Rate,
    Booster,
    Device, ///< of a nasal spray
    Sedation,
    Distress,
    Rating,
    Swap,
    TakeOut,
    Stop,
    Line,
    Discharge,
    Ideation,
    Sign,
    Room,
    OtherRoom
};

/// One line of the key sheet.
struct RunKeyLine {
    RunKey act;
    QKeySequence key;
    QString words;
};

/// The keys of the run sheet in the order in which a session needs them. The page, the room view, their key
/// sheets and what is printed on buttons all read this one list.
[[nodiscard]] QList<RunKeyLine> runKeys();
[[nodiscard]] QKeySequence keyOf(RunKey act);
/// How the drug goes in: the letters of the line go by it.
enum class DoseWay { Pump, Devices };

/// The same as hints: all of them, and the letters of the entry line in short words, row by row.
[[nodiscard]] QList<KeyHint> runKeyHints();
[[nodiscard]] QList<QList<KeyHint>> lineKeyRows(DoseWay way);

} // namespace kairos::ui
