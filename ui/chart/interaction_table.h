// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/workflow/screening_query.h"

namespace kairos::ui {

/// One line about a medicine: what a class of it means, or that it was not checked.
struct InteractionLine {
    std::optional<safety::InteractionFinding> finding;
    std::optional<safety::UncheckedName> unchecked; ///< one of the two
    record::MedicationId id;
    QString medicine; ///< as it stands in the record
    QString dose;
    QString confirmed; ///< "confirmed 3 Oct 2026", "never confirmed"
};

/// The lines of a report: strong and caution, then what was not checked, then the rest.
[[nodiscard]] QList<InteractionLine> interactionLines(const workflow::ScreeningView& view);

/// Medicines beside the dose, the worst first.
class InteractionTable final : public RowModel<InteractionLine> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InteractionTable)

public:
    enum Column { Level, Medicine, Effect, Source };

    explicit InteractionTable(QObject* parent = nullptr);

    [[nodiscard]] static QString title(const InteractionLine& line);
    [[nodiscard]] static QString text(const InteractionLine& line);
    [[nodiscard]] static QString source(const InteractionLine& line);

protected:
    [[nodiscard]] QString display(const InteractionLine& line, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const InteractionLine& line, int column) const override;
    [[nodiscard]] QVariant extra(const InteractionLine& line, int column, int role) const override;
};

} // namespace kairos::ui
