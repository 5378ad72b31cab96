// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_practice.h"

#include "core/demo/course_writer.h"
#include "core/demo/crowd.h"

#include "core/security/password.h"
#include "core/workflow/writing_door.h"

#include <QFile>

namespace kairos::demo {

using namespace record;

namespace {

constexpr int kPatientsATransaction = 200;

/// Argon2id of demoPassword() with a fixed salt: a demo practice is the same for the same seed, and its
/// password is printed in the handbook. No real practice is ever made this way.
const QString kDemoVerifier = QStringLiteral(
    "$argon2id$v=19$m=65536,t=2,p=1$Pe9VVnsS+q4qdQXSwrIG9g$X5VusHu7n87fvJ7k4O6GAyT2OPHSLI9RfTBsX0+AvYQ");

QDate mondayOf(const Story& story, QDate asOf) {
    const QDate day = asOf.isValid() ? asOf : story.monday;
    return day.addDays(1 - day.dayOfWeek());
}

struct Staff {
    QHash<QString, Clinician> byId;
    QList<Clinician> inOrder;
};

Staff staffOf(const Story& story, Calendar& calendar, const base::Instant& at) {
    Staff staff;
    for (const auto& [id, told] : story.clinicians) {
        Clinician clinician = told;
        clinician.id = calendar.id<ClinicianId>(at);
        staff.byId.insert(id, clinician);
        staff.inOrder.append(clinician);
    }
    return staff;
}

storage::Commit firstCommit(const Story& story, const Staff& staff, Calendar& calendar,
                            const base::Instant& at) {
    Practice practice;
    practice.id = calendar.id<PracticeId>(at);
    practice.name = story.name;
    practice.zone = story.zone;
    practice.address = story.address;
    practice.phone = story.phone;
    practice.crisisText = story.crisisText;
    practice.closedWeekdays = story.closedWeekdays;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        if (!story.closedWeekdays.contains(weekday)) {
            practice.hours.append({weekday, story.opens, story.closes});
        }
    }
    practice.synthetic = true;
    storage::Commit commit;
    commit.actor = Actor{staff.inOrder.first().id, staff.inOrder.first().name};
    commit.at = at;
    commit.changes.append({Action::Created, practice});
    for (const Clinician& clinician : staff.inOrder) {
        commit.changes.append({Action::Created, clinician});
        commit.changes.append({Action::Created, Credential{clinician.id, kDemoVerifier}});
    }
    return commit;
}

base::Outcome writePatients(const DemoRequest& request, const Story& story, CourseWriter& writer,
                            StockWriter& stock, storage::PracticeFile& file, const storage::Commit& first,
                            base::RandomSource& random, QDate monday, const DemoProgress& progress) {
    const int total = std::max(static_cast<int>(story.patients.size()), request.patients);
    storage::Commit commit{first.actor, first.at, stock.receive(), {}};
    int nextRisk = 6;
    for (int i = 0; i < total; ++i) {
        const bool isTold = i < story.patients.size();
        commit.changes +=
            writer.write(isTold ? story.patients.at(i)
                                : crowdPatient(story.words, i + 1 - static_cast<int>(story.patients.size()),
                                               monday, random),
                         nextRisk);
        const bool isFull = (i + 1) % kPatientsATransaction == 0 || i + 1 == total ||
                            i + 1 == static_cast<int>(story.patients.size());
        if (!isFull) {
            continue;
        }
        std::stable_sort(
            commit.changes.begin(), commit.changes.end(),
            [](const storage::Change& a, const storage::Change& b) { return a.origin->at < b.origin->at; });
        if (const auto saved = file.commit(commit); !saved) {
            return tl::unexpected<base::Error>(saved.error());
        }
        commit.changes.clear();
        if (progress && !progress(i + 1, total)) {
            return base::fail(base::ErrorCode::Refused, QStringLiteral("The demo practice was not made"),
                              QStringLiteral("it was stopped"), QStringLiteral("start it again at any time"));
        }
    }
    return {};
}

} // namespace

QString demoPassword() {
    return QStringLiteral("alder-house");
}

base::Result<qint64> storyNowMs(QDate asOf) {
    return Story::builtIn().map([&](const Story& story) {
        return base::Instant::fromLocal(mondayOf(story, asOf), story.now, QTimeZone(story.zone.toUtf8()))
            .utcMs;
    });
}

base::Outcome makeDemo(const DemoRequest& request, const workflow::Catalog& catalog,
                       const DemoProgress& progress) {
    const auto story = Story::builtIn();
    if (!story) {
        return tl::unexpected<base::Error>(story.error());
    }
    const QDate monday = mondayOf(*story, request.asOf);
    base::SeededRandom random(request.seed);
    Calendar calendar(monday, story->zone, random);
    const auto begin = calendar.instant({-365, QTime(8, 0)});
    const Staff staff = staffOf(*story, calendar, begin);
    const auto first = firstCommit(*story, staff, calendar, begin);
    auto file = storage::PracticeFile::create(request.path, request.passphrase, request.practiceCost, first);
    if (!file) {
        return tl::unexpected<base::Error>(file.error());
    }
    base::SeededRandom stockRandom(request.seed + 1);
    Calendar stockCalendar(monday, story->zone, stockRandom);
    StockWriter stock(
        stockCalendar,
        {*staff.byId.constFind(QStringLiteral("nair")), *staff.byId.constFind(QStringLiteral("adeyemi"))},
        catalog.doseLimits.esketamine);
    CourseWriter writer(*story, staff.byId, catalog, calendar, stock, random);
    const auto written =
        writePatients(request, *story, writer, stock, **file, first, random, monday, progress);
    if (!written) {
        file->reset();
        QFile::remove(request.path);
        QFile::remove(storage::keyFilePath(request.path));
    }
    return written;
}

} // namespace kairos::demo
