// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/banner.h"
#include "ui/shared/page.h"
#include "ui/shared/row_model.h"

#include "core/scales/instrument.h"
#include "core/workflow/rating_query.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace kairos::ui {

class SearchField;
class TableView;

/// One instrument that may be filled in, and whether the plan asks for it.
struct InstrumentRow {
    const scales::Instrument* instrument = nullptr;
    workflow::DueRating due; ///< counts only while isDue
    bool isDue = false;
    std::optional<base::Instant> last;
    bool hasDraft = false;
};

/// The instruments as a table: those the plan asks for first.
class InstrumentModel final : public RowModel<InstrumentRow> {
    Q_OBJECT
public:
    enum Column { Name, Title, Rater, Recall, LastRated, State };
    InstrumentModel(const QTimeZone& zone, QDate today, QObject* parent = nullptr);

protected:
    [[nodiscard]] QString display(const InstrumentRow& row, int column) const override;
    [[nodiscard]] std::optional<Chip> chip(const InstrumentRow& row, int column) const override;
    [[nodiscard]] QVariant extra(const InstrumentRow& row, int column, int role) const override;

private:
    QTimeZone m_zone;
    QDate m_today;
};

/// Which instrument: due ones first, then those used before, then all others; search as you type.
class InstrumentChooser final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InstrumentChooser)

public:
    /// \param trouble why an instrument that was asked for did not open; none where none was
    InstrumentChooser(const RatingPlace& place, const PageContext& context,
                      const std::optional<BannerText>& trouble, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

private:
    void open(int row);

    RatingPlace m_place;
    PageContext m_context;
    InstrumentModel* m_model;
    QSortFilterProxyModel* m_proxy;
    TableView* m_table;
    SearchField* m_search;
};

} // namespace kairos::ui
