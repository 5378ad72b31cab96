// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pictures.h"

#include "app/cli/arguments.h"
#include "app/cli/passphrase.h"
#include "app/cli/workplace.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/course_marks.h"
#include "ui/charts/trend_chart_model.h"
#include "ui/printing/paper_pdf.h"
#include "ui/printing/summary_painter.h"
#include "ui/printing/therapy_sheet_painter.h"

#include "core/outcomes/trend_words.h"
#include "core/workflow/catalog.h"
#include "core/workflow/rating_query.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/sheet_query.h"
#include "core/workflow/trend_query.h"

namespace kairos::cli {
namespace {

const QString kSession = QStringLiteral("--session");
const QString kSheet = QStringLiteral("--sheet");
const QString kPdf = QStringLiteral("--pdf");
const QString kPaper = QStringLiteral("--paper");

Option pdfOption(Need need) {
    return {kPdf, QStringLiteral("OUT"), QStringLiteral("the file to write"), Takes::Value, need};
}

Option paperOption() {
    return {kPaper, QStringLiteral("SIZE"), QStringLiteral("a4 (default) or letter")};
}

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
    return ui::writePdf(painter, path).map([&] {
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

base::Result<Reply> writeSheet(workflow::OpenPractice& practice, const record::TherapySheetId& sheet,
                               const QString& path, ui::PaperSize paper) {
    return workflow::SheetQuery(practice)
        .report(sheet, QLocale(QLocale::English, QLocale::UnitedKingdom))
        .and_then([&](const reports::TherapySheetReport& report) {
            ui::TherapySheetPainter painter(report, paper);
            return ui::writePdf(painter, path).map([&] {
                return Reply{{{QStringLiteral("pdf"), path},
                              {QStringLiteral("form"), report.form},
                              {QStringLiteral("title"), report.title}},
                             QStringLiteral("Wrote %1 (%2)").arg(path, report.title),
                             0};
            });
        });
}

base::Result<Reply> runPictures(const Arguments& arguments) {
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

base::Outcome writeTrend(workflow::OpenPractice& practice, const TrendPicture& picture) {
    const workflow::SessionDesk desk(practice);
    const auto dosing = desk.dosingOf(picture.patient);
    const auto therapy = desk.therapyOf(picture.patient);
    const auto course = workflow::RatingQuery(practice).course(picture.patient);
    const auto phases = workflow::TrendQuery(practice).phases(picture.patient);
    const auto corrections = workflow::TrendQuery(practice).corrections(picture.patient);
    for (const auto* error : {dosing ? nullptr : &dosing.error(), therapy ? nullptr : &therapy.error(),
                              course ? nullptr : &course.error(), phases ? nullptr : &phases.error(),
                              corrections ? nullptr : &corrections.error()}) {
        if (error != nullptr) {
            return tl::unexpected<base::Error>(*error);
        }
    }
    const auto& instrument = *picture.series->instrument;
    ui::TrendChartInput input = ui::chartInputOf({*dosing, *therapy}, practice.now());
    input.series = ui::seriesNumberOf(instrument.id);
    for (const workflow::PhaseSpan& phase : std::as_const(*phases)) {
        input.phases.append({phase.title, phase.from, phase.to, phase.brief});
    }
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    for (const workflow::RatingCorrection& correction : std::as_const(*corrections)) {
        input.corrections.append(
            {correction.rating, workflow::correctionInWords(correction, course->zone, locale)});
    }
    ui::ChartFile file;
    file.model = ui::makeTrendChartModel(instrument, picture.series->trend, *course, input);
    file.theme = ui::loadTheme(picture.theme);
    file.options.axis = picture.axis;
    file.options.showTitle = true;
    file.options.caption = outcomes::changeInWords(picture.series->trend, course->zone, locale);
    return ui::exportChart(file, picture.path);
}

QList<Option> sheetPrintOptions() {
    return {{kSheet, QStringLiteral("ID"), QStringLiteral("print this sheet of the list, with its words")},
            pdfOption(Need::Optional),
            paperOption()};
}

bool printsSheet(const Arguments& arguments) {
    return arguments.has(kSheet) || arguments.has(kPdf) || arguments.has(kPaper);
}

base::Result<Reply> printSheet(const Arguments& arguments) {
    if (!arguments.has(kSheet) || !arguments.has(kPdf)) {
        return usageError(QStringLiteral("sheets prints one sheet into one file"),
                          QStringLiteral("give both --sheet and --pdf"));
    }
    const auto paper = paperOf(arguments);
    if (!paper) {
        return tl::unexpected<base::Error>(paper.error());
    }
    const auto sheet = record::TherapySheetId::fromString(arguments.value(kSheet));
    if (!sheet) {
        return usageError(QStringLiteral("\"%1\" is no sheet id").arg(arguments.value(kSheet)),
                          QStringLiteral("kairos-cli sheets --patient lists them"));
    }
    const Workplace workplace;
    return workplace.open(arguments).and_then([&](const std::unique_ptr<workflow::OpenPractice>& practice) {
        return writeSheet(*practice, *sheet, arguments.value(kPdf), *paper);
    });
}

Command summaryCommand() {
    return {QStringLiteral("summary"),
            QStringLiteral("print a session summary as PDF"),
            {QStringLiteral("FILE")},
            {passphraseOption(),
             {kSession, QStringLiteral("ID"), QStringLiteral("a session of kairos-cli sessions"),
              Takes::Value, Need::Required},
             pdfOption(Need::Required),
             paperOption()},
            {QStringLiteral("An unsigned session prints as a draft.")},
            runPictures};
}

} // namespace kairos::cli
