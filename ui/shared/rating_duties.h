// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/navigator.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace kairos::workflow {
struct RatingDuty;
}

namespace kairos::ui {

class TextLabel;
struct PageContext;

/// The ratings the running plan and the rhythms ask for, on one line: late, due, and the last ones done, each
/// with its word. A button opens the form; Ctrl+R opens the first. Hidden where none is asked for.
class RatingDuties final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RatingDuties)

public:
    /// The context outlives the line.
    RatingDuties(const record::PatientId& patient, const PageContext& context, QWidget* parent = nullptr);

    /// Fetches anew.
    void refresh();

    /// Narrower than what it says: what does not fit is left out and counted.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum class Key { None, OpensIt };
    struct Entry {
        QWidget* widget;
        bool isDone;
    };
    void addDuty(QHBoxLayout& row, const workflow::RatingDuty& duty, Key key);
    void fit();

    record::PatientId m_patient;
    const PageContext& m_context;
    QHBoxLayout* m_row;
    QWidget* m_list = nullptr;
    TextLabel* m_more = nullptr;
    QList<Entry> m_entries;
    int m_open = 0;
};

} // namespace kairos::ui
