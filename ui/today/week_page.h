// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/appointment_care.h"

#include <optional>

class QVBoxLayout;

namespace kairos::ui {

class Banner;
class PageHead;
class WeekGrid;
class WeekPanel;

/// The week: appointments by day and hour against the clinic's hours. Moving one shows what it does to the
/// plan before it is accepted.
class WeekPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeekPage)

public:
    WeekPage(const WeekPlace& place, const PageContext& context, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void refresh() override;
    [[nodiscard]] QList<KeyHint> keyHints() const override;

private:
    void buildHead(QVBoxLayout& column);
    void turn(int weeks);
    void showChosen();
    void tryMove(int days, int minutes);
    void enter();
    void accept();
    void drop();
    void assign(const QString& room, const std::optional<record::ClinicianId>& clinician);
    void openChosen();

    PageContext m_context;
    QDate m_day;
    std::optional<workflow::AppointmentMove> m_move;
    PageHead* m_head = nullptr;
    Banner* m_trouble = nullptr;
    WeekGrid* m_grid = nullptr;
    WeekPanel* m_panel = nullptr;
};

} // namespace kairos::ui
