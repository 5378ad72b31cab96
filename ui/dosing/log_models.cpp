// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/log_models.h"

#include "ui/dosing/dosing_controller.h"

#include "ui/shared/formats.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/adverse_care.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace kairos::ui {

using namespace record;

namespace {

constexpr int kFormerRole = IdRole + 1;

QString number(std::optional<int> value) {
    return value ? QString::number(*value) : QString();
}

QString minuteWord(const DosingController& controller, const base::Instant& at) {
    return controller.session().startedAt ? numberText(std::floor(controller.minuteOf(at))) : QString();
}

QString kindWord(EventType type) {
    switch (type) {
    case EventType::Observation:
        return LogModel::tr("seen");
    case EventType::Pause:
    case EventType::Resume:
        return LogModel::tr("infusion");
    case EventType::RateChange:
        return LogModel::tr("rate");
    case EventType::RescueDrug:
        return LogModel::tr("rescue drug");
    case EventType::Booster:
        return LogModel::tr("booster");
    case EventType::Distress:
        return LogModel::tr("distress");
    case EventType::Spray:
        return LogModel::tr("device");
    }
    return {};
}

} // namespace

QList<ReadingRow> readingRows(const DosingController& controller) {
    QList<ReadingRow> rows;
    const auto& readings = controller.view().content.readings;
    for (auto reading = readings.rbegin(); reading != readings.rend(); ++reading) {
        const base::Findings findings = controller.findingsOf(*reading);
        ReadingRow row{*reading,
                       controller.timeOf(reading->measuredAt),
                       minuteWord(controller, reading->measuredAt),
                       {},
                       {},
                       false};
        if (!findings.isEmpty()) {
            row.remark = findings.first().text;
            row.level = findings.first().level;
        } else if (controller.view().baseline && controller.view().baseline->id == reading->id) {
            row.remark = ReadingModel::tr("baseline");
        }
        rows.append(row);
        const auto& former = controller.former();
        for (auto old = former.rbegin(); old != former.rend(); ++old) {
            if (old->reading.id == reading->id) {
                rows.append({old->reading, row.time, row.minute,
                             ReadingModel::tr("was; corrected %1 by %2: %3")
                                 .arg(controller.timeOf(old->at), old->by, old->reason),
                             base::FindingLevel::Information, true});
            }
        }
    }
    return rows;
}

ReadingModel::ReadingModel(QObject* parent)
    : RowModel<ReadingRow>({{tr("Time")},
                            {tr("min"), ColumnSide::Right},
                            {tr("BP"), ColumnSide::Right},
                            {tr("HR"), ColumnSide::Right},
                            {tr("SpO₂ %"), ColumnSide::Right},
                            {tr("MOAA/S"), ColumnSide::Right},
                            {tr("RR"), ColumnSide::Right},
                            {tr("Finding")}},
                           parent) {}

QString ReadingModel::display(const ReadingRow& row, int column) const {
    const Reading& reading = row.reading;
    switch (column) {
    case Time:
        return row.time;
    case Minute:
        return row.minute;
    case Pressure:
        return reading.systolic
                   ? QStringLiteral("%1/%2").arg(*reading.systolic).arg(reading.diastolic.value_or(0))
                   : QString();
    case Pulse:
        return number(reading.pulse);
    case Spo2:
        return number(reading.spo2);
    case Sedation:
        return number(reading.sedation);
    case Breathing:
        return number(reading.respiratoryRate);
    case Remark:
        return row.remark;
    }
    return {};
}

QVariant ReadingModel::extra(const ReadingRow& row, int column, int role) const {
    if (role == kFormerRole) {
        return row.isFormer && column != Remark && column != Time && column != Minute;
    }
    const bool isFinding = !row.isFormer && row.level != base::FindingLevel::Information;
    if (role == StrongRole) {
        return !row.isFormer && column == Pressure;
    }
    if (role == IconRole && column == Remark && isFinding) {
        return static_cast<int>(row.level == base::FindingLevel::Stop ? Icon::Stop : Icon::Caution);
    }
    if (role == VoiceRole && (row.isFormer || column == Remark)) {
        const Token finding = row.level == base::FindingLevel::Stop ? Token::Stop : Token::Caution;
        return static_cast<int>(isFinding ? finding : Token::Text2);
    }
    return {};
}

void ReadingDelegate::paintContent(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    RowDelegate::paintContent(painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (!index.data(kFormerRole).toBool() || text.isEmpty()) {
        return;
    }
    const int width = QFontMetrics(fontFor(TextRole::Body)).horizontalAdvance(text);
    const int right = option.rect.right() - px(14);
    const int middle = option.rect.center().y();
    painter.drawLine(right - width - px(2), middle, right + px(2), middle);
}

namespace {

/// What was added to an event once it was signed.
QList<AdverseFollowUp> followUpsOf(DosingController& controller, const AdverseEvent& event) {
    if (!controller.isSigned()) {
        return {};
    }
    const auto lines = workflow::AdverseCare(controller.context().practice).followUps(event.id);
    return lines.value_or(QList<AdverseFollowUp>());
}

} // namespace

QList<LogRow> logRows(DosingController& controller) {
    QList<LogRow> rows;
    for (const SessionEvent& event : controller.view().content.events) {
        const QString text = event.type == EventType::RescueDrug
                                 ? QStringLiteral("%1, %2").arg(event.drug, event.dose)
                                 : event.text;
        rows.append({event.at, controller.timeOf(event.at), kindWord(event.type), text, event.id});
    }
    for (const AdverseEvent& recorded : controller.view().content.adverseEvents) {
        const auto later = followUpsOf(controller, recorded);
        const AdverseEvent event = workflow::asItStands(recorded, later);
        QStringList parts = {event.term};
        if (event.grade) {
            parts.append(LogModel::tr("grade %1").arg(*event.grade));
        }
        if (event.serious == Asked::Yes) {
            parts.append(LogModel::tr("serious"));
        }
        for (const QString& more : {event.action, event.outcome}) {
            if (!more.isEmpty()) {
                parts.append(more);
            }
        }
        parts.append(event.resolvedAt ? LogModel::tr("over %1").arg(controller.timeOf(*event.resolvedAt))
                                      : LogModel::tr("goes on"));
        if (!later.isEmpty()) {
            parts.append(LogModel::tr("%n line(s) added", nullptr, static_cast<int>(later.size())));
        }
        rows.append({event.onset, controller.timeOf(event.onset), LogModel::tr("adverse event"),
                     parts.join(QStringLiteral(", ")), std::nullopt, recorded});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const LogRow& a, const LogRow& b) { return a.at > b.at; });
    return rows;
}

LogModel::LogModel(QObject* parent) : RowModel<LogRow>({{tr("Time")}, {tr("Kind")}, {tr("What")}}, parent) {}

QString LogModel::display(const LogRow& row, int column) const {
    switch (column) {
    case Time:
        return row.time;
    case Kind:
        return row.kind;
    case Text:
        return row.text;
    }
    return {};
}

QVariant LogModel::extra(const LogRow& row, int column, int role) const {
    Q_UNUSED(row)
    if (role == VoiceRole && column == Kind) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

} // namespace kairos::ui
