// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/monitoring_sheet.h"

namespace kairos::reports {

/// A datum that the record holds, and one that it lacks with what to do.
[[nodiscard]] MonitoringLine known(const QString& id, const QString& label, const QString& value,
                                   const QString& detail = {});
[[nodiscard]] MonitoringLine missing(const QString& id, const QString& label, const QString& remedy);

/// Answers the data of the monitoring worksheet one by one from the record.
class MonitoringData final {
public:
    MonitoringData(const MonitoringFacts& facts, const safety::MonitoringForm& form)
        : m_facts(facts), m_form(form) {}

    /// The datum with this id of the list.
    [[nodiscard]] MonitoringLine answer(const QString& id) const;
    /// One line for each kind of medicine that is asked for.
    [[nodiscard]] QList<MonitoringLine> medication() const;
    /// When the first spray was taken; minute 0 of an older session without sprays in its log.
    [[nodiscard]] std::optional<base::Instant> begin() const;

private:
    /// Begin and end of something that was looked for again and again.
    struct Course {
        bool wasLookedFor = false;
        std::optional<base::Instant> onset;
        std::optional<base::Instant> end;
        QString basis;
    };

    [[nodiscard]] MonitoringLine patientLine(const QString& id) const;
    [[nodiscard]] MonitoringLine doseLine(const QString& id) const;
    [[nodiscard]] MonitoringLine timeLine(const QString& id) const;
    [[nodiscard]] MonitoringLine pressureLine(const QString& id) const;
    [[nodiscard]] MonitoringLine effectLine(const QString& id) const;
    [[nodiscard]] MonitoringLine gateLine(const QString& id) const;
    [[nodiscard]] MonitoringLine oximetry() const;
    [[nodiscard]] MonitoringLine serious() const;
    [[nodiscard]] MonitoringLine pressureOf(const QString& id, const QString& label,
                                            const std::optional<record::Reading>& reading,
                                            const QString& remedy) const;
    [[nodiscard]] Course sedation() const;
    [[nodiscard]] Course dissociation() const;
    void addEvents(Course& course, const QStringList& terms) const;
    [[nodiscard]] QString at(const base::Instant& when) const;
    [[nodiscard]] QString minuteOf(const base::Instant& when) const;
    [[nodiscard]] std::optional<base::Instant> lastSpray() const;

    const MonitoringFacts& m_facts;
    const safety::MonitoringForm& m_form;
};

} // namespace kairos::reports
