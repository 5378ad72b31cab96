// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/run_keys.h"

#include "ui/dosing/dosing_text.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::ui {
namespace {

KeyHint hint(RunKey act, const char* text) {
    return {keyText(keyOf(act)), words(text)};
}

} // namespace

QList<RunKeyLine> runKeys() {
    const auto ctrl = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    return {
        {RunKey::Act, ctrl(Qt::Key_Return), words("mark the arrival, then start the dose")},
        {RunKey::Met, Qt::Key_Y, words("a line of a gate is met")},
        {RunKey::NotMet, Qt::Key_N, words("a line of a gate is not met")},
        {RunKey::Evidence, Qt::Key_Return, words("evidence of a gate line; save what is typed")},
        {RunKey::Override, Qt::Key_F4, words("override a line of a gate")},
        {RunKey::Line, Qt::Key_F2, words("to the entry line")},
        {RunKey::Event, Qt::Key_E, words("event: a number or words")},
        {RunKey::Rescue, Qt::Key_M, words("rescue drug")},
        {RunKey::Adverse, Qt::Key_A, words("adverse event")},
        {RunKey::Pause, Qt::Key_P, words("pause or go on")},
        {RunKey::Rate, Qt::Key_C, words("change the rate")},
        {RunKey::Booster, Qt::Key_B, words("booster")},
        {RunKey::Device, Qt::Key_V, words("nasal spray: the sprays of a device")},
        {RunKey::Sedation, Qt::Key_S, words("sedation, then its level")},
        {RunKey::Distress, Qt::Key_D, words("distress, then 0 to 9 or X")},
        {RunKey::Rating, Qt::Key_R, words("rating, then its number")},
        {RunKey::Swap, Qt::Key_F3, words("swap pulse and oxygen when asked")},
        {RunKey::TakeOut, Qt::Key_Delete, words("take a reading or a line of the log back")},
        {RunKey::Stop, ctrl(Qt::Key_Period), words("stop the dose")},
        {RunKey::Discharge, Qt::Key_F9, words("discharge gate, then send home")},
        {RunKey::Ideation, QKeySequence(Qt::ALT | Qt::Key_1), words("no thoughts of suicide, in the note")},
        {RunKey::Sign, ctrl(Qt::Key_S), words("sign the session")},
        {RunKey::Room, Qt::Key_F11, words("room view")},
        {RunKey::OtherRoom, Qt::Key_F6, words("the other running session")},
    };
}

QKeySequence keyOf(RunKey act) {
    const auto keys = runKeys();
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const RunKeyLine& line) { return line.act == act; });
    KAIROS_CHECK(found != keys.end());
    return found->key;
}

QList<KeyHint> runKeyHints() {
    QList<KeyHint> hints;
    for (const RunKeyLine& line : runKeys()) {
        hints.append({keyText(line.key), line.words});
    }
    return hints;
}

QList<QList<KeyHint>> lineKeyRows(DoseWay way) {
    if (way == DoseWay::Devices) {
        return {{hint(RunKey::Event, "event"), hint(RunKey::Rescue, "rescue drug"),
                 hint(RunKey::Adverse, "adverse event"), hint(RunKey::Rating, "rating")},
                {hint(RunKey::Device, "device"), hint(RunKey::Sedation, "sedation"),
                 hint(RunKey::Distress, "distress")}};
    }
    return {{hint(RunKey::Event, "event"), hint(RunKey::Rescue, "rescue drug"),
             hint(RunKey::Adverse, "adverse event"), hint(RunKey::Rating, "rating")},
            {hint(RunKey::Sedation, "sedation"), hint(RunKey::Distress, "distress"),
             hint(RunKey::Pause, "pause, go on"), hint(RunKey::Rate, "rate"),
             hint(RunKey::Booster, "booster")}};
}

} // namespace kairos::ui
