// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/risk_lane.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/writing_door.h"

#include "core/scales/instrument.h"

namespace kairos::workflow {

using base::ErrorCode;
using namespace record;
using security::Permission;

namespace {

/// Flags about suicide carry this beginning in the files of rating scales; the screener's own classes are
/// about nothing else.
bool isRiskFlag(const scales::Flag& flag) {
    static const QStringList kScreener = {QStringLiteral("high-risk"), QStringLiteral("incomplete"),
                                          QStringLiteral("at-least-moderate"), QStringLiteral("at-least-low"),
                                          QStringLiteral("safety-plan")};
    return flag.id.startsWith(QLatin1String("suicide-")) || kScreener.contains(flag.id);
}

RiskLevel levelOfFlag(const scales::Flag& flag) {
    switch (flag.level) {
    case base::FindingLevel::Information:
        return RiskLevel::Note;
    case base::FindingLevel::Caution:
        return RiskLevel::Assess;
    case base::FindingLevel::Stop:
        return RiskLevel::Urgent;
    }
    return RiskLevel::Urgent;
}

/// "PHQ-9, item 9 above 0; total 8"
QString evidenceText(const scales::Instrument& instrument, const scales::Score& score) {
    QStringList rules;
    for (const scales::Flag& flag : score.flags) {
        if (isRiskFlag(flag)) {
            rules.append(flag.rule);
        }
    }
    QString text = QStringLiteral("%1: %2").arg(instrument.shortTitle, rules.join(QStringLiteral(", ")));
    if (score.total) {
        text += QStringLiteral("; total %1").arg(*score.total);
    }
    return text;
}

} // namespace

std::optional<RiskLevel> RiskLane::levelOf(const scales::Flags& flags) {
    std::optional<RiskLevel> worst;
    for (const scales::Flag& flag : flags) {
        if (isRiskFlag(flag) && (!worst || levelOfFlag(flag) > *worst)) {
            worst = levelOfFlag(flag);
        }
    }
    return worst;
}

std::optional<RiskLevel> RiskLane::levelOfAnswers(const scales::Flags& flags) {
    std::optional<RiskLevel> worst;
    for (const scales::Flag& flag : flags) {
        const bool isAnswer = isRiskFlag(flag) && !flag.id.endsWith(QLatin1String("-missing"));
        if (isAnswer && (!worst || levelOfFlag(flag) > *worst)) {
            worst = levelOfFlag(flag);
        }
    }
    return worst;
}

RiskItem RiskLane::newItem(const PatientId& patient) const {
    RiskItem item;
    item.id = m_practice.ids().next<RiskItemId>();
    item.patient = patient;
    const auto counted = m_practice.file().records().count(RecordKind::RiskItem);
    item.number = counted ? static_cast<int>(*counted) + 1 : 1;
    item.openedAt = m_practice.now();
    return item;
}

std::optional<RiskItem> RiskLane::withEvidence(RiskItem item, const Rating& rating,
                                               const scales::Instrument& instrument,
                                               const scales::Score& score) {
    const auto level = levelOf(score.flags);
    const RiskEvidence evidence{rating.assessedAt, evidenceText(instrument, score), rating.id};
    if (!level || (item.level >= *level && item.evidence.contains(evidence))) {
        // A correction that says the same of the danger adds nothing.
        return std::nullopt;
    }
    item.level = std::max(item.level, *level);
    item.evidence.append(evidence);
    return item;
}

base::Result<std::optional<storage::Change>>
RiskLane::changeFor(const Rating& rating, const scales::Instrument& instrument, const scales::Score& score) {
    if (!levelOf(score.flags)) {
        return std::optional<storage::Change>();
    }
    return openItem(rating.patient).map([&](const std::optional<RiskItem>& open) {
        const auto item = withEvidence(open ? *open : newItem(rating.patient), rating, instrument, score);
        const Action action = open ? Action::Changed : Action::Created;
        return item ? std::optional(storage::Change{action, *item, {}}) : std::nullopt;
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

base::Result<RiskItemId> RiskLane::open(const PatientId& patient, RiskLevel level, const QString& evidence) {
    if (evidence.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, QStringLiteral("The risk item was not opened"),
                          QStringLiteral("it says nothing"), QStringLiteral("write what you saw or heard"));
    }
    const auto existing =
        m_practice.require(Permission::EditPatient).and_then([&] { return openItem(patient); });
    if (!existing) {
        return tl::unexpected<base::Error>(existing.error());
    }
    RiskItem item = existing->has_value() ? **existing : newItem(patient);
    item.level = std::max(item.level, level);
    item.evidence.append(RiskEvidence{m_practice.now(), evidence.trimmed(), std::nullopt});
    const Action action = existing->has_value() ? Action::Changed : Action::Created;
    return WritingDoor(m_practice).save({{action, item, {}}}).map([&](const Changes&) { return item.id; });
}

base::Outcome RiskLane::close(const RiskItemId& id, const RiskAssessment& assessment) {
    const QString what = QStringLiteral("The risk item stays open");
    if (assessment.assessment.trimmed().isEmpty() || assessment.plan.trimmed().isEmpty()) {
        return base::fail(ErrorCode::InvalidInput, what,
                          QStringLiteral("the assessment or the plan is missing"),
                          QStringLiteral("write both"));
    }
    if (!assessment.nextLook.isValid() || assessment.nextLook < m_practice.today()) {
        return base::fail(ErrorCode::InvalidInput, what,
                          QStringLiteral("the next look has no date or lies in the past"),
                          QStringLiteral("say when somebody looks again"));
    }
    const auto found = m_practice.file().records().find<RiskItem>(id);
    if (!found) {
        return tl::unexpected<base::Error>(found.error());
    }
    if (!found->has_value() || !m_practice.signedIn()) {
        return base::fail(ErrorCode::NotFound, what,
                          QStringLiteral("there is none with this id, or nobody is signed in"),
                          QStringLiteral("open the chart again"));
    }
    if (!(*found)->isOpen()) {
        return base::fail(ErrorCode::Refused, QStringLiteral("Nothing was changed"),
                          QStringLiteral("this risk item is closed already"),
                          QStringLiteral("open a new one if there is a new finding"));
    }
    return m_practice.require(Permission::OverrideStop).and_then([&] {
        RiskItem item = **found;
        item.assessment = assessment.assessment.trimmed();
        item.plan = assessment.plan.trimmed();
        item.nextLook = assessment.nextLook;
        item.closedAt = m_practice.now();
        item.closedBy = m_practice.signedIn()->id;
        return WritingDoor(m_practice)
            .save({{Action::Changed, item, QStringLiteral("assessed and closed")}})
            .map([](const Changes&) {});
    });
}

} // namespace kairos::workflow
