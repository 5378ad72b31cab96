// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_practice.h"

#include "tests/core/demo/open_demo.h"

#include "core/outcomes/rhythm_due.h"
#include "core/workflow/rhythm_query.h"
#include "core/workflow/session_desk.h"

#include <algorithm>

namespace test_demo_rhythms {
using namespace kairos;
using tests::OpenDemo;

namespace {

const QStringList kRhythmic{QStringLiteral("wai-sr"), QStringLiteral("meq-30"), QStringLiteral("ebi")};
/// The patients whose story has them rated.
const QStringList kRated{QStringLiteral("K-0147"), QStringLiteral("K-0163"), QStringLiteral("K-0119"),
                         QStringLiteral("K-0140"), QStringLiteral("K-0151")};

struct RhythmDemo : OpenDemo {
    QList<record::Rating> ratings(const QString& mrn, const QString& instrument) {
        const auto all = practice->file().records().list<record::Rating>({.patient = patient(mrn)});
        REQUIRE(all.has_value());
        QList<record::Rating> found = all->records;
        found.removeIf([&](const record::Rating& rating) { return rating.instrument != instrument; });
        return found;
    }
    QDate dayOf(const base::Instant& at) { return at.local(practice->zone()).date(); }
    /// "meq-30 late" for each scale that a rhythm asks for.
    QStringList asked(const QString& mrn) {
        QStringList ids;
        const auto duties = workflow::RhythmQuery(*practice).duties(patient(mrn));
        REQUIRE(duties.has_value());
        for (const workflow::RatingDuty& duty : *duties) {
            ids.append(duty.asked.instrument + (duty.state == workflow::DutyState::Late
                                                    ? QStringLiteral(" late")
                                                    : QStringLiteral(" due")));
        }
        return ids;
    }
    base::Findings alliance(const QString& mrn) {
        const auto findings = workflow::RhythmQuery(*practice).alliance(patient(mrn));
        REQUIRE(findings.has_value());
        return *findings;
    }
    /// The days of the sessions of the course that were held.
    QList<QDate> heldDays(const QString& mrn) {
        const auto sessions = workflow::SessionDesk(*practice).therapyOf(patient(mrn));
        REQUIRE(sessions.has_value());
        QList<QDate> days;
        for (const record::TherapySession& session : *sessions) {
            if (session.startedAt) {
                days.append(dayOf(*session.startedAt));
            }
        }
        std::sort(days.begin(), days.end());
        return days;
    }
};

} // namespace

TEST_CASE("Five people of the demo practice rate the alliance in session 2 or 3, then every 3 to 4",
          "[demo][rhythm]") {
    RhythmDemo demo;
    for (const QString& mrn : kRated) {
        INFO(mrn.toStdString());
        const auto ratings = demo.ratings(mrn, QStringLiteral("wai-sr"));
        REQUIRE_FALSE(ratings.isEmpty());
        int before = 0;
        for (const record::Rating& rating : ratings) {
            const int session = outcomes::sessionNumberOn(demo.heldDays(mrn), demo.dayOf(rating.assessedAt));
            REQUIRE(session >= (before == 0 ? 2 : before + 3));
            REQUIRE(session <= (before == 0 ? 3 : before + 4));
            before = session;
        }
    }
}

TEST_CASE("Their experience is rated on the morning after each dose, under that dose", "[demo][rhythm]") {
    RhythmDemo demo;
    for (const QString& mrn : kRated) {
        const auto doses = workflow::SessionDesk(*demo.practice).dosingOf(demo.patient(mrn));
        REQUIRE(doses.has_value());
        for (const QString& instrument : {QStringLiteral("meq-30"), QStringLiteral("ebi")}) {
            INFO(mrn.toStdString() << " " << instrument.toStdString());
            const auto ratings = demo.ratings(mrn, instrument);
            REQUIRE(ratings.size() >= 2);
            for (const record::Rating& rating : ratings) {
                const auto dose =
                    std::find_if(doses->begin(), doses->end(), [&](const record::DosingSession& session) {
                        return session.id == rating.session;
                    });
                REQUIRE(dose != doses->end());
                REQUIRE(rating.assessedAt > *dose->dischargedAt);
                REQUIRE(demo.dayOf(*dose->startedAt).daysTo(demo.dayOf(rating.assessedAt)) == 1);
            }
        }
    }
}

TEST_CASE("Every rhythmic rating of the demo practice is answered whole and within its range",
          "[demo][rhythm]") {
    RhythmDemo demo;
    for (const QString& mrn : kRated) {
        for (const QString& id : kRhythmic) {
            const auto* instrument = tests::catalog().instruments.find(id);
            REQUIRE(instrument != nullptr);
            const auto ratings = demo.ratings(mrn, id);
            for (const record::Rating& rating : ratings) {
                REQUIRE(rating.answers.size() == static_cast<qsizetype>(instrument->items.size()));
                REQUIRE(rating.total.has_value());
                REQUIRE(rating.flags.isEmpty());
            }
        }
    }
    // As the story tells them.
    QList<double> elena;
    for (const record::Rating& rating : demo.ratings(QStringLiteral("K-0147"), QStringLiteral("wai-sr"))) {
        elena.append(*rating.total);
    }
    REQUIRE(elena == QList<double>{44, 47, 49, 52, 54});
}

TEST_CASE("The charts of the demo practice show rhythms that are kept, due and late", "[demo][rhythm]") {
    RhythmDemo demo;
    REQUIRE(demo.asked(QStringLiteral("K-0147")).isEmpty());
    REQUIRE(demo.asked(QStringLiteral("K-0119")) == QStringList{QStringLiteral("wai-sr due")});
    REQUIRE(demo.asked(QStringLiteral("K-0151")) == QStringList{QStringLiteral("wai-sr due")});
    REQUIRE(demo.asked(QStringLiteral("K-0163")) ==
            QStringList{QStringLiteral("meq-30 late"), QStringLiteral("ebi late")});
    REQUIRE(demo.asked(QStringLiteral("K-0132")) == QStringList{QStringLiteral("wai-sr late"),
                                                                QStringLiteral("meq-30 late"),
                                                                QStringLiteral("ebi late")});
}

TEST_CASE("The alliance of Joonas Marttila fell, and that of nobody else", "[demo][rhythm]") {
    RhythmDemo demo;
    const auto fell = demo.alliance(QStringLiteral("K-0140"));
    REQUIRE(fell.size() == 1);
    REQUIRE(fell.first().rule == QStringLiteral("alliance.fall"));
    INFO(fell.first().text.toStdString());
    REQUIRE(fell.first().text.contains(
        QStringLiteral("fell by 11 points since session 10, from 49 to 38; one deviation")));
    for (const char* mrn : {"K-0147", "K-0163", "K-0119", "K-0151", "K-0132"}) {
        REQUIRE(demo.alliance(QString::fromLatin1(mrn)).isEmpty());
    }
}

} // namespace test_demo_rhythms
