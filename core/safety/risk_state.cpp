// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/risk_state.h"

#include "core/safety/words.h"

namespace kairos::safety {

QString riskStateWords(const std::optional<record::RiskItem>& open) {
    return open ? Words::tr("risk item %1 is open").arg(open->number) : Words::tr("no risk item is open");
}

QString riskStateShort(bool isOpen) {
    return isOpen ? Words::tr("open") : Words::tr("none open");
}

QString riskStateSentence(const std::optional<record::RiskItem>& open) {
    QString words = riskStateWords(open);
    words.replace(0, 1, words.at(0).toUpper());
    return words;
}

} // namespace kairos::safety
