// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/session_table.h"

#include "ui/shared/formats.h"

#include "core/protocols/names.h"

#include <cmath>

namespace kairos::ui {

using record::SessionState;
using workflow::SessionLine;

SessionTable::SessionTable(const QTimeZone& zone, const base::Instant& now, QObject* parent)
    : RowModel({{tr("When")}, {tr("What")}, {tr("Held by")}, {tr("Finding")}, {tr("State")}}, parent),
      m_zone(zone),
      m_now(now) {}

QString SessionTable::display(const SessionLine& line, int column) const {
    switch (column) {
    case When:
        return dateTimeText(line.at(), m_zone);
    case What:
        return what(line);
    case Who:
        return line.person;
    case Finding:
        return finding(line);
    default: // The state is a chip.
        return {};
    }
}

QString SessionTable::what(const SessionLine& line) const {
    if (line.isDosing) {
        QString text = line.number > 0 ? tr("Dose %1").arg(line.number) : tr("Dose");
        if (line.dose) {
            text = tr("%1, %2 %3", "dose 7, 34.5 mg, intravenous")
                       .arg(text, withUnit(shortNumberText(line.dose->value, 1), tr("mg")),
                            protocols::routeWords(line.route));
        }
        return line.minutes ? tr("%1 in %2 min").arg(text, shortNumberText(line.minutes->value, 0)) : text;
    }
    QString name;
    switch (line.therapy) {
    case record::TherapyType::Preparation:
        name = tr("Preparation");
        break;
    case record::TherapyType::Integration:
        name = tr("Integration");
        break;
    case record::TherapyType::Therapy:
        name = line.modality.isEmpty() ? tr("Therapy") : line.modality;
        break;
    case record::TherapyType::DosingSupport:
        name = tr("Dosing-day support");
        break;
    case record::TherapyType::PhoneContact:
        name = tr("Phone contact");
        break;
    case record::TherapyType::Group:
        name = tr("Group");
        break;
    case record::TherapyType::Other:
        name = line.modality.isEmpty() ? tr("Other session") : line.modality;
        break;
    }
    return line.number > 0 ? tr("%1 %2", "a session and its number").arg(name).arg(line.number) : name;
}

QString SessionTable::finding(const SessionLine& line) const {
    if (line.peak) {
        const QString pressure =
            line.peak->diastolic ? QStringLiteral("%1/%2").arg(line.peak->systolic).arg(*line.peak->diastolic)
                                 : QString::number(line.peak->systolic);
        return tr("peak %1 at %2 min").arg(pressure).arg(line.peak->minute);
    }
    if (line.hoursAfterDose) {
        const double hours = *line.hoursAfterDose;
        return hours < 96 ? tr("%1 h after the dose").arg(std::lround(hours))
                          : tr("%1 d after the dose").arg(std::lround(hours / 24));
    }
    return {};
}

QVariant SessionTable::sortValue(const SessionLine& line, int column) const {
    return column == When ? QVariant(line.at().utcMs) : QVariant(display(line, column));
}

std::optional<Chip> SessionTable::chip(const SessionLine& line, int column) const {
    if (column != State) {
        return std::nullopt;
    }
    const QString about = what(line);
    switch (line.state) {
    case SessionState::Planned:
        return line.at() < m_now ? Chip{ChipKind::Late, tr("not held yet"), about, {}}
                                 : Chip{ChipKind::Planned, chipWord(ChipKind::Planned), about, {}};
    case SessionState::Arrived:
        return Chip{ChipKind::Next, tr("arrived"), about, {}};
    case SessionState::InProgress:
        return Chip{ChipKind::Next, tr("in progress"), about, Icon::Session};
    case SessionState::Held:
        return Chip{ChipKind::Due, tr("unsigned"), about, {}};
    case SessionState::Signed:
        return Chip{ChipKind::Signed, chipWord(ChipKind::Signed), about, {}};
    case SessionState::Cancelled:
        return Chip{ChipKind::Planned, tr("cancelled"), about, {}};
    case SessionState::NoShow:
        return Chip{ChipKind::Planned, tr("did not come"), about, {}};
    }
    return std::nullopt;
}

QVariant SessionTable::extra(const SessionLine& line, int column, int role) const {
    Q_UNUSED(line)
    if (role == StrongRole) {
        return column == What;
    }
    if (role == VoiceRole && (column == Who || column == Finding)) {
        return static_cast<int>(Token::Text2);
    }
    return {};
}

Place placeOf(const SessionLine& line, const record::PatientId& patient) {
    if (line.isDosing) {
        return DosingPlace{patient, line.session};
    }
    return TherapyPlace{patient, line.session};
}

} // namespace kairos::ui
