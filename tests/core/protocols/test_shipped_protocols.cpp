// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocols/protocol_library.h"
#include "core/protocols/step_graph.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace test_shipped_protocols {
using namespace kairos;
using namespace kairos::protocols;

namespace {

const ProtocolLibrary& library() {
    static const auto loaded = ProtocolLibrary::load(builtInDoseLimits());
    return loaded;
}

/// What the fact sheet says of one course, written here once more.
struct Fact {
    const char* id;
    record::Route route;
    double mgPerKg; ///< 0: the dose is in mg
    double mg;
    double minutes; ///< 0: no infusion
    int doses;
    int sessions; ///< of therapy
};

using record::Route;
const QList<Fact> kFacts{
    {"iv-single", Route::Intravenous, 0.5, 0, 40, 1, 0},
    {"iv-murrough-3x", Route::Intravenous, 0.5, 0, 40, 6, 0},
    {"iv-singh-2x", Route::Intravenous, 0.5, 0, 40, 8, 0},
    {"iv-singh-3x", Route::Intravenous, 0.5, 0, 40, 12, 0},
    {"iv-phillips", Route::Intravenous, 0.5, 0, 40, 10, 0},
    {"iv-elektd", Route::Intravenous, 0.5, 0, 40, 6, 0},
    {"iv-clinic", Route::Intravenous, 0.5, 0, 40, 6, 0},
    {"iv-maintenance", Route::Intravenous, 0.5, 0, 40, 16, 0},
    {"iv-cbt", Route::Intravenous, 0.5, 0, 40, 6, 16},
    {"iv-cbt-w17", Route::Intravenous, 0.5, 0, 40, 4, 12},
    {"iv-cbt-w21", Route::Intravenous, 0.5, 0, 40, 6, 16},
    {"iv-asat", Route::Intravenous, 0.5, 0, 40, 1, 8},
    {"iv-kare", Route::Intravenous, 0.8, 0, 40, 3, 7},
    {"iv-mbrp-coc", Route::Intravenous, 0.5, 0, 40, 1, 5},
    {"iv-met-aud", Route::Intravenous, 0.71, 0, 52, 1, 5},
    {"sc-loo-fixed", Route::Subcutaneous, 0.5, 0, 0, 8, 0},
    {"sc-loo-flexible", Route::Subcutaneous, 0.5, 0, 0, 8, 0},
    {"im-kap-low", Route::Intramuscular, 0, 25, 0, 6, 0},
    {"im-kap-high", Route::Intramuscular, 0, 80, 0, 6, 0},
    {"sl-kap", Route::Sublingual, 0, 50, 0, 6, 0},
    {"po-titration", Route::Oral, 0, 50, 0, 6, 0},
    {"esketamine-trd", Route::Intranasal, 0, 56, 0, 12, 0},
    {"esketamine-trd-65", Route::Intranasal, 0, 28, 0, 12, 0},
    {"esketamine-mdd-si", Route::Intranasal, 0, 84, 0, 8, 0},
    {"esketamine-maintenance", Route::Intranasal, 0, 56, 0, 13, 0},
};

QList<int> minutesOf(const Protocol& protocol) {
    QList<int> minutes;
    for (const MonitoringMoment& moment : protocol.monitoring) {
        if (moment.minute) {
            minutes.append(*moment.minute);
        }
    }
    return minutes;
}

} // namespace

TEST_CASE("The shipped doses, counts and sessions are those of the fact sheet", "[protocols][data]") {
    REQUIRE(library().protocols().size() == kFacts.size());
    for (const Fact& fact : kFacts) {
        INFO(fact.id);
        const Protocol* protocol = library().find(QString::fromLatin1(fact.id));
        REQUIRE(protocol != nullptr);
        const Regimen& regimen = protocol->regimen;
        REQUIRE(regimen.route == fact.route);
        REQUIRE((regimen.mgPerKg ? regimen.mgPerKg->value : 0.0) == fact.mgPerKg);
        REQUIRE((regimen.mg ? regimen.mg->value : 0.0) == fact.mg);
        REQUIRE((regimen.minutes ? regimen.minutes->value : 0.0) == fact.minutes);
        REQUIRE(regimen.count() == fact.doses);
        REQUIRE((protocol->therapy ? protocol->therapy->count() : 0) == fact.sessions);
    }
}

TEST_CASE("Every shipped protocol says whom it is for, what is consented to and where it comes from",
          "[protocols][data]") {
    for (const Protocol& protocol : library().protocols()) {
        INFO(protocol.id.toStdString());
        REQUIRE(protocol.status.has_value());
        REQUIRE(protocol.population.has_value());
        REQUIRE(protocol.population->ageFrom.value_or(0) >= 18);
        REQUIRE(protocol.consent.has_value());
        REQUIRE(protocol.consent->renewDays == 365);
        REQUIRE(protocol.consent->forms.contains(QStringLiteral("escort")));
        const bool hasTherapy = protocol.therapy || protocol.integration;
        REQUIRE(protocol.consent->elements.contains(12) == hasTherapy);
        REQUIRE(protocol.consent->elements.contains(2)); // off-label or licensed
        REQUIRE_FALSE(protocol.sources.isEmpty());
        REQUIRE_FALSE(protocol.preDoseGates.isEmpty());
        REQUIRE_FALSE(protocol.dischargeGates.isEmpty());
        REQUIRE(protocol.vectors.size() >= 3);
        REQUIRE((protocol.regimen.count() == 1 || !protocol.checkpoints.isEmpty() ||
                 protocol.regimen.count() == 3));
    }
}

TEST_CASE("Off-label is said of racemic ketamine and licensed of esketamine alone", "[protocols][data]") {
    for (const Protocol& protocol : library().protocols()) {
        INFO(protocol.id.toStdString());
        const bool isEsketamine = protocol.regimen.drug.contains(QStringLiteral("esketamine"));
        REQUIRE((*protocol.status == LicenceStatus::Licensed) == isEsketamine);
        REQUIRE((protocol.regimen.route == record::Route::Intranasal) == isEsketamine);
        REQUIRE(protocol.note.contains(QStringLiteral("off-label")) != isEsketamine);
    }
}

TEST_CASE("Readings are scheduled by route", "[protocols][data]") {
    for (const Protocol& protocol : library().protocols()) {
        INFO(protocol.id.toStdString());
        const QList<int> minutes = minutesOf(protocol);
        switch (protocol.regimen.route) {
        case record::Route::Intravenous:
            for (const int minute : {-15, 0, 10, 20, 30, 40, 60, 90, 120}) {
                REQUIRE(minutes.contains(minute));
            }
            break;
        case record::Route::Intramuscular:
        case record::Route::Subcutaneous:
            REQUIRE(minutes == QList{0, 15, 30, 45, 60, 90, 120});
            break;
        case record::Route::Sublingual:
            REQUIRE(minutes == QList{0, 30, 60, 90, 120});
            break;
        case record::Route::Intranasal:
            REQUIRE(minutes == QList{0, 40, 60, 90, 120});
            break;
        case record::Route::Oral: // no source gives a schedule, and none is made up
            REQUIRE(minutes.isEmpty());
            break;
        }
        REQUIRE(minutes.isEmpty() == protocol.monitoringBasis.isEmpty());
    }
}

TEST_CASE("A convention is called one in the data", "[protocols][data]") {
    for (const char* id : {"im-kap-low", "im-kap-high", "sl-kap", "iv-maintenance"}) {
        const Protocol& protocol = *library().find(QString::fromLatin1(id));
        INFO(id);
        REQUIRE(protocol.note.startsWith(QStringLiteral("A convention")));
        REQUIRE(protocol.confidence == base::Confidence::Check);
    }
    for (const Protocol& protocol : library().protocols()) {
        for (const DoseBlock& block : protocol.regimen.blocks) {
            REQUIRE(block.source == QStringLiteral("local default")); // no source gives the gaps
        }
        if (protocol.integration) {
            REQUIRE(protocol.integration->basis.startsWith(QStringLiteral("convention, limited evidence")));
        }
    }
}

TEST_CASE("Oral doses wait for the clinic's limit and rise by 25 mg", "[protocols][data]") {
    const Regimen& regimen = library().find(QStringLiteral("po-titration"))->regimen;
    REQUIRE(regimen.isLimitedByClinic);
    REQUIRE(regimen.waitsForClinicLimit);
    REQUIRE_FALSE(regimen.maxMg.has_value());
    REQUIRE(regimen.increment->mg.value == 25);
    REQUIRE(regimen.increment->everyDoses == 1);
    REQUIRE(regimen.blocks.first().targetGapDays == 3);
    DoseLimits set = builtInDoseLimits();
    set.needClinicLimit.clear();
    const auto withLimit = ProtocolLibrary::load(set);
    REQUIRE_FALSE(withLimit.find(QStringLiteral("po-titration"))->regimen.waitsForClinicLimit);
}

TEST_CASE("A clinic's oral limit refuses the course whose first dose is above it", "[protocols][data]") {
    DoseLimits set = builtInDoseLimits();
    set.needClinicLimit.clear();
    set.limits.append({QStringLiteral("dose.po.mg.stop"), record::Route::Oral, LimitedQuantity::Mg,
                       LimitSide::Above, 49, LimitLevel::Stop, QStringLiteral("the clinic"),
                       base::Confidence::Check});
    const auto refused = ProtocolLibrary::load(set);
    REQUIRE(refused.find(QStringLiteral("po-titration")) == nullptr);
    REQUIRE(refused.refused().size() == 1);
    REQUIRE(refused.refused().first().why.startsWith(QStringLiteral("regimen.dose")));
    set.limits.last().value = 50;
    REQUIRE(ProtocolLibrary::load(set).refused().isEmpty());
}

TEST_CASE("Every instrument that a protocol names is installed", "[protocols][data]") {
    const QDir instruments(QStringLiteral(":/kairos/instruments"));
    const auto isInstalled = [&](const QString& id) {
        return instruments.exists(id + QStringLiteral(".json"));
    };
    REQUIRE(isInstalled(QStringLiteral("phq-9")));
    for (const Protocol& protocol : library().protocols()) {
        const auto steps = stepSkeletons(protocol);
        for (const StepSkeleton& step : steps) {
            for (const QString& id : step.instruments) {
                INFO(protocol.id.toStdString() << " " << step.key.toStdString() << " " << id.toStdString());
                REQUIRE(isInstalled(id));
            }
        }
        for (const BoosterRule& rule : protocol.boosters) {
            for (const BoosterTrigger& trigger : rule.anyOf) {
                REQUIRE(isInstalled(trigger.instrument));
            }
        }
    }
}

TEST_CASE("The booster rule is a rise of five in PHQ-9 or eleven in QIDS", "[protocols][data]") {
    for (const char* id : {"iv-maintenance", "iv-clinic"}) {
        const auto& boosters = library().find(QString::fromLatin1(id))->boosters;
        REQUIRE(boosters.size() == 1);
        REQUIRE(boosters.first().source == QStringLiteral("local default"));
        REQUIRE(boosters.first().anyOf ==
                QList<BoosterTrigger>{{QStringLiteral("phq-9"), BoosterChange::Rise, 5},
                                      {QStringLiteral("qids-sr16"), BoosterChange::AtLeast, 11}});
    }
}

TEST_CASE("Esketamine rises in steps of 28 mg from 65 years on", "[protocols][data]") {
    const Protocol& older = *library().find(QStringLiteral("esketamine-trd-65"));
    REQUIRE(older.population->ageFrom == 65);
    REQUIRE(older.regimen.choicesMg == QList<double>{28, 56, 84});
    REQUIRE(older.regimen.titration.at(0).mg->value - older.regimen.mg->value == 28);
    REQUIRE(older.regimen.titration.at(1).mg->value - older.regimen.titration.at(0).mg->value == 28);
    REQUIRE(library().find(QStringLiteral("esketamine-mdd-si"))->regimen.titration.first().mg->value == 56);
}

} // namespace test_shipped_protocols
