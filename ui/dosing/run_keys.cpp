// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/run_keys.h"

#include "ui/dosing/dosing_text.h"

#include "core/base/check.h"

#include <algorithm>

namespace kairos::ui {
namespace {

KeyHint hint(RunKey act, const QString& text) {
    return {keyText(keyOf(act)), text};
}

} // namespace

QList<RunKeyLine> runKeys() {
    const auto ctrl = [](Qt::Key key) { return QKeySequence(Qt::CTRL | key); };
    return {
        {RunKey::Act, ctrl(Qt::Key_Return), DosingText::tr("mark the arrival, then start the dose")},
        {RunKey::Met, Qt::Key_Y, DosingText::tr("a line of a gate is met")},
        {RunKey::NotMet, Qt::Key_N, DosingText::tr("a line of a gate is not met")},
        {RunKey::Evidence, Qt::Key_Return, DosingText::tr("evidence of a gate line; save what is typed")},
        {RunKey::Override, Qt::Key_F4, DosingText::tr("override a line of a gate")},
        {RunKey::Line, Qt::Key_F2, DosingText::tr("to the entry line")},
        {RunKey::Event, Qt::Key_E, DosingText::tr("event: a number or words")},
        {RunKey::Rescue, Qt::Key_M, DosingText::tr("rescue drug")},
        {RunKey::Adverse, Qt::Key_A, DosingText::tr("adverse event")},
        {RunKey::Pause, Qt::Key_P, DosingText::tr("pause or go on")},
        {RunKey::Rate, Qt::Key_C, DosingText::tr("change the rate")},
        {RunKey::Booster, Qt::Key_B, DosingText::tr("booster")},
        {RunKey::Device, Qt::Key_V, DosingText::tr("nasal spray: the sprays of a device")},
        {RunKey::Sedation, Qt::Key_S, DosingText::tr("sedation, then its level")},
        {RunKey::Distress, Qt::Key_D, DosingText::tr("distress, then 0 to 9 or X")},
        {RunKey::Rating, Qt::Key_R, DosingText::tr("rating, then its number")},
        {RunKey::Swap, Qt::Key_F3, DosingText::tr("swap pulse and oxygen when asked")},
        {RunKey::TakeOut, Qt::Key_Delete, DosingText::tr("take a reading or a line of the log back")},
        {RunKey::Stop, ctrl(Qt::Key_Period), DosingText::tr("stop the dose")},
        {RunKey::Discharge, Qt::Key_F9, DosingText::tr("discharge gate, then send home")},
        {RunKey::Ideation, QKeySequence(Qt::ALT | Qt::Key_1),
         DosingText::tr("no thoughts of suicide, in the note")},
        {RunKey::Sign, ctrl(Qt::Key_S), DosingText::tr("sign the session")},
        {RunKey::Room, Qt::Key_F11, DosingText::tr("room view")},
        {RunKey::OtherRoom, Qt::Key_F6, DosingText::tr("the other running session")},
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
        return {{hint(RunKey::Event, DosingText::tr("event")),
                 hint(RunKey::Rescue, DosingText::tr("rescue drug")),
                 hint(RunKey::Adverse, DosingText::tr("adverse event")),
                 hint(RunKey::Rating, DosingText::tr("rating"))},
                {hint(RunKey::Device, DosingText::tr("device")),
                 hint(RunKey::Sedation, DosingText::tr("sedation")),
                 hint(RunKey::Distress, DosingText::tr("distress"))}};
    }
    return {{hint(RunKey::Event, DosingText::tr("event")),
             hint(RunKey::Rescue, DosingText::tr("rescue drug")),
             hint(RunKey::Adverse, DosingText::tr("adverse event")),
             hint(RunKey::Rating, DosingText::tr("rating"))},
            {hint(RunKey::Sedation, DosingText::tr("sedation")),
             hint(RunKey::Distress, DosingText::tr("distress")),
             hint(RunKey::Pause, DosingText::tr("pause, go on")), hint(RunKey::Rate, DosingText::tr("rate")),
             hint(RunKey::Booster, DosingText::tr("booster"))}};
}

} // namespace kairos::ui
