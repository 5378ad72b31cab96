// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/need_words.h"

#include "ui/today/today_words.h"

#include "ui/shared/formats.h"
#include "ui/shared/risk_text.h"

namespace kairos::ui {
namespace {

using workflow::Need;
using workflow::NeedKind;

QString who(const Need& need) {
    return need.patient ? need.patient->displayName() : TodayWords::tr("Patient");
}

/// "2 d", "3 h" or "12 min": the largest unit is enough for a chip.
QString roughly(qint64 ms) {
    const qint64 minutes = qMax<qint64>(0, ms / 60'000);
    if (minutes < 60) {
        return TodayWords::tr("%1 min").arg(minutes);
    }
    return minutes < 48 * 60 ? TodayWords::tr("%1 h").arg(minutes / 60)
                             : TodayWords::tr("%1 d").arg(minutes / (24 * 60));
}

QString age(const Need& need, const Present& present) {
    return need.at ? roughly(present.now.msSince(*need.at)) : QString();
}

QString when(const Need& need, const Present& present) {
    return need.at ? dayText(need.at->local(present.zone).date()) + QStringLiteral(", ") +
                         timeText(*need.at, present.zone)
                   : QString();
}

QString day(const Need& need, const Present& present) {
    return need.at ? dayText(need.at->local(present.zone).date()) : QString();
}

bool isLate(const Need& need, const Present& present) {
    return need.at && *need.at < present.now;
}

NeedLine riskLine(const Need& need, const Present& present) {
    const auto openFor = need.at ? std::optional(present.now.msSince(*need.at)) : std::nullopt;
    return {need,        Icon::Risk,
            Token::Stop, TodayWords::tr("%1: risk item").arg(who(need)),
            need.detail, {ChipKind::Risk, riskOpenText(openFor), {}}};
}

NeedLine undischargedLine(const Need& need, const Present& present) {
    return {need,
            Icon::Stop,
            Token::Stop,
            TodayWords::tr("%1: not discharged").arg(who(need)),
            TodayWords::tr("The dose ended %1; the discharge is not documented.").arg(when(need, present)),
            {ChipKind::Late, TodayWords::tr("since %1").arg(age(need, present)), {}}};
}

NeedLine integrationLine(const Need& need, const Present& present) {
    const bool late = need.kind == NeedKind::IntegrationLate;
    return {
        need,
        Icon::Due,
        Token::Caution,
        TodayWords::tr("%1: %2").arg(who(need), need.detail),
        late ? TodayWords::tr("The window closed %1. A convention with limited evidence.")
                   .arg(when(need, present))
             : TodayWords::tr("The window closes %1. A convention with limited evidence.")
                   .arg(when(need, present)),
        {ChipKind::Late,
         late ? TodayWords::tr("%1 late").arg(age(need, present))
              : TodayWords::tr("%1 left").arg(need.at ? roughly(need.at->msSince(present.now)) : QString()),
         {}}};
}

NeedLine unsignedLine(const Need& need, const Present& present) {
    return {need,
            Icon::Draft,
            Token::Text2,
            TodayWords::tr("%1: session to sign").arg(who(need)),
            need.detail.isEmpty()
                ? TodayWords::tr("Held %1, not signed.").arg(when(need, present))
                : TodayWords::tr("Held %1, signed in part. Open: %2.").arg(when(need, present), need.detail),
            {ChipKind::Draft, TodayWords::tr("unsigned %1").arg(age(need, present)), {}}};
}

/// Its moment is the signature of the one who is supervised.
NeedLine cosignLine(const Need& need, const Present& present) {
    return {need,
            Icon::Signed,
            Token::Text2,
            TodayWords::tr("%1: session to co-sign").arg(who(need)),
            TodayWords::tr("%1%2, %3.")
                .arg(need.detail.left(1).toUpper(), need.detail.mid(1), when(need, present)),
            {ChipKind::Due, TodayWords::tr("since %1").arg(age(need, present)), {}}};
}

/// Its moment is the end of the period in which it is to be countersigned.
NeedLine countersignLine(const Need& need, const Present& present) {
    const bool late = isLate(need, present);
    const QString order = need.detail.left(1).toUpper() + need.detail.mid(1);
    return {need,
            Icon::Med,
            late ? Token::Caution : Token::Info,
            TodayWords::tr("%1: verbal order to countersign").arg(who(need)),
            late ? TodayWords::tr("%1, was due until %2.").arg(order, when(need, present))
                 : TodayWords::tr("%1 until %2.").arg(order, when(need, present)),
            late ? Chip{ChipKind::Late, TodayWords::tr("%1 late").arg(age(need, present)), {}}
                 : Chip{ChipKind::Due, chipWord(ChipKind::Due), {}}};
}

/// Its moment is the end of the hours in which the patient is to be reached.
NeedLine callLine(const Need& need, const Present& present) {
    const bool late = isLate(need, present);
    const QString due = late ? TodayWords::tr("Was due until %1").arg(when(need, present))
                             : TodayWords::tr("Due until %1").arg(when(need, present));
    return {need,
            Icon::Due,
            late ? Token::Caution : Token::Info,
            TodayWords::tr("%1: call after the dose").arg(who(need)),
            need.detail.isEmpty() ? TodayWords::tr("%1.").arg(due)
                                  : TodayWords::tr("%1; %2.").arg(due, need.detail),
            late ? Chip{ChipKind::Late, TodayWords::tr("%1 late").arg(age(need, present)), {}}
                 : Chip{ChipKind::Due, chipWord(ChipKind::Due), {}}};
}

/// What the drug ledger asks for; the rest of a vial names the patient it was drawn for.
NeedLine stockLine(const Need& need) {
    const bool late = need.level != base::FindingLevel::Information;
    return {need,
            Icon::Med,
            late ? Token::Caution : Token::Info,
            need.patient ? TodayWords::tr("%1: waste to write").arg(who(need)) : TodayWords::tr("Stock"),
            need.detail + QLatin1Char('.'),
            late ? Chip{ChipKind::Late, TodayWords::tr("open"), {}}
                 : Chip{ChipKind::Due, chipWord(ChipKind::Due), {}}};
}

NeedLine ratingLine(const Need& need, const Present& present) {
    const bool late = isLate(need, present);
    return {need,
            Icon::Rating,
            late ? Token::Caution : Token::Info,
            TodayWords::tr("%1: %2").arg(who(need), need.detail),
            late ? TodayWords::tr("Was due until %1.").arg(when(need, present))
                 : TodayWords::tr("Due until %1.").arg(when(need, present)),
            late ? Chip{ChipKind::Late, TodayWords::tr("%1 late").arg(age(need, present)), {}}
                 : Chip{ChipKind::Due, chipWord(ChipKind::Due), {}}};
}

/// What repeated doses ask to be checked; its moment is the beginning of the day from which it is due.
NeedLine labLine(const Need& need, const Present& present) {
    return {need,
            Icon::Rating,
            Token::Info,
            TodayWords::tr("%1: %2").arg(who(need), need.detail),
            TodayWords::tr("Due since %1, by the doses so far. A default interval.").arg(day(need, present)),
            {ChipKind::Due, chipWord(ChipKind::Due), {}}};
}

NeedLine consentLine(const Need& need, const Present& present) {
    return {need,
            Icon::Consent,
            Token::Info,
            TodayWords::tr("%1: consent").arg(who(need)),
            // The moment is the end of its last day.
            need.at ? TodayWords::tr("%1 ends %2; a dose is still to come.")
                          .arg(need.detail, dayText(need.at->plusMs(-1).local(present.zone).date()))
                    : QString(),
            {ChipKind::Due,
             need.at ? TodayWords::tr("%1 left").arg(roughly(need.at->msSince(present.now)))
                     : chipWord(ChipKind::Due),
             {}}};
}

/// A dose ahead that something on record does not let go ahead.
NeedLine doseLine(const Need& need, const Present& present) {
    const bool isStop = need.level == base::FindingLevel::Stop;
    NeedLine line;
    line.need = need;
    line.ink = isStop ? Token::Stop : Token::Caution;
    const QString dose = TodayWords::tr("Dose %1.").arg(when(need, present));
    if (need.kind == NeedKind::OrderMissing) {
        line.sign = Icon::Med;
        line.title = TodayWords::tr("%1: order to sign").arg(who(need));
        line.detail = TodayWords::tr("%1 No signed order is valid on that day.").arg(dose);
        line.state = {ChipKind::Blocked, TodayWords::tr("no order"), {}};
    } else if (need.kind == NeedKind::ScreeningHolds) {
        line.sign = Icon::Blocked;
        line.title = TodayWords::tr("%1: screening").arg(who(need));
        line.detail = TodayWords::tr("%1 Screening holds it: %2.").arg(dose, need.detail);
        line.state = {ChipKind::Blocked, TodayWords::tr("not met"), {}};
    } else {
        line.sign = Icon::Consent;
        line.title = TodayWords::tr("%1: consent").arg(who(need));
        line.detail = TodayWords::tr("%1 Consent: %2.").arg(dose, need.detail);
        line.state = {isStop ? ChipKind::Blocked : ChipKind::Late, TodayWords::tr("no consent"), {}};
    }
    return line;
}

/// A step of the plan that a person does at a desk or in a session.
NeedLine stepLine(const Need& need, const Present& present) {
    const bool late = isLate(need, present);
    const bool isTreatment = need.kind == NeedKind::StepLate;
    return {need,
            isTreatment                           ? Icon::Plan
            : need.kind == NeedKind::ReviewDue    ? Icon::Doc
            : need.kind == NeedKind::ScreeningDue ? Icon::Target
                                                  : Icon::Consent,
            late ? Token::Caution : Token::Info,
            TodayWords::tr("%1: %2").arg(who(need), need.detail),
            late ? TodayWords::tr("Was due until %1.").arg(day(need, present))
                 : TodayWords::tr("Due until %1.").arg(day(need, present)),
            late ? Chip{ChipKind::Late, TodayWords::tr("%1 late").arg(age(need, present)), {}}
                 : Chip{ChipKind::Due, chipWord(ChipKind::Due), {}}};
}

/// A commitment that no session looked at; its moment is the beginning of its day.
NeedLine commitmentLine(const Need& need, const Present& present) {
    return {need,
            Icon::Therapy,
            Token::Info,
            TodayWords::tr("%1: ask what became of it").arg(who(need)),
            TodayWords::tr("“%1”, by %2. No session is booked in which it would come up. A convention.")
                .arg(need.detail, day(need, present)),
            {ChipKind::Due, TodayWords::tr("since %1").arg(age(need, present)), {}}};
}

/// A sheet that was to be gone through again; its moment is the beginning of that day.
NeedLine sheetLine(const Need& need, const Present& present) {
    return {need,
            Icon::Therapy,
            Token::Caution,
            TodayWords::tr("%1: %2 to go through again").arg(who(need), need.detail),
            TodayWords::tr("Its review was due %1.").arg(day(need, present)),
            {ChipKind::Late, TodayWords::tr("%1 late").arg(age(need, present)), {}}};
}

NeedLine crisisLine(const Need& need) {
    return {need,
            Icon::Caution,
            Token::Caution,
            TodayWords::tr("No crisis text"),
            TodayWords::tr(
                "Write in the settings what a patient in crisis is told to do; every handout shows it."),
            {ChipKind::Late, TodayWords::tr("missing"), {}}};
}

} // namespace

NeedLine needLine(const Need& need, const Present& present) {
    NeedLine line;
    switch (need.kind) {
    case NeedKind::OpenRisk:
        line = riskLine(need, present);
        break;
    case NeedKind::Undischarged:
        line = undischargedLine(need, present);
        break;
    case NeedKind::IntegrationLate:
    case NeedKind::IntegrationClosing:
        line = integrationLine(need, present);
        break;
    case NeedKind::Unsigned:
        line = unsignedLine(need, present);
        break;
    case NeedKind::CosignDue:
        line = cosignLine(need, present);
        break;
    case NeedKind::CallDue:
        line = callLine(need, present);
        break;
    case NeedKind::StockDue:
        line = stockLine(need);
        break;
    case NeedKind::CountersignDue:
        line = countersignLine(need, present);
        break;
    case NeedKind::RatingDue:
        line = ratingLine(need, present);
        break;
    case NeedKind::LabDue:
        line = labLine(need, present);
        break;
    case NeedKind::ScreeningHolds:
    case NeedKind::ConsentMissing:
    case NeedKind::OrderMissing:
        line = doseLine(need, present);
        break;
    case NeedKind::StepLate:
    case NeedKind::ConsentDue:
    case NeedKind::ScreeningDue:
    case NeedKind::ReviewDue:
        line = stepLine(need, present);
        break;
    case NeedKind::ConsentEnding:
        line = consentLine(need, present);
        break;
    case NeedKind::SheetReviewDue:
        line = sheetLine(need, present);
        break;
    case NeedKind::CommitmentDue:
        line = commitmentLine(need, present);
        break;
    case NeedKind::NoCrisisText:
        line = crisisLine(need);
        break;
    }
    line.state.object = line.title;
    return line;
}

} // namespace kairos::ui
