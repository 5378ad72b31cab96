// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/holiday_list.h"

#include "ui/shared/page.h"

#include "core/workflow/calendar_care.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace kairos::ui {

class AbsenceList;
class Banner;
class TextLabel;
class TimeField;

/// When the clinic is open: its week, its holidays, and the days on which clinicians are away.
class CalendarPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CalendarPanel)

public:
    explicit CalendarPanel(PageContext& context, QWidget* parent = nullptr);

    /// Shows what is stored; what a person is typing stays.
    void refresh();

private:
    /// One weekday's editors.
    struct DayRow {
        QCheckBox* open = nullptr;
        TimeField* opens = nullptr;
        TimeField* closes = nullptr;
    };

    [[nodiscard]] QWidget* buildWeek();
    [[nodiscard]] QWidget* buildAway();
    void load();
    [[nodiscard]] workflow::ClinicWeek typed() const;
    void saveWeek();
    void showPeople();

    PageContext& m_context;
    workflow::ClinicWeek m_loaded;
    Banner* m_trouble;
    QList<DayRow> m_days; ///< Monday first
    TextLabel* m_default = nullptr;
    TextLabel* m_said = nullptr;
    QPushButton* m_save = nullptr;
    HolidayList* m_holidays = nullptr;
    QComboBox* m_people = nullptr;
    AbsenceList* m_away = nullptr;
};

} // namespace kairos::ui
