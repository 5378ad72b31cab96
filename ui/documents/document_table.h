// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/record/document.h"

namespace kairos::ui {

/// A paper with who entered it and the session it belongs to, in words.
struct DocumentRow {
    record::Document document;
    QString by;
    QString session = {}; ///< empty of one that belongs to none
};

/// The papers of a patient.
class DocumentTable final : public RowModel<DocumentRow> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentTable)

public:
    enum Column { Day, Kind, Title, Session, Content, By };

    explicit DocumentTable(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const DocumentRow& row, int column) const override;
    [[nodiscard]] QVariant sortValue(const DocumentRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const DocumentRow& row, int column, int role) const override;
};

} // namespace kairos::ui
