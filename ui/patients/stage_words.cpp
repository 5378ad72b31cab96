// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/stage_words.h"

#include <QCoreApplication>

namespace kairos::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("kairos::ui::Stage", text);
}

} // namespace

QString stageText(record::Stage stage) {
    switch (stage) {
    case record::Stage::Screening:
        return words("Screening");
    case record::Stage::Preparing:
        return words("Preparing");
    case record::Stage::Induction:
        return words("Induction");
    case record::Stage::Consolidation:
        return words("Consolidation");
    case record::Stage::Maintenance:
        return words("Maintenance");
    case record::Stage::Paused:
        return words("Paused");
    case record::Stage::Ended:
        return words("Ended");
    }
    return {};
}

} // namespace kairos::ui
