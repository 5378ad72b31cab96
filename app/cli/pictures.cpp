// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pictures.h"

#include "app/cli/arguments.h"
#include "app/cli/passphrase.h"
#include "app/cli/workplace.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/trend_chart_model.h"
#include "ui/printing/summary_painter.h"
#include "ui/printing/summary_pdf.h"

#include "core/outcomes/trend_words.h"

namespace kairos::cli {
namespace {

const QString kSession = QStringLiteral("--session");
const QString kPdf = QStringLiteral("--pdf");
const QString kPaper = QStringLiteral("--paper");

base::Result<ui::PaperSize> paperOf(const Arguments& arguments) {
    const QString wanted = arguments.has(kPaper) ? arguments.value(kPaper).toLower() : QStringLiteral("a4");
    if (wanted == QLatin1String("a4")) {
        return ui::PaperSize::A4;
    }
    if (wanted == QLatin1String("letter")) {
        return ui::PaperSize::Letter;
    }
    return usageError(QStringLiteral("\"%1\" is no paper").arg(wanted),
                      QStringLiteral("choose a4 or letter"));
}

base::Result<Reply> writeSummary(workflow::OpenPractice& practice, const Arguments& arguments,
                                 ui::PaperSize paper) {
    const auto session = record::SessionId::fromString(arguments.value(kSession));
    if (!session) {
        return usageError(QStringLiteral("\"%1\" is no session id").arg(arguments.value(kSession)),
                          QStringLiteral("kairos-cli sessions lists them"));
    }
    auto bundle =
        workflow::SummaryQuery(practice).bundle(*session, QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (!bundle) {
        return tl::unexpected<base::Error>(bundle.error());
    }
    ui::SummaryPainter painter(std::move(*bundle), practice.catalog(), paper);
    const QString path = arguments.value(kPdf);
    return ui::writeSummaryPdf(painter, path).map([&] {
        const auto& identity = painter.page().identity;
        return Reply{
            {{QStringLiteral("pdf"), path},
             {QStringLiteral("fingerprint"), identity.fingerprint},
             {QStringLiteral("draft"), identity.isDraft}},
            QStringLiteral("Wrote %1 (fingerprint %2%3)")
                .arg(path, identity.fingerprint, identity.isDraft ? QStringLiteral(", draft") : QString()),
            0};
    });
}

base::Result<Reply> run(const Arguments& arguments) {
    const Workplace workplace;
    const auto paper = paperOf(arguments);
    if (!paper) {
        return tl::unexpected<base::Error>(paper.error());
    }
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return writeSummary(*practice, arguments, *paper);
    });
}

} // namespace

base::Outcome writeTrend(const scales::Instrument& instrument, const outcomes::Trend& trend,
                         const outcomes::Course& course, const QString& path) {
    ui::ChartFile file;
    file.model = ui::makeTrendChartModel(instrument, trend, course, {});
    file.options.showTitle = true;
    file.options.caption =
        outcomes::changeInWords(trend, course.zone, QLocale(QLocale::English, QLocale::UnitedKingdom));
    return ui::exportChart(file, path);
}

Command summaryCommand() {
    return {QStringLiteral("summary"),
            QStringLiteral("print a session summary as PDF"),
            {QStringLiteral("FILE")},
            {passphraseOption(),
             {kSession, QStringLiteral("ID"), QStringLiteral("a session of kairos-cli sessions"),
              Takes::Value, Need::Required},
             {kPdf, QStringLiteral("OUT"), QStringLiteral("the file to write"), Takes::Value, Need::Required},
             {kPaper, QStringLiteral("SIZE"), QStringLiteral("a4 (default) or letter")}},
            {QStringLiteral("An unsigned session prints as a draft.")},
            run};
}

} // namespace kairos::cli
