// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "tests/support/temp_practice.h"

#include "ui/printing/paper_pdf.h"
#include "ui/printing/summary_painter.h"

#include "core/demo/demo_practice.h"
#include "core/workflow/catalog.h"
#include "core/workflow/patient_list.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/summary_query.h"

#include <QTemporaryDir>

namespace kairos::bench {
namespace {

constexpr int kRuns = 15;
constexpr double kGoal = 500'000;

} // namespace

int benchSummary() {
    const QTemporaryDir folder;
    const auto catalog = workflow::Catalog::builtIn();
    demo::DemoRequest request;
    request.path = folder.filePath(QStringLiteral("demo.kairos"));
    request.passphrase = demo::demoPassword();
    request.practiceCost = security::KeyCost::cheap();
    support::required(demo::makeDemo(request, catalog));
    const base::ManualClock clock(demo::storyNowMs({}).value());
    base::SeededRandom random{3};
    const workflow::Environment environment{
        clock, random, catalog, security::KeyCost::cheap(), security::KeyCost::cheap(), {}};
    const auto practice =
        support::required(workflow::OpenPractice::open(request.path, request.passphrase, environment));
    workflow::PatientQuery query;
    query.text = QStringLiteral("K-0147");
    const auto patient = support::required(workflow::PatientList(*practice).find(query)).first();
    const auto dose = support::required(workflow::SessionDesk(*practice).dosingOf(patient)).first();
    return reportTime(
        "a session summary, from the file to the PDF", kRuns,
        [&] {
            auto bundle = support::required(workflow::SummaryQuery(*practice).bundle(dose.id, QLocale::c()));
            ui::SummaryPainter painter(std::move(bundle), catalog, ui::PaperSize::A4);
            support::required(ui::writePdf(painter, folder.filePath(QStringLiteral("summary.pdf"))));
        },
        kGoal);
}

} // namespace kairos::bench
