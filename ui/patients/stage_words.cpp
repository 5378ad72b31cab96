// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/stage_words.h"

#include <QCoreApplication>

namespace kairos::ui {
namespace {

QString stageWord(const char* text) {
    return QCoreApplication::translate("kairos::ui::Stage", text);
}

} // namespace

QString stageText(record::Stage stage) {
    switch (stage) {
    case record::Stage::Screening:
        return stageWord("Screening");
    case record::Stage::Preparing:
        return stageWord("Preparing");
    case record::Stage::Induction:
        return stageWord("Induction");
    case record::Stage::Consolidation:
        return stageWord("Consolidation");
    case record::Stage::Maintenance:
        return stageWord("Maintenance");
    case record::Stage::Paused:
        return stageWord("Paused");
    case record::Stage::Ended:
        return stageWord("Ended");
    }
    return {};
}

} // namespace kairos::ui
