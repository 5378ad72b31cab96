// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/entry_modes.h"

#include "ui/dosing/dosing_text.h"
#include "ui/dosing/entry_line_text.h"

#include "ui/shared/formats.h"

#include "core/protocols/pump_rate.h"

namespace kairos::ui {
namespace {

QString readingHelp(const DosingController& controller) {
    const auto order = controller.readingOrder();
    const auto example = safety::parseReadingLine(order.example(), controller.rules(), order);
    return example ? DosingText::tr("%1 is read as %2").arg(order.example(), safety::readingInWords(*example))
                   : QString();
}

QString rateHelp(const DosingController& controller) {
    const auto pump = controller.pump();
    if (!pump) {
        return DosingText::tr("no infusion runs");
    }
    const QString mg = withUnit(shortNumberText(pump->rate.value, 3), QStringLiteral("mg/min"));
    const auto bag = controller.bag();
    return bag ? DosingText::tr("now %1, %2; type the new rate, mL/h unless you say mg/min")
                     .arg(withUnit(shortNumberText(protocols::pumpRate(pump->rate, *bag).value, 1),
                                   QStringLiteral("mL/h")),
                          mg)
               : DosingText::tr("now %1; type the new rate in mg/min").arg(mg);
}

EntryModeWords readingWords(const DosingController& controller) {
    const auto due = controller.trouble() ? DueView() : controller.due();
    return {due.now ? DosingText::tr("%1 min").arg(due.now->minute) : DosingText::tr("Reading"),
            DosingText::tr("Enter saves; @14:32 for when; bp, hr, spo2, rr, t by name"),
            controller.readingOrder().placeholder(), readingHelp(controller)};
}

} // namespace

QString numberedWords(const QStringList& list) {
    QStringList parts;
    for (qsizetype i = 0; i < list.size(); ++i) {
        parts.append(QStringLiteral("%1 %2").arg(i + 1).arg(list.at(i)));
    }
    return parts.join(QStringLiteral("  ·  "));
}

QString placeOf(EntryMode mode) {
    switch (mode) {
    case EntryMode::Reading:
        return QStringLiteral("reading");
    case EntryMode::Correction:
        return QStringLiteral("correction");
    case EntryMode::Event:
        return QStringLiteral("event");
    case EntryMode::Rescue:
        return QStringLiteral("rescue");
    case EntryMode::Stop:
        return QStringLiteral("stop");
    case EntryMode::Rate:
        return QStringLiteral("rate");
    case EntryMode::Booster:
        return QStringLiteral("booster");
    case EntryMode::Device:
        return QStringLiteral("device");
    case EntryMode::Sedation:
        return QStringLiteral("sedation");
    case EntryMode::Distress:
        return QStringLiteral("distress");
    case EntryMode::Rating:
        return QStringLiteral("rating");
    }
    return {};
}

EntryModeWords wordsOf(EntryMode mode, const DosingController& controller) {
    const QString leave = DosingText::tr("Esc leaves it");
    switch (mode) {
    case EntryMode::Reading:
        return readingWords(controller);
    case EntryMode::Correction:
        return {DosingText::tr("Correct"), DosingText::tr("the right figures, then Enter; Esc leaves it"),
                controller.readingOrder().placeholder(), readingHelp(controller)};
    case EntryMode::Event:
        return {DosingText::tr("Event"),
                DosingText::tr("a number or words, then Enter; Esc leaves it"),
                {},
                numberedWords(eventWords())};
    case EntryMode::Rescue:
        return {DosingText::tr("Rescue drug"),
                DosingText::tr("drug or number, then how much, then Enter"),
                {},
                controller.rescueDrugs().isEmpty()
                    ? DosingText::tr("the order names no rescue drug: type its name")
                    : numberedWords(controller.rescueDrugs())};
    case EntryMode::Stop:
        return {DosingText::tr("Stop: why?"),
                DosingText::tr("a number or words, Enter stops the dose; Esc goes on"),
                {},
                numberedWords(stopReasons())};
    case EntryMode::Rate:
        return {DosingText::tr("New rate"),
                DosingText::tr("mL/h or mg/min, then Enter; Esc leaves it"),
                {},
                rateHelp(controller)};
    case EntryMode::Booster:
        return {DosingText::tr("Booster"),
                DosingText::tr("mg, then Enter; Esc leaves it"),
                {},
                DosingText::tr("5 mg is kept as given beside the dose; a reason may follow")};
    case EntryMode::Device:
        return {DosingText::tr("Device"),
                DosingText::tr("Enter saves its sprays; 1 for one spray, @14:32 for when; Esc leaves it"),
                controller.trouble() || !controller.view().devices
                    ? QString()
                    : QString::number(controller.view().devices->leftInNext()),
                {}};
    case EntryMode::Sedation:
        return {
            DosingText::tr("MOAA/S"),
            leave,
            {},
            DosingText::tr(
                "5 answers at once · 4 slowly · 3 to loud voice · 2 to a light shake · 1 to a firm squeeze "
                "· 0 not")};
    case EntryMode::Distress:
        return {DosingText::tr("Distress"),
                leave,
                {},
                DosingText::tr("0 none to 9 · X for 10, the worst there can be")};
    case EntryMode::Rating:
        return {DosingText::tr("Rating"),
                DosingText::tr("Enter opens the one due; Esc leaves it"),
                {},
                numberedWords(ratingChoices())};
    }
    return {};
}

std::optional<EntryMode> modeOfLetter(int key) {
    switch (key) {
    case Qt::Key_E:
        return EntryMode::Event;
    case Qt::Key_M:
        return EntryMode::Rescue;
    case Qt::Key_C:
        return EntryMode::Rate;
    case Qt::Key_B:
        return EntryMode::Booster;
    case Qt::Key_S:
        return EntryMode::Sedation;
    case Qt::Key_D:
        return EntryMode::Distress;
    case Qt::Key_R:
        return EntryMode::Rating;
    default: // All other keys are typed, or act at once.
        return std::nullopt;
    }
}

bool takesOneKey(EntryMode mode) {
    return mode == EntryMode::Sedation || mode == EntryMode::Distress || mode == EntryMode::Rating;
}

QString beginningOfSign(EntryMode mode, int key) {
    if (mode == EntryMode::Booster && key == Qt::Key_P) {
        return QStringLiteral("bp");
    }
    if (mode == EntryMode::Sedation && key == Qt::Key_P) {
        return QStringLiteral("sp");
    }
    return mode == EntryMode::Rating && key == Qt::Key_R ? QStringLiteral("rr") : QString();
}

} // namespace kairos::ui
