// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/therapy_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/session_words.h"

#include <QCoreApplication>

namespace kairos::ui {

using namespace record;

namespace {

class TherapyText {
    Q_DECLARE_TR_FUNCTIONS(therapy)
};

} // namespace

QString therapyTitle(const TherapySession& session) {
    const bool isNamed = session.type == TherapyType::Therapy && !session.modality.isEmpty();
    const QString name = isNamed ? session.modality : therapyTypeText(session.type);
    return session.number > 0 ? QStringLiteral("%1 %2").arg(name).arg(session.number) : name;
}

std::optional<Chip> windowChip(const workflow::CourseGlance& glance, const base::Instant& at) {
    const auto hours = glance.hoursSince(at);
    if (!hours || !glance.integration) {
        return std::nullopt;
    }
    const QString object = TherapyText::tr("integration window");
    if (*hours < glance.integration->targetFromHours) {
        return Chip{ChipKind::Due, TherapyText::tr("before the window"), object};
    }
    return *hours <= glance.integration->latestHours
               ? Chip{ChipKind::Done, TherapyText::tr("in window"), object}
               : Chip{ChipKind::Late, TherapyText::tr("after the window"), object};
}

QString windowWords(const workflow::CourseGlance& glance) {
    if (!glance.integration) {
        return {};
    }
    const auto& rule = *glance.integration;
    return TherapyText::tr("%1 to %2 h after the end of the dose, latest %3 h: %4 (%5)")
        .arg(rule.targetFromHours)
        .arg(rule.targetToHours)
        .arg(rule.latestHours)
        .arg(rule.basis, base::confidenceMark(rule.confidence));
}

} // namespace kairos::ui
