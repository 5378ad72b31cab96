// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/match.h"
#include "ui/shared/row_model.h"

#include "core/workflow/find_query.h"

namespace kairos::ui {

/// What a search found, one row a record. Patient and What are two lines with a line separator between them.
class FoundModel final : public RowModel<workflow::FoundRecord> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoundModel)

public:
    enum Column { Patient, What, Passage, Day };
    enum FoundRole : int {
        MarksRole = IdRole + 1 ///< QList<MatchRange>: what the search found in the shown text
    };

    explicit FoundModel(QObject* parent = nullptr);

    /// The hits of these words, as they were typed.
    void setFound(const QString& words, const QList<workflow::FoundRecord>& hits);

protected:
    [[nodiscard]] QString display(const workflow::FoundRecord& hit, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::FoundRecord& hit, int column, int role) const override;

private:
    [[nodiscard]] QList<MatchRange> marksOf(const workflow::FoundRecord& hit, int column) const;

    QList<base::SearchTerm> m_terms;
};

} // namespace kairos::ui
