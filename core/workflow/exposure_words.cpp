// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/exposure_words.h"

#include "core/protocols/names.h"
#include "core/workflow/words.h"

#include <QStringList>

namespace kairos::workflow {
namespace {

constexpr QChar kThinSpace(0x2009);

QString fixed(double value, int decimals, QLocale locale) {
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'f', decimals);
}

} // namespace

QString exposureWords(const Exposure& exposure, const QLocale& locale) {
    QStringList parts{Words::tr("Over all plans: %n dose(s)", nullptr, exposure.sessions)};
    for (const ExposureLine& line : exposure.lines) {
        QStringList sums;
        if (line.given) {
            sums.append(fixed(line.given->value, 1, locale) + kThinSpace + QStringLiteral("mg"));
        }
        if (line.givenPerKg) {
            sums.append(fixed(line.givenPerKg->value, 2, locale) + kThinSpace + QStringLiteral("mg/kg"));
        }
        if (line.unmeasured > 0) {
            sums.append(Words::tr("%n of unknown size", nullptr, line.unmeasured));
        }
        if (line.unweighed > 0) {
            sums.append(Words::tr("%n without a weight", nullptr, line.unweighed));
        }
        parts.append(QStringLiteral("%1 %2: %3")
                         .arg(line.drug, protocols::routeWords(line.route), sums.join(QStringLiteral(", "))));
    }
    parts.append(
        Words::tr("%1 in the last 30 days, %2 in the last 90").arg(exposure.last30).arg(exposure.last90));
    return parts.join(QStringLiteral(" · "));
}

QString checkWords(const ExposureCheckState& state, const QLocale& locale) {
    const QString day = locale.toString(state.due, QStringLiteral("d MMM yyyy"));
    const QString when = state.isDue ? Words::tr("due since %1").arg(day) : Words::tr("due on %1").arg(day);
    QString text = QStringLiteral("%1 [%2]: %3")
                       .arg(state.check.text, base::confidenceMark(state.check.confidence), when);
    if (state.last) {
        const QString found = state.last->state == record::ScreeningState::Present ? Words::tr("concern")
                                                                                   : Words::tr("no concern");
        const QString on = locale.toString(state.lastDone.value_or(QDate()), QStringLiteral("d MMM yyyy"));
        text += Words::tr("; last %1: %2, %3").arg(on, found, state.last->note);
    }
    return text;
}

} // namespace kairos::workflow
