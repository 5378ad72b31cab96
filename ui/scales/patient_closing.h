// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace kairos::ui {

class TextLabel;

/// What a patient reads when nothing is left to be answered. It names no score, no band and no answer.
class PatientClosing final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientClosing)

public:
    explicit PatientClosing(QWidget* parent = nullptr);

    /// The clinic's own words come first; without them the page is the same for everybody.
    void showWords(const QString& clinicText);
    /// All words of the page.
    [[nodiscard]] QString words() const;

private:
    TextLabel* m_title;
    TextLabel* m_clinic;
    TextLabel* m_back;
};

} // namespace kairos::ui
