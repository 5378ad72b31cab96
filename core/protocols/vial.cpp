// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/vial.h"

#include "core/protocols/words.h"

#include <QRegularExpression>

namespace kairos::protocols {

base::Result<VialContent> vialFromLabel(const QString& label) {
    static const QRegularExpression form(
        QStringLiteral(
            "^\\s*(\\d{1,6}(?:\\.\\d{1,4})?)\\s*mg\\s*/\\s*(\\d{1,6}(?:\\.\\d{1,4})?)?\\s*ml\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(label);
    const double mg = match.captured(1).toDouble();
    const double ml = match.captured(2).isEmpty() ? 1.0 : match.captured(2).toDouble();
    if (!match.hasMatch() || mg <= 0 || ml <= 0) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The vial label was not read"),
                          Words::tr("a content such as 500 mg/10 mL is expected"),
                          Words::tr("type milligrams and millilitres as printed on the vial"));
    }
    return VialContent{{mg}, {ml}};
}

base::Result<VialUse> drawFromVial(const VialContent& vial, base::Millilitres drawn) {
    if (!drawn.isFinite() || drawn.value < 0 || drawn > vial.ml) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The use of the vial was not reckoned"),
                          Words::tr("the drawn volume lies from 0 to the %1 mL of the vial")
                              .arg(plainNumber(vial.ml.value)),
                          Words::tr("type the drawn millilitres again"));
    }
    const base::Milligrams used{drawn.value * vial.concentration().value};
    return VialUse{used, vial.mg - used};
}

} // namespace kairos::protocols
