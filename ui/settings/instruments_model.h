// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/row_model.h"

#include "core/scales/instrument.h"

namespace kairos::ui {

/// What the settings say of an installed instrument.
struct InstalledInstrument {
    QString id;
    QString name;
    QString title;
    QString version;
    QString language;
    scales::Wording wording = scales::Wording::Labels;
    QString licence;
    QString origin; ///< the clinic's file that defines it or words it; empty for a built-in one
};

/// The instruments of the practice: name, version, whose wording it shows, licence.
class InstrumentsModel final : public RowModel<InstalledInstrument> {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InstrumentsModel)

public:
    enum Column { Name, Version, Wording, Licence };

    explicit InstrumentsModel(QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const InstalledInstrument& row, int column) const override;
    [[nodiscard]] QVariant extra(const InstalledInstrument& row, int column, int role) const override;
};

} // namespace kairos::ui
