// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcomes/cohort_figures.h"
#include "core/outcomes/trend.h"

#include <QStringList>
#include <QTimeZone>
#include <QWidget>

namespace kairos::ui {

class TextLabel;

/// A sentence for each checkpoint of a course, oldest first: what was scored after the dose, how it stands to
/// the baseline, and whether it counts. Empty before the first of these doses.
[[nodiscard]] QStringList
checkpointsInWords(const outcomes::Trend& trend, const outcomes::Course& course, const QTimeZone& zone,
                   const QList<int>& doses = outcomes::builtInCohorts().checkpointDoses);

/// The published findings about early doses, each with n and mark; those of other instruments name theirs.
[[nodiscard]] QStringList findingsInWords(const QList<outcomes::CheckpointFinding>& findings,
                                          QStringView instrument);

/// The look back after doses 3 and 4: this patient's figures, the published ones, and that the decision is
/// the clinician's.
class CheckpointCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckpointCard)

public:
    explicit CheckpointCard(QWidget* parent = nullptr);

    void setCourse(const outcomes::Trend& trend, const outcomes::Course& course, const QTimeZone& zone);
    /// Whether the course stands at one of the checkpoints: its last dose is one of them.
    [[nodiscard]] static bool isDue(const outcomes::Course& course);
    /// Everything the card says, for the clipboard of a reader and for tests.
    [[nodiscard]] QString words() const;

private:
    TextLabel* m_figures;
    TextLabel* m_findings;
};

} // namespace kairos::ui
