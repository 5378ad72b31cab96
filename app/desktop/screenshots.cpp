// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screenshots.h"

#include "app/desktop/composition.h"

#include "ui/shared/page_factory.h"
#include "ui/shell/pages.h"
#include "ui/shell/work_area.h"

#include "core/storage/practice_file.h"
#include "core/workflow/session_desk.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>

namespace kairos::app {
namespace {

constexpr QSize kWindow(1366, 768);

struct Shot {
    QString name;
    ui::Place place;
};

record::PatientId patientOf(workflow::OpenPractice& practice, const QString& mrn) {
    const auto found = practice.file().search().byMrn(mrn);
    return found && found->has_value() ? **found : record::PatientId{};
}

/// The pages in the order in which a newcomer meets them.
QList<Shot> shotsOf(workflow::OpenPractice& practice) {
    const auto elena = patientOf(practice, QStringLiteral("K-0147"));
    const auto daniel = patientOf(practice, QStringLiteral("K-0163"));
    const auto mei = patientOf(practice, QStringLiteral("K-0174"));
    const auto nadia = patientOf(practice, QStringLiteral("K-0171"));
    QList<Shot> shots = {
        {QStringLiteral("today"), ui::TodayPlace{}},
        {QStringLiteral("patients"), ui::PatientsPlace{}},
        {QStringLiteral("patient-form"), ui::PatientFormPlace{elena}},
        {QStringLiteral("chart-overview"), ui::ChartPlace{elena, ui::kTabOverview}},
        {QStringLiteral("chart-plan"), ui::ChartPlace{elena, ui::kTabPlan}},
        {QStringLiteral("chart-sessions"), ui::ChartPlace{elena, ui::kTabSessions}},
        {QStringLiteral("chart-ratings"), ui::ChartPlace{elena, ui::kTabRatings}},
        {QStringLiteral("chart-medication"), ui::ChartPlace{elena, ui::kTabMedication}},
        {QStringLiteral("chart-history"), ui::ChartPlace{elena, ui::kTabHistory}},
        {QStringLiteral("plan-induction"), ui::ChartPlace{daniel, ui::kTabPlan}},
        {QStringLiteral("rating-phq-9"), ui::RatingPlace{mei, QStringLiteral("phq-9"), {}, {}, {}}},
        {QStringLiteral("risk"), ui::RiskPlace{nadia}},
        {QStringLiteral("settings"), ui::SettingsPlace{}},
        {QStringLiteral("settings-instruments"), ui::SettingsPlace{QStringLiteral("instruments")}}};
    const auto doses = workflow::SessionDesk(practice).dosingOf(elena);
    if (doses && doses->size() >= 2) {
        const auto& running = doses->last();
        const auto& held = doses->at(doses->size() - 2);
        shots.append({QStringLiteral("dosing-running"), ui::DosingPlace{elena, running.id}});
        shots.append({QStringLiteral("dosing-signed"), ui::DosingPlace{elena, held.id}});
        shots.append({QStringLiteral("summary"), ui::SummaryPlace{elena, held.id}});
        shots.append({QStringLiteral("summary-draft"), ui::SummaryPlace{elena, running.id}});
    }
    const auto therapies = workflow::SessionDesk(practice).therapyOf(daniel);
    if (therapies && !therapies->isEmpty()) {
        shots.append({QStringLiteral("therapy-signed"), ui::TherapyPlace{daniel, therapies->first().id}});
        shots.append({QStringLiteral("therapy-note"), ui::TherapyPlace{daniel, therapies->last().id}});
    }
    return shots;
}

/// Lets posted layout and paint events run until the page stands still.
void settle() {
    for (int i = 0; i < 6; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

bool save(QWidget& window, const QDir& folder, const QString& name) {
    settle();
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    if (!window.grab().save(path)) {
        std::fprintf(stderr, "kairos: The picture was not written: %s; check the folder\n", qPrintable(path));
        return false;
    }
    std::printf("%s\n", qPrintable(path));
    return true;
}

} // namespace

int writeScreenshots(Composition& composition, const QString& folder) {
    const QDir directory(folder);
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr,
                     "kairos: The pictures were not written: the folder cannot be made; choose another\n");
        return 5;
    }
    bool isGood = true;
    for (const auto theme : {ui::ThemeId::Light, ui::ThemeId::Dark}) {
        const QString ending = theme == ui::ThemeId::Dark ? QStringLiteral("-dark") : QString();
        composition.theme().setTheme(theme);
        auto practice = composition.demo().openStill();
        if (!practice) {
            std::fprintf(stderr, "kairos: %s\n", qPrintable(practice.error().sentence()));
            return base::exitCode(practice.error().code);
        }
        const auto shots = shotsOf(**practice);
        ui::MainWindow& window = composition.window();
        window.resize(kWindow);
        window.show();
        isGood = save(window, directory, QStringLiteral("welcome") + ending) && isGood;
        ui::DialogQuestions questions;
        ui::SystemFileDialogs files;
        ui::WorkArea work(std::move(*practice), {window.pages(), questions, files});
        work.resize(kWindow);
        work.show();
        for (const Shot& shot : shots) {
            if (!work.canOpen(shot.place)) {
                continue;
            }
            work.open(shot.place);
            isGood = save(work, directory, shot.name + ending) && isGood;
        }
    }
    return isGood ? 0 : 5;
}

} // namespace kairos::app
