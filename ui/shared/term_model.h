// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/safety/adverse_terms.h"

namespace kairos::ui {

/// Words for an adverse event to choose from, each with where it belongs and how sure that is.
class TermModel final : public RowModel<safety::AdverseTerm> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TermModel)

public:
    enum Column { Term, Also, Group, Mark };

    explicit TermModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const safety::AdverseTerm& row, int column) const override;
    [[nodiscard]] QVariant extra(const safety::AdverseTerm& row, int column, int role) const override;
};

} // namespace kairos::ui
