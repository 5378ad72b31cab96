// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/risk_lane.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/words.h"
#include "core/workflow/writing_door.h"

#include "core/base/check.h"
#include "core/record/plan.h"
#include "core/safety/risk_rules.h"
#include "core/scales/instrument.h"
#include "core/scales/sign_words.h"

#include <algorithm>
#include <span>

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

constexpr auto kStaysOpen = QT_TRANSLATE_NOOP("Words", "The risk item stays open");

/// The raised rules that are marked for the lane, in the file's order.
QList<const scales::Rule*> riskRules(const scales::Instrument& instrument, const scales::Score& score) {
    QList<const scales::Rule*> rules;
    for (const scales::Flag& flag : score.flags) {
        const scales::Rule* rule = instrument.findRule(flag.id);
        if (rule != nullptr && rule->risk) {
            rules.append(rule);
        }
    }
    return rules;
}

/// Former records say the level of the whole item alone, and a correction may move the time.
bool isSameSign(const RiskEvidence& known, const RiskEvidence& sign) {
    return known.rating == sign.rating && known.text == sign.text;
}

/// The closed item stands open again; how it ended before is kept.
RiskItem openedAgain(RiskItem item, const RiskEvidence& sign, const base::Instant& now) {
    item.closings.append(
        {item.assessment, item.plan, item.nextLook, item.settledLevel(), *item.closedAt, item.closedBy});
    item.assessment.clear();
    item.plan.clear();
    item.nextLook.reset();
    item.closedAt.reset();
    item.closedBy.reset();
    item.assessedLevel.reset();
    item.assessedAt.reset();
    item.assessedBy.reset();
    item.reopenedAt = now;
    item.level = *sign.level;
    item.evidence.append(sign);
    return item;
}

std::optional<PlanId> currentCourse(OpenPractice& practice, const PatientId& patient) {
    storage::RowFilter filter;
    filter.patient = patient;
    const auto plans = practice.file().records().list<TreatmentPlan>(filter);
    std::optional<PlanId> course;
    if (plans) {
        for (const TreatmentPlan& plan : plans->records) {
            course = plan.state == PlanState::Active ? plan.id : course;
        }
    }
    return course;
}

} // namespace

std::optional<RiskLevel> RiskLane::levelOf(const scales::Instrument& instrument, const scales::Score& score) {
    std::optional<RiskLevel> worst;
    for (const scales::Rule* rule : riskRules(instrument, score)) {
        worst = std::max(worst, rule->risk);
    }
    return worst;
}

std::optional<RiskLevel> RiskLane::levelOfAnswers(const scales::Instrument& instrument,
                                                  const scales::Score& score) {
    std::optional<RiskLevel> worst;
    for (const scales::Rule* rule : riskRules(instrument, score)) {
        if (rule->when.kind != scales::Condition::Kind::Missing) {
            worst = std::max(worst, rule->risk);
        }
    }
    return worst;
}

std::optional<RiskEvidence> RiskLane::signOf(const Rating& rating, const scales::Instrument& instrument,
                                             const scales::Score& score) {
    const auto level = levelOf(instrument, score);
    if (!level) {
        return std::nullopt;
    }
    const std::span answers(rating.answers.constData(), static_cast<std::size_t>(rating.answers.size()));
    const QString text = scales::signWords(instrument, answers, score);
    return RiskEvidence{rating.assessedAt, text, rating.id, level, std::nullopt};
}

base::Result<RiskItem> RiskLane::itemFor(const PatientId& patient) const {
    const auto items = itemsOf(patient);
    if (!items) {
        return tl::unexpected<base::Error>(items.error());
    }
    const auto course = currentCourse(m_practice, patient);
    const RiskItem* closed = nullptr;
    for (const RiskItem& item : *items) {
        if (item.isOpen()) {
            return item;
        }
        // An item of before the plan belongs to the course that followed.
        const bool isOfCourse = !item.course || item.course == course;
        if (isOfCourse && (closed == nullptr || *item.closedAt > *closed->closedAt)) {
            closed = &item;
        }
    }
    if (closed != nullptr) {
        return *closed;
    }
    RiskItem item;
    item.id = m_practice.ids().next<RiskItemId>();
    item.patient = patient;
    const auto counted = m_practice.file().records().count(RecordKind::RiskItem);
    item.number = counted ? static_cast<int>(*counted) + 1 : 1;
    item.openedAt = m_practice.now();
    item.course = course;
    return item;
}

std::optional<RiskItem> RiskLane::withSign(RiskItem item, const RiskEvidence& sign) const {
    KAIROS_CHECK(sign.level.has_value());
    const bool isKnown = std::any_of(item.evidence.begin(), item.evidence.end(),
                                     [&](const RiskEvidence& known) { return isSameSign(known, sign); });
    if (isKnown && (!item.isOpen() || item.level >= *sign.level)) {
        // A correction that says the same of the danger adds nothing.
        return std::nullopt;
    }
    if (item.isOpen()) {
        item.level = std::max(item.level, *sign.level);
        item.evidence.append(sign);
        item.evidence.last().addedAt = m_practice.now();
        return item;
    }
    const auto dayOf = [this](const base::Instant& at) { return at.local(m_practice.zone()).date(); };
    if (safety::reopens({item.settledLevel(), dayOf(*item.closedAt)}, {*sign.level, dayOf(sign.at)},
                        reopenAfterDays())) {
        return openedAgain(item, sign, m_practice.now());
    }
    RiskEvidence noted = sign;
    noted.notedAt = m_practice.now();
    item.evidence.append(noted);
    return item;
}

base::Result<std::optional<storage::Change>> RiskLane::changeFor(const Rating& rating,
                                                                 const scales::Instrument& instrument,
                                                                 const scales::Score& score) const {
    const auto sign = signOf(rating, instrument, score);
    if (!sign) {
        return std::optional<storage::Change>();
    }
    return itemFor(rating.patient).map([&](const RiskItem& before) {
        const auto after = withSign(before, *sign);
        const Action action = before.evidence.isEmpty() ? Action::Created : Action::Changed;
        return after ? std::optional(storage::Change{action, *after, {}}) : std::nullopt;
    });
}

base::Result<std::optional<RiskItem>> RiskLane::openItem(const PatientId& patient) const {
    storage::RowFilter filter;
    filter.patient = patient;
    filter.state = 1;
    return m_practice.file().records().list<RiskItem>(filter).map(
        [](const storage::Loaded<RiskItem>& loaded) {
            return loaded.records.isEmpty() ? std::nullopt : std::optional(loaded.records.last());
        });
}

base::Result<QList<RiskItem>> RiskLane::itemsOf(const PatientId& patient) const {
    storage::RowFilter filter;
    filter.patient = patient;
    filter.order = storage::RowFilter::Order::NewestFirst;
    return m_practice.file().records().list<RiskItem>(filter).map(
        [](const storage::Loaded<RiskItem>& loaded) { return loaded.records; });
}

base::Result<QList<RiskItem>> RiskLane::openItems() const {
    storage::RowFilter filter;
    filter.state = 1;
    return m_practice.file().records().list<RiskItem>(filter).map([](storage::Loaded<RiskItem> loaded) {
        std::stable_sort(loaded.records.begin(), loaded.records.end(),
                         [](const RiskItem& a, const RiskItem& b) { return a.level > b.level; });
        return loaded.records;
    });
}

int RiskLane::reopenAfterDays() const {
    return m_practice.practice().riskReopenDays.value_or(safety::RiskRules::builtIn().reopenAfterDays);
}

base::Result<RiskItemId> RiskLane::open(const PatientId& patient, RiskLevel level, const QString& evidence) {
    if (evidence.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The risk item was not opened"),
                          Words::tr("it says nothing"), Words::tr("write what you saw or heard"));
    }
    const auto before =
        m_practice.require(Permission::EditPatient).and_then([&] { return itemFor(patient); });
    if (!before) {
        return tl::unexpected<base::Error>(before.error());
    }
    const RiskEvidence sign{m_practice.now(), evidence.trimmed(), std::nullopt, level, std::nullopt};
    RiskItem item = *before;
    if (!item.isOpen()) {
        // A person who opens it means it, whatever was assessed before.
        item = openedAgain(item, sign, m_practice.now());
    } else {
        item.level = std::max(item.level, level);
        item.evidence.append(sign);
        item.evidence.last().addedAt = m_practice.now();
    }
    const Action action = before->evidence.isEmpty() ? Action::Created : Action::Changed;
    return WritingDoor(m_practice).save({{action, item, {}}}).map([&](const Changes&) { return item.id; });
}

base::Result<RiskItem> RiskLane::openItemToWrite(const RiskItemId& id, const QString& what) const {
    const auto found = m_practice.file().records().find<RiskItem>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value() || !m_practice.signedIn()) {
        return base::fail(ErrorCode::NotFound, what,
                          Words::tr("there is none with this id, or nobody is signed in"),
                          Words::tr("open the chart again"));
    }
    if (!(*found)->isOpen()) {
        return base::fail(ErrorCode::Refused, Words::tr("Nothing was changed"),
                          Words::tr("this risk item is closed already"),
                          Words::tr("open it again if there is a new finding"));
    }
    return m_practice.require(Permission::OverrideStop).map([&] { return **found; });
}

void RiskLane::write(RiskItem& item, const RiskAssessment& assessment) const {
    item.assessment = assessment.assessment.trimmed();
    item.plan = assessment.plan.trimmed();
    item.nextLook = assessment.nextLook.isValid() ? std::optional(assessment.nextLook) : std::nullopt;
    item.assessedLevel = assessment.level.value_or(item.level);
    item.assessedAt = m_practice.now();
    item.assessedBy = m_practice.signedIn()->id;
}

base::Outcome RiskLane::assess(const RiskItemId& id, const RiskAssessment& assessment) {
    const QString what = Words::tr("The assessment was not saved");
    if (assessment.assessment.trimmed().isEmpty() || assessment.plan.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what, Words::tr("the assessment or the plan is missing"),
                          Words::tr("write both"));
    }
    return openItemToWrite(id, what).and_then([&](RiskItem item) {
        write(item, assessment);
        return WritingDoor(m_practice)
            .save({{Action::Changed, item, QStringLiteral("assessed, stays open")}})
            .map([](const Changes&) {});
    });
}

base::Outcome RiskLane::close(const RiskItemId& id, const RiskAssessment& assessment) {
    if (assessment.assessment.trimmed().isEmpty() || assessment.plan.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kStaysOpen),
                          Words::tr("the assessment or the plan is missing"), Words::tr("write both"));
    }
    if (!assessment.nextLook.isValid() || assessment.nextLook < m_practice.today()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr(kStaysOpen),
                          Words::tr("the next look has no date or lies in the past"),
                          Words::tr("say when somebody looks again"));
    }
    return openItemToWrite(id, Words::tr(kStaysOpen)).and_then([&](RiskItem item) {
        write(item, assessment);
        item.closedAt = m_practice.now();
        item.closedBy = m_practice.signedIn()->id;
        return WritingDoor(m_practice)
            .save({{Action::Changed, item, QStringLiteral("assessed and closed")}})
            .map([](const Changes&) {});
    });
}

} // namespace kairos::workflow
