// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/base/confidence.h"

namespace kairos::ui {

/// What the settings say of an installed protocol.
struct InstalledProtocol {
    QString id;
    QString title;
    QString version;
    int doses = 0;
    base::Confidence confidence = base::Confidence::Check;
    QString origin; ///< the clinic's file that defines it; empty for a built-in one
    QString note;
};

/// The protocols of the practice: name, id, version, doses, and whether they are the clinic's own.
class ProtocolsModel final : public RowModel<InstalledProtocol> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProtocolsModel)

public:
    enum Column { Title, Id, Version, Doses, Mark, Origin };

    explicit ProtocolsModel(QObject* parent = nullptr);

    /// The row of a protocol; -1 when it is not there.
    [[nodiscard]] int rowOf(const QString& id) const;

protected:
    [[nodiscard]] QString display(const InstalledProtocol& row, int column) const override;
    [[nodiscard]] QVariant extra(const InstalledProtocol& row, int column, int role) const override;
};

} // namespace kairos::ui
