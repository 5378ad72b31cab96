// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/rating_table.h"

#include "ui/charts/chart_words.h"
#include "ui/shared/formats.h"

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

constexpr double kHoursShown = 96;

const outcomes::TrendPoint* pointOf(const outcomes::Trend& trend, const record::RatingId& id) {
    const auto found = std::find_if(trend.points.begin(), trend.points.end(),
                                    [&](const outcomes::TrendPoint& point) { return point.rating == id; });
    return found == trend.points.end() ? nullptr : &*found;
}

QString correctionOf(const QList<CorrectionInput>& corrections, const record::RatingId& id) {
    const auto found = std::ranges::find(corrections, id, &CorrectionInput::rating);
    return found == corrections.end() ? QString() : found->words;
}

bool hasRisk(const record::Rating& rating) {
    return std::any_of(rating.flags.begin(), rating.flags.end(), [](const record::RatingFlag& flag) {
        return flag.id.startsWith(QLatin1String("suicide-")) && !flag.id.endsWith(QLatin1String("-missing"));
    });
}

} // namespace

QList<RatingLine> ratingLinesOf(const workflow::PatientRatings& ratings,
                                const std::function<QString(const record::ClinicianId&)>& nameOf,
                                const QList<CorrectionInput>& corrections) {
    QList<RatingLine> lines;
    for (const workflow::RatingSeries& series : ratings.series) {
        for (const record::Rating& rating : series.ratings) {
            const auto* band = series.instrument->findBand(rating.band);
            const auto* point = pointOf(series.trend, rating.id);
            const bool isOutcome = !series.instrument->remission.isEmpty() ||
                                   series.instrument->response.kind != scales::ResponseKind::None;
            lines.append({rating, series.instrument->shortTitle, band != nullptr ? band->label : QString(),
                          rating.rater ? nameOf(*rating.rater) : QString(),
                          point != nullptr ? std::optional(*point) : std::nullopt,
                          correctionOf(corrections, rating.id), isOutcome});
        }
    }
    for (const record::Rating& rating : ratings.foreign) {
        lines.append({rating, rating.instrument, rating.band,
                      rating.rater ? nameOf(*rating.rater) : QString(), std::nullopt,
                      correctionOf(corrections, rating.id)});
    }
    std::stable_sort(lines.begin(), lines.end(), [](const RatingLine& a, const RatingLine& b) {
        return b.rating.assessedAt < a.rating.assessedAt;
    });
    return lines;
}

RatingTable::RatingTable(const QTimeZone& zone, QObject* parent)
    : RowModel({{tr("Assessed")},
                {tr("Day"), ColumnSide::Right},
                {tr("Instrument")},
                {tr("Total"), ColumnSide::Right},
                {tr("Band")},
                {tr("Since the last dose")},
                {tr("Counted")},
                {tr("Entered by")},
                {tr("State")}},
               parent),
      m_zone(zone) {}

QString RatingTable::display(const RatingLine& line, int column) const {
    const auto& point = line.point;
    switch (column) {
    case Date:
        return line.rating.timeKnown ? dateTimeText(line.rating.assessedAt, m_zone)
                                     : dateText(line.rating.assessedAt.local(m_zone).date());
    case Day:
        return point && point->day ? signedText(*point->day) : QString();
    case Instrument:
        return line.instrument;
    case Total:
        return line.rating.total ? shortNumberText(*line.rating.total, 1) : tr("none", "no total");
    case Band:
        return line.band;
    case SinceDose:
        if (!point || !point->hoursSinceDose) {
            return {};
        }
        return *point->hoursSinceDose < kHoursShown
                   ? tr("%1 h", "hours").arg(std::lround(*point->hoursSinceDose))
                   : tr("%1 d", "days").arg(std::lround(*point->hoursSinceDose / 24));
    case Counted:
        if (!line.isOutcome) {
            return tr("not an outcome", "a rating of the session, e.g. PADSS: nothing is counted from it");
        }
        if (!point) {
            return tr("no, without a total");
        }
        return point->excluded
                   ? tr("no, recall %1 % before dose 1").arg(std::lround(100 * point->pretreatmentShare))
                   : tr("yes");
    case Rater:
        return line.rater;
    default: // The state is a chip.
        return {};
    }
}

QVariant RatingTable::sortValue(const RatingLine& line, int column) const {
    if (column == Date || column == Day) {
        return line.rating.assessedAt.utcMs;
    }
    if (column == Total) {
        return line.rating.total ? QVariant(*line.rating.total) : QVariant();
    }
    return display(line, column);
}

std::optional<Chip> RatingTable::chip(const RatingLine& line, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    if (hasRisk(line.rating)) {
        return Chip{ChipKind::Risk, tr("suicide item"), line.instrument, {}};
    }
    if (line.rating.prorated) {
        return Chip{ChipKind::Late, tr("prorated"), line.instrument, {}};
    }
    if (!line.correction.isEmpty()) {
        return Chip{ChipKind::Draft, tr("corrected"), line.instrument, {}};
    }
    return std::nullopt;
}

QVariant RatingTable::extra(const RatingLine& line, int column, int role) const {
    if (role == Qt::ToolTipRole && column == State && !line.correction.isEmpty()) {
        return line.correction;
    }
    if (role == StrongRole) {
        return column == Total || column == Instrument;
    }
    if (role == VoiceRole && (column == Rater || column == SinceDose || column == Counted)) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

QString RatingTable::stateText(const RatingLine& line) const {
    QStringList words;
    if (const auto shown = chip(line, State)) {
        words.append(shown->word);
    }
    if (!line.correction.isEmpty()) {
        words.append(line.correction);
    }
    // A reason is free text: it may hold what parts cells and rows.
    return words.join(QStringLiteral("; ")).simplified();
}

QString RatingTable::asText() const {
    QStringList lines;
    QStringList head;
    for (int column = 0; column <= State; ++column) {
        head.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    lines.append(head.join(QLatin1Char('\t')));
    for (const RatingLine& line : rows()) {
        QStringList cells;
        for (int column = 0; column < State; ++column) {
            cells.append(display(line, column));
        }
        cells.append(stateText(line));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace kairos::ui
