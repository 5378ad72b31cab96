// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into the entry line, and how it reads before Enter.
#include "ui/dosing/device_line.h"
#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/entry_line_text.h"
#include "ui/dosing/offer_withdrawal.h"
#include "ui/dosing/run_draft.h"

#include "ui/shared/formats.h"

#include "core/protocols/pump_rate.h"
#include "core/safety/typing_doubts.h"
#include "core/safety/vital_findings.h"
#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/run_care.h"
#include "core/workflow/run_findings.h"

namespace kairos::ui {

using namespace record;

namespace {

void fail(EntryEcho& echo, const base::Error& error) {
    echo.error = error;
}

QString levelOf(const QString& line) {
    return line.trimmed().compare(QLatin1String("x"), Qt::CaseInsensitive) == 0 ? QStringLiteral("10")
                                                                                : line.trimmed();
}

} // namespace

LineContext DosingController::lineContext() const {
    return {rules(), readingOrder(), {now(), session().arrivedAt, m_context.practice.zone()}};
}

safety::ReadingOrder DosingController::readingOrder() const {
    // The settings refuse an order that does not read.
    return safety::ReadingOrder::read(m_context.practice.practice().readingOrder)
        .value_or(safety::ReadingOrder{});
}

EntryEcho DosingController::readingEcho(const QString& line) const {
    EntryEcho echo;
    const auto parsed = parseMeasuredLine(line, lineContext());
    if (!parsed) {
        fail(echo, parsed.error());
        return echo;
    }
    Reading reading;
    reading.session = m_id;
    reading.measuredAt = parsed->measuredAt.value_or(now());
    parsed->reading.fill(reading);
    echo.words = safety::readingInWords(parsed->reading);
    if (parsed->measuredAt) {
        echo.words = tr("%1, measured at %2").arg(echo.words, timeOf(*parsed->measuredAt));
    }
    echo.findings = safety::findingsOf(reading, m_view->baseline, rules());
    if (const auto doubt = safety::swapDoubt(parsed->reading, safety::TypingRules::builtIn().swapped)) {
        echo.doubt = doubt->text;
        echo.swapLine = swappedLine(line, *parsed, readingOrder());
    }
    echo.reading = reading;
    return echo;
}

EntryEcho DosingController::rateEcho(const QString& line) const {
    EntryEcho echo;
    const auto rate = protocols::readRate(line, bag());
    if (!rate) {
        fail(echo, rate.error());
        return echo;
    }
    const QString mg = withUnit(shortNumberText(rate->mgPerMin.value, 3), QStringLiteral("mg/min"));
    echo.words = rate->mlPerH
                     ? tr("%1 are %2", "a rate in both units")
                           .arg(withUnit(shortNumberText(rate->mlPerH->value, 1), QStringLiteral("mL/h")), mg)
                     : mg;
    if (!rate->reason.isEmpty()) {
        echo.words += QStringLiteral(": ") + rate->reason;
    }
    const auto findings =
        workflow::rateFindings(*m_view, rate->mgPerMin, m_context.practice.catalog().doseLimits);
    if (findings) {
        echo.findings = *findings;
    } else {
        fail(echo, findings.error());
    }
    return echo;
}

EntryEcho DosingController::sprayEcho(const QString& line) const {
    EntryEcho echo;
    const auto entry = parseSprayLine(line, *m_view, lineContext().clock);
    if (!entry) {
        fail(echo, entry.error());
        return echo;
    }
    echo.words = workflow::sprayWords(*m_view->devices, entry->sprays);
    if (entry->at != now()) {
        echo.words = tr("%1, taken at %2").arg(echo.words, timeOf(entry->at));
    }
    if (!entry->reason.isEmpty()) {
        echo.words += QStringLiteral(": ") + entry->reason;
    }
    const auto findings = workflow::sprayFindings(
        m_view->content, m_context.practice.catalog().doseLimits.esketamine, *entry, now());
    if (findings) {
        echo.findings = *findings;
    } else {
        fail(echo, findings.error());
    }
    return echo;
}

EntryEcho DosingController::boosterEcho(const QString& line) const {
    EntryEcho echo;
    if (m_view->devices) {
        fail(echo, workflow::noBooster().value());
        return echo;
    }
    const auto booster = protocols::readBooster(line);
    if (!booster) {
        fail(echo, booster.error());
        return echo;
    }
    echo.words =
        tr("booster of %1").arg(withUnit(shortNumberText(booster->mg.value, 2), QStringLiteral("mg")));
    if (const auto strength = session().concentration) {
        echo.words +=
            tr(", %1 of the vial")
                .arg(withUnit(shortNumberText(booster->mg.value / strength->value, 2), QStringLiteral("mL")));
    }
    if (!booster->reason.isEmpty()) {
        echo.words += QStringLiteral(": ") + booster->reason;
    }
    const auto findings =
        workflow::boosterFindings(*m_view, booster->mg, m_context.practice.catalog().doseLimits);
    if (findings) {
        echo.findings = *findings;
    } else {
        fail(echo, findings.error());
    }
    return echo;
}

EntryEcho DosingController::echo(EntryMode mode, const QString& line) const {
    EntryEcho echo;
    switch (mode) {
    case EntryMode::Reading:
    case EntryMode::Correction:
        return readingEcho(line);
    case EntryMode::Sedation:
        return readingEcho(QStringLiteral("s ") + line);
    case EntryMode::Event:
        echo.words = pickedWords(line, eventWords());
        return echo;
    case EntryMode::Stop:
        echo.words = pickedWords(line, stopReasons());
        return echo;
    case EntryMode::Rate:
        return rateEcho(line);
    case EntryMode::Booster:
        return boosterEcho(line);
    case EntryMode::Device:
        return sprayEcho(line);
    case EntryMode::Distress:
        echo.words = tr("distress %1 of 10").arg(levelOf(line));
        return echo;
    case EntryMode::Rating:
        echo.words = pickedWords(line, ratingChoices());
        return echo;
    case EntryMode::Rescue: {
        const auto rescue = parseRescue(line, rescueDrugs());
        if (rescue) {
            echo.words = tr("%1, %2", "drug and dose").arg(rescue->drug, rescue->dose);
            echo.findings = workflow::rescueFindings(*m_view, rescue->drug);
        } else {
            fail(echo, rescue.error());
        }
        return echo;
    }
    }
    return echo;
}

base::Outcome DosingController::addReading(const QString& line) {
    const auto parsed = parseMeasuredLine(line, lineContext());
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    const auto saved =
        workflow::DosingCare(m_context.practice)
            .addReading(m_id, parsed->reading, parsed->measuredAt.value_or(now()), {m_draft->key()});
    if (saved) {
        offerWithdrawal(tr("Saved: %1.").arg(safety::readingInWords(parsed->reading)), *saved);
    }
    return kept(saved.map([](const ReadingId&) {}));
}

base::Outcome DosingController::addEvent(SessionEvent event, const QString& said) {
    event.id = m_context.practice.ids().next<EventId>();
    event.session = m_id;
    event.at = now();
    auto done = kept(workflow::DosingCare(m_context.practice).addEvent(event));
    if (done && !said.isEmpty()) {
        offerWithdrawal(said, event.id);
    }
    return done;
}

base::Outcome DosingController::rateDistress(const QString& line) {
    bool isNumber = false;
    const int level = levelOf(line).toInt(&isNumber);
    SessionEvent event;
    event.type = EventType::Distress;
    event.amount = isNumber ? std::optional<double>(level) : std::nullopt;
    event.text = tr("distress %1 of 10").arg(levelOf(line));
    return addEvent(event, tr("Saved: %1.").arg(event.text));
}

base::Outcome DosingController::commit(EntryMode mode, const QString& line) {
    switch (mode) {
    case EntryMode::Reading:
    case EntryMode::Correction:
        return addReading(line);
    case EntryMode::Sedation:
        return addReading(QStringLiteral("s ") + line);
    case EntryMode::Event: {
        SessionEvent event;
        event.type = EventType::Observation;
        event.text = pickedWords(line, eventWords());
        return addEvent(event, tr("Saved: %1.").arg(event.text));
    }
    case EntryMode::Stop:
        return stop(pickedWords(line, stopReasons()));
    case EntryMode::Rate:
        return changeRate(line);
    case EntryMode::Booster:
        return giveBooster(line);
    case EntryMode::Device:
        return takeSprays(line);
    case EntryMode::Distress:
        return rateDistress(line);
    case EntryMode::Rating: // It opens a form, nothing is saved here.
        return {};
    case EntryMode::Rescue: {
        const auto rescue = parseRescue(line, rescueDrugs());
        if (!rescue) {
            return tl::unexpected<base::Error>(rescue.error());
        }
        SessionEvent event;
        event.type = EventType::RescueDrug;
        event.text = tr("medication given");
        event.drug = rescue->drug;
        event.dose = rescue->dose;
        return addEvent(event, tr("Saved: %1, %2.", "drug and dose").arg(rescue->drug, rescue->dose));
    }
    }
    return {};
}

base::Outcome DosingController::correct(const ReadingId& id, const QString& line, const QString& reason) {
    const auto parsed = parseMeasuredLine(line, lineContext());
    if (!parsed) {
        return tl::unexpected<base::Error>(parsed.error());
    }
    return kept(workflow::DosingCare(m_context.practice).correctReading(id, parsed->reading, reason));
}

} // namespace kairos::ui
