// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/record/document.h"
#include "core/workflow/screening_query.h"

#include <QHash>

namespace kairos::ui {

/// Consents with how each stands today.
class ConsentTable final : public RowModel<workflow::ConsentRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConsentTable)

public:
    enum Column { State, Form, Scope, Version, Given, Until, Paper };

    explicit ConsentTable(QObject* parent = nullptr);

    /// The paper of each consent that has one; before setRows().
    void setPapers(QHash<record::ConsentId, record::DocumentId> papers) { m_papers = std::move(papers); }
    [[nodiscard]] std::optional<record::DocumentId> paperOf(const record::ConsentId& consent) const;

protected:
    [[nodiscard]] QString display(const workflow::ConsentRow& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const workflow::ConsentRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const workflow::ConsentRow& row, int column, int role) const override;

private:
    QHash<record::ConsentId, record::DocumentId> m_papers;
};

} // namespace kairos::ui
