// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include <QWidget>

class QHBoxLayout;

namespace kairos::workflow {
struct RatingDuty;
}

namespace kairos::ui {

struct PageContext;

/// The ratings the running plan asks for, on one line: late, due, and the last ones done, each with its word.
/// A button opens the form; Ctrl+R opens the first. Hidden where the plan asks for none.
class RatingDuties final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RatingDuties)

public:
    /// The context outlives the line.
    RatingDuties(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    /// Fetches anew.
    void refresh();

private:
    enum class Key { None, OpensIt };
    void addDuty(QHBoxLayout& row, const workflow::RatingDuty& duty, Key key);

    record::PatientId m_patient;
    const PageContext& m_context;
    QHBoxLayout* m_row;
    QWidget* m_list = nullptr;
};

} // namespace kairos::ui
