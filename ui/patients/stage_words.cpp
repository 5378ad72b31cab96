// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/stage_words.h"

#include <QCoreApplication>

namespace kairos::ui {
namespace {

class StageText {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::Stage)
};

} // namespace

QString stageText(record::Stage stage) {
    switch (stage) {
    case record::Stage::Screening:
        return StageText::tr("Screening");
    case record::Stage::Preparing:
        return StageText::tr("Preparing");
    case record::Stage::Induction:
        return StageText::tr("Induction");
    case record::Stage::Consolidation:
        return StageText::tr("Consolidation");
    case record::Stage::Maintenance:
        return StageText::tr("Maintenance");
    case record::Stage::Paused:
        return StageText::tr("Paused");
    case record::Stage::Ended:
        return StageText::tr("Ended");
    }
    return {};
}

} // namespace kairos::ui
